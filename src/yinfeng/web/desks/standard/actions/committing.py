"""An enterprise commits itself: values, days and penalties of its contract; its checks begin."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from yinfeng.judgement.standard.days import LAST_DAY
from yinfeng.judgement.standard.values import Limits, strictest
from yinfeng.lexicon.expressions import BadExpression
from yinfeng.web.desks.standard.actions.days import days_of, fields_of, reckon_days
from yinfeng.web.desks.standard.models import (
    Check,
    Commitment,
    IndicatorSet,
    JoinedPlot,
    StandardPlot,
)
from yinfeng.web.desks.standard.models.joined import plots_of, sets_of
from yinfeng.web.desks.standard.models.plots import rows_of
from yinfeng.web.desks.standard.rules import rules_of
from yinfeng.web.desks.standard.standing import own_formulas, promised
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_UNASKED = frozenset({"created_at", "changed_at", "history", "custom", "indicators"})
Days = Mapping[str, date | None]


@transaction.atomic
def commit(
    plot: StandardPlot, *, by: User, today: date, limits: Mapping[str, Limits] | None = None,
    agreed: Days | None = None, formulas: Mapping[str, str] | None = None,
    others: Sequence[StandardPlot] = (), **values: Any,
) -> Commitment:  # fmt: skip
    """What an enterprise promises for a plot, or for it and *others*; its checks stand from now."""
    require(by, "standard.commit", plot.unit)
    held, beside = _held(plot, others)
    made = Commitment(plot=held, unit=held.unit, **values)
    _completed(made, limits or {}, agreed or {}, formulas or {}, today, beside)
    keeping.add(made, by=by)
    for one in beside:
        JoinedPlot.objects.create(commitment=made, plot=one, indicators=_set_of(one, made.signed))
    _begin(made, by, today)
    for one in (held, *beside):
        keeping.change(one, by=by, state=StandardPlot.State.COMMITTED)
    record(
        by, "standard.commit", made, unit=made.unit, plot=plot.pk, firm=made.firm,
        paper=made.paper, signed=made.signed, rows=made.rows, agreed=made.agreed,
        formulas=made.formulas, others=[one.pk for one in beside],
    )  # fmt: skip
    return made


@transaction.atomic
def amend(
    commitment: Commitment, *, by: User, version: int, today: date, reason: str,
    limits: Mapping[str, Limits] | None = None, agreed: Days | None = None,
    formulas: Mapping[str, str] | None = None, **values: Any,
) -> Commitment:  # fmt: skip
    """Give a commitment other values, as a supplement of its contract says; checks follow."""
    require(by, "standard.amend", commitment.unit)
    held = keeping.held(commitment, version=version)
    if held.state != Commitment.State.RUNNING:
        raise Refused("这份承诺已经了结，不能再改。")
    if not reason.strip():
        raise Refused("请写明修改的依据，如补充协议编号。")
    trial = Commitment.objects.select_related("plot__parcel", "unit", "indicators").get(pk=held.pk)
    for name, value in values.items():
        setattr(trial, name, value)
    told = {**values}
    told["rows"] = _promise(trial, trial.limits if limits is None else limits, sets_of(trial))
    told["agreed"] = trial.agreed if agreed is None else _agreed(trial, agreed)
    told["formulas"] = _formulas(trial, trial.formulas if formulas is None else formulas)
    _check_fields(trial, today)
    made = keeping.change(held, by=by, version=version, reason=reason, **told)
    if made.is_other:
        reckon_days(made.record, by=by, today=today)
        after = {name: str(value) for name, value in made.after.items()}
        before = {name: str(value) for name, value in made.before.items()}
        record(
            by, "standard.amend", made.record, unit=held.unit, before=before, reason=reason, **after
        )
    return made.record


@transaction.atomic
def remove(commitment: Commitment, *, by: User, version: int, reason: str) -> Commitment:
    """Take a commitment off the list that was put down by mistake; not once it was checked."""
    require(by, "standard.remove", commitment.unit)
    held = keeping.held(commitment, version=version)
    checks = list(held.checks.filter(removed_at=None))
    if any(one.findings.exists() for one in checks):
        raise Refused("这份承诺已经核查过，不能删除。")
    for one in checks:
        keeping.remove(one, by=by, reason=reason)
    gone = keeping.remove(held, by=by, version=version, reason=reason)
    for plot in plots_of(held):
        keeping.change(plot, by=by, reason=reason, state=StandardPlot.State.SET)
    record(by, "standard.remove", gone, unit=held.unit, reason=reason)
    return gone


def complete_imported(made: Commitment, limits: Mapping[str, Limits], today: date) -> None:
    """What a row of a sheet leaves open, under the same checks as by hand."""
    _completed(made, limits, {}, {}, today)


def begin_imported(commitments: Sequence[Any], *, by: User, today: date) -> list[Commitment]:
    """What new commitments of a sheet begin with: their checks, and the state of their plots."""
    for made in commitments:
        plot = keeping.held(made.plot)
        _begin(made, by, today)
        keeping.change(plot, by=by, state=StandardPlot.State.COMMITTED)
    return list(commitments)


def undo_imported(commitments: Sequence[Any], *, by: User) -> None:
    """Take back what commitments of a sheet began with; refused once one was checked."""
    why = "撤销导入"
    for made in commitments:
        checks = list(made.checks.filter(removed_at=None))
        if any(one.findings.exists() for one in checks):
            raise Refused(f"“{made}”已经核查过，不能撤销导入。")
        for one in checks:
            keeping.remove(one, by=by, reason=why)
        for plot in plots_of(made):
            keeping.change(plot, by=by, reason=why, state=StandardPlot.State.SET)


def _held(
    plot: StandardPlot, others: Sequence[StandardPlot]
) -> tuple[StandardPlot, list[StandardPlot]]:
    """The plots of a commitment, held in one order, so that two that meet wait for one another."""
    every = {one.pk: one for one in (plot, *others)}
    if any(one.unit_id != plot.unit_id for one in every.values()):
        raise Refused("一并承诺的宗地须是同一个单位的。")
    held = {key: keeping.held(every[key]) for key in sorted(every)}
    return held.pop(plot.pk), list(held.values())


def _completed(
    made: Commitment, limits: Mapping[str, Limits], agreed: Days, formulas: Mapping[str, str],
    today: date, others: Sequence[StandardPlot] = (),
) -> None:  # fmt: skip
    for plot in (made.plot, *others):
        if plot.state not in (StandardPlot.State.SET, StandardPlot.State.RECLAIMED):
            has_none = plot.state == StandardPlot.State.PREPARING
            why = "还没有设定指标，请先设定" if has_none else "已有承诺"
            raise Refused(f"宗地“{plot}”{why}。")
    made.indicators = _set_of(made.plot, made.signed)
    sets = [made.indicators, *(_set_of(one, made.signed) for one in others)]
    made.area = made.area or sum((one.area for one in sets), Decimal(0))
    made.rows = _promise(made, limits, sets)
    made.agreed = _agreed(made, agreed)
    made.formulas = _formulas(made, formulas)
    _check_fields(made, today)


def _set_of(plot: StandardPlot, signed: date) -> IndicatorSet:
    """The indicators that held on the day of signing."""
    found = plot.sets.filter(since__lte=signed).order_by("number").last()
    if found is None:
        raise Refused(f"“{plot}”的指标在{signed}还没有施行；指标应在出让、签订之前设定。")
    return found


def _promise(
    made: Commitment, limits: Mapping[str, Limits], sets: Sequence[IndicatorSet]
) -> dict[str, Any]:
    """What is promised: the indicators of every plot, or more, never less."""
    asked = strictest([one.limits for one in sets])
    rules = rules_of(made.unit, made.signed).indicators.indicators
    for key, one in asked.items():
        if one.fault:
            label = rules[key].label if key in rules else key
            raise Refused(f"几宗地的{label}不能同时满足（{one.fault}），请分别承诺。")
    found = {**asked}
    for key, one in limits.items():
        if key not in rules:
            raise Refused(f"办法里没有“{key}”这项指标。")
        label, measure = rules[key].label, rules[key].measure
        if one.fault:
            raise Refused(f"承诺的{label}{one.fault}。")
        if key in asked and one.is_weaker_than(asked[key]):
            raise Refused(
                f"承诺的{label}{one.says(measure)}，弱于出让指标{asked[key].says(measure)}。"
            )
        found[key] = one
    return rows_of(found)


def _agreed(made: Commitment, agreed: Days) -> dict[str, str]:
    points = rules_of(made.unit, made.signed).checks.points
    days = [(key, agreed[key]) for key in points if agreed.get(key)]
    last = made.signed
    for key, day in days:
        assert day is not None
        if day < last:
            raise Refused(f"约定的{points[key].label}日期{day}早于它前面的日期{last}，请核对。")
        _refuse_far(f"约定的{points[key].label}日期", day)
        last = day
    return {key: f"{day}" for key, day in days}


def _formulas(made: Commitment, formulas: Mapping[str, str]) -> dict[str, str]:
    rules = rules_of(made.unit, made.signed)
    given = {key: text.strip() for key, text in formulas.items() if text.strip()}
    for key, text in given.items():
        point = rules.checks.points.get(key)
        indicator = rules.indicators.indicators.get(key)
        if point is None and indicator is None:
            raise Refused(f"签订时施行的办法里没有“{key}”，它的违约金算式无法采用，请删去。")
        known = point.label if point else indicator.label if indicator else key
        try:
            own_formulas(Commitment(formulas={key: text}), rules.penalties, rules.checks)
        except BadExpression as error:
            raise Refused(f"{known}的违约金算式：{error}。") from error
    return given


def _refuse_far(called: str, day: date | None) -> None:
    if day is not None and day > LAST_DAY:
        raise Refused(f"{called}最晚到{LAST_DAY.year}年，请核对。")


def _check_fields(made: Commitment, today: date) -> None:
    if made.signed > today:
        raise Refused("签订日期不能晚于今天。")
    if made.handed_over is not None and made.handed_over < made.signed:
        raise Refused("交地日期不能早于签订日期。")
    _refuse_far("交地日期", made.handed_over)
    if made.area is None or made.area <= 0:
        raise Refused("用地面积应大于零。")
    if any(amount < 0 for amount in made.money.values()):
        raise Refused("土地价款和履约保证金不能小于零。")
    agreement = made.agreement
    if agreement is not None and made.project_id and agreement.project_id != made.project_id:
        raise Refused("这份协议不是这个项目的，请核对。")
    try:
        made.full_clean(exclude=_UNASKED)
    except ValidationError as error:
        raise Refused("；".join(error.messages)) from error


def _begin(made: Commitment, by: User, today: date) -> None:
    """The checks of a new commitment; one of values only where such values are promised."""
    checks = [
        Check(
            unit=made.unit,
            commitment=made,
            point=key,
            label=point.label,
            asks_day=point.asks_day,
        )
        for key, point in rules_of(made.unit, made.signed).checks.points.items()
        if point.asks_day or promised(made, key)
    ]
    found = days_of(made, (), today)
    for one in checks:
        for name, value in fields_of(found[one.point]).items():
            setattr(one, name, value)
    keeping.add_many(checks, by=by)
