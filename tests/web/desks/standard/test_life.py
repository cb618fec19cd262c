"""A plot's life: indicators, commitment, checks at their days, outcomes decided by persons."""

from datetime import date
from decimal import Decimal

import pytest

from tests.web.conftest import Hire, browser_of
from tests.web.desks.standard.grounds import (
    HARD,
    LIMITS,
    SIGNED,
    check_of,
    commitment_of,
    decided,
    done,
    parcel_of,
    plot_of,
    soft,
)
from yinfeng.judgement.standard.values import Limits
from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard.actions.checking import Reading
from yinfeng.web.desks.standard.models import Check, Commitment, StandardPlot, Verdict
from yinfeng.web.desks.standard.standing import sheet_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

START = date(2022, 9, 20)


@pytest.fixture
def officer(hire: Hire, town: OrgUnit) -> User:
    """A land officer of the town."""
    return hire("lander", town, Role.LAND)


def test_a_plot_goes_its_whole_way(head: User, officer: User) -> None:
    made = commitment_of(head)
    start = check_of(made, "start")
    assert (start.due, start.due_says) == (
        date(2022, 10, 8),
        "交地2022-04-01起6个月，2022-10-01不上班，顺延到2022-10-08",
    )
    start = decided(done(start, officer, head, START), head, START, "passed")
    assert start.actual == START
    assert check_of(made, "finish").due == date(2024, 9, 20), "two years from the real start"
    finished = date(2024, 6, 28)
    finish = done(check_of(made, "finish"), officer, head, finished)
    decided(finish, head, finished, "passed")
    accepted = date(2024, 8, 1)
    acceptance = done(check_of(made, "acceptance"), officer, head, accepted, readings=HARD)
    sheet = sheet_of(acceptance, accepted)
    assert [one.judged.says for one in sheet.measured] == ["达标", "达标"]
    decided(acceptance, head, accepted, "passed")
    produced = date(2024, 12, 27)
    decided(done(check_of(made, "production"), officer, head, produced), head, produced, "passed")
    review = check_of(made, "review")
    assert review.opens == date(2026, 12, 27)
    assert review.due == date(2027, 12, 27)
    looked = date(2027, 3, 1)
    review = done(review, officer, head, looked, readings=soft("21.5"))
    decided(review, head, looked, "passed")
    assert Commitment.objects.get().state == Commitment.State.FULFILLED
    assert StandardPlot.objects.get().state == StandardPlot.State.FULFILLED
    told = set(Event.objects.values_list("action", flat=True))
    assert {"standard.set", "standard.commit", "standard.measure", "standard.confirm",
            "standard.decide", "standard.reckon"} <= told  # fmt: skip


def test_a_missed_indicator_is_put_right_then_paid_for(head: User, officer: User) -> None:
    own = {"tax": "最小(履约保证金, 差额 × 用地亩数 × 50%)"}
    made = commitment_of(head, formulas=own)
    first = date(2027, 5, 10)
    review = done(check_of(made, "review"), officer, head, first, readings=soft("14"))
    sheet = sheet_of(review, first)
    assert sheet.proposal is not None
    assert sheet.proposal.propose == "rectify"
    limit = date(2028, 5, 8)
    with pytest.raises(Refused, match="不超过12个月"):
        decided(review, head, first, "rectify", deadline=date(2028, 5, 11))
    decided(review, head, first, "rectify", deadline=limit)
    again = check_of(made, "review", 2)
    assert (again.due, again.due_says) == (limit, "整改期限2028-05-08")
    second = date(2028, 4, 20)
    again = done(again, officer, head, second, readings=soft("17"))
    sheet = sheet_of(again, second)
    assert sheet.proposal is not None
    assert sheet.proposal.propose == "penalty"
    assert sheet.amount == Decimal("60.00")
    assert "差额〔3〕 × 用地亩数〔40〕 × 50%" in sheet.owed[0].working
    again = decided(again, head, second, "penalty")
    assert again.amount == Decimal("60.00")
    verdict = Verdict.objects.get(check_of=again, kind=Verdict.Kind.DECIDED)
    assert verdict.reckoned == verdict.amount == Decimal("60.00")
    assert verdict.owed[0]["basis"] == "合同约定"


