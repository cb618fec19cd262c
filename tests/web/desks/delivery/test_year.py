"""The scripted year: fifty projects, week by week, and what its packs, lights and forms say."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from statistics import median, quantiles

import openpyxl
from docx import Document

from examples.year import HANDED_OVER, LAST, LOST, REFUSED, YEAR, Cast, Told, play
from tests.reports.test_cells import TEMPLATE
from tests.web.conftest import Hire
from yinfeng.web.desks.counts.counting import Question, counts_of
from yinfeng.web.desks.delivery.actions import sheets
from yinfeng.web.desks.delivery.models import Call, LightRow, Meeting, Pack, Problem, Task, Turn
from yinfeng.web.desks.delivery.packs import from_json, seal_of
from yinfeng.web.desks.delivery.papers import minutes_file
from yinfeng.web.desks.plans.models import Plan
from yinfeng.web.desks.projects.models import Ending, Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.store import vault

CELLS = f"""
version: {YEAR}
cells:
  项目表!B5: {{measure: passed, gate: A2, period: year, says: 签约}}
  项目表!B6: {{measure: passed, gate: C1, period: year, says: 开工}}
  项目表!D10: {{measure: passed, gate: O1, period: year, says: 投产}}
  项目表!D11: {{measure: recognised, period: year, unit: 万元, digits: 0}}
