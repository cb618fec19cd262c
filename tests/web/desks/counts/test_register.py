"""What is fetched for a count is enough for it: numbers and lists are those of every project."""

import re
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from django.core.paginator import Paginator
from django.utils import timezone

from tests.judgement.counting import reference as slow
from tests.web.conftest import Hire, browser_of
from tests.web.desks.counts import reference
from tests.web.desks.projects.made import a_project
from yinfeng.judgement.counting import Register, Tally, cohort_of
from yinfeng.lexicon.counting import project_counting
from yinfeng.web.desks.counts import views
from yinfeng.web.desks.counts.counting import Question, counts_of, one_cohort, one_tally
from yinfeng.web.desks.counts.models import Recognition
from yinfeng.web.desks.counts.rows import rows_of
from yinfeng.web.desks.counts.scope import Scope, Window
from yinfeng.web.desks.projects.models import (
    Correction,
    Ending,
    Handover,
    Passage,
    Project,
    Review,
)
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

TODAY = timezone.localdate()
RULES = project_counting()
PERIODS = [(-40, 0), (-400, -30), (-5, 5), (-900, 60)]


class Town:
    """A town whose register is filled by chance, the same for the same number."""

    def __init__(self, seed: int, town: OrgUnit, other: OrgUnit, by: User, second: User) -> None:
        self.dice, self.town, self.other = Random(seed), town, other
        self.by, self.second = by, second

    def grow(self, many: int) -> None:
        """Register so many projects, with what became of each."""
        for _ in range(many):
            project = self._project()
            for code in ("N1", "A2", "R1", "C1", "C3", "O1"):
                if self.dice.random() < 0.6:
                    self._pass(project, code)
            self._turn(project)

    def _project(self) -> Project:
        dice = self.dice
        home = dice.random() < 0.8
        amount = Decimal(dice.choice([10_000_000, 50_000_000, 100_000_000, 600_000_000]))
        return a_project(
            dice.choice([self.town, self.town, self.other]),
            self.by,
            dice.choice(["法兰项目", "轴承项目", "齿轮项目"]),
            investors=dice.choice(["远帆重工", "恒锐精密", ""]),
            kind=dice.choice([Project.Kind.NEW_LAND, Project.Kind.GOVERNMENT]),
            source=dice.choice([Project.Source.HAND, Project.Source.SHEET]),
            state=dice.choice(["open", "open", "open", "lost", "merged", "split", "paused"]),
            part=dice.choice(["", "", "", "phase", "increase"]),
            amount=dice.choice(["1亿元", "近1亿元"]),
            currency="CNY" if home else "USD",
            money=amount,
            yuan=amount if home else None,
            ceremony=self._day() if dice.random() < 0.2 else None,
        )

    def _pass(self, project: Project, code: str) -> None:
        dice = self.dice
        for _ in range(dice.choice([1, 1, 1, 2])):
            precision = dice.choice(["day", "day", "day", "month", "paper", "none"])
            day = None if precision == "none" else self._day()
            row = Passage.objects.create(
                project=project, gate=code, day=day, precision=precision, by=self.by
            )
            if dice.random() < 0.7:
                yes = dice.random() < 0.9
                Review.objects.create(passage=row, is_confirmed=yes, by=self.second)
            if dice.random() < 0.1:
                Correction.objects.create(passage=row, why="日期记错", by=self.by)

    def _turn(self, project: Project) -> None:
        dice = self.dice
        if dice.random() < 0.2:
            rule = dice.choice(["local", "new_owner"])
            day = self._day() if rule == "new_owner" else None
            Recognition.objects.create(
                project=project,
                rule=rule,
                holds=dice.random() < 0.8,
                day=day,
                why="核实",
                by=self.by,
            )
        if dice.random() < 0.2 and project.unit_id == self.other.pk:
            Handover.objects.create(
                project=project, giver=self.town, taker=self.other,
                giver_share=dice.choice([0, 40]), day=self._day(), why="厂房更合适", by=self.by,
            )  # fmt: skip
        if project.state == Project.State.LOST:
            Ending.objects.create(
                project=project, state="lost", code="R7", reason="市场变化", words="停了",
                days_in_stage=3, is_recoverable=True, revisit=TODAY, day=self._day(), by=self.by,
            )  # fmt: skip

    def _day(self) -> date:
        return TODAY - timedelta(days=self.dice.choice([0, 3, 20, 35, 100, 300, 500, 1200]))


