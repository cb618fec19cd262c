"""The counts of outreach: the figures of a year come out of rows, and tell what is left out."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from tests.web.desks.outreach_year import Figures, Town, enter
from yinfeng.identity.decisions import Ruling
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.reading import Reading, read
from yinfeng.values import Indicator
from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.asking import Question
from yinfeng.web.desks.outreach.counting import Count
from yinfeng.web.desks.outreach.models import OwnRules, Visit
from yinfeng.web.desks.outreach.sources import count, count_by, rows_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import decide_identity

SEED = Path(__file__).parents[4] / "shared" / "seeds" / "002_eeccd48c3eddc96d.txt"


@pytest.fixture
def office(town: OrgUnit, clerk: User, head: User) -> Town:
    """The town in the year 2017."""
    return Town(town, clerk, head, 2017)


def _asked(unit: OrgUnit) -> Question:
    return Question(unit, date(2017, 1, 1), date(2017, 12, 31))


def _figures(found: dict[str, Count], leaders_there: dict[str, Count]) -> Figures:
    return Figures(
        days=found["days"].total,
        leader_days=leaders_there["leader_days"].total,
        firms=int(found["firms"].total),
        batches=int(found["batches"].total),
        projects=int(found["projects"].total),
        signed=int(found["signed"].total),
    )


def test_a_year_of_rows_comes_to_its_figures(office: Town) -> None:
    wanted = Figures(Decimal("46.5"), Decimal("12.5"), 17, 23, 8, 2)
    enter(office, wanted)
    asked = _asked(office.unit)
    assert _figures(count(asked), count(asked.of(place="上海"))) == wanted


@pytest.mark.skipif(not SEED.exists(), reason="reads a paper of ../shared, which is absent")
def test_the_figures_that_a_paper_tells_of_2017_come_out_of_rows(office: Town) -> None:
    told = _told_figures(SEED.read_bytes())
    assert told == Figures(Decimal(393), Decimal(110), 99, 114, 29, 5)
    enter(office, told)
    asked = _asked(office.unit)
    assert _figures(count(asked), count(asked.of(place="上海"))) == told


def _told_figures(paper: bytes) -> Figures:
    (found,) = [one for one in read(paper, "2017.txt") if isinstance(one, Reading)]
    says = "".join(found.text.clean.split())
    told = [f.value.value.figure for f in found.facts if isinstance(f, Indicator) and f.value]
    figures = [
        Decimal(match[1])
        for pattern in (
            r"累计外出招商(\d+)天",
            r"赴上海招商(\d+)天",
            r"拜访企业(\d+)家",
            r"接待企业(\d+)批次",
            r"洽谈招商项目(\d+)个",
            r"签约项目(\d+)个",
        )
        if (match := re.search(pattern, says))
    ]
    assert set(figures) <= set(told)
    days, leaders, *rest = figures
    return Figures(days, leaders, *map(int, rest))


def test_what_is_left_out_names_its_rule(office: Town) -> None:
    enter(office, Figures(Decimal("20.5"), Decimal("5"), 5, 11, 3, 1))
    found = count(_asked(office.unit))
    reasons = {key: {out.why for out in one.left_out} for key, one in found.items()}
    assert reasons["days"] == {
        "外出没有批准",
        "在县（区）内活动，不算外出",
        "这次外出没有拜访企业",
    }
    assert reasons["batches"] == {"同一客商团组同一天已计一批次", "没有登记来访人数"}
    assert reasons["projects"] == {"这个项目本期已计过"}
    assert reasons["signed"] == {"不是有约束力的投资协议"}
    rows = rows_of(_asked(office.unit))
    for one in found.values():
        if one.measure.source:
            assert len(one.counted) + len(one.left_out) == len(rows[one.measure.source])


def test_a_count_as_of_a_past_day_knows_what_was_removed_since(office: Town) -> None:
    trip = office.approve(office.trip(date(2017, 5, 8), 3, "上海"))
    office.goes(trip, "沈立群", leader=True)
    office.meets(trip, 1)
    today = timezone.localdate()
    actions.remove(Visit.objects.get(), by=office.clerk, reason="登记重复")
    asked = _asked(office.unit)
    assert count(asked)["days"].total == 0
    assert count(replace(asked, as_of=today))["days"].total == 0
    Visit.history.filter(history_type="~").update(history_date=timezone.now() + timedelta(days=1))
    Visit.history.filter(history_type="+").update(history_until=timezone.now() + timedelta(days=1))
    assert count(replace(asked, as_of=today))["days"].total == Decimal("1.5")
    assert count(replace(asked, as_of=today - timedelta(days=1)))["days"].total == 0


def test_one_half_day_of_a_person_counts_once(office: Town) -> None:
    for place in ("上海", "苏州"):
        trip = office.approve(office.trip(date(2017, 5, 8), 1, place))
        office.goes(trip, "沈立群", leader=True)
        office.meets(trip, 1)
    found = count(_asked(office.unit))
    assert found["days"].total == Decimal("0.5")
    assert found["days"].left_out[0].why == "同一人同一个半天已计过"
    assert [found[key].total for key in ("firms", "visits")] == [1, 1]


def test_a_firm_under_two_names_is_one_unless_a_person_says_otherwise(office: Town) -> None:
    names = ("恒锐精工", "苏州恒锐精工机械有限公司")
    for day, name in enumerate(names, 8):
        trip = office.approve(office.trip(date(2017, 5, day), 2, "苏州"))
        office.keep(Visit, trip=trip, on=trip.since, firm=name)
    asked = _asked(office.unit)
    assert count(asked)["firms"].total == 1
    left, right = (Naming(EntityKind.ENTERPRISE, name) for name in names)
    decide_identity(
        left, right, by=office.clerk, unit=office.unit, ruling=Ruling.DIFFERENT, why="两家"
    )
    assert count(asked)["firms"].total == 2


def test_the_parts_of_a_count_are_those_of_its_channels(office: Town) -> None:
    for channel, start in (("agent", date(2017, 5, 8)), ("fair", date(2017, 5, 15))):
        trip = office.approve(office.trip(start, 4, "上海", channel=channel))
        office.goes(trip, "周启明")
        office.meets(trip, start.day)
    by = count_by(_asked(office.unit), "channel")
    assert {key: one["days"].total for key, one in by.items()} == {"agent": 2, "fair": 2}


def test_an_offices_own_rule_lays_over_the_house(office: Town) -> None:
    trip = office.approve(office.trip(date(2017, 5, 8), 2, "上海"))
    office.goes(trip, "沈立群", leader=True)
    own = """
