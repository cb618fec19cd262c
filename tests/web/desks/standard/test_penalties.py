"""Penalties are collected: demanded, paid, remitted, struck; what is owed is seen."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.standard.grounds import check_of, commitment_of, decided, done
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard.accounts import account_of
from yinfeng.web.desks.standard.dues import dues
from yinfeng.web.desks.standard.models import Check, Commitment, PenaltyEntry, StandardPlot
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

LATE = date(2022, 10, 18)
TODAY = timezone.localdate()


@pytest.fixture
def officer(hire: Hire, town: OrgUnit) -> User:
    """A land officer of the town."""
    return hire("lander", town, Role.LAND)


@pytest.fixture
def owed(head: User, officer: User) -> Check:
    """A start that came ten days late: a penalty of twenty 万元 is decided."""
    start = done(check_of(commitment_of(head), "start"), officer, head, LATE)
    why = {"amount": Decimal(20), "reason": "合同另有约定"}
    return decided(start, head, LATE, "penalty", **why)


def _pay(check: Check, by: User, amount: str, **more: object) -> Check:
    given = {"day": LATE, "today": TODAY, "paper": "票据8号", **more}
    return actions.pay(check, by=by, version=check.version, amount=Decimal(amount), **given)  # type: ignore[arg-type]


def test_a_penalty_is_owed_from_the_day_it_is_decided(owed: Check) -> None:
    assert (owed.unpaid, owed.pay_by) == (Decimal(20), LATE + timedelta(days=30))
    account = account_of(owed)
    assert account is not None
    assert (account.paid, account.unpaid) == (Decimal(0), Decimal(20))
    assert not account.entries


def test_a_demand_names_another_day_and_payments_lessen_what_is_owed(
    owed: Check, officer: User, head: User
) -> None:
    until = date(2022, 12, 1)
    check = actions.demand(
        owed, by=officer, version=owed.version, today=TODAY, day=date(2022, 11, 1), pay_by=until,
        paper="云催〔2022〕1号",
    )  # fmt: skip
    assert check.pay_by == until
    check = _pay(check, officer, "12.5")
    assert check.unpaid == Decimal("7.5")
    with pytest.raises(Refused, match=r"还欠7\.50万元"):
        _pay(check, officer, "7.51")
    check = actions.remit(
        check, by=head, version=check.version, today=TODAY, day=LATE, amount=Decimal("7.5"),
        paper="云政纪〔2022〕9号", reason="疫情封控十天",
    )  # fmt: skip
    assert check.unpaid == 0
    with pytest.raises(Refused, match="已经缴清"):
        actions.demand(
            check, by=officer, version=check.version, today=TODAY, day=LATE, pay_by=until,
            paper="再催",
        )  # fmt: skip
    told = set(Event.objects.values_list("action", flat=True))
    assert {"standard.demand", "standard.pay", "standard.remit"} <= told


def test_a_wrong_line_is_struck_and_counts_no_more(owed: Check, officer: User, head: User) -> None:
    check = _pay(owed, officer, "20")
    assert check.unpaid == 0
    line = PenaltyEntry.objects.get()
    check = actions.strike(
        check, by=head, version=check.version, today=TODAY, entry=line, reason="记到别家了"
    )
    assert check.unpaid == Decimal(20)
    with pytest.raises(Refused, match="已更正"):
        actions.strike(
            check, by=head, version=check.version, today=TODAY, entry=line, reason="再更正"
        )
    assert PenaltyEntry.objects.count() == 2, "both lines stay to be seen"


def test_the_deposit_is_not_taken_twice(owed: Check, officer: User) -> None:
    made = Commitment.objects.get()
    Commitment.objects.filter(pk=made.pk).update(deposit=Decimal(15))
    check = _pay(owed, officer, "10", way="deposit")
    with pytest.raises(Refused, match=r"只剩5\.00+万元"):
        _pay(check, officer, "6", way="deposit")
    assert _pay(check, officer, "5", way="deposit").unpaid == Decimal(5)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"day": TODAY + timedelta(days=1)}, "不能晚于今天"),
        ({"day": date(2021, 1, 1)}, "不能早于签订日期"),
        ({"paper": " "}, "缴款凭证"),
    ],
)
def test_a_payment_that_cannot_be_is_refused(
    owed: Check, officer: User, more: dict[str, object], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        _pay(owed, officer, "1", **more)


def test_a_check_without_a_penalty_has_no_account(head: User, officer: User) -> None:
    start = check_of(commitment_of(head), "start")
    with pytest.raises(Refused, match="没有违约金"):
        _pay(start, officer, "1")


def test_a_commitment_is_not_fulfilled_while_a_penalty_is_owed(owed: Check, head: User) -> None:
    made = Commitment.objects.get()
    rest = Check.objects.filter(commitment=made).exclude(pk=owed.pk)
    rest.update(state=Check.State.DECIDED, result="passed")
    check = _pay(owed, head, "19")
    made.refresh_from_db()
    assert made.state == Commitment.State.RUNNING
    check = _pay(check, head, "1")
    made.refresh_from_db()
    assert made.state == Commitment.State.FULFILLED
    last = PenaltyEntry.objects.order_by("pk").last()
    assert last is not None
    actions.strike(check, by=head, version=check.version, today=TODAY, entry=last, reason="退票")
    made.refresh_from_db()
    assert (made.state, made.plot.state) == ("running", "committed")


def test_arrears_stand_among_what_is_due_and_in_the_list(owed: Check, officer: User) -> None:
    def told() -> list[str]:
        return [one.says for group in dues(officer, TODAY) for one in group.shown]

    assert "开工违约金还欠20.00万元" in told()
    browser = browser_of(officer)
    assert "云泽精密" in browser.get("/standard/checks/?money=late").getvalue().decode()
    check = _pay(owed, officer, "20")
    assert not [one for one in told() if "违约金" in one]
    assert "云泽精密" not in browser.get("/standard/checks/?money=unpaid").getvalue().decode()
    assert "云泽精密" in browser.get("/standard/checks/?money=settled").getvalue().decode()
    then = browser.get(f"/standard/checks/{check.pk}").getvalue().decode()
    assert "已结清" in then


def test_money_is_put_down_by_plain_forms(owed: Check, head: User, viewer: User) -> None:
    at = f"/standard/checks/{owed.pk}"
    browser = browser_of(head)
    page = browser.get(at).getvalue().decode()
    assert "还没有催缴" in page
    assert 'value="20.00"' in page, "what is owed is offered"
    form = {"version": owed.version, "day": LATE, "amount": "21", "way": "money", "paper": "票据1"}
    wrong = browser.post(f"{at}/pay", form)
    assert wrong.status_code == 422
    assert "还欠20.00万元" in wrong.getvalue().decode()
    right = browser.post(f"{at}/pay", {**form, "amount": "5"}, follow=True)
    assert "已登记缴纳" in right.getvalue().decode()
    browser = browser_of(viewer)
    assert browser.post(f"{at}/pay", form).status_code == 403
    assert "登记缴纳" not in browser.get(at).getvalue().decode()


def test_what_was_taken_back_is_proposed_to_who_keeps_the_register(
    head: User, officer: User
) -> None:
    made = commitment_of(head)
    Parcel.objects.filter(pk=made.plot.parcel_id).update(state="used")
    later = date(2025, 3, 3)
    start = done(check_of(made, "start"), officer, head, later, is_done=False)
    decided(start, head, later, "reclaim", paper="云政土〔2025〕7号")
    plot = StandardPlot.objects.get()
    told = [one for group in dues(officer, TODAY) for one in group.shown]
    assert [one.says for one in told] == ["核对现场，更新登记簿里的宗地状态"]
    browser = browser_of(officer)
    page = browser.get(f"/standard/{plot.pk}").getvalue().decode()
    assert "登记簿里的状态还是“已建在用”" in page
    at = f"/standard/{plot.pk}/give-back"
    assert browser.post(at, {"version": plot.version, "state": "used"}).status_code == 422
    says = browser.post(at, {"version": plot.version, "state": "clear"}, follow=True)
    assert "状态已改为“净地待供”" in says.getvalue().decode()
    assert Parcel.objects.get().state == "clear"
    assert browser.post(at, {"version": plot.version, "state": "idle"}).status_code == 422
    assert not [one for group in dues(officer, TODAY) for one in group.shown]
