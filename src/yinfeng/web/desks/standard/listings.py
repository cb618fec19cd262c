"""The lists of standard land: a row a plot, a row a commitment, a row a check."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from yinfeng.web.desks.land.models import Park
from yinfeng.web.desks.standard.editing import CHECK_EDITING, COMMITMENT_EDITING, PLOT_EDITING
from yinfeng.web.desks.standard.models import (
    Check,
    Commitment,
    IndicatorSet,
    JoinedPlot,
    StandardPlot,
)
from yinfeng.web.desks.standard.timing import OPEN, Owing, Timing, time_of
from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import (
    Days,
    Of,
    OneOf,
    Under,
    Words,
    units_of,
)
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.models import User


def _day(moment: datetime | None) -> date:
    return timezone.localtime(moment - timedelta(seconds=1) if moment else None).date()


def _parks(user: User) -> Any:
    return Park.objects.in_scope_of(user, "standard.read").order_by("name")


def _of_plots(rows: Sequence[Any], moment: datetime | None) -> None:
    """The indicators and the enterprise of each plot of a page."""
    keys = [row.id for row in rows]
    found = IndicatorSet.objects.filter(plot__in=keys, since__lte=_day(moment)).order_by("number")
    sets = {one.plot_id: one for one in (found.filter(at__lt=moment) if moment else found)}
    made: Any = Commitment.history.at(moment) if moment else Commitment.objects.standing()
    firms = dict(made.filter(plot__in=keys).order_by("id").values_list("plot", "firm"))
    joined = JoinedPlot.objects.filter(plot__in=keys).values_list("plot", "commitment")
    others = dict(made.filter(id__in=[one for _, one in joined]).values_list("id", "firm"))
    firms |= {plot: others[one] for plot, one in joined.order_by("pk") if one in others}
    for row in rows:
        row.holds, row.firm = sets.get(row.id), firms.get(row.id, "")


def _low(key: str) -> Any:
    def value(row: Any) -> Decimal | None:
        found = row.holds.limits.get(key) if row.holds else None
        return found.low if found else None

    return value


PLOTS = Listing(
    key="standard",
    title="标准地",
    about="一宗带指标出让的地一行：什么时候设的指标、指标多高、谁承诺、履行到哪一步。",
    model=StandardPlot,
    reads="standard.read",
    columns=(
        Column(key="number", label="宗地号", value="parcel.number", sort="parcel__number"),
        Column(key="state", label="状态", value="state", sort="state"),
        Column(
            key="area", label="面积", value=lambda row: row.parcel.area, kind=Kind.NUMBER,
            measure="㎡", is_shown=False,
        ),
        Column(
            key="since", label="指标施行", kind=Kind.DATE,
            value=lambda row: row.holds.since if row.holds else None,
        ),
        Column(
            key="investment", label="投资强度", value=_low("investment"), kind=Kind.NUMBER,
            measure="万元/亩",
        ),
        Column(
            key="tax", label="亩均税收", value=_low("tax"), kind=Kind.NUMBER, measure="万元/亩"
        ),
        Column(key="firm", label="企业", value=lambda row: row.firm),
        Column(
            key="supply_on", label="拟出让", value="supply_on", kind=Kind.DATE, sort="supply_on"
        ),
        Column(key="park", label="园区", value="parcel.park.name", sort="parcel__park__name"),
        Column(key="paper", label="文号", value="paper", sort="paper", is_shown=False),
        Column(key="assessed", label="区域评估", value="assessed", is_shown=False),
        Column(key="note", label="备注", value="note", is_shown=False),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("parcel__number", "parcel__name", "paper", "note")),
        OneOf(key="state", label="状态", path="state", choices=StandardPlot.State.choices),
        Of(key="park", label="园区", path="parcel__park", among=_parks),
        Days(key="supply_on", label="拟出让", path="supply_on"),
        Under(among=units_of("standard.read")),
    ),
    order=("-pk",),
    related=("unit", "parcel__park"),
    defers=("parcel__shape", "parcel__park__shape"),
    prepares=_of_plots,
    opens="standard:plot",
    template="standard/index.html",
    editing=PLOT_EDITING,
    empty="还没有标准地。先在“载体”里登记宗地，再点“登记标准地”，出让前设好控制指标；也可以用表格导入。",
)  # fmt: skip


def _of_commitments(rows: Sequence[Any], moment: datetime | None) -> None:
    """The check that comes next of each commitment of a page."""
    keys, today = [row.id for row in rows], _day(moment)
    checks: Any = Check.history.at(moment) if moment else Check.objects.standing()
    found = checks.filter(commitment__in=keys, state__in=OPEN).exclude(due=None)
    following: dict[int, Any] = {}
    for one in found.order_by("-due", "-id"):
        following[one.commitment_id] = one
    for row in rows:
        one = following.get(row.id)
        row.following = f"{one.label} {one.due}" if one else ""
        row.time, row.tone = time_of(one.due, one.state, today) if one else ("", "")


COMMITMENTS = Listing(
    key="standard-commitments",
    title="标准地承诺",
    about="一份承诺一行：哪家企业、哪宗地、哪份合同，下一次核查什么时候到期。",
    model=Commitment,
    reads="standard.read",
    columns=(
        Column(key="firm", label="企业", value="firm", sort="firm"),
        Column(
            key="number", label="宗地号", value="plot.parcel.number", sort="plot__parcel__number"
        ),
        Column(key="state", label="状态", value="state", sort="state"),
        Column(key="following", label="下一次核查", value=lambda row: row.following),
        Column(key="time", label="时间", value=lambda row: row.time, tone=lambda row: row.tone),
        Column(key="signed", label="签订", value="signed", kind=Kind.DATE, sort="signed"),
        Column(
            key="handed_over", label="交地", value="handed_over", kind=Kind.DATE,
            sort="handed_over",
        ),
        Column(
            key="price", label="土地价款", value="price", kind=Kind.NUMBER, sort="price",
            measure="万元",
        ),
        Column(
            key="deposit", label="履约保证金", value="deposit", kind=Kind.NUMBER, sort="deposit",
            measure="万元",
        ),
        Column(key="paper", label="合同编号", value="paper", sort="paper"),
        Column(key="project", label="项目", value="project.name", is_shown=False),
        Column(key="note", label="备注", value="note", is_shown=False),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("firm", "paper", "plot__parcel__number", "note")),
        OneOf(key="state", label="状态", path="state", choices=Commitment.State.choices),
        Days(key="signed", label="签订", path="signed"),
        Under(among=units_of("standard.read")),
    ),
    order=("-signed", "-pk"),
    related=("unit", "project", "plot__parcel"),
    defers=("plot__parcel__shape",),
    prepares=_of_commitments,
    opens="standard:commitment",
    template="standard/commitments.html",
    editing=COMMITMENT_EDITING,
    empty="还没有承诺。打开一宗已设指标的标准地，点“登记承诺”。",
)  # fmt: skip


def _of_checks(rows: Sequence[Any], moment: datetime | None) -> None:
    today = _day(moment)
    for row in rows:
        row.time, row.tone = time_of(row.due, row.state, today)


def _points(_: User) -> list[tuple[str, str]]:
    found = Check.objects.order_by("point").values_list("point", "label").distinct()
    return list(dict(found).items())


CHECKS = Listing(
    key="standard-checks",
    title="标准地核查",
    about="一次核查一行：开工、竣工、验收、投产、达产复核，什么时候到期、核到哪一步、结论是什么。",
    model=Check,
    reads="standard.read",
    columns=(
        Column(key="label", label="核查", value="label", sort="label"),
        Column(
            key="firm", label="企业", value="commitment.firm", sort="commitment__firm"
        ),
        Column(key="number", label="宗地号", value="commitment.plot.parcel.number"),
        Column(key="due", label="到期", value="due", kind=Kind.DATE, sort="due"),
        Column(key="time", label="时间", value=lambda row: row.time, tone=lambda row: row.tone),
        Column(key="state", label="进度", value="state", sort="state"),
        Column(key="result", label="结论", value="result", sort="result"),
        Column(
            key="amount", label="违约金", value="amount", kind=Kind.NUMBER, sort="amount",
            measure="万元",
        ),
        Column(
            key="unpaid", label="欠缴", value="unpaid", kind=Kind.NUMBER, sort="unpaid",
            measure="万元", is_shown=False,
        ),
        Column(
            key="pay_by", label="缴纳期限", value="pay_by", kind=Kind.DATE, sort="pay_by",
            is_shown=False,
        ),
        Column(key="actual", label="实际日期", value="actual", kind=Kind.DATE, sort="actual"),
        Column(key="owner", label="经办人", value="owner", sort="owner"),
        Column(key="round", label="轮次", value="round", kind=Kind.NUMBER, is_shown=False),
        Column(key="due_says", label="怎么算的", value="due_says", is_shown=False),
        Column(key="project", label="项目", value="commitment.project.name", is_shown=False),
        Column(key="note", label="备注", value="note", is_shown=False),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("commitment__firm", "commitment__plot__parcel__number", "owner", "note")),
        Timing(),
        OneOf(key="point", label="核查", path="point", choices=_points),
        OneOf(key="state", label="进度", path="state", choices=Check.State.choices),
        OneOf(key="result", label="结论", path="result", choices=Check.Result.choices),
        Owing(),
        Days(key="due", label="到期", path="due"),
        Days(key="pay_by", label="缴纳期限", path="pay_by"),
        Under(among=units_of("standard.read")),
    ),
    order=("due", "pk"),
    related=("unit", "commitment__project", "commitment__plot__parcel"),
    defers=("commitment__plot__parcel__shape",),
    prepares=_of_checks,
    opens="standard:check",
    template="standard/checks.html",
    editing=CHECK_EDITING,
    empty="还没有核查。登记承诺后，各个核查时点会自动排好。",
)  # fmt: skip
