"""The scripted year: fifty projects, week by week, and what its packs, lights and forms say."""

from collections import Counter
from datetime import date
from io import BytesIO

import openpyxl
from docx import Document

from examples.year import HANDED_OVER, LAST, LOST, REFUSED, YEAR, Cast, Told, play
from tests.reports.test_cells import TEMPLATE
from tests.web.conftest import Hire
from yinfeng.web.desks.delivery.actions import sheets
from yinfeng.web.desks.delivery.models import Call, LightRow, Meeting, Pack, Problem, Task, Turn
from yinfeng.web.desks.delivery.packs import from_json, seal_of
from yinfeng.web.desks.delivery.papers import minutes_file
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
    _the_meetings(told)
    _the_lights(leader)
    _the_problems(judge)
    _the_form(town, head)


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
    assert [sheet[cell].value for cell in ("B5", "B6", "D10")] == [46, 46, 28]
    assert sheet["D11"].value > 0
    assert sheet["D11"].value % 170 == 0
