"""Cells of a ledger: a figure with its own unit or that of its heading, and its row's words.

The unit of a bare number stands in its heading, 总投资(万元), or above the table, 单位:亿元、亩.
"""

import re
from decimal import Decimal

from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.page import Page
from yinfeng.lexicon import units
from yinfeng.mentions.quantities import recognise
from yinfeng.text.plain import plain
from yinfeng.values import Dimension, Evidence, Quantity, Span, Unit

BRACKETED_UNIT = re.compile(r"[(（](?:单位[:：])?(?P<unit>[^()（）]{1,10})[)）]")
_SLASHED_UNIT = re.compile(r"[/:：](?P<unit>[一-龥㎡%％²]{1,5})$")
_NUMBER = re.compile(r"^[-+]?[0-9][0-9,，]*+(?:\.[0-9]+)?(?P<percent>[%％])?$")
_LOOSE = re.compile(
    r"(?P<before>[一-龥]{0,4})(?P<number>\d[\d,，]*+(?:\.\d+)?)(?P<after>[一-龥]{0,3})"
)
_SCALED = re.compile(r"(?P<scale>千万|百万|万|亿|千|百|)(?P<unit>.+)")
_SCALES = {
    "": Decimal(1),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
}
TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|备注|说明|注)")
_RULE = re.compile(r"[-—–:：_=\s]*+(?:无|/)?")
NOTHING = frozenset(("", "/", "-", "—", "——", "无", "\\", "\\/", "0"))
_RATIO = Unit("", Dimension.RATIO)


def is_empty(says: str) -> bool:
    """Whether a cell says nothing: -, —, 无, a rule of dashes."""
    says = says.strip()
    return says in NOTHING or _RULE.fullmatch(says) is not None


def units_of(grid: Grid, at: int) -> tuple[str, ...]:
    """The units that a column's bare numbers may have: its heading's, else those above."""
    heading = grid.header[at]
    for form in (BRACKETED_UNIT, _SLASHED_UNIT):
        match = form.search(heading)
        if match and bare_number("1", match["unit"]):
            return (match["unit"],)
    return grid.units


def leaf_of(heading: str) -> str:
    """The lowest of a column's headings, without its unit: 总投资/本年完成(万元) → 本年完成."""
    return BRACKETED_UNIT.sub("", heading).rsplit("/", 1)[-1].strip()


def figure_of(
    page: Page, names: tuple[str, ...], span: Span, wanted: Dimension | None
) -> Quantity | None:
    """The figure of a cell: with its own unit, else with one of *names* that measures it."""
    for mention in page.within(span.start, span.end):
        value = mention.value
        if isinstance(value, Quantity) and (wanted is None or value.unit.dimension is wanted):
            return value
    says = page.text.says(span).strip()
    found = (bare_number(says, name) or _loose_number(says, name) for name in names)
    return next((q for q in found if q and wanted in (None, q.unit.dimension)), None)


def bare_number(says: str, unit: str) -> Quantity | None:
    """The quantity of a number without a unit of its own: 12.5 under 总投资(亿元); None if none."""
    match = _NUMBER.match(says)
    if not match:
        return None
    number = Decimal(re.sub(r"[,，%％]", "", says))
    if match["percent"] or unit in ("%", "％"):
        return Quantity(_RATIO, number / 100, number / 100, Decimal("0.01"))
    match = _SCALED.match(unit)
    known = units.written().get(match["unit"]) if match else None
    if match is None or known is None:
        return None
    scale = known.scale * _SCALES[match["scale"]]
    return Quantity(known.unit, number * scale, number * scale, scale)


def _loose_number(says: str, unit: str) -> Quantity | None:
    """The quantity of a number with a word that loosens it: 约8.5, 50余, 3以上 under 亿元."""
    match = _LOOSE.fullmatch(says)
    if not match:
        return None
    number, after = match["number"], match["after"]
    for whole in (
        f"{match['before']}{number}{unit}{after}",
        f"{match['before']}{number}{after}{unit}",
    ):
        for mention in recognise(plain(whole)):
            is_all = mention.span == Span(0, len(whole))
            if is_all and isinstance(mention.value, Quantity):
                return mention.value
    return None


def whole_row(page: Page, row: tuple[Span, ...]) -> tuple[str, Evidence]:
    """The row as a quote; cells filled down from a merged one above stand elsewhere."""
    own = [cell for cell in row if cell.end > cell.start and cell.start >= row[-1].start - 4000]
    filled = own or [cell for cell in row if cell.end > cell.start]
    return page.quoted(min(s.start for s in filled), max(s.end for s in filled))
