"""The lists of agreements and of reviews: one row each, with what still stands in the way."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from yinfeng.web.desks.agreements.editing import EDITING
from yinfeng.web.desks.agreements.models import (
    AdmissionReview,
    Agreement,
    DraftScreening,
    FairReview,
    Promise,
)
from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import Days, Numbers, OneOf, Under, Words, units_of
from yinfeng.web.lists.listing import Listing

_STATE_TONES = {"draft": "plain", "signed": "good", "ended": "bad"}
_COLOURS = {"red": "红", "yellow": "黄", "green": "绿", "historic": "历史文本用语"}
_TONES = {"red": "bad", "yellow": "warn", "green": "good"}
_CONCLUDED = {"pass": "good", "conditional": "warn", "refuse": "bad"}
_WAN = Decimal(10_000)


def _prepared(rows: Sequence[Any], moment: datetime | None) -> None:
    """The colour of the latest draft, the review of fair competition, duties still open."""
    keys = [row.id for row in rows]
    screenings = DraftScreening.objects.filter(draft__agreement__in=keys).order_by("pk")
    reviews = FairReview.objects.filter(agreement__in=keys).order_by("pk")
    promises = Promise.objects.filter(agreement__in=keys, withdrawn="")
    if moment is not None:
        screenings, reviews = screenings.filter(at__lt=moment), reviews.filter(at__lt=moment)
        promises = promises.filter(at__lt=moment)
    colours = dict(screenings.values_list("draft__agreement", "colour"))
    found = {one.agreement_id: one for one in reviews}
    counts: dict[int, int] = {}
    for key in promises.values_list("agreement", flat=True):
        counts[key] = counts.get(key, 0) + 1
    for row in rows:
        row.colour = colours.get(row.id, "")
        row.fair = found.get(row.id)
        row.duties = counts.get(row.id, 0)


AGREEMENTS = Listing(
    key="agreements",
    title="协议",
    about="一份协议一行：和谁签、多大、条款审查什么颜色、公平竞争审查做了没有、签没签。",
    model=Agreement,
    reads="agreements.read",
    columns=(
        Column(key="title", label="协议", value="title", sort="title"),
        Column(key="project", label="项目", value="project.name", sort="project__name"),
        Column(key="kind", label="种类", value="kind", sort="kind"),
        Column(key="phase", label="期别", value="phase", sort="phase", is_shown=False),
        Column(key="theirs", label="乙方", value="theirs", sort="theirs"),
        Column(
            key="yuan",
            label="协议总投资",
            measure="万元",
            value=lambda row: row.yuan / _WAN if row.yuan is not None else None,
            kind=Kind.NUMBER,
            sort="yuan",
        ),
        Column(
            key="state",
            label="状态",
            value="state",
            sort="state",
            tone=lambda row: _STATE_TONES[row.state],
        ),
        Column(
            key="colour",
            label="条款审查",
            value=lambda row: _COLOURS.get(row.colour, "没有草案"),
            tone=lambda row: _TONES.get(row.colour, ""),
        ),
        Column(
            key="fair",
            label="公平竞争审查",
            value=lambda row: row.fair.number if row.fair else "未登记",
            tone=lambda row: "" if row.fair else "warn",
        ),
        Column(
            key="duties", label="约定义务", value=lambda row: row.duties, kind=Kind.NUMBER
        ),
        Column(key="signed", label="签订日期", value="signed", kind=Kind.DATE, sort="signed"),
        Column(
            key="starts", label="约定开工", value="starts", kind=Kind.DATE, sort="starts",
            is_shown=False,
        ),
        Column(
            key="produces", label="约定投产", value="produces", kind=Kind.DATE, sort="produces",
            is_shown=False,
        ),
        Column(key="number", label="编号", value="number", sort="number", is_shown=False),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("title", "theirs", "number")),
        OneOf(key="kind", label="种类", path="kind", choices=Agreement.Kind.choices),
        OneOf(key="state", label="状态", path="state", choices=Agreement.State.choices),
        Numbers(key="yuan", label="协议总投资", path="yuan", measure="元"),
        Days(key="signed", label="签订", path="signed"),
        Days(key="starts", label="约定开工", path="starts"),
        Under(among=units_of("agreements.read")),
    ),
    order=("-pk",),
    related=("unit", "project"),
    prepares=_prepared,
    opens="agreements:agreement",
    template="agreements/index.html",
    editing=EDITING,
    empty="还没有协议。打开一个项目，在“评审与协议”里起草第一份，或者用表格导入草稿。",
)  # fmt: skip

REVIEWS = Listing(
    key="reviews",
    title="准入评审",
    about="一次评审一行：哪个项目、哪天开会、结论和分数。评分表在全部交齐之前互不可见。",
    model=AdmissionReview,
    reads="agreements.read",
    columns=(
        Column(key="project", label="项目", value="project.name", sort="project__name"),
        Column(key="day", label="会议日期", value="day", kind=Kind.DATE, sort="day"),
        Column(key="state", label="状态", value="state", sort="state"),
        Column(
            key="conclusion",
            label="结论",
            value="conclusion",
            sort="conclusion",
            tone=lambda row: _CONCLUDED.get(row.conclusion, ""),
        ),
        Column(key="score", label="平均分", value="score", kind=Kind.NUMBER, sort="score"),
        Column(key="reasons", label="理由", value=lambda row: "；".join(row.reasons)),
        Column(key="conditions", label="附加条件", value="conditions", is_shown=False),
        Column(key="rules", label="办法版本", value="rules_version", is_shown=False),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("place", "conditions")),
        OneOf(key="state", label="状态", path="state", choices=AdmissionReview.State.choices),
        OneOf(
            key="conclusion",
            label="结论",
            path="conclusion",
            choices=AdmissionReview.Conclusion.choices,
        ),
        Days(key="day", label="会议", path="day"),
        Under(among=units_of("agreements.read")),
    ),
    order=("-day", "-pk"),
    related=("unit", "project"),
    opens="agreements:review",
    template="agreements/reviews.html",
    empty="还没有评审。打开一个在谈项目，在“评审与协议”里召开评审。",
)