def test_who_departs_from_the_proposal_says_why(head: User, officer: User) -> None:
    made = commitment_of(head)
    late = date(2022, 10, 18)
    start = done(check_of(made, "start"), officer, head, late)
    with pytest.raises(Refused, match="请写明理由"):
        decided(start, head, late, "passed")
    with pytest.raises(Refused, match="请写明理由"):
        decided(start, head, late, "penalty", amount=Decimal(1))
    start = decided(start, head, late, "penalty")
    assert start.amount == Decimal("6.00"), "ten days at half a thousandth of 1200"


def test_land_that_is_not_built_on_for_two_years_is_taken_back(head: User, officer: User) -> None:
    made = commitment_of(head)
    seen = date(2022, 11, 1)
    start = done(check_of(made, "start"), officer, head, seen, is_done=False, proof="现场照片")
    with pytest.raises(Refused, match="不能通过"):
        decided(start, head, seen, "passed", reason="x")
    decided(start, head, seen, "rectify", deadline=date(2023, 4, 28))
    later = date(2024, 10, 8)
    again = done(check_of(made, "start", 2), officer, head, later, is_done=False)
    sheet = sheet_of(again, later)
    assert sheet.standing is not None
    assert sheet.standing.days_late == 731, "counted from the day of the contract"
    assert sheet.proposal is not None
    assert sheet.proposal.propose == "reclaim"
    with pytest.raises(Refused, match="决定的文号"):
        decided(again, head, later, "reclaim")
    decided(again, head, later, "reclaim", paper="云政土〔2024〕7号")
    assert Commitment.objects.get().state == Commitment.State.RECLAIMED
    assert not Check.objects.standing().open().exists()
    plot = StandardPlot.objects.get()
    assert plot.state == StandardPlot.State.RECLAIMED
    commitment_of(head, plot, firm="云泽仪表有限公司")
    assert StandardPlot.objects.get().state == StandardPlot.State.COMMITTED


def test_a_delay_of_the_government_is_put_off_with_its_paper(head: User) -> None:
    made = commitment_of(head)
    start = check_of(made, "start")
    day, to = date(2022, 9, 1), date(2023, 3, 31)
    with pytest.raises(Refused, match="认定的文号"):
        actions.postpone(start, by=head, version=1, today=day, to=to, reason="道路未通", paper="")
    start = actions.postpone(
        start, by=head, version=1, today=day, to=to, reason="道路未通", paper="会议纪要9号"
    )
    assert start.due == to
    actions.amend(
        made, by=head, version=made.version, today=day, reason="补充协议", handed_over=SIGNED
    )
    assert check_of(made, "start").due == to, "what was put off stays"
    assert check_of(made, "finish").due == date(2025, 3, 31), "what follows runs from it"


