"""Figures worth knowing: what is said of the place itself, results before goals, sources apart."""

from collections.abc import Iterator
from decimal import Decimal

from yinfeng.judgement.situation import Situation
from yinfeng.ledger.figures import Figure, value_of
from yinfeng.ledger.records import Record
from yinfeng.reports import wording
from yinfeng.reports.report import Cell, Piece, Section, lines
from yinfeng.reports.sourcing import cell, joined, sources_of
from yinfeng.values import Dimension, Indicator, Status

_SHOWN = 4
_MODES = {
    Status.DONE: "实际",
    Status.UNDER_WAY: "实际",
    Status.PLANNED: "计划",
    Status.TARGET: "目标",
}


def figures_section(situation: Situation) -> Section:
    """The figures that papers tell, the weightiest first."""
    ranked = sorted(situation.figures, key=_weight)
    return Section(
        key="figures",
        title="数据",
        columns=("单位或对象", "指标", "数值", "同比", "时期", "性质"),
        widths=(22, 28, 17, 11, 13, 9),
        lines=lines(_line(figure) for figure in ranked),
        shown=_SHOWN,
        empty="本期材料没有数据。",
        note="目标、计划与实际分开列示；来源不一致的并列，不作取舍。",
    )


def _weight(figure: Figure) -> tuple[bool, bool, bool, Decimal]:
    record = figure.stands or figure.tellings[0]
    fact = record.fact
    assert isinstance(fact, Indicator)
    value = value_of(record).value
    is_money = value.unit.dimension is Dimension.MONEY
    ahead = figure.status in (Status.PLANNED, Status.TARGET)
    size = -value.figure if is_money else Decimal(0)
    return ahead, fact.yoy is None, not is_money, size


def _line(figure: Figure) -> Iterator[Cell]:
    first = figure.stands or figure.tellings[0]
    fact = first.fact
    assert isinstance(fact, Indicator)
    yield cell(figure.subject, sources_of(first, fact.subject))
    yield cell(figure.name, sources_of(first, fact.name))
    shown = (first,) if figure.stands else figure.tellings
    yield joined((_value(telling) for telling in shown), "／")
    yield cell(
        wording.growth(fact.yoy) if fact.yoy else "—",
        sources_of(first, fact.yoy) if fact.yoy else (),
    )
    when = wording.period(figure.period) if figure.period else ""
    yield cell(when or "未载明", sources_of(first, fact.period) if when else ())
    yield cell(_MODES[figure.status])


def _value(telling: Record) -> Piece:
    told = value_of(telling)
    return Piece(wording.figure(told), sources_of(telling, told))