@pytest.mark.parametrize("seed", range(6))
def test_what_is_fetched_counts_as_every_project_does(
    seed: int,
    county: OrgUnit,
    town: OrgUnit,
    other_town: OrgUnit,
    clerk: User,
    head: User,
    hire: Hire,
) -> None:
    judge = hire("judge", county, Role.COUNTY)
    grown = Town(seed, town, other_town, clerk, head)
    grown.grow(10)
    past = timezone.now()
    grown.grow(8)
    for user, unit in ((head, None), (judge, None), (judge, town), (judge, other_town)):
        for moment in (None, past):
            every = reference.rows_of(user, unit, moment, RULES)
            for first, last in PERIODS:
                start, end = TODAY + timedelta(days=first), TODAY + timedelta(days=last + 1)
                few = rows_of(Scope(user, unit, moment), Window.of(RULES, start, end), RULES)
                register = Register.of(few)
                for measure in RULES.measures:
                    assert slow.tally_of(few, measure, RULES, start, end) == slow.tally_of(
                        every, measure, RULES, start, end
                    )
                for one in RULES.conversions:
                    fast = cohort_of(register, one, RULES, start, end, TODAY)
                    members, reached, ended, _ = slow.cohort_of(every, one, start, end, TODAY)
                    assert [row.key for row in fast.rows] == members
                    assert [row.key for row in fast.reached] == reached
                    assert [row.key for row in fast.ended] == ended


def test_one_count_alone_is_the_same_as_among_all(
    town: OrgUnit, other_town: OrgUnit, clerk: User, head: User
) -> None:
    Town(7, town, other_town, clerk, head).grow(20)
    asked = Question(TODAY - timedelta(days=120), TODAY, None, None)
    found = counts_of(head, asked, TODAY)
    for tally in found.tallies:
        alone = one_tally(head, asked, TODAY, tally.measure.key)
        assert alone is not None
        assert _told(alone) == _told(tally)
    for cohort in found.cohorts:
        gates = (cohort.conversion.start, cohort.conversion.end)
        one = one_cohort(head, asked, TODAY, gates)
        assert one is not None
        assert [row.key for row in one.rows] == [row.key for row in cohort.rows]
        assert (one.rate, one.days) == (cohort.rate, cohort.days)


def _told(tally: Tally) -> tuple[object, ...]:
    """What a page tells of a count, without what is fetched of each project besides."""
    return (
        [(row.key, tally.days[row.key]) for row in tally.rows],
        [(one.row.key, one.rule) for one in tally.left_out],
        [[row.key for row in one.rows] for one in tally.classes],
        (tally.yuan, tally.credit, tally.foreign, tally.largest_classes()),
    )


def test_a_long_list_is_turned_page_by_page(
    town: OrgUnit, other_town: OrgUnit, clerk: User, head: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "_ROWS", 2)
    Town(3, town, other_town, clerk, head).grow(20)
    asked = Question(TODAY - timedelta(days=900), TODAY, None, None)
    tally = one_tally(head, asked, TODAY, "signed")
    assert tally is not None
    assert len(tally.left_out) > 4
    pages = Paginator(tally.left_out, 2).num_pages
    page = f"/counts/of/signed?start={asked.start}&last={asked.last}"
    shown = []
    for number in range(1, pages + 1):
        says = browser_of(head).get(f"{page}&left={number}").content.decode()
        assert f"第{number}页，共{pages}页" in says
        out = says.split('id="out"')[1].split("<details")[0]
        shown += [int(key) for key in re.findall(r'/projects/(\d+)"', out)]
    assert sorted(shown) == sorted(
        one.row.key for one in tally.left_out if not one.row.is_elsewhere
    )
