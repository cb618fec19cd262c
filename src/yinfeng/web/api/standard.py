"""Standard land for programs: plots, their indicators, what is promised, and each check.

The rights, forms and actions of the pages. Indicators are those of the office's rules, so limits,
days and expressions are sent by their keys; what is not sent stays as it stands.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from ninja import Schema, Status
from pydantic import Field

from yinfeng.web.api.answers import UNDONE, Unfit
from yinfeng.web.api.bodies import body_of, body_with, checked, given_or_first
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.routes import routes
from yinfeng.web.api.things import DoneOut, done
from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard import check_forms as found
from yinfeng.web.desks.standard.commitment_forms import CommitForm
from yinfeng.web.desks.standard.doings import DOINGS, Doing
from yinfeng.web.desks.standard.forms import GiveBackForm, PlotForm, ReasonForm, SetForm
from yinfeng.web.desks.standard.standing import sheet_of
from yinfeng.web.desks.standard.views.checks import form_of, found_check
from yinfeng.web.desks.standard.views.commitments import commit_form, found_commitment
from yinfeng.web.desks.standard.views.plots import found_plot, set_form

_TAGS = ["标准地"]
_NESTED = ("limits", "agreed", "formulas", "readings")


class LimitIn(Schema):
    """From and to; one end may be open."""

    low: Decimal | None = None
    high: Decimal | None = None


class ReadingIn(Schema):
    """What was measured: a value, or its parts by name, and in which way it was counted."""

    value: Decimal | None = None
    parts: dict[str, Decimal] = {}
    way: str = ""


_LIMITS: Any = Field({}, title="指标", description="指标代码和上下限")
_NUMBER = {"parcel": forms.CharField(label="宗地号")}
_PLOT = {key: one for key, one in PlotForm.base_fields.items() if key != "parcel"}
_PROMISE = {key: one for key, one in CommitForm.base_fields.items() if key not in ("version",)}
_CHANGE = {key: one for key, one in _PLOT.items() if key != "version"}
_VERSION = {"version": forms.IntegerField(label="所见版本")}
PlotIn = body_with("StandardPlotIn", {**_NUMBER, **_CHANGE})
PlotChangeIn = body_with("StandardPlotChangeIn", {**_VERSION, **_CHANGE})
RemoveIn = body_of("StandardRemoveIn", ReasonForm)
GiveBackIn = body_of("StandardGiveBackIn", GiveBackForm)
_SetIn = body_of("StandardSetFields", SetForm, filled=("since", "paper"))
_CommitIn = body_with(
    "StandardCommitFields", {k: f for k, f in _PROMISE.items() if k != "reason"}, filled=("signed",)
)
_AmendIn = body_with(
    "StandardAmendFields", {**_VERSION, **_PROMISE}, filled=("firm", "paper", "signed")
)


class SetIn(_SetIn):  # type: ignore[valid-type, misc]
    """Indicators of a plot from a day on."""

    limits: dict[str, LimitIn | None] = _LIMITS


class _Promised(Schema):
    limits: dict[str, LimitIn | None] = _LIMITS
    agreed: dict[str, date] = Field({}, title="约定日期", description="核查时点代码和日期")
    formulas: dict[str, str] = Field({}, title="违约金算式", description="时点或指标代码和算式")


class CommitIn(_Promised, _CommitIn):  # type: ignore[valid-type, misc]
    """What an enterprise promises for a plot."""


class AmendIn(_Promised, _AmendIn):  # type: ignore[valid-type, misc]
    """What is promised otherwise from now on."""


class MeasureIn(Schema):
    """What a check found: a day, or the values of indicators."""

    version: int = Field(title="所见版本")
    is_done: str = Field("", title="情况", description="yes：已完成；no：还没有完成")
    day: date = Field(title="日期")
    proof: str = Field("", title="凭据")
    document: int | None = Field(None, title="资料")
    readings: dict[str, ReadingIn] = Field({}, title="数值", description="指标代码和数值")


Operation = Callable[..., Any]


def _post(address: str, summary: str, name: str) -> "Callable[[Operation], Operation]":
    answers: dict[Any, Any] = {200: DoneOut, 201: DoneOut, **UNDONE}
    made: Callable[[Operation], Operation] = routes.post(
        address, tags=_TAGS, response=answers, operation_id=name, summary=summary
    )
    return made


@_post("/standard-plots", "登记标准地", "keep_standard_plot")
@opens("standard.keep")
def keep(request: TokenRequest, body: PlotIn) -> Any:  # type: ignore[valid-type]
    """A parcel of the token's owner's unit becomes standard land."""
    unit = request.user.unit
    form = PlotForm(_told(body, PlotForm(unit=unit)), unit=unit)
    checked(form)
    made = actions.keep(by=request.user, unit=unit, **form.values)
    return Status(201, done(made, "已登记。请设定控制指标。"))


@routes.patch(
    "/standard-plots/{int:pk}",
    tags=_TAGS,
    response={200: DoneOut, **UNDONE},
    operation_id="change_standard_plot",
    summary="修改标准地",
)
@opens("standard.change")
def change(request: TokenRequest, pk: int, body: PlotChangeIn) -> Any:  # type: ignore[valid-type]
    """A plot with other values."""
    thing = found_plot(request.user, pk)
    told = _told(body, PlotForm(unit=thing.unit, instance=thing))
    form = PlotForm(told, unit=thing.unit, instance=found_plot(request.user, pk))
    version = checked(form)["version"]
    made = actions.change(thing, by=request.user, version=version, **form.values)
    return done(made, "已保存。")


@_post("/standard-plots/{int:pk}/remove", "删除标准地", "remove_standard_plot")
@opens("standard.remove")
def remove(request: TokenRequest, pk: int, body: RemoveIn) -> Any:  # type: ignore[valid-type]
    """Off every list, for a reason."""
    thing = found_plot(request.user, pk)
    given = checked(ReasonForm(_told(body, ReasonForm())))
    return done(actions.remove(thing, by=request.user, **given), "已删除。")


@_post("/standard-plots/{int:pk}/give-back", "收回后的宗地状态", "give_back_standard_plot")
@opens("standard.give_back")
def give_back(request: TokenRequest, pk: int, body: GiveBackIn) -> Any:  # type: ignore[valid-type]
    """The parcel of what was taken back, as it stands in the register from now on."""
    thing = found_plot(request.user, pk)
    given = checked(GiveBackForm(_told(body, GiveBackForm())))
    actions.give_back(thing, by=request.user, **given)
    return done(thing, "宗地状态已改。")


@_post("/standard-plots/{int:pk}/set", "设定控制指标", "set_standard_plot")
@opens("standard.set")
def set_indicators(request: TokenRequest, pk: int, body: SetIn) -> Any:
    """The indicators of a plot from a day on."""
    thing = found_plot(request.user, pk)
    first = set_form(thing)
    form = set_form(thing, {**_told(body, first), **_limits(body, first)})
    given = checked(form)
    named = {name: given[name] for name in ("version", "since", "paper", "reason")}
    actions.set_indicators(thing, by=request.user, limits=form.limits, **named)
    return done(thing, "指标已设定。")


@_post("/standard-plots/{int:pk}/commit", "登记承诺", "commit_standard_plot")
@opens("standard.commit")
def commit(request: TokenRequest, pk: int, body: CommitIn) -> Any:
    """What an enterprise promises for a plot."""
    plot, user, today = found_plot(request.user, pk), request.user, timezone.localdate()
    first = commit_form(user, plot, None)
    form = commit_form(user, plot, None, {**_told(body, first), **_promised(body, first)})
    checked(form)
    made = actions.commit(
        plot, by=user, today=today, limits=form.limits, agreed=form.agreed,
        formulas=form.formulas, **form.values,
    )  # fmt: skip
    return Status(201, done(made, "承诺已登记，核查时点已排好。"))


@_post("/standard-commitments/{int:pk}/amend", "修改承诺", "amend_standard_commitment")
@opens("standard.amend")
def amend(request: TokenRequest, pk: int, body: AmendIn) -> Any:
    """A commitment with other values, as a supplement of its contract says."""
    thing, user, today = found_commitment(request.user, pk), request.user, timezone.localdate()
    first = commit_form(user, thing.plot, thing)
    told = {**_told(body, first), **_promised(body, first)}
    form = commit_form(user, thing.plot, thing, told)
    given = checked(form)
    made = actions.amend(
        thing, by=user, version=given["version"], today=today, reason=given["reason"],
        limits=form.limits, agreed=form.agreed, formulas=form.formulas, **form.values,
    )  # fmt: skip
    return done(made, "已保存，核查日期已重算。")


@_post("/standard-commitments/{int:pk}/remove", "删除承诺", "remove_standard_commitment")
@opens("standard.remove")
def remove_commitment(request: TokenRequest, pk: int, body: RemoveIn) -> Any:  # type: ignore[valid-type]
    """Off every list, for a reason."""
    thing = found_commitment(request.user, pk)
    given = checked(ReasonForm(_told(body, ReasonForm())))
    return done(actions.remove_commitment(thing, by=request.user, **given), "已删除。")


def _add(name: str, what: Doing) -> None:
    @opens(what.right)
    def do(request: TokenRequest, pk: int, body: Any) -> Any:
        user, today = request.user, timezone.localdate()
        sheet = sheet_of(found_check(request.user, pk), today)
        first = form_of(name, what, sheet, user)
        told = {**_told(body, first), **_readings(body, first)}
        form = form_of(name, what, sheet, user, told)
        given = checked(form)
        what.do(sheet.check, user, getattr(form, "values", given), today)
        return done(sheet.check, what.told)

    # Only what is measured has a form that depends on the check.
    body = MeasureIn if name == "measure" else body_of(f"standard_check_{name}_in", _plain(what))
    do.__wrapped__.__annotations__["body"] = body  # type: ignore[attr-defined]
    at = f"/standard-checks/{{int:pk}}/{name}"
    _post(at, what.title, f"do_standard_check_{name.replace('-', '_')}")(do)


def _plain(what: Doing) -> type[found.VersionForm]:
    return what.form(None)  # type: ignore[arg-type]


def _told(body: Schema, form: forms.BaseForm) -> dict[str, Any]:
    told = given_or_first(body, form)
    return {name: value for name, value in told.items() if name not in _NESTED}


def _limits(body: Any, form: forms.BaseForm) -> dict[str, Any]:
    """The limits that were sent, by the fields of the form; null takes one away."""
    sent: Mapping[str, LimitIn | None] = body.limits
    found: dict[str, Any] = {}
    for key, one in sent.items():
        if not {f"low_{key}", f"high_{key}"} & set(form.fields):
            _refuse(f"limits.{key}", "指标", ("low_", "high_"), form)
        for end in ("low", "high"):
            value = getattr(one, end) if one else None
            if f"{end}_{key}" in form.fields:
                found[f"{end}_{key}"] = value
            elif value is not None:
                raise Unfit({f"body.limits.{key}.{end}": ["这个指标只有另一端。"]})
    return found


def _promised(body: Any, form: forms.BaseForm) -> dict[str, Any]:
    told = _limits(body, form)
    for group, start, label in (("agreed", "on_", "时点"), ("formulas", "f_", "算式")):
        for key, value in getattr(body, group).items():
            if f"{start}{key}" not in form.fields:
                _refuse(f"{group}.{key}", label, (start,), form)
            told[f"{start}{key}"] = value
    return told


def _readings(body: Any, form: forms.BaseForm) -> dict[str, Any]:
    """What was measured, by the fields of the form: parts in their order, a value, a way."""
    sent: Mapping[str, ReadingIn] = getattr(body, "readings", {})
    told: dict[str, Any] = {}
    for key, one in sent.items():
        if not isinstance(form, found.ValuesForm) or f"v_{key}" not in form.fields:
            _refuse(f"readings.{key}", "指标", ("v_",), form)
        parts = _parts(form, key)
        for name, value in one.parts.items():
            if name not in parts:
                says = f"没有这一部分。可以用：{'、'.join(parts)}"
                raise Unfit({f"body.readings.{key}.{name}": [says]})
            told[parts[name]] = value
        told |= {f"v_{key}": one.value, f"w_{key}": one.way}
    return {name: value for name, value in told.items() if value not in (None, "")}


def _parts(form: Any, key: str) -> dict[str, str]:
    """The fields of the parts of an indicator, by what the parts are called."""
    one = next(one for one, _ in form.groups if one.key == key)
    return {name: f"p{at}_{key}" for at, name in enumerate(one.parts)}


def _refuse(where: str, label: str, starts: tuple[str, ...], form: forms.BaseForm) -> None:
    keys = dict.fromkeys(
        name.removeprefix(start) for name in form.fields for start in starts
        if name.startswith(start)
    )  # fmt: skip
    says = f"没有这个{label}。可以用：{'、'.join(keys)}" if keys else f"这里不填{label}。"
    raise Unfit({f"body.{where}": [says]})


for _name, _what in DOINGS.items():
    _add(_name, _what)
