"""Plans counted back from fixed days: known plans by hand, and what holds of every plan."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.judgement.schedule.changes import Planned, What, changes
from yinfeng.judgement.schedule.editing import (
    added,
    is_above_the_law,
    is_below_the_law,
    reaches,
    retimed,
    without,
)
from yinfeng.judgement.schedule.grid import day_of, grid, number
from yinfeng.judgement.schedule.outlook import Actual, outlook, planned
from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.milestones import (
    Length,
    Milestone,
    Need,
    length,
    overlaid_template,
    template,
    templates,
)
from yinfeng.lexicon.office_files import BadPolicy

DAYS = calendar()
LENGTHS = ("0wd", "1wd", "3wd", "10wd", "45wd", "1d", "7d", "30d", "100d", "1m", "5m", "14m")


def _milestone(key: str, takes: str, *needs: str | Need) -> Milestone:
    waits = tuple(Need(one) if isinstance(one, str) else one for one in needs)
    return Milestone(key, key, "track", "owner", length(takes), waits)


CHAIN = (
    _milestone("design", "10wd"),
    _milestone("permit", "20wd", "design"),
    _milestone("start", "0wd", "permit"),
    _milestone("water", "5wd", Need("permit", from_start=True, lag=length("5wd"))),
)


def test_counts_back_over_the_national_holiday_and_its_make_up_days() -> None:
    rows = outlook(CHAIN, {"start": date(2026, 10, 15)}, {}, date(2026, 8, 3), DAYS)
    by_key = {row.key: row for row in rows.rows}
    # October 2026: 1–7 off, Saturday 10 worked, and September 20 (Sunday) too, 25 off.
    assert by_key["start"].latest == date(2026, 10, 15)
    assert by_key["permit"].latest == date(2026, 10, 15)
    assert by_key["design"].latest == date(2026, 9, 11)
    assert by_key["design"].earliest == date(2026, 8, 17)
    assert by_key["design"].float == DAYS.between(date(2026, 8, 17), date(2026, 9, 11))
    assert by_key["water"].latest is None
    assert by_key["water"].float is None
    assert rows.is_feasible
    assert rows.chain == ("design", "permit", "start")


def test_a_plan_that_cannot_be_kept_says_what_is_late_and_by_how_much() -> None:
    rows = outlook(CHAIN, {"start": date(2026, 8, 21)}, {}, date(2026, 8, 3), DAYS)
    assert not rows.is_feasible
    (missed,) = rows.missed
    assert (missed.key, missed.earliest, missed.late) == ("start", date(2026, 9, 14), 16)
    assert [(one.key, one.latest, one.late) for one in rows.behind] == [
        ("design", date(2026, 7, 24), 6)
    ]
    assert {row.float for row in rows.rows if row.latest} == {-16}


def test_what_is_done_stands_and_what_has_begun_counts_from_its_day() -> None:
    actuals = {
        "design": Actual(ended=date(2026, 8, 8)),  # a Saturday
        "permit": Actual(began=date(2026, 8, 10)),
    }
    rows = outlook(CHAIN, {"start": date(2026, 9, 30)}, actuals, date(2026, 8, 20), DAYS)
    by_key = {row.key: row for row in rows.rows}
    assert by_key["design"].is_done
    assert by_key["design"].earliest == date(2026, 8, 8)
    assert by_key["permit"].earliest == DAYS.after(date(2026, 8, 10), 20)
    late = outlook(CHAIN, {}, actuals, date(2026, 12, 1), DAYS)
    assert late.rows[1].earliest == date(2026, 12, 1)


def test_several_fixed_days_bind_what_comes_before_each() -> None:
    land = template("new-land").milestones
    fixed = {
        "start": date(2027, 6, 30),
        "acceptance": date(2028, 12, 29),
        "production": date(2029, 6, 29),
    }
    whole = outlook(land, fixed, {}, date(2026, 11, 23), DAYS)
    assert whole.is_feasible
    by_key = {row.key: row for row in whole.rows}
    assert by_key["building-permit"].latest is not None
    assert by_key["building-permit"].latest < date(2027, 6, 30)
    roof = by_key["roof"].latest
    assert roof is not None
    assert roof > date(2027, 6, 30)
    assert by_key["statistics"].latest is None
    assert by_key["start"].is_provisional
    assert whole.chain[-1] == "start"


def test_a_day_that_a_person_chose_moves_what_comes_after_and_before() -> None:
    fixed = {"start": date(2026, 12, 31)}
    today = date(2026, 8, 3)
    plain = planned(CHAIN, fixed, {}, {}, today, DAYS)
    assert plain["permit"].ends == date(2026, 12, 31)
    sooner = planned(CHAIN, fixed, {"permit": date(2026, 10, 20)}, {}, today, DAYS)
    assert sooner["permit"].ends == date(2026, 10, 20)
    assert sooner["design"].ends < plain["design"].ends
    later = planned(CHAIN, fixed, {"permit": date(2027, 1, 20)}, {}, today, DAYS)
    assert later["start"].ends == date(2027, 1, 20)
    early = planned(CHAIN, fixed, {"permit": date(2026, 8, 4)}, {}, today, DAYS)
    assert early["permit"].ends == DAYS.after(DAYS.after(today, 10), 20)


def test_months_keep_their_ends() -> None:
    days = grid(DAYS)
    step = days.step(Length(1, "m"))
    assert day_of(step.forward(number(date(2027, 1, 29)))) == date(2027, 3, 1)
    assert day_of(step.back(number(date(2027, 3, 1)))) == date(2027, 2, 1)


def test_the_baseline_shows_what_was_added_left_out_and_moved() -> None:
    before = {
        "a": Planned("方案", date(2026, 9, 30)),
        "b": Planned("许可", date(2026, 10, 15)),
        "c": Planned("旧节点", date(2026, 11, 2)),
    }
    after = {
        "a": Planned("方案", date(2026, 10, 12)),
        "b": Planned("许可", date(2026, 10, 15)),
        "d": Planned("新节点", date(2026, 12, 1)),
    }
    found = {one.key: one for one in changes(before, after, DAYS)}
    assert [found[key].what for key in "abdc"] == [
        What.MOVED,
        What.SAME,
        What.ADDED,
        What.REMOVED,
    ]
    assert (found["a"].days, found["a"].working_days) == (12, 4)
    assert changes(after, before, DAYS)[0].days == -12


@st.composite
def _networks(draw: st.DrawFn) -> tuple[Milestone, ...]:
    size = draw(st.integers(2, 12))
    made = []
    for at in range(size):
        some = st.lists(st.integers(0, at - 1), max_size=3, unique=True) if at else st.just([])
        needs = tuple(
            Need(f"k{of}", draw(st.booleans()), length(draw(st.sampled_from(LENGTHS[:9]))))
            for of in draw(some)
        )
        takes = length(draw(st.sampled_from(LENGTHS)))
        made.append(Milestone(f"k{at}", f"节点{at}", "track", "owner", takes, needs))
    return tuple(made)


DAY = st.dates(date(2025, 1, 1), date(2030, 12, 31))


@st.composite
def _cases(
    draw: st.DrawFn,
) -> tuple[tuple[Milestone, ...], dict[str, date], dict[str, Actual], date]:
    milestones = draw(_networks())
    keys = [one.key for one in milestones]
    fixed = draw(st.dictionaries(st.sampled_from(keys), DAY, min_size=1, max_size=3))
    today = draw(DAY)
    past = st.dates(today - timedelta(days=400), today)
    actuals = {}
    for key in draw(st.lists(st.sampled_from(keys), max_size=3, unique=True)):
        began = draw(past)
        ended = draw(st.one_of(st.none(), st.dates(began, today)))
        actuals[key] = Actual(draw(st.one_of(st.just(began), st.none())) if ended else began, ended)
    return milestones, fixed, actuals, today


Case = tuple[tuple[Milestone, ...], dict[str, date], dict[str, Actual], date]


@given(_cases())
def test_where_a_plan_can_be_kept_no_milestone_is_later_than_its_latest_day(case: Case) -> None:
    found = outlook(*case, DAYS)
    floats = [row.float for row in found.rows if row.float is not None]
    assert found.is_feasible == all(one >= 0 for one in floats)


@given(_cases(), st.integers(1, 300))
def test_a_later_end_never_lowers_a_float(case: Case, more: int) -> None:
    milestones, fixed, actuals, today = case
    later = {**fixed, min(fixed): fixed[min(fixed)] + timedelta(days=more)}
    before = outlook(milestones, fixed, actuals, today, DAYS)
    after = outlook(milestones, later, actuals, today, DAYS)
    for was, now in zip(before.rows, after.rows, strict=True):
        assert now.earliest == was.earliest
        assert (now.float is None) == (was.float is None)
        assert was.float is None or now.float is None or now.float >= was.float


@given(_cases(), st.randoms())
def test_the_order_of_the_rows_does_not_matter(case: Case, chance: object) -> None:
    milestones, fixed, actuals, today = case
    shuffled = list(milestones)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    def days_of(rows: object) -> dict[str, tuple[object, ...]]:
        return {r.key: (r.earliest, r.latest, r.float) for r in rows.rows}  # type: ignore[attr-defined]

    assert days_of(outlook(milestones, fixed, actuals, today, DAYS)) == days_of(
        outlook(shuffled, fixed, actuals, today, DAYS)
    )


@given(_cases())
def test_nothing_is_planned_for_a_day_off(case: Case) -> None:
    milestones, fixed, actuals, today = case
    found = outlook(milestones, fixed, actuals, today, DAYS)
    bars = planned(milestones, fixed, {}, actuals, today, DAYS)
    for row in found.rows:
        if not row.is_done:
            assert DAYS.is_working_day(row.earliest)
            assert DAYS.is_working_day(bars[row.key].ends)
            assert bars[row.key].begins <= bars[row.key].ends
        assert row.latest is None or row.is_done or DAYS.is_working_day(row.latest)


@given(_cases())
def test_a_plan_keeps_to_what_each_milestone_waits_for(case: Case) -> None:
    milestones, fixed, _, today = case
    bars = planned(milestones, fixed, {}, {}, today, DAYS)
    days = grid(DAYS)
    for one in milestones:
        for need in one.needs:
            before = bars[need.of].begins if need.from_start else bars[need.of].ends
            ready = (
                days.step(need.lag).forward(number(before)) if need.lag.count else number(before)
            )
            if not need.from_start:
                assert days.step(one.takes).forward(ready) <= number(bars[one.key].ends)


@given(_cases())
def test_the_critical_chain_leads_from_need_to_need_to_a_fixed_day(case: Case) -> None:
    milestones, fixed, actuals, today = case
    found = outlook(milestones, fixed, actuals, today, DAYS)
    needs = {one.key: {need.of for need in one.needs} for one in milestones}
    assert all(first in needs[second] for first, second in pairwise(found.chain))
    if found.missed:
        assert found.chain[-1] in {one.key for one in found.missed}
    if found.chain:
        assert found.chain[-1] in fixed


@given(st.integers(0, 5000), st.sampled_from(LENGTHS))
def test_back_is_the_last_working_day_from_which_a_term_ends_in_time(at: int, says: str) -> None:
    days = grid(DAYS)
    step = days.step(length(says))
    end = days.ahead[number(date(2012, 1, 1)) + at]
    start = step.back(end)
    assert step.forward(start) <= end
    after = days.ahead[start + 1]
    assert step.forward(after) > end


@pytest.mark.parametrize("one", templates(), ids=lambda one: one.key)
def test_every_template_can_be_counted_back_and_says_on_what_it_rests(one: object) -> None:
    made = template(one.key)  # type: ignore[attr-defined]
    assert all(row.basis and row.proof and row.next for row in made.milestones)
    gates = [row.gate for row in made.milestones if row.gate]
    assert len(set(gates)) == len(gates)
    today = date(2026, 11, 23)
    fixed = {key: date(2030, 6, 28) for key in made.fixed}
    found = outlook(made.milestones, fixed, {}, today, DAYS)
    assert found.is_feasible
    assert all(row.earliest > today or not row.float for row in found.rows if row.float is not None)


def test_an_office_lays_its_own_terms_over_a_template() -> None:
    pile = "{name: 桩基先行, track: 建设, owner: 业主, target: 1m, needs: [contract]}"
    own = f"version: 云泽2026\nmilestones:\n  eia: {{target: 5wd}}\n  pile: {pile}\n"
    made = overlaid_template("new-land", own)
    assert made.version == "2026.1+云泽2026"
    assert made.milestone("eia").takes == Length(5, "wd")  # type: ignore[union-attr]
    assert made.milestones[-1].key == "pile"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("version: x\nmilestones: {eia: {target: 五天}}", "milestones.eia：时长要写成"),
        ("version: x\nmilestones: {eia: {needs: [nowhere]}}", "nowhere 不存在"),
        ("version: x\nmilestones: {filing: {needs: [start]}}", "循环"),
        ("version: x\nmilestones: {eia: {tarket: 5wd}}", "tarket"),
        ("version: x\nfixed: [moon]", "moon"),
        ("milestones: {}", "version"),
    ],
)
def test_a_bad_file_of_an_office_names_its_key(text: str, says: str) -> None:
    with pytest.raises(BadPolicy, match=says):
        overlaid_template("new-land", text)


def test_what_waited_for_a_milestone_left_out_waits_for_what_was_before_it() -> None:
    shorter = without(CHAIN, "permit")
    by_key = {one.key: one for one in shorter}
    assert [need.of for need in by_key["start"].needs] == ["design"]
    rows = outlook(shorter, {"start": date(2026, 10, 15)}, {}, date(2026, 8, 3), DAYS)
    assert rows.chain == ("design", "start")


def test_a_milestone_is_added_after_what_it_waits_for_and_before_what_waits_for_it() -> None:
    pile = _milestone("pile", "15wd", "design")
    grown = added(CHAIN, pile, before=("start",))
    assert [one.key for one in grown] == ["design", "pile", "permit", "start", "water"]
    assert Need("pile") in grown[3].needs


def test_a_term_below_the_least_of_the_law_is_known() -> None:
    land = template("new-land").milestones
    short = retimed(land, {"notice": Length(20, "d"), "eia": Length(60, "d")})
    assert [one.key for one in short if is_below_the_law(one)] == ["notice"]
    assert [one.key for one in short if is_above_the_law(one)] == ["eia"]
    assert not [one.key for one in land if is_below_the_law(one) or is_above_the_law(one)]


def test_the_whole_way_is_held_against_its_cap() -> None:
    made = template("new-land")
    bars = planned(made.milestones, {"start": date(2027, 6, 30)}, {}, {}, date(2026, 11, 23), DAYS)
    for one in reaches(made.caps, bars, DAYS):
        first, last = bars[one.cap.after].ends, bars[one.cap.to].ends
        is_working = one.cap.within.unit == "wd"
        assert one.takes == (DAYS.between(first, last) if is_working else (last - first).days)
        assert one.is_kept == (one.takes <= one.cap.within.count)
