"""The lists of months of money, permits and photos."""

from typing import Any

from django.db.models import Q

from yinfeng.web.desks.delivery.models import Month, Permit, Photo
from yinfeng.web.lists.columns import Column, Kind, Proof
from yinfeng.web.lists.filters import Days, Under, Whether, Words, units_of
from yinfeng.web.lists.listing import Listing

UNIT = Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False)
PROJECT = Column(key="project", label="项目", value="project.name", sort="project__name")


def _wan(field: str) -> Any:
    def value(row: Any) -> object:
        yuan = getattr(row, field)
        return None if yuan is None else yuan / 10_000

    return value


def _recognised_proof(row: Any) -> Proof | None:
    if row.recognised is None:
        return None
    by = f"{row.recognised_by}{row.recognised_on}认定"
    return Proof(row.proof_says, by, f"/delivery/months/{row.pk}")


MONEY = Listing(
    key="delivery-money",
    title="投资",
    about="一个项目一个月一行：计划多少、自报多少、凭证认定多少。只有认定的计入完成率。",
    model=Month,
    reads="delivery.read",
    columns=(
        PROJECT,
        Column(
            key="month",
            label="月份",
            value=lambda row: f"{row.month:%Y-%m}",
            sort="month",
        ),
        Column(
            key="planned",
            label="计划投资",
            measure="万元",
            value=_wan("planned"),
            kind=Kind.NUMBER,
            sort="planned",
        ),
        Column(
            key="reported",
            label="自报投资",
            measure="万元",
            value=_wan("reported"),
            kind=Kind.NUMBER,
            sort="reported",
        ),
        Column(
            key="recognised",
            label="认定投资",
            measure="万元",
            value=_wan("recognised"),
            kind=Kind.NUMBER,
            sort="recognised",
            proof=_recognised_proof,
        ),
        Column(key="by", label="报送人", value="reported_by.name"),
        Column(key="recogniser", label="认定人", value="recognised_by.name"),
        Column(
            key="revenue",
            label="营业收入",
            measure="万元",
            value=_wan("revenue"),
            kind=Kind.NUMBER,
            sort="revenue",
            is_shown=False,
        ),
        Column(
            key="built",
            label="已动工面积占比",
            measure="%",
            value="built",
            kind=Kind.NUMBER,
            sort="built",
            is_shown=False,
        ),
        UNIT,
    ),
    filters=(
        Words(paths=("project__name", "project__number")),
        Days(key="month", label="月份", path="month"),
        Whether(key="unrecognised", label="待认定", holds=Q(recognised__isnull=True)),
        Under(among=units_of("delivery.read")),
    ),
    order=("-month", "project_id"),
    related=("unit", "project", "reported_by", "recognised_by"),
    opens="delivery:month",
    template="delivery/tabbed.html",
    empty="还没有投资。打开项目，在“推进”里报本月投资，由统计员凭凭证认定。",
)

PERMITS = Listing(
    key="delivery-permits",
    title="手续",
    about="一件手续一行：需不需要、受理没有、办结没有。",
    model=Permit,
    reads="delivery.read",
    columns=(
        Column(key="name", label="手续", value="name", sort="name"),
        PROJECT,
        Column(key="authority", label="办理部门", value="authority", sort="authority"),
        Column(key="applied", label="受理", value="applied", kind=Kind.DATE, sort="applied"),
        Column(
            key="granted",
            label="办结",
            value="granted",
            kind=Kind.DATE,
            sort="granted",
            tone=lambda row: "good" if row.granted else "",
        ),
        Column(key="paper", label="文号或证号", value="paper"),
        Column(key="is_needed", label="需要办理", value="is_needed", kind=Kind.FLAG),
        UNIT,
    ),
    filters=(
        Words(paths=("name", "project__name", "paper")),
        Whether(key="open", label="未办结", holds=Q(granted__isnull=True)),
        Whether(key="needed", label="需要办理", holds=Q(is_needed=True)),
        Under(among=units_of("delivery.read")),
    ),
    order=("granted", "project_id", "pk"),
    related=("unit", "project"),
    opens="delivery:permit",
    template="delivery/tabbed.html",
    empty="还没有手续。打开项目，在“推进”里按用地方式列出要办的手续。",
)

PHOTOS = Listing(
    key="delivery-photos",
    title="照片",
    about="一张现场照片一行。用过的、几乎相同的、时间地点不符的，系统指出来。",
    model=Photo,
    reads="delivery.read",
    columns=(
        Column(key="says", label="照片", value="says"),
        PROJECT,
        Column(key="day", label="拍摄日期", value="day", kind=Kind.DATE, sort="day"),
        Column(key="place", label="地点", value="place"),
        Column(
            key="doubts",
            label="疑点",
            value=lambda row: "；".join(row.doubts),
            tone=lambda row: "bad" if row.like_id else "warn" if row.doubts else "",
        ),
        Column(key="by", label="上传", value="created_by.name"),
        UNIT,
    ),
    filters=(
        Words(paths=("says", "place", "project__name")),
        Days(key="day", label="拍摄日期", path="day"),
        Whether(key="fresh", label="没有用过", holds=Q(like__isnull=True)),
        Under(among=units_of("delivery.read")),
    ),
    order=("-day", "-pk"),
    related=("unit", "project", "created_by"),
    opens="delivery:photo",
    template="delivery/tabbed.html",
    empty="还没有照片。打开项目，在“推进”里传现场照片；请传手机原图。",
)
