"""What of standard land is filled from sheets and in bulk, under the same checks as by hand.

A sheet of plots gives the parcel by its number and the limits of indicators in columns of their
own: 固定资产投资强度下限, 容积率上限. One of commitments gives the plot, the contract and the
money; what is promised beyond the plot's indicators is put down on the page.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from yinfeng.judgement.standard.values import Limits
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard.actions.committing import complete_imported
from yinfeng.web.desks.standard.actions.plots import check_limits, check_plot
from yinfeng.web.desks.standard.models import Check, Commitment, StandardPlot
from yinfeng.web.desks.standard.rules import rules_of
from yinfeng.web.lists.editing import Editing
from yinfeng.web.lists.slots import NumberSlot, Slot, WordsSlot
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

AT_PARCEL = "at_parcel"
_LOW, _HIGH = "low_", "high_"
_WORDS = {_LOW: "下限", _HIGH: "上限"}
_CALLED = ("宗地", "地块编号", "地块号", "宗地编号")


def _parcel_slot(path: str) -> Slot:
    return WordsSlot(name=AT_PARCEL, label="宗地号", also_called=_CALLED, path=path)


def _plot_slots(user: User) -> Sequence[Slot]:
    """The parcel, and two columns an indicator of the asker's own office, as it is bound."""
    rules = rules_of(user.unit, timezone.localdate()).indicators
    found: list[Slot] = [_parcel_slot("parcel__number")]
    for one in rules.indicators.values():
        for end, word in _WORDS.items():
            if one.bound in (end.rstrip("_"), "both"):
                called = (one.label,) if one.bound != "both" else ()
                found.append(
                    NumberSlot(
                        name=f"{end}{one.key}",
                        label=f"{one.label}{word}",
                        measure=one.measure,
                        also_called=(*called, f"{one.heading}{word}", one.heading),
                    )
                )
    return found


def _limits(values: Mapping[str, Any]) -> dict[str, Limits]:
    """The limits among the values of a row."""
    keys = {
        name.removeprefix(end)
        for name in values
        for end in _WORDS
        if name.startswith(end) and values[name] is not None
    }
    return {key: Limits(values.get(f"{_LOW}{key}"), values.get(f"{_HIGH}{key}")) for key in keys}


def _plot_settled(plot: StandardPlot, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    limits = _limits(values)
    plain = {name: value for name, value in values.items() if not _is_beside(name)}
    if plot.pk is not None:
        last = plot.sets.order_by("number").last()
        known = last.limits if last else {}
        if any(known.get(key) != one for key, one in limits.items()):
            raise Refused("已登记标准地的指标不能用表格改，请打开这宗地设定并写明理由")
        return plain
    del by
    plain["parcel"] = _parcel(plot.unit, str(values.get(AT_PARCEL, "")))
    trial = StandardPlot(unit=plot.unit, **plain)
    check_plot(trial)
    if limits:
        check_limits(plot.unit, timezone.localdate(), limits)
    return {**plain, **{name: one for name, one in values.items() if name != AT_PARCEL}}


def _plots_begun(plots: Sequence[Any], by: User) -> Sequence[StandardPlot]:
    told = [(plot, _limits(vars(plot))) for plot in plots]
    return actions.set_imported(told, by=by, today=timezone.localdate())


def _plots_undone(plots: Sequence[Any], by: User) -> None:
    del by
    taken = Commitment.objects.standing().filter(plot__in=[one.pk for one in plots]).first()
    if taken is not None:
        raise Refused(f"“{taken.plot}”已有承诺，不能撤回。")


def _made_settled(made: Commitment, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    del by
    plain = {name: value for name, value in values.items() if not _is_beside(name)}
    if made.pk is not None:
        other = [label for name, label in _FIXED.items()
                 if name in plain and plain[name] != getattr(made, name)]  # fmt: skip
        if other:
            raise Refused(f"已登记承诺的{'、'.join(other)}不能用表格改，请打开这份承诺修改")
        return plain
    number = str(values.get(AT_PARCEL, ""))
    rows = StandardPlot.objects.standing().filter(unit=made.unit, parcel__number=number)
    plot = rows.select_related("parcel", "unit").first()
    if plot is None:
        raise Refused(f"宗地“{number}”还没有登记为标准地，请先登记并设定指标")
    trial = Commitment(unit=made.unit, plot=plot, **plain)
    complete_imported(trial, {}, timezone.localdate())
    names = ("plot", "indicators", "area", "rows", "agreed", "formulas")
    return {**plain, **{name: getattr(trial, name) for name in names}}


def _made_begun(commitments: Sequence[Any], by: User) -> Sequence[Commitment]:
    return actions.begin_imported(commitments, by=by, today=timezone.localdate())


def _made_undone(commitments: Sequence[Any], by: User) -> None:
    actions.undo_imported(commitments, by=by)


def _check_settled(check: Check, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    del by
    if check.pk is None:
        raise Refused(
            "没有这次核查。核查随承诺排定，表格只补经办人和备注，请核对宗地号、核查和轮次"
        )
    return {name: value for name, value in values.items() if name in ("owner", "note")}


def _parcel(unit: OrgUnit, number: str) -> Parcel:
    found = Parcel.objects.standing().filter(unit=unit, number=number).first()
    if found is None:
        raise Refused(f"本单位没有宗地“{number}”，请先在“载体”里登记，或核对宗地号")
    return found


def _is_beside(name: str) -> bool:
    return name == AT_PARCEL or name.startswith((_LOW, _HIGH))


_FIXED = {"firm": "企业", "signed": "签订日期", "price": "土地价款", "deposit": "履约保证金",
          "handed_over": "交地日期"}  # fmt: skip

PLOT_EDITING = Editing(
    fields=("paper", "assessed", "supply_on", "note"),
    changes="standard.change",
    imports="standard.keep",
    natural=(AT_PARCEL,),
    bulk=("paper", "assessed", "supply_on", "note"),
    also_called={"paper": ("文号", "出让方案"), "supply_on": ("出让日期",)},
    beside=_plot_slots,
    settles=_plot_settled,
    follows=_plots_begun,
    undone=_plots_undone,
)
COMMITMENT_EDITING = Editing(
    fields=("firm", "paper", "signed", "handed_over", "price", "deposit", "note"),
    changes="standard.amend",
    imports="standard.commit",
    natural=(AT_PARCEL,),
    bulk=("note",),
    also_called={
        "firm": ("企业名称", "受让人", "竞得人"),
        "paper": ("合同编号", "监管协议编号"),
        "price": ("出让价款", "土地价款"),
        "deposit": ("保证金",),
        "handed_over": ("交付日期",),
    },
    measures={"price": "万元", "deposit": "万元"},
    beside=lambda _: [_parcel_slot("plot__parcel__number")],
    settles=_made_settled,
    follows=_made_begun,
    undone=_made_undone,
)
CHECK_EDITING = Editing(
    fields=("label", "round", "owner", "note"),
    changes="standard.change",
    imports="standard.change",
    natural=(AT_PARCEL, "label", "round"),
    bulk=("owner", "note"),
    also_called={"label": ("核查时点", "时点"), "owner": ("责任人",)},
    beside=lambda _: [_parcel_slot("commitment__plot__parcel__number")],
    settles=_check_settled,
)