def test_nobody_confirms_what_he_found_himself(head: User, officer: User) -> None:
    check = check_of(commitment_of(head), "start")
    check = actions.measure(
        check, by=head, version=check.version, today=START, day=START, proof="许可证"
    )
    with pytest.raises(Refused, match="不能自己复核"):
        actions.confirm(check, by=head, version=check.version, today=START)
    check = actions.confirm(check, by=officer, version=check.version, today=START)
    check = actions.send_back(
        check, by=head, version=check.version, today=START, reason="日期与许可证不符"
    )
    assert (check.state, check.actual, check.attempt) == (Check.State.WAITING, None, 2)
    assert not sheet_of(check, START).findings


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"day": date(2022, 9, 21)}, "不能晚于今天"),
        ({"day": date(2022, 2, 1)}, "不能早于签订日期"),
        ({"proof": " "}, "请写明凭据"),
    ],
)
def test_a_finding_holds_together(head: User, given: dict[str, object], says: str) -> None:
    check = check_of(commitment_of(head), "start")
    whole = {"day": START, "proof": "许可证", **given}
    with pytest.raises(Refused, match=says):
        actions.measure(check, by=head, version=check.version, today=START, **whole)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("readings", "says"),
    [
        ({}, "请至少填一项"),
        ({"jobs": Reading(Decimal(1))}, "没有这些指标：jobs"),
        ({"energy": Reading(Decimal("0.4"))}, "请注明按等价值还是当量值"),
        ({"tax": Reading(Decimal(-1))}, "不小于零"),
        ({"tax": Reading(Decimal(20), {"评价税收": Decimal(1000)})}, "按分项算是25，请核对"),
        ({"emission": Reading(parts={"主要污染物排放量": Decimal(1)})}, "还缺：工业增加值"),
        (
            {"emission": Reading(parts={"主要污染物排放量": Decimal(1), "工业增加值": Decimal(0)})},
            "除数为零",
        ),
    ],
)
def test_a_measured_value_holds_together(
    head: User, readings: dict[str, Reading], says: str
) -> None:
    check = check_of(commitment_of(head), "review")
    day = date(2027, 5, 10)
    with pytest.raises(Refused, match=says):
        actions.measure(
            check, by=head, version=check.version, today=day, day=day, proof="x", readings=readings
        )


def test_a_review_does_not_begin_before_its_time(head: User) -> None:
    check = check_of(commitment_of(head), "review")
    assert check.opens is not None
    with pytest.raises(Refused, match="达产复核从"):
        actions.measure(
            check, by=head, version=check.version, today=START, day=START, proof="x",
            readings=soft("21"),
        )  # fmt: skip


def test_indicators_are_set_before_the_plot_is_given(head: User) -> None:
    bare = actions.keep(by=head, unit=head.unit, parcel=parcel_of(head, "YZ-09"))
    with pytest.raises(Refused, match="还没有设定指标"):
        commitment_of(head, bare)
    less = {key: one for key, one in LIMITS.items() if key != "tax"}
    day = date(2022, 1, 4)
    with pytest.raises(Refused, match="还缺：亩均税收"):
        actions.set_indicators(bare, by=head, version=1, since=day, paper="x", limits=less)
    plot = plot_of(head, supply_on=date(2022, 2, 1))
    with pytest.raises(Refused, match="应在出让之前设定"):
        actions.set_indicators(
            plot, by=head, version=plot.version, since=SIGNED, paper="x",
            limits=LIMITS, reason="x",
        )  # fmt: skip
    with pytest.raises(Refused, match="在2022-01-05还没有施行"):
        commitment_of(head, plot, signed=date(2022, 1, 5))
    commitment_of(head, plot)
    plot = StandardPlot.objects.get(pk=plot.pk)
    with pytest.raises(Refused, match="指标不能再改"):
        actions.set_indicators(
            plot, by=head, version=plot.version, since=SIGNED, paper="x",
            limits=LIMITS, reason="x",
        )  # fmt: skip
    with pytest.raises(Refused, match="已有承诺"):
        commitment_of(head, plot)


def test_each_version_of_the_indicators_stays(head: User) -> None:
    plot = plot_of(head)
    more = {**LIMITS, "tax": Limits(Decimal(25), None)}
    day = date(2022, 2, 10)
    with pytest.raises(Refused, match="请写明理由"):
        actions.set_indicators(
            plot, by=head, version=plot.version, since=day, paper="2号", limits=more
        )
    actions.set_indicators(
        plot, by=head, version=plot.version, since=day, paper="2号", limits=more,
        reason="区域评估后调整",
    )  # fmt: skip
    sets = list(plot.sets.order_by("number"))
    assert [one.limits["tax"].low for one in sets] == [Decimal(20), Decimal(25)]
    early = commitment_of(head, StandardPlot.objects.get(), signed=date(2022, 2, 1))
    assert early.indicators == sets[0], "what held on the day of signing"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"limits": {"tax": Limits(Decimal(18), None)}}, "弱于出让指标不低于20万元/亩"),
        ({"agreed": {"start": date(2022, 2, 1)}}, "约定的开工日期2022-02-01早于"),
        ({"agreed": {"start": date(2023, 1, 1), "finish": date(2022, 12, 1)}}, "约定的竣工日期"),
        ({"formulas": {"tax": "差额 × 亩数"}}, "亩均税收的违约金算式：第6个字：不认识“亩数”"),
        ({"formulas": {"start": "承诺值 × 2"}}, "开工的违约金算式：第1个字：不认识“承诺值”"),
        ({"handed_over": date(2022, 2, 1)}, "交地日期不能早于签订日期"),
        ({"signed": date(2022, 4, 1), "handed_over": None}, "签订日期不能晚于今天"),
    ],
)
def test_a_commitment_holds_together(head: User, given: dict[str, object], says: str) -> None:
    plot = plot_of(head)
    with pytest.raises(Refused, match=says):
        commitment_of(head, plot, **given)


