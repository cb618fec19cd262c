"""Events give terms their day, and promised sums stand beside what happened, with proof."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError
from django.test import Client

from tests.web.conftest import browser_of
from tests.web.desks.agreements.made import TODAY, a_talk, an_agreement, reviewed, screened, signed
from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.dues import dues
from yinfeng.web.desks.agreements.models import Agreement, Happening, Promise
from yinfeng.web.desks.agreements.proposals import proposals_of
from yinfeng.web.desks.agreements.standing import Duty, duties_of
from yinfeng.web.desks.delivery.actions.money import recognise_month, report_month
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

DAY = timedelta(days=1)
SAYS = """第一条 乙方应在土地交付后3个月内开工，并在土地交付后12个月内完成围墙。
第二条 乙方应在收到甲方通知后10日内补齐材料。
第三条 乙方应于2026年11月18日前完成固定资产投资3000万元。
第四条 乙方应于2026年底前实现年税收不低于800万元。"""


@pytest.fixture
def agreement(town: OrgUnit, clerk: User, head: User) -> Agreement:
    made = an_agreement(a_talk(town, clerk), clerk)
    screened(made, clerk, SAYS)
    _, found = proposals_of(made)
    chosen = [
        (one, {"side": one.duty.side, "says": one.duty.says, "due": one.due}) for one in found
    ]
    actions.take_promises(made, by=clerk, chosen=chosen)
    reviewed(made, clerk)
    return signed(made, head)


def _put(agreement: Agreement, by: User, kind: str, day: date, **more: object) -> Happening:
    told: dict[str, object] = {"proof": "交接单", **more}
    return actions.put_down(agreement, by=by, today=TODAY, kind=kind, day=day, **told)  # type: ignore[arg-type]


def _duty(agreement: Agreement, words: str, today: date = TODAY) -> Duty:
    return next(one for one in duties_of([agreement], today) if words in one.promise.says)


def test_all_terms_of_an_event_get_their_day_when_it_is_put_down_once(
    agreement: Agreement, clerk: User
) -> None:
    terms = list(Promise.objects.exclude(term="").order_by("pk").values_list("term", flat=True))
    assert terms == ["handover+3m", "handover+12m", "notice+10d"]
    assert _duty(agreement, "围墙").term == "土地、厂房交付后12个月内"
    _put(agreement, clerk, "handover", date(2026, 11, 10))
    found = dict(Promise.objects.exclude(term="").values_list("term", "due"))
    assert found == {
        "handover+3m": date(2027, 2, 10), "handover+12m": date(2027, 11, 10), "notice+10d": None,
    }  # fmt: skip


def test_an_event_may_be_of_one_promise_alone(agreement: Agreement, clerk: User) -> None:
    wall = _duty(agreement, "围墙").promise
    _put(agreement, clerk, "handover", date(2026, 11, 10), promise=wall)
    assert _duty(agreement, "围墙").due == date(2027, 11, 10)
    assert _duty(agreement, "开工").due is None


def test_a_later_day_takes_the_place_of_the_first_and_may_be_taken_back(
    agreement: Agreement, clerk: User
) -> None:
    _put(agreement, clerk, "notice", date(2026, 11, 10))
    _put(agreement, clerk, "notice", date(2026, 11, 12))
    assert _duty(agreement, "补齐").due == date(2026, 11, 22)
    _put(agreement, clerk, "notice", date(2026, 11, 12), is_taken_back=True)
    assert _duty(agreement, "补齐").due is None
    assert Happening.objects.count() == 3


def test_what_cannot_be_is_refused(agreement: Agreement, clerk: User, town: OrgUnit) -> None:
    cases: list[tuple[str, date, dict[str, object], str]] = [
        ("notice", TODAY + DAY, {}, "晚于今天"),
        ("notice", TODAY, {"proof": " "}, "凭据"),
        ("notice", TODAY, {"yuan": Decimal(1)}, "登记金额"),
        ("tax", TODAY, {}, "登记金额"),
        ("tax", TODAY, {"yuan": Decimal(-1)}, "负数"),
        ("tax", TODAY, {"yuan": Decimal(1), "since": TODAY + DAY}, "起始日期"),
        ("notice", TODAY, {"is_taken_back": True}, "没有登记过"),
    ]
    for kind, day, more, says in cases:
        with pytest.raises(Refused, match=says):
            _put(agreement, clerk, kind, day, **more)
    _put(agreement, clerk, "notice", TODAY)
    with pytest.raises(Refused, match="内容相同"):
        _put(agreement, clerk, "notice", TODAY)
    draft = an_agreement(a_talk(town, clerk), clerk)
    with pytest.raises(Refused, match="签订之后"):
        _put(draft, clerk, "notice", TODAY)


def test_the_database_keeps_what_was_put_down(agreement: Agreement, clerk: User) -> None:
    row = _put(agreement, clerk, "notice", TODAY)
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
        Happening.objects.filter(pk=row.pk).update(day=TODAY - DAY)


def _invested(agreement: Agreement, clerk: User, head: User, wan: int, month: date) -> None:
    yuan = Decimal(wan * 10_000)
    row = report_month(agreement.project, by=clerk, today=TODAY, month=month, yuan=yuan)
    recognise_month(
        row, by=head, today=TODAY, version=row.version, yuan=yuan, says="发票和付款凭证",
        file=("发票.txt", b"1"),
    )  # fmt: skip


def test_promised_investment_stands_beside_the_months_that_were_recognised(
    agreement: Agreement, clerk: User, head: User
) -> None:
    _invested(agreement, clerk, head, 1800, date(2026, 9, 1))
    report_month(
        agreement.project, by=clerk, today=TODAY, month=date(2026, 10, 1), yuan=Decimal(5_000_000)
    )
    duty = _duty(agreement, "固定资产投资")
    assert duty.sums_say == "约定投资3000万元，月度认定1800万元"
    assert duty.suggested == "partly"
    (sums,) = duty.sums
    assert [(one.source, one.says) for one in sums.lines] == [
        ("月度认定", "1800万元"), ("月度自报", "2300万元"),
    ]  # fmt: skip
    assert "发票和付款凭证" in sums.lines[0].rows[0].says
    _invested(agreement, clerk, head, 1300, date(2026, 11, 1))
    assert _duty(agreement, "固定资产投资").suggested == "kept"


def test_the_page_and_the_due_list_show_the_sum_with_its_proof(
    agreement: Agreement, clerk: User, head: User
) -> None:
    _invested(agreement, clerk, head, 1800, date(2026, 9, 1))
    says = browser_of(clerk).get(f"/agreements/{agreement.pk}").content.decode()
    assert "月度认定 1800万元" in says
    assert 'href="/delivery/months/' in says
    assert "2026-09认定18,000,000.00元，发票和付款凭证" in says
    (told,) = dues(clerk, TODAY)
    assert "约定投资3000万元，月度认定1800万元" in told.shown[0].says
    page = browser_of(clerk).get(f"/projects/{agreement.project_id}").content.decode()
    assert "约定投资3000万元，月度认定1800万元" in page


def test_tax_is_put_down_through_the_page_with_its_paper(
    agreement: Agreement, as_clerk: Client
) -> None:
    form = {
        "kind": "sum:tax", "since": "2026-01-01", "day": "2026-10-31", "sum": "850万元",
        "proof": "完税证明",
    }  # fmt: skip
    page = f"/agreements/{agreement.pk}/happened"
    assert as_clerk.post(page, form).status_code == 302
    duty = _duty(agreement, "年税收")
    assert duty.sums_say == "约定税收不低于800万元，登记的凭据850万元"
    assert duty.suggested == "kept"
    wrong = as_clerk.post(page, {**form, "sum": "八百"})
    assert wrong.status_code == 422
    assert "没有读懂" in wrong.content.decode()
    assert (
        "登记事件的不填金额"
        in as_clerk.post(page, {**form, "kind": "event:notice"}).content.decode()
    )


def test_a_past_day_knows_only_what_was_put_down_by_then(agreement: Agreement, clerk: User) -> None:
    row = _put(agreement, clerk, "handover", date(2026, 11, 10))
    then = duties_of([agreement], TODAY, row.at)
    assert all(one.due is None for one in then if one.promise.term)
