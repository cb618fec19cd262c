"""The curve of a year's investment as a drawing, and a year's plan spread over days of works."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.judgement.investing import Curve, curve_of, spread
from yinfeng.web.desks.delivery.models import Month
from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.desks.projects.models import Project

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 640, 220, 64, 14, 24
_MONTHS = 12
_LEVELS = 4
_WAN = Decimal(10_000)
_BEGINS, _ENDS = "C1", "O1"


@dataclass(frozen=True, slots=True)
class Tick:
    """A month or a sum at an edge of the drawing."""

    at: float
    says: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The curves as points of a drawing."""

    year: int
    width: int
    height: int
    left: int
    months: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    planned: str
    pace: str
    reported: str
    recognised: str
    says: str


def drawn(months: Sequence[Month], year: int, today: date) -> Drawing | None:
    """The curve of a year of one project; None where nothing of it is told or planned."""
    own = [one for one in months if one.month.year == year]
    curve = curve_of(
        year,
        {one.month.month: one.planned for one in own if one.planned is not None},
        {one.month.month: one.reported for one in own if one.reported is not None},
        {one.month.month: one.recognised for one in own if one.recognised is not None},
        today,
    )
    if not curve.most:
        return None
    top = _round_up(curve.most / _WAN)
    lines = (curve.planned, curve.pace, curve.reported, curve.recognised)
    planned, pace, reported, recognised = (_points(line, top) for line in lines)
    return Drawing(
        year=year,
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        months=tuple(Tick(_x(at), f"{at}月") for at in range(1, _MONTHS + 1)),
        levels=tuple(
            Tick(_y(top * at / _LEVELS, top), f"{top * at / _LEVELS:,.0f}".rstrip("."))
            for at in range(_LEVELS + 1)
        ),
        planned=planned,
        pace=pace,
        reported=reported,
        recognised=recognised,
        says=_says(curve),
    )


def suggested(project: Project, year: int) -> list[Decimal] | None:
    """A year's plan in 万元 a month, as the project's plan spreads its money; None without one."""
    total = project.fixed_yuan or project.yuan
    days = dict(
        Milestone.objects.standing()
        .filter(project=project, gate__in=(_BEGINS, _ENDS))
        .values_list("gate", "ends")
    )
    if total is None or not {_BEGINS, _ENDS} <= set(days):
        return None
    sums = spread(total, days[_BEGINS], days[_ENDS])
    found = [sums.get(date(year, at, 1), Decimal()) / _WAN for at in range(1, _MONTHS + 1)]
    return found if any(found) else None


def _says(curve: Curve) -> str:
    def last(line: Iterable[Decimal | None]) -> str:
        told = [one for one in line if one is not None]
        return f"{told[-1] / _WAN:,.0f}万元" if told else "没有"

    return (
        f"{curve.year}年累计投资：全年计划{last(curve.planned)}，"
        f"自报{last(curve.reported)}，认定{last(curve.recognised)}"
    )


def _points(line: Sequence[Decimal | None], top: Decimal) -> str:
    told = [(at, one / _WAN) for at, one in enumerate(line, 1) if one is not None]
    if not told:
        return ""
    pairs = [(0, Decimal()), *told]
    return " ".join(f"{_x(at):.1f},{_y(value, top):.1f}" for at, value in pairs)


def _x(month: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - 16) * month / _MONTHS


def _y(value: Decimal, top: Decimal) -> float:
    return float(_HEIGHT - _BOTTOM - (value / top) * (_HEIGHT - _BOTTOM - _TOP))


def _round_up(value: Decimal) -> Decimal:
    """The next round number, so that the edges read easily: 1,180 is drawn up to 1,200."""
    size = Decimal(10) ** (len(str(int(value))) - 1)
    for step in (Decimal(1), Decimal("1.2"), Decimal(2), Decimal(4), Decimal(6), Decimal(8)):
        if value <= step * size:
            return step * size
    return 10 * size