def test_the_days_of_the_contract_go_first(head: User) -> None:
    agreed = {"start": date(2022, 6, 30), "finish": date(2023, 12, 31), "production": None}
    made = commitment_of(head, agreed=agreed)
    assert check_of(made, "start").due == date(2022, 6, 30)
    assert check_of(made, "acceptance").due == date(2024, 4, 1), "31 March 2024 was a Sunday"
    assert made.agreed == {"start": "2022-06-30", "finish": "2023-12-31"}


def test_a_commitment_that_was_checked_is_not_removed(head: User, officer: User) -> None:
    made = commitment_of(head)
    done(check_of(made, "start"), officer, head, START)
    with pytest.raises(Refused, match="已经核查过"):
        actions.remove_commitment(made, by=head, version=made.version, reason="误录")
    other = commitment_of(head, plot_of(head, "YZ-09"))
    actions.remove_commitment(other, by=head, version=other.version, reason="误录")
    assert StandardPlot.objects.get(pk=other.plot_id).state == StandardPlot.State.SET
    assert not Check.objects.standing().filter(commitment=other).exists()


def test_days_that_an_earlier_round_charged_are_not_charged_again(
    head: User, officer: User
) -> None:
    made = commitment_of(head)
    seen = date(2022, 10, 18)
    start = done(check_of(made, "start"), officer, head, seen, is_done=False)
    start = decided(start, head, seen, "penalty", deadline=date(2022, 11, 8), reason="协商")
    assert start.amount == Decimal("6.00")
    last = date(2022, 10, 28)
    sheet = sheet_of(done(check_of(made, "start", 2), officer, head, last), last)
    assert sheet.amount == Decimal("6.00"), "twenty days are 12, of which 6 were charged"
    assert sheet.owed[0].working.endswith("；减前几轮已定6")


def test_an_expression_for_what_the_rules_lack_is_refused(head: User) -> None:
    with pytest.raises(Refused, match="办法里没有“gone”"):
        commitment_of(head, formulas={"gone": "1 × 2"})
    made = commitment_of(head, plot_of(head, "YZ-09"))
    Commitment.objects.filter(pk=made.pk).update(formulas={"gone": "1 × 2"})
    page = browser_of(head).get(f"/standard/commitments/{made.pk}")
    assert page.status_code == 200
    with pytest.raises(Refused, match="办法里没有“gone”"):
        actions.amend(
            made, by=head, version=made.version, today=date(2022, 5, 1), reason="补充协议", note="x"
        )


def test_a_day_beyond_every_contract_is_refused(head: User) -> None:
    far = date(9999, 12, 31)
    with pytest.raises(Refused, match="交地日期最晚到2199年"):
        commitment_of(head, handed_over=far)
    plot = plot_of(head, "YZ-09")
    with pytest.raises(Refused, match="最晚到2199年"):
        commitment_of(head, plot, agreed={"start": far})
    check = check_of(commitment_of(head, plot), "start")
    told = {"version": check.version, "to": far, "paper": "x", "reason": "x"}
    page = browser_of(head).post(f"/standard/checks/{check.pk}/postpone", told)
    assert page.status_code == 422
    assert "日期最晚到2199年" in page.content.decode()
