"""Tables of trips and receptions: each row is a day, who went, where, whom they met and why.

The title or a heading says which they are: 外出招商情况表, 接待来访登记表.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from yinfeng.facts.engagements.event_words import first_day
from yinfeng.facts.ledgers.cells import whole_row
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.ledgers.rows import Row, day_of, parts_of, rows_of, several, words_of
from yinfeng.facts.offices.bodies import body_text, is_person, is_title
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Engagement, Fact, Period, Person, Span, Term, Told

_OUT = re.compile(
    r"外出|出访|拜访|赴外|驻点|走出去|外出招商|招商活动|考察(?:地|企业|单位|对象)|目的地"
)
_IN = re.compile(r"来访|接待|来[一-龥]{1,4}考察|客商(?:考察|到访)")
_PROJECT = re.compile(
    r"(?:就|洽谈|对接|考察|推进|商谈|协调|了解|跟进|推介)*(?P<name>[一-龥A-Za-z0-9]{2,24}?项目)"
    r"(?:落户|合作|推进|进展|落地|事宜|有关|进行|进一步|洽谈|对接|情况)*"
)
_NAME = re.compile(r"(?P<title>[一-龥]{0,16}?)\s*(?P<name>[一-龥]{2,4})")


def read_engagements(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """The trips and receptions of a table that says that it is one of them."""
    is_other = any(grid.is_of(kind) for kind in ("project", "service", "indicator"))
    if is_other or not grid.is_of("engagement"):
        return
    sort = _sort(page, grid)
    for row, cells in rows_of(page, grid, "engagement") if sort else ():
        date = day_of(page, cells.get("date"))
        if date is not None:
            date = replace(date, value=first_day(date.value))
            yield _engagement(page, scope, row, cells, date, sort)


def _sort(page: Page, grid: Grid) -> str:
    """Whether the rows are trips or receptions, as the title says, else the headings."""
    for says in (page.says(*grid.lead), " ".join(grid.header)):
        for form, sort in ((_IN, "visit_in"), (_OUT, "visit_out")):
            if form.search(says):
                return sort
    return ""


def _engagement(
    page: Page,
    scope: Scope,
    row: Row,
    cells: Mapping[str, Span],
    date: Told[Period],
    sort: str,
) -> Fact:
    quote, evidence = whole_row(page, row)
    purpose = words_of(page, cells.get("purpose"))
    project = _project(page, cells.get("purpose"))
    is_project = project is not None and purpose is not None and project.value == purpose.value
    return Engagement(
        host=scope.host(row[0].start),
        quote=quote,
        evidence=evidence,
        date=date,
        type=page.told(sort, cells["date"], pattern="ledgers"),
        people=_people(page, cells.get("people")),
        counterparts=parts_of(page, cells.get("counterparts")),
        place=words_of(page, cells.get("place")),
        project=project,
        purpose=None if is_project else purpose,
    )


def _project(page: Page, cell: Span | None) -> Told[str] | None:
    """The project that a cell names, alone or behind what was done about it: 洽谈轴承项目."""
    match = _PROJECT.fullmatch(page.text.clean, *cell) if cell else None
    if match is None:
        return None
    return page.told(match["name"], Span(*match.span("name")), pattern="ledgers")


def _people(page: Page, cell: Span | None) -> Told[tuple[Person, ...]] | None:
    """Who took part: 镇长陈刚、副镇长 林芳; a cell of bare names too."""
    if cell is None:
        return None
    found = tuple(person for part in several(page, cell) for person in _person(page, part))
    return page.told(found, cell, pattern="ledgers") if found else None


def _person(page: Page, part: Span) -> Iterator[Person]:
    mentions = page.within(*part)
    titles = [m.value for m in mentions if is_title(m)]
    title = titles[-1].says if titles and isinstance(titles[-1], Term) else ""
    names = [body_text(m) for m in mentions if is_person(m)]
    if names:
        yield Person(names[0], title)
        return
    says = page.text.says(part).strip()
    bare = says.rpartition(title)[2].strip() if title else says
    match = _NAME.fullmatch(bare)
    if match and not match["title"] and len(match["name"]) <= 3:
        yield Person(match["name"], title)
    elif title and not bare:
        yield Person("", title)
