"""Plots of standard land are kept, changed, removed; their indicators are set before supply."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from yinfeng.judgement.standard.values import Limits
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.standard.models import IndicatorSet, StandardPlot
from yinfeng.web.desks.standard.models.plots import rows_of
from yinfeng.web.desks.standard.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_UNASKED = frozenset({"created_at", "changed_at", "history", "custom"})
_FREE = (StandardPlot.State.PREPARING, StandardPlot.State.SET, StandardPlot.State.RECLAIMED)


@transaction.atomic
def keep(*, by: User, unit: OrgUnit, parcel: Parcel, **values: Any) -> StandardPlot:
    """A parcel of *unit* becomes a plot of standard land."""
    require(by, "standard.keep", unit)
    plot = StandardPlot(unit=unit, parcel=parcel, **values)
    check_plot(plot)
    keeping.add(plot, by=by)
    record(by, "standard.keep", plot, unit=unit, parcel=parcel.pk, paper=plot.paper)
    return plot


@transaction.atomic
def change(
    plot: StandardPlot, *, by: User, version: int, reason: str = "", **values: Any
) -> StandardPlot:
    """Give a plot other values; *version* is the one that the person was shown."""
    require(by, "standard.change", plot.unit)
    made = keeping.change(plot, by=by, version=version, reason=reason, **values)
    if made.is_other:
        check_plot(made.record)
        after = {name: str(value) for name, value in made.after.items()}
        record(
            by, "standard.change", made.record, unit=plot.unit, before=made.before, reason=reason,
            **after,
        )  # fmt: skip
    return made.record


@transaction.atomic
def remove(plot: StandardPlot, *, by: User, version: int, reason: str) -> StandardPlot:
    """Take a plot off the list that was put down by mistake; not once something is promised."""
    require(by, "standard.remove", plot.unit)
    keeping.held(plot, version=version)
    if plot.commitments.filter(removed_at=None).exists():
        raise Refused(f"“{plot}”已有承诺，不能删除。")
    gone = keeping.remove(plot, by=by, version=version, reason=reason)
    record(by, "standard.remove", gone, unit=plot.unit, reason=reason)
    return gone


@transaction.atomic
def set_indicators(
    plot: StandardPlot, *, by: User, version: int, since: date, paper: str,
    limits: Mapping[str, Limits], reason: str = "",
) -> IndicatorSet:  # fmt: skip
    """Set the indicators of a plot from a day on; the version before stays to be seen."""
    require(by, "standard.set", plot.unit)
    held = keeping.held(plot, version=version)
    made = _set(held, by=by, since=since, paper=paper, limits=limits, reason=reason)
    keeping.change(held, by=by, version=version, reason=reason, state=StandardPlot.State.SET)
    record(
        by, "standard.set", made, unit=plot.unit, reason=reason, number=made.number, since=since,
        paper=made.paper, rows=made.rows,
    )  # fmt: skip
    return made


def set_imported(
    plots: Sequence[tuple[StandardPlot, Mapping[str, Limits]]], *, by: User, today: date
) -> list[StandardPlot]:
    """The indicators that a sheet gives new plots, in the import's own transaction."""
    done = []
    for plot, limits in plots:
        if limits:
            require(by, "standard.set", plot.unit)
            paper = plot.paper or "随表导入"
            _set(plot, by=by, since=today, paper=paper, limits=limits, reason="")
            state = StandardPlot.State.SET
            done.append(keeping.change(plot, by=by, state=state).record)
        else:
            done.append(plot)
    return done


def check_plot(plot: StandardPlot) -> None:
    """Refuse a plot that does not hold together."""
    if plot.parcel.unit_id != plot.unit_id:
        raise Refused(f"宗地“{plot.parcel}”不属于{plot.unit}。")
    if not plot.parcel.area:
        raise Refused(f"宗地“{plot.parcel}”没有登记面积，不能折算指标。请先在“载体”里填面积。")
    try:
        plot.full_clean(exclude=_UNASKED)
    except ValidationError as error:
        raise Refused("；".join(error.messages)) from error


def check_limits(unit: OrgUnit, day: date, limits: Mapping[str, Limits]) -> None:
    """Refuse limits of unknown indicators, upside down, or without one that every plot has."""
    rules = rules_of(unit, day).indicators
    for key, one in limits.items():
        if key not in rules.indicators:
            raise Refused(f"办法里没有“{key}”这项指标。")
        indicator = rules.indicators[key]
        if one.fault:
            raise Refused(f"{indicator.label}{one.fault}。")
        if indicator.bound == "low" and one.low is None:
            raise Refused(f"{indicator.label}要写下限。")
        if indicator.bound == "high" and one.high is None:
            raise Refused(f"{indicator.label}要写上限。")
    missing = [rules.indicators[key].label for key in rules.required if key not in limits]
    if missing:
        raise Refused(f"标准地出让前这些指标必须设定，还缺：{'、'.join(missing)}。")


def _set(
    plot: StandardPlot,
    *,
    by: User,
    since: date,
    paper: str,
    limits: Mapping[str, Limits],
    reason: str,
) -> IndicatorSet:
    if plot.state not in _FREE:
        raise Refused("这宗地已有承诺，指标不能再改；企业加码的写在补充协议里，修改承诺即可。")
    if plot.supply_on is not None and since > plot.supply_on:
        raise Refused(f"指标应在出让之前设定，这宗地拟在{plot.supply_on}出让。")
    check_limits(plot.unit, since, limits)
    before = plot.sets.order_by("number").last()
    if before is not None and since < before.since:
        raise Refused(f"上一版指标从{before.since}起施行，新一版不能更早。")
    if before is not None and not reason.strip():
        raise Refused("修改已设的指标，请写明理由。")
    if not paper.strip():
        raise Refused("请写明指标出自哪份文件。")
    parcel = plot.parcel
    assert parcel.area is not None
    return IndicatorSet.objects.create(
        unit=plot.unit, plot=plot, number=before.number + 1 if before else 1, since=since,
        area=parcel.area, rows=rows_of(dict(limits)), paper=paper.strip(), why=reason.strip(),
        version=rules_of(plot.unit, since).indicators.version, by=by,
    )  # fmt: skip