version: 云泽1
basis: 云泽镇办公会纪要
measures:
  - key: days
    needs: [{tells: approved, otherwise: 没有批准}]
  - key: leaders_in_shanghai
    label: 主要领导赴上海
    unit: 天
    narrows: days
    needs:
      - {tells: leader, otherwise: 不是主要领导}
      - {tells: place, value: 上海, otherwise: 不在上海}
"""
    assert count(_asked(office.unit))["days"].total == 0
    actions.set_rules(by=office.head, unit=office.unit, text=own)
    found = count(_asked(office.unit))
    assert [found[key].total for key in ("days", "leaders_in_shanghai")] == [1, 1]
    assert count(replace(_asked(office.unit), as_of=date(2020, 1, 1)))["days"].total == 0


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\nbasis: x\nmeasures: [{key: days, needs: [{tells: weather, otherwise: x}]}]",
        "version: 1\nbasis: x\nweather: fine",
        "basis: x",
        "version: [",
        "version: 1\nbasis: x\nmeasures: [{key: a, label: x, unit: 个, narrows: b, needs: []}]",
    ],
)
def test_rules_that_ask_for_what_no_row_tells_are_refused(office: Town, text: str) -> None:
    with pytest.raises(Refused, match="这份口径不能用"):
        actions.set_rules(by=office.head, unit=office.unit, text=text)


def test_rules_that_were_counted_by_cannot_be_changed(office: Town) -> None:
    actions.set_rules(by=office.head, unit=office.unit, text="")
    with pytest.raises(DatabaseError), transaction.atomic():
        OwnRules.objects.update(text="version: 2")
