"""The superior's form: counts that open to their rows, refused where they do not fit."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from tests.reports.test_cells import TEMPLATE
from tests.web.desks.delivery.made import FILE, TODAY, a_problem
from tests.web.desks.projects.made import a_project
from yinfeng.reports.renderings.cells import PROOFS
from yinfeng.web.desks.delivery.actions import money, sheets
from yinfeng.web.desks.delivery.models import FilledSheet, SheetTemplate
from yinfeng.web.desks.projects.models import Handover, Passage, Project, Review
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault

CELLS = """
version: 县局2026
cells:
  项目表!B5: {measure: passed, gate: A2, period: year, says: 本年签约}
  项目表!B6: {measure: problems_open}
  项目表!D9: {measure: day}
  项目表!D10: {measure: recognised, period: year, unit: 万元, digits: 1}
  项目表!D11: {measure: office}
lists:
  - {at: 项目表!A20, most: 2, measure: passed, gate: A2, columns: [ordinal, name, wan]}
"""


def _signed(project: Project, by: User, judge: User, day: date, confirmed: bool = True) -> None:
    passage = Passage.objects.create(project=project, gate="A2", day=day, says="协议扫描件", by=by)
    if confirmed:
        Review.objects.create(passage=passage, is_confirmed=True, by=judge)


def _kept(town: OrgUnit, head: User, cells: str = CELLS) -> SheetTemplate:
    return sheets.keep_form(
        town, by=head, name="重点项目月报", file="月报.xlsx", content=TEMPLATE, cells=cells
    )


def _filled(template: SheetTemplate, head: User) -> FilledSheet:
    return sheets.fill_form(template, by=head, today=TODAY, first=date(2026, 1, 1), last=TODAY)


def test_the_form_is_filled_with_counts_and_their_rows(
    town: OrgUnit, clerk: User, head: User
) -> None:
    first = a_project(town, clerk, "轴承项目")
    _signed(first, clerk, head, date(2026, 1, 20))
    _signed(a_project(town, clerk, "去年项目"), clerk, head, date(2025, 12, 20))
    _signed(a_project(town, clerk, "自报项目"), clerk, head, TODAY, confirmed=False)
    a_problem(first, clerk)
    month = money.report_month(first, by=clerk, today=TODAY, month=TODAY, yuan=Decimal(1_234_560))
    money.recognise_month(
        month,
        by=head,
        today=TODAY,
        version=month.version,
        yuan=Decimal(1_234_560),
        says="发票",
        file=FILE,
    )
    made = _filled(_kept(town, head), head)
    book = openpyxl.load_workbook(BytesIO(vault.get(made.sha256)))
    sheet = book["项目表"]
    assert [sheet[cell].value for cell in ("B5", "B6", "D10", "D11")] == [1, 1, 123.5, "云泽镇"]
    assert [sheet[cell].value for cell in ("A20", "B20", "C20")] == [1, "轴承项目", 12000]
    proofs = [row[3] for row in book[PROOFS].iter_rows(values_only=True)]
    assert "XM2026-0001 轴承项目，总投资1.2亿元，2026-01-20；协议扫描件" in proofs
    assert any("发票（现场照片.jpg）" in str(one) for one in proofs)
    assert made.cells[0]["place"] == "项目表!B5"


def test_a_project_that_was_handed_over_stands_whole_and_the_form_says_so(
    town: OrgUnit, other_town: OrgUnit, clerk: User, head: User
) -> None:
    project = a_project(town, clerk, "轴承项目")
    _signed(project, clerk, head, date(2026, 1, 20))
    Handover.objects.create(
        project=project, giver=other_town, taker=town, giver_share=40, day=date(2026, 3, 1),
        why="厂房更合适", by=head,
    )  # fmt: skip
    made = _filled(_kept(town, head), head)
    book = openpyxl.load_workbook(BytesIO(vault.get(made.sha256)))
    assert book["项目表"]["B5"].value == 1
    proofs = [str(row[3]) for row in book[PROOFS].iter_rows(values_only=True)]
    assert any("由柳桥镇流转给云泽镇，份额40:60，本表全计落地单位" in one for one in proofs)


def test_a_list_longer_than_the_form_is_refused(town: OrgUnit, clerk: User, head: User) -> None:
    for number in range(3):
        _signed(a_project(town, clerk, f"项目{number}"), clerk, head, TODAY)
    template = _kept(town, head)
    with pytest.raises(Refused, match="有3行，表里只留了2行"):
        _filled(template, head)
    assert not FilledSheet.objects.exists()


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ("cells: {项目表!B5: {measure: projects}}", "版本"),
        ("version: 1\ncells: {项目表!B5: {measure: x}}", "没有“x”这个数"),
        ("version: 1\ncells: {项目表!B5: {measure: passed}}", "要写 gate"),
        ("version: 1\ncells: {项目表!B7: {measure: projects}}", "公式"),
        ("version: 1\ncells: {项目表!B1: {measure: projects}}", "左上角A1"),
        ("version: 1\ncells: {项目表!B5: {measure: projects, colour: red}}", "不认识的项目colour"),
        ("version: 1\ncells: {项目表!B5: {measure: planned, unit: 亿}}", "单位只能是"),
        ("version: [", "不是 YAML"),
        (
            "version: 1\nlists: [{at: 项目表!A8, most: 5, measure: permits, columns: [name]}]",
            "列不出",
        ),
    ],
    ids=lambda one: "",
)
def test_a_table_of_cells_that_is_wrong_names_the_cell(
    town: OrgUnit, head: User, cells: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        _kept(town, head, cells)
    assert not SheetTemplate.objects.exists()


def test_a_new_version_takes_the_place_of_the_old(town: OrgUnit, head: User) -> None:
    old = _kept(town, head)
    new = sheets.keep_form(
        town, by=head, name="月报", file="", content=b"", cells=CELLS, replaces=old
    )
    assert list(SheetTemplate.objects.in_force()) == [new]
    assert new.sha256 == old.sha256
    with pytest.raises(Refused, match="换过新版"):
        sheets.keep_form(
            town, by=head, name="月报", file="", content=b"", cells=CELLS, replaces=old
        )
