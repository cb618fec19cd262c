"""Ledgers: each row of an office's own table is a record, each cell the evidence of its field.

A project ledger needs a column of project names and one more that it knows; a table of indicators
needs names and values. Tables by towns, of help, of trips, of parks, blocks and pairs have files
of their own.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.ledgers.carriers import read_carriers
from yinfeng.facts.ledgers.cells import figure_of, is_empty, units_of, whole_row
from yinfeng.facts.ledgers.engagements import read_engagements
from yinfeng.facts.ledgers.figures import read_row_figures
from yinfeng.facts.ledgers.grids import Grid, grids
from yinfeng.facts.ledgers.indicator_tables import read_indicators
from yinfeng.facts.ledgers.pairs import read_pairs
from yinfeng.facts.ledgers.places import read_places
from yinfeng.facts.ledgers.renewals import read_renewals
from yinfeng.facts.ledgers.rows import day_of, is_sum, several
from yinfeng.facts.ledgers.services import read_services
from yinfeng.facts.page import Page
from yinfeng.facts.projects.fields import FigureField, ProjectFields, WordField
from yinfeng.facts.projects.goods import goods_in_name, industry_in_name
from yinfeng.facts.projects.parties import origin_in
from yinfeng.facts.projects.roles_of_figures import FigureRole, role_of
from yinfeng.facts.projects.stages import stage_in
from yinfeng.facts.scope import Scope
from yinfeng.values import Dimension, Fact, Project, Quantity, Span, Told

_YEARLY = re.compile(
    r"(?:年产能?|年加工|年处理|日处理)(?P<goods>[^,，。;；\d]{0,16}?)(?=[约近超]?\d)"
)
_YEARLY_AFTER = re.compile(
    r"年(?:产能?|加工)[约近超]?[\d.]+[万亿千百]*(?P<unit>[一-龥A-Za-z]{1,3})(?P<goods>[^,，。;；、\d]{2,16})"
)
_LINES = re.compile(
    r"(?:建设|新上|新建|新增)?(?:\d[\d.]*[A-Za-z万]{0,3})?(?P<goods>[^,，。;；、\d]{2,16}?)生产线(?:[一二三四五六七八九十\d]+条)?"
)
_GOODS = re.compile(
    r"(?:主要)?(?:生产|从事|产品(?:为|有)?)(?P<goods>[^,，。;；\d]{2,24}?)(?:等(?:产品)?)?(?=[,，。;；]|$)"
)
_A_YEAR = re.compile(r"年(?:产能?|加工|处理)$")
_CONTENT = re.compile(r"内容|规模|简介|概况|情况")
_FIGURES: dict[str, tuple[FigureField, Dimension]] = {
    "investment": ("investment", Dimension.MONEY),
    "annual_sales": ("annual_sales", Dimension.MONEY),
    "annual_tax": ("annual_tax", Dimension.MONEY),
    "land": ("land", Dimension.AREA),
    "floor_area": ("floor_area", Dimension.AREA),
}
_WORDS: dict[str, WordField] = {
    "name": "name",
    "industry": "industry",
    "site": "site",
    "origin": "origin",
}
_IN_CONTENT: dict[FigureRole, FigureField] = {
    FigureRole.LAND: "land",
    FigureRole.FLOOR: "floor_area",
    FigureRole.CAPACITY: "capacity",
    FigureRole.INVESTMENT: "investment",
    FigureRole.SALES: "annual_sales",
    FigureRole.OUTPUT: "annual_sales",
    FigureRole.TAX: "annual_tax",
}
_STAGES = {
    "签约": "signed",
    "开工": "started",
    "在建": "started",
    "竣工": "completed",
    "投产": "producing",
    "在谈": "negotiating",
    "洽谈": "negotiating",
}
_OF_STAGE = re.compile(
    rf"(?<![拟待未划])(?P<stage>{'|'.join(_STAGES)})(?:类|产业|重点|重大)*(?:项目)"
)
_TITLE = 40
_ROW = re.compile(r"\t|  ")
_HEADING = re.compile(r"\s*[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?[、.．](?!\d)")
_NO_FIGURES = frozenset(("name", "investors", "origin", "site"))
_BARE = re.compile(r"[\d,，.]+[%％]?")
_NOT_A_PARTY = re.compile(r"^(?:外资|内资|台资|港资|个人|自筹|待定|在谈|招引中)|客商")


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """The records of every table of the document that is a ledger."""
    for grid in grids(page):
        yield from _projects(page, scope, grid)
        yield from read_indicators(page, scope, grid)
        yield from read_row_figures(page, scope, grid)
        yield from read_places(page, scope, grid)
        yield from read_services(page, scope, grid)
        yield from read_engagements(page, scope, grid)
        yield from read_carriers(page, scope, grid)
        yield from read_renewals(page, scope, grid)
        yield from read_pairs(page, scope, grid)


def _projects(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    known = grid.fields("project")
    if "name" not in known or len(known) < 2:
        return
    before, stage = grid.above.start if grid.above else grid.lead.start, None
    for row in grid.rows:
        told = _told_row(page, grid, known, row)
        stage = _stage_above(page, before, row[0].start, stage)
        before = row[-1].end
        if is_sum(page, row):
            for cell in row[:3]:
                stage = _stage_above(page, cell.start, cell.end, stage)
        elif "name" in told and not _is_shifted(page, known, row):
            quote, evidence = whole_row(page, row)
            host = scope.host(row[0].start)
            if "stage" not in told and stage is not None:
                told["stage"] = stage
            yield Project(host=host, quote=quote, evidence=evidence, **told)


def _stage_above(page: Page, start: int, end: int, last: Told[str] | None) -> Told[str] | None:
    """The stage that a title or a section's heading above a row tells: 二季度签约项目清单.

    It holds for all rows below, up to prose or the next heading.
    """
    at = start
    for line in page.says(start, end).split("\n"):
        if line.strip() and not _ROW.search(line):
            told = list(_OF_STAGE.finditer(page.text.clean, at, at + len(line)))
            if len(line) > _TITLE or "。" in line:
                last = None
            elif told:
                span = Span(*told[-1].span("stage"))
                last = page.told(_STAGES[told[-1]["stage"]], span, pattern="ledgers")
            elif "项目" in line or _HEADING.match(line):
                last = None
        at += len(line) + 1
    return last


def _is_shifted(page: Page, known: dict[str, int], row: tuple[Span, ...]) -> bool:
    """Whether a row lost a cell on its way, so that figures stand where words must."""
    cells = (row[at] for name, at in known.items() if name in _NO_FIGURES and at < len(row))
    return any(_BARE.fullmatch(page.text.says(cell).strip()) for cell in cells)


def _told_row(
    page: Page, grid: Grid, known: dict[str, int], row: tuple[Span, ...]
) -> ProjectFields:
    told: ProjectFields = {}
    for name, at in known.items():
        if at < len(row) and not is_empty(page.text.says(row[at])):
            told = _cell(page, grid, name, at, row[at]) | told
    if "name" in told:
        span = row[known["name"]]
        name = told["name"].value
        if "capacity" not in told and (capacity := _capacity(page, span)) is not None:
            told["capacity"] = capacity
        if "product" not in told and (goods := goods_in_name(page, name, span)):
            told["product"] = goods
        if "industry" not in told:
            told |= industry_in_name(page, name, span)
    return told


def _capacity(page: Page, span: Span) -> Told[Quantity] | None:
    """What a name says is made a year: 年产3万吨水性涂料项目."""
    for mention in page.within(*span):
        lead = page.says(span.start, mention.span.start)
        if isinstance(mention.value, Quantity) and _A_YEAR.search(lead):
            return page.told(mention.value, mention.span, pattern="ledgers")
    return None


def _cell(page: Page, grid: Grid, name: str, at: int, span: Span) -> ProjectFields:
    """The fields that one cell proves, by the column it stands in."""
    says = page.text.says(span).strip()
    if name in _FIGURES:
        return _figure(page, units_of(grid, at), span, name)
    if name in ("stage", "note"):
        return stage_in(page, span)
    if name == "stage_date":
        day = day_of(page, span)
        return {"stage_date": day} if day else {}
    if name == "investors":
        return _parties(page, span)
    if name == "benefit":
        told = _content(page, span, says, is_plain=False)
        told.pop("product", None)
        return told
    if name == "product":
        return _content(page, span, says, is_plain=not _CONTENT.search(grid.header[at]))
    found: ProjectFields = {}
    found[_WORDS[name]] = page.told(says, span, pattern="ledgers")
    return found


def _figure(page: Page, units: tuple[str, ...], span: Span, name: str) -> ProjectFields:
    found: ProjectFields = {}
    field, dimension = _FIGURES[name]
    quantity = figure_of(page, units, span, dimension)
    if quantity is not None:
        found[field] = page.told(quantity, span, pattern="ledgers")
    return found


def _parties(page: Page, span: Span) -> ProjectFields:
    """Who invests: 甲公司、乙公司; 外资(香港) says only where the money comes from."""
    found = origin_in(page, span)
    parts = tuple(page.text.says(part).strip() for part in several(page, span))
    parts = tuple(part for part in parts if not _NOT_A_PARTY.search(part))
    if parts:
        found["investors"] = page.told(parts, span, pattern="ledgers")
    return found


def _content(page: Page, span: Span, says: str, *, is_plain: bool) -> ProjectFields:
    """What is built and made: 年产风电塔筒300套; 新建厂房4.1万平方米; PC构件生产线6条."""
    found: ProjectFields = {}
    clean = page.text.clean
    for mention in page.within(*span):
        value = mention.value
        if not isinstance(value, Quantity):
            continue
        role = role_of(value, clean[max(span.start, mention.span.start - 16) : mention.span.start])
        field = _IN_CONTENT.get(role) if role else None
        if field and field not in found:
            found[field] = page.told(value, mention.span, pattern="ledgers")
    for pattern in (_YEARLY, _YEARLY_AFTER, _GOODS, _LINES):
        match = pattern.search(clean, *span)
        if match and match["goods"]:
            goods = Span(*match.span("goods"))
            return found | {"product": page.told(match["goods"], goods, pattern="ledgers")}
    if is_plain:
        found["product"] = page.told(says, span, pattern="ledgers")
    return found
