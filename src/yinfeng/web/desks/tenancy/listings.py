"""The lists of tenancy: one row a stay; one row an enterprise with what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.land.models import Park
from yinfeng.web.desks.tenancy.editing import EDITING, TENANT_EDITING
from yinfeng.web.desks.tenancy.models import Occupancy, Tenant
from yinfeng.web.desks.tenancy.models.tenants import industry_choices
from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import (
    Days,
    Filter,
    Given,
    Numbers,
    Of,
    OneOf,
    Under,
    Words,
    units_of,
)
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.models import User

_SOON = 90


@dataclass(frozen=True, kw_only=True)
class Holding(Filter):
    """Whether it stands on the day that is asked, has ended, or is still to begin."""

    key: str = "stands"
    label: str = "在驻"

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """All, or one of the three."""
        choices = (("", "不限"), ("now", "在驻"), ("gone", "已退出"), ("ahead", "未起租"))
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those of that kind."""
        day = given.get("as_of") or timezone.localdate()
        now = (Q(until=None) | Q(until__gte=day)) & Q(since__lte=day)
        return {"now": now, "gone": Q(until__lt=day), "ahead": Q(since__gt=day)}.get(
            given[self.key]
        )

    def says(self, given: Given) -> str:
        """The kind."""
        return {"now": "在驻", "gone": "已退出", "ahead": "未起租"}.get(given[self.key], "")


def _prepared(rows: Sequence[Any], moment: datetime | None) -> None:
    """How the end of each row lies to the day that is asked."""
    day = timezone.localtime(moment - timedelta(seconds=1)).date() if moment else None
    today = day or timezone.localdate()
    for row in rows:
        row.stands, row.tone = _stands(row.since, row.until, today)


def _stands(since: date, until: date | None, today: date) -> tuple[str, str]:
    if until is not None and until < today:
        return "已退出", ""
    if since > today:
        return "未起租", ""
    if until is None:
        return "在驻", "good"
    left = (until - today).days
    return (f"{left}天后到期", "warn") if left <= _SOON else ("在驻", "good")


def _mu(row: Any) -> Decimal | None:
    return None if row.building_id else mu_of(row.area).quantize(Decimal("0.01"))


def parks_of(user: User) -> Any:
    """The parks that a person may filter by."""
    return Park.objects.in_scope_of(user, "tenancy.read").order_by("name")


OCCUPANCIES = Listing(
    key="occupancies",
    title="入驻",
    about="一行一项：哪家企业从哪天到哪天用哪块地、哪间房，多大面积，什么租金。",
    model=Occupancy,
    reads="tenancy.read",
    columns=(
        Column(key="firm", label="企业", value="firm", sort="firm"),
        Column(key="place", label="位置", value="place", sort="place"),
        Column(
            key="stands", label="状态", value=lambda row: row.stands, tone=lambda row: row.tone
        ),
        Column(
            key="area", label="面积", value="area", kind=Kind.NUMBER, sort="area", measure="㎡"
        ),
        Column(key="mu", label="用地", value=_mu, kind=Kind.NUMBER, measure="亩"),
        Column(key="since", label="起", value="since", kind=Kind.DATE, sort="since"),
        Column(key="until", label="止", value="until", kind=Kind.DATE, sort="until"),
        Column(key="tenure", label="方式", value="tenure", sort="tenure"),
        Column(
            key="rent", label="租金", value="rent", kind=Kind.NUMBER, sort="rent",
            measure="元/㎡·月",
        ),
        Column(key="rises", label="租金递增", value="rises", is_shown=False),
        Column(key="contract", label="合同编号", value="contract", sort="contract"),
        Column(key="park", label="园区", value="parcel.park.name", sort="parcel__park__name"),
        Column(key="chain", label="产业链", value="tenant.chain", is_shown=False),
        Column(key="industry", label="行业", value="tenant.industry", is_shown=False),
        Column(key="lessor", label="出租人", value="lessor", sort="lessor", is_shown=False),
        Column(key="months", label="几个月一付", value="months", kind=Kind.NUMBER, is_shown=False),
        Column(
            key="free_until", label="免租至", value="free_until", kind=Kind.DATE, is_shown=False
        ),
        Column(
            key="deposit", label="押金", value="deposit", kind=Kind.NUMBER, measure="元",
            is_shown=False,
        ),
        Column(
            key="is_counted", label="计入亩均用地", value="is_counted", kind=Kind.FLAG,
            is_shown=False,
        ),
        Column(key="left_why", label="退出原因", value="left_why", is_shown=False),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("firm", "place", "contract", "lessor")),
        Holding(),
        Of(key="park", label="园区", path="parcel__park", among=parks_of),
        OneOf(key="tenure", label="方式", path="tenure", choices=Occupancy.Tenure.choices),
        Days(key="since", label="起", path="since"),
        Days(key="until", label="止", path="until"),
        Numbers(key="area", label="面积", path="area", measure="㎡"),
        Under(among=units_of("tenancy.read")),
    ),
    order=("-since", "-pk"),
    related=("unit", "tenant", "parcel__park"),
    defers=("parcel__shape", "parcel__park__shape"),
    prepares=_prepared,
    opens="tenancy:occupancy",
    template="tenancy/index.html",
    editing=EDITING,
    empty="还没有入驻记录。请先在“载体”里登记宗地和厂房，再点“登记入驻”，或导入台账。",
)  # fmt: skip