"""


def test_a_year_of_fifty_projects(
    county: OrgUnit, town: OrgUnit, other_town: OrgUnit, clerk: User, head: User, hire: Hire
) -> None:
    leader = hire("leader", town, Role.LEADER)
    judge = hire("judge", county, Role.COUNTY)
    told = play(Cast(town, other_town, clerk, head, leader, judge))
    _the_projects(told, other_town)
    _the_plans(told)
    _the_counts(judge)
    _the_shares(head)
    _the_slips(told)
    _the_packs(told)
    _the_meetings(told)
    _the_lights(leader)
    _the_problems(judge)
    _the_form(town, head)


def _by_hand(number: int) -> dict[str, date]:
    """The days of the gates of a project of the year, worked out from its story alone."""
    begins = date(YEAR, 1, 6) + timedelta(days=3 * number)
    if number in LOST or number == REFUSED:
        days = {"N1": 8 if number % 3 else 10}
    elif number % 3:
        days = {"N1": 8, "A2": 30, "R1": 45, "D1": 55, "C1": 70, "C3": 150, "O1": 185}
    else:
        days = {"N1": 10, "A2": 40, "R1": 60, "D1": 110, "C1": 170}
    late = {"C1", "C3", "O1"} if number % 8 == 4 else set()
    found = {
        gate: begins + timedelta(days=after + (45 if gate in late else 0))
        for gate, after in days.items()
    }
    # From the day on which it went to the neighbour nobody of the town reports of it.
    gone = begins + timedelta(days=62) if number == HANDED_OVER else LAST
    return {gate: day for gate, day in found.items() if day <= min(LAST, gone)}


def _yuan_by_hand(number: int) -> int:
    return (3 + number * 7 % 40) * 10_000_000


def _at(gate: str) -> list[int]:
    return [number for number in range(50) if gate in _by_hand(number)]


def _the_plans(told: Told) -> None:
    """Every project that was signed has a plan from the template of its kind, and no other has."""
    planned = dict(Plan.objects.standing().values_list("project", "template"))
    wanted = {
        told.projects[number].pk: "leased-plant" if number % 3 else "new-land"
        for number in _at("A2")
    }
    assert planned == wanted
    assert len(planned) == 47


def _the_counts(judge: User) -> None:
    """Every count and conversion of the year is what the story comes to when added up by hand."""
    asked = Question(date(YEAR, 1, 1), date(YEAR, 12, 31), None, None)
    found = counts_of(judge, asked, LAST)
    gates = {"signed": "A2", "started": "C1", "completed": "C3", "producing": "O1"}
    for key, gate in gates.items():
        tally, by_hand = found.tally(key), _at(gate)
        assert tally is not None
        assert (key, tally.count) == (key, len(by_hand))
        assert tally.yuan == sum(map(_yuan_by_hand, by_hand))
        large = [number for number in by_hand if _yuan_by_hand(number) >= 100_000_000]
        sizes = {one.band.key: len(one.rows) for one in tally.classes}
        assert (key, sizes["y1"]) == (key, len(large))
    for one in found.cohorts:
        first, last = one.conversion.start, one.conversion.end
        days = [
            (_by_hand(number)[last] - _by_hand(number)[first]).days
            for number in _at(first)
            if last in _by_hand(number)
        ]
        assert (len(one.rows), len(one.reached)) == (len(_at(first)), len(days))
        assert one.days is not None
        assert float(one.days.median) == median(days)
        assert float(one.days.p75) == quantiles(days, n=4, method="inclusive")[2]
    signed, started = len(_at("A2")), len(_at("C1"))
    assert (found.beside.signed, found.beside.kept, found.beside.started) == (
        signed, signed, started,
    )  # fmt: skip


def _the_shares(head: User) -> None:
    """The town has two fifths of the project that went to the neighbour, in counts and in rates."""
    asked = Question(date(YEAR, 1, 1), date(YEAR, 12, 31), None, None)
    found = counts_of(head, asked, LAST)
    tally, signed = found.tally("signed"), _at("A2")
    assert tally is not None
    assert (tally.count, tally.is_shared) == (len(signed), True)
    whole = len(signed) - 1 + Decimal("0.4")
    assert tally.credit == whole
    others = sum(map(_yuan_by_hand, signed)) - _yuan_by_hand(HANDED_OVER)
    assert tally.yuan == others + _yuan_by_hand(HANDED_OVER) * Decimal("0.4")
    started = len(set(signed) & set(_at("C1")) - {HANDED_OVER})
    started_share = started + Decimal("0.4") * (HANDED_OVER in _at("C1"))
    rate = (started_share * 100 / whole).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    assert found.beside.started_rate == rate


def _the_slips(told: Told) -> None:
    """The six whose works slip by six weeks have all been red, and the packs tell of late steps."""
    red = set(Turn.objects.filter(now="red").values_list("project", flat=True))
    slipped = {told.projects[number].pk for number in _at("C1") if number % 8 == 4}
    assert len(slipped) == 6
    assert slipped <= red
    told_late = [
        item.lead
        for pack in Pack.objects.all()
        for item in from_json(pack.content)
        if item.key == "slips" and item.lead.startswith("滞后节点")
    ]
    assert len(told_late) > 30


def _the_packs(told: Told) -> None:
    """Each pack tells as many new problems as the story has between two meetings."""
    days = [one.day for one in told.meetings]
    met = [
        date(YEAR, 1, 6) + timedelta(days=3 * number + 75)
        for number in range(0, 50, 5)
        if number not in LOST
    ]
    for before, meeting in zip([date(YEAR, 1, 1), *days], told.meetings, strict=False):
        fresh = sum(before < day <= meeting.day for day in met)
        pack = Pack.objects.get(meeting=meeting)
        item = next(one for one in from_json(pack.content) if one.key == "problems")
        assert item.lead.startswith(f"新登记{fresh}个"), (meeting.day, item.lead)


def _the_projects(told: Told, other_town: OrgUnit) -> None:
    assert len(told.projects) == 50
    now = [Project.objects.get(pk=one.pk) for one in told.projects]
    assert Counter(one.state for one in now) == {"open": 48, "lost": 2}
    assert Counter(one.proved for one in now) == {"O1": 28, "C3": 1, "C1": 17, "D1": 1, "N1": 3}
    rivals = Ending.objects.order_by("day").values_list("project", "rival")
    assert dict(rivals) == {now[at].pk: rival for at, rival in LOST.items()}
    assert now[HANDED_OVER].unit == other_town
    assert now[HANDED_OVER].first_unit != other_town
    assert now[REFUSED].proved == "N1"
    assert told.refusals == [
        "没有公平竞争审查记录，不能签订。请先登记审查的编号、机构、日期和结论。"
    ]


def _the_meetings(told: Told) -> None:
    assert len(told.meetings) == 47
    packs = list(Pack.objects.order_by("meeting__day"))
    assert all(seal_of(pack.content) == pack.sha256 for pack in packs)
    leads = [from_json(pack.content)[0].lead for pack in packs]
    assert leads[0] == "此前没有开过例会。"
    assert sum("完成率50.0%" in lead for lead in leads) > 10
    last = Meeting.objects.select_related("unit", "pack").get(pk=told.meetings[-1].pk)
    lines = [one.text for one in Document(BytesIO(minutes_file(last))).paragraphs]
    assert "云泽镇会议纪要" in lines
    assert any(line.startswith("1. 办结WT2025-") for line in lines)
    states = Counter(Task.objects.values_list("state", flat=True))
    assert states["done"] > 20
    assert states["open"] > 20


def _the_lights(leader: User) -> None:
    turned = Counter(Turn.objects.values_list("now", flat=True))
    assert turned["red"] >= 4
    assert turned["green"] >= 8
    assert not Turn.objects.filter(now="red", why="").exists()
    reds = LightRow.objects.filter(light="red")
    assert reds.exists()
    rungs = set(Call.objects.values_list("rung", flat=True))
    assert rungs == {"notice", "leader", "order", "talk"}
    assert all(leader.name in call.to for call in Call.objects.filter(rung="leader"))


def _the_problems(judge: User) -> None:
    closed = Problem.objects.filter(state=Problem.State.CLOSED)
    assert closed.count() == 5
    assert {one.verifier for one in closed} == {judge}
    assert Problem.objects.filter(closed=None, due__lt=LAST).count() == 5


def _the_form(town: OrgUnit, head: User) -> None:
    template = sheets.keep_form(
        town, by=head, name="年报", file="年报.xlsx", content=TEMPLATE, cells=CELLS
    )
    made = sheets.fill_form(template, by=head, today=LAST, first=date(YEAR, 1, 1), last=LAST)
    sheet = openpyxl.load_workbook(BytesIO(vault.get(made.sha256)))["项目表"]
    # One went to the neighbour after it was signed: its gates go with it.
    passed = [sheet[cell].value for cell in ("B5", "B6", "D10")]
    here = [number for number in range(50) if number != HANDED_OVER]
    assert passed == [len(set(_at(gate)) & set(here)) for gate in ("A2", "C1", "O1")]
    assert sheet["D11"].value > 0
    assert sheet["D11"].value % 170 == 0