def _holdings(rows: Sequence[Any], moment: datetime | None) -> None:
    """What each enterprise of the page holds on the day that is asked."""
    day = timezone.localtime(moment - timedelta(seconds=1)).date() if moment else None
    today = day or timezone.localdate()
    keys = [row.id for row in rows]
    if moment is None:
        stays: Any = Occupancy.objects.standing()
    else:
        stays = Occupancy.history.at(moment)
    held = Q(until=None) | Q(until__gte=today)
    found = stays.filter(held, since__lte=today, tenant__in=keys)
    sums: dict[int, list[Decimal]] = {key: [Decimal(0), Decimal(0)] for key in keys}
    for tenant, building, area in found.values_list("tenant", "building", "area"):
        sums[tenant][building is not None] += area
    for row in rows:
        land, floor = sums[row.id]
        row.mu, row.floor = mu_of(land).quantize(Decimal("0.01")) if land else None, floor or None


TENANTS = Listing(
    key="tenants",
    title="入驻企业",
    about="一行一家企业：什么行业、哪条链、现在用多少地和厂房。",
    model=Tenant,
    reads="tenancy.read",
    columns=(
        Column(key="name", label="企业名称", value="name", sort="name"),
        Column(key="code", label="统一社会信用代码", value="code", sort="code"),
        Column(
            key="industry", label="行业", value=lambda row: row.industry_says, sort="industry"
        ),
        Column(key="chain", label="产业链", value="chain", sort="chain"),
        Column(key="mu", label="用地", value=lambda r: r.mu, kind=Kind.NUMBER, measure="亩"),
        Column(key="floor", label="厂房", value=lambda r: r.floor, kind=Kind.NUMBER, measure="㎡"),
        Column(key="staff", label="从业人数", value="staff", kind=Kind.NUMBER, sort="staff"),
        Column(key="makes", label="主要产品", value="makes", is_shown=False),
        Column(key="contact", label="联系人", value="contact", personal="name", is_shown=False),
        Column(
            key="contact_phone", label="联系电话", value="contact_phone", personal="phone",
            is_shown=False,
        ),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("name", "code", "chain", "makes")),
        OneOf(
            key="industry", label="行业", path="industry", choices=lambda user: _industries(user)
        ),
        Under(among=units_of("tenancy.read")),
    ),
    order=("name", "pk"),
    related=("unit",),
    prepares=_holdings,
    opens="tenancy:tenant",
    template="tenancy/tenants.html",
    editing=TENANT_EDITING,
    empty="还没有企业。登记入驻时会一并登记企业，也可以导入企业名单。",
)  # fmt: skip


def _industries(user: User) -> list[tuple[str, str]]:
    """The classes that the enterprises in scope have."""
    used = set(Tenant.objects.visible_to(user).values_list("industry", flat=True).distinct())
    return [(key, says) for key, says in industry_choices() if key in used]
