"""The lists of renewal: blocks with rates, owners, tenants, hard cases, sheets, the public one."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Q
from django.utils import timezone

from yinfeng.judgement.rates.shares import percent, plain
from yinfeng.lexicon.renewal import hard_cases, stages
from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.renewal.editing import LESSEE_EDITING, OWNER_EDITING
from yinfeng.web.desks.renewal.models import (
    HardCase,
    Lessee,
    Owner,
    Party,
    RenewalBlock,
)
from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import Days, Of, OneOf, Under, Whether, Words, units_of
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.may import may
from yinfeng.web.people.models import User

_HUNDREDTH = Decimal("0.01")


def _day(moment: datetime | None) -> date:
    return (
        timezone.localtime(moment - timedelta(seconds=1)).date() if moment else timezone.localdate()
    )


def _mu(area: Decimal | None) -> Decimal | None:
    return None if area is None else mu_of(area).quantize(_HUNDREDTH)


def _rated(rows: Sequence[Any], moment: datetime | None) -> None:
    """The three rates of signing of each block, and its open hard cases."""
    keys, day = [row.id for row in rows], _day(moment)
    owners, lessees = _parties(Owner, keys, moment), _parties(Lessee, keys, moment)
    hard = HardCase.objects.standing() if moment is None else HardCase.history.at(moment)
    still = Q(closed=None) | Q(closed__gt=day)
    held: dict[int, int] = dict.fromkeys(keys, 0)
    for block in hard.filter(still, block__in=keys).values_list("block", flat=True):
        held[block] += 1
    for row in rows:
        mine, theirs = owners[row.id], lessees[row.id]
        signed = [area for area, on in mine if on and on <= day]
        row.by_owner = _rate(len(signed), len(mine))
        row.by_tenant = _rate(sum(1 for _, on in theirs if on and on <= day), len(theirs))
        area = sum((one for one in signed if one), Decimal(0))
        row.by_area = _rate(area, row.area) if mine else ""
        row.hard = held[row.id]


def _parties(
    model: type[Party], keys: Sequence[int], moment: datetime | None
) -> dict[int, list[tuple[Decimal | None, date | None]]]:
    rows: Any = model.objects.standing() if moment is None else model.history.at(moment)
    found: dict[int, list[tuple[Decimal | None, date | None]]] = {key: [] for key in keys}
    area = "area" if model is Owner else "floor"
    for block, size, on in rows.filter(block__in=keys).values_list("block", area, "signed_on"):
        found[block].append((size, on))
    return found


def _rate(part: Decimal | int, whole: Decimal | int | None) -> str:
    """105/124，84.7%: a rate never stands without its counts."""
    if not whole:
        return ""
    share = percent(Fraction(part) / Fraction(whole))
    if isinstance(whole, int):
        return f"{part}/{whole}户，{share}"
    return f"{plain(mu_of(Decimal(part)))}/{plain(mu_of(whole))}亩，{share}"


def blocks_of(user: User) -> Any:
    """The blocks that a person may filter by."""
    return RenewalBlock.objects.visible_to(user).order_by("name")


def _rights(request: Any) -> dict[str, object]:
    """What a person may do from the head of a list."""
    return {"may_keep": may(request.user, "renewal.keep")}


_STAGES = [(stage.key, stage.label) for stage in stages().stages]
_LABELS = dict(_STAGES)
BLOCK = Of(key="block", label="区块", path="block", among=blocks_of)
UNDER = Under(among=units_of("renewal.read"))

BLOCKS = Listing(
    key="renewal_blocks",
    title="更新",
    about="一个区块一行：到了哪个阶段，按户、按面积、按租户各签了多少，还有多少难点户。",
    model=RenewalBlock,
    reads="renewal.read",
    columns=(
        Column(key="name", label="区块", value="name", sort="name"),
        Column(
            key="stage",
            label="阶段",
            value=lambda row: _LABELS.get(row.stage, row.stage),
            sort="stage",
        ),
        Column(
            key="area", label="面积", value=lambda row: _mu(row.area), kind=Kind.NUMBER,
            measure="亩", sort="area",
        ),
        Column(key="by_owner", label="签约率（按户）", value=lambda row: row.by_owner),
        Column(key="by_area", label="签约率（按面积）", value=lambda row: row.by_area),
        Column(key="by_tenant", label="签约率（按租户）", value=lambda row: row.by_tenant),
        Column(
            key="hard", label="难点户", value=lambda row: row.hard, kind=Kind.NUMBER,
            tone=lambda row: "bad" if row.hard else "",
        ),
        Column(key="team", label="专班", value="team", sort="team"),
        Column(key="leader", label="牵头领导", value="leader", is_shown=False),
        Column(key="plan", label="更新方案", value="plan", is_shown=False),
        Column(key="programme", label="更新计划", value="programme.name", is_shown=False),
        Column(
            key="is_single", label="单宗地块", value="is_single", kind=Kind.FLAG, is_shown=False
        ),
        Column(key="boundary", label="四至", value="boundary", is_shown=False),
        Column(key="industries", label="原有行业", value="industries", is_shown=False),
        Column(key="functions", label="规划功能", value="functions", is_shown=False),
        Column(
            key="clear_by", label="计划净地", value="clear_by", kind=Kind.DATE, sort="clear_by",
            is_shown=False,
        ),
        Column(
            key="signing_until", label="签约截止", value="signing_until", kind=Kind.DATE,
            sort="signing_until", is_shown=False,
        ),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("name", "boundary", "plan", "team")),
        OneOf(key="stage", label="阶段", path="stage", choices=_STAGES),
        Whether(key="single", label="单宗地块", holds=Q(is_single=True)),
        UNDER,
    ),
    order=("name", "pk"),
    related=("unit", "programme"),
    prepares=_rated,
    opens="renewal:block",
    template="renewal/index.html",
    also=_rights,
    empty="还没有更新区块。点“登记区块”，或在“材料所说”里采用一条已核实的。",
)  # fmt: skip


def named(row: Any) -> str:
    """The name; that of a natural person masked."""
    return str(row.called)


def _party_columns() -> tuple[Column, ...]:
    return (
        Column(key="name", label="名称", value=named, sort="name"),
        Column(key="block", label="区块", value="block.name", sort="block__name"),
        Column(key="plot", label="宗地", value="plot.number", sort="plot__number"),
        Column(
            key="floor", label="建筑面积", value="floor", kind=Kind.NUMBER, measure="㎡",
            sort="floor",
        ),
        Column(
            key="signed_on", label="签约日期", value="signed_on", kind=Kind.DATE, sort="signed_on"
        ),
        Column(key="agreement", label="协议编号", value="agreement", sort="agreement"),
        Column(
            key="vacated_on", label="腾空日期", value="vacated_on", kind=Kind.DATE,
            sort="vacated_on",
        ),
        Column(key="sort", label="性质", value="sort", is_shown=False),
        Column(key="code", label="统一社会信用代码", value="code", is_shown=False),
        Column(key="contact", label="联系人", value="contact", personal="name", is_shown=False),
        Column(
            key="contact_phone", label="联系电话", value="contact_phone", personal="phone",
            is_shown=False,
        ),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    )  # fmt: skip


_PARTY_FILTERS = (
    Words(paths=("name", "plot__number", "agreement")),
    BLOCK,
    Whether(
        key="signed", label="已签约", holds=Q(signed_on__isnull=False), fails=Q(signed_on=None)
    ),
    Whether(
        key="vacated", label="已腾空", holds=Q(vacated_on__isnull=False), fails=Q(vacated_on=None)
    ),
    Days(key="signed_on", label="签约", path="signed_on"),
    UNDER,
)  # fmt: skip

OWNERS = Listing(
    key="renewal_owners",
    title="产权户",
    about="红线内的产权户，一户一行；租户另有名单。",
    model=Owner,
    reads="renewal.read",
    columns=(
        *_party_columns()[:3],
        Column(
            key="area", label="土地面积", value=lambda row: _mu(row.area), kind=Kind.NUMBER,
            measure="亩", sort="area",
        ),
        *_party_columns()[3:],
        Column(key="settlement", label="安置方式", value="settlement", is_shown=False),
        Column(key="order", label="签约顺序", value="order", kind=Kind.NUMBER, sort="order",
               is_shown=False),
    ),
    filters=_PARTY_FILTERS,
    order=("block", "pk"),
    related=("unit", "block", "plot"),
    opens="renewal:owner",
    template="renewal/owners.html",
    editing=OWNER_EDITING,
    empty="还没有产权户。请先登记区块和宗地，再登记产权户，或导入摸底表。",
)  # fmt: skip

LESSEES = Listing(
    key="renewal_lessees",
    title="租户",
    about="红线内租用厂房的租户，一户一行；产权户另有名单。",
    model=Lessee,
    reads="renewal.read",
    columns=(
        *_party_columns(),
        Column(key="owner", label="出租人", value="owner", is_shown=False),
        Column(
            key="lease_until", label="租期至", value="lease_until", kind=Kind.DATE, is_shown=False
        ),
    ),
    filters=_PARTY_FILTERS,
    order=("block", "pk"),
    related=("unit", "block", "plot"),
    opens="renewal:lessee",
    template="renewal/lessees.html",
    editing=LESSEE_EDITING,
    empty="还没有租户。请先登记区块和宗地，再登记租户，或导入摸底表。",
)

_REASONS = list(hard_cases().reasons.items())


def _whose(row: Any) -> str:
    party = row.owner or row.lessee
    return f"{named(party)}（{'产权户' if row.owner else '租户'}）"


HARD_CASES = Listing(
    key="renewal_hard_cases",
    title="难点户",
    about="谈不下来的产权户和租户：原因、责任人、包案领导、下一步。",
    model=HardCase,
    reads="renewal.read",
    columns=(
        Column(key="party", label="对象", value=_whose),
        Column(key="block", label="区块", value="block.name", sort="block__name"),
        Column(
            key="reason",
            label="原因",
            value=lambda row: dict(_REASONS).get(row.reason, row.reason),
            sort="reason",
        ),
        Column(key="says", label="具体情况", value="says"),
        Column(key="responsible", label="责任人", value="responsible", sort="responsible"),
        Column(key="leader", label="包案领导", value="leader", sort="leader"),
        Column(key="step", label="下一步", value="step"),
        Column(key="due", label="期限", value="due", kind=Kind.DATE, sort="due"),
        Column(key="closed", label="化解日期", value="closed", kind=Kind.DATE, sort="closed"),
        Column(key="opened", label="登记日期", value="opened", kind=Kind.DATE, is_shown=False),
        Column(key="told_on", label="最近进展", value="told_on", kind=Kind.DATE, is_shown=False),
        Column(key="result", label="化解结果", value="result", is_shown=False),
    ),
    filters=(
        Words(paths=("owner__name", "lessee__name", "says", "responsible", "leader")),
        BLOCK,
        OneOf(key="reason", label="原因", path="reason", choices=_REASONS),
        Whether(key="open", label="未化解", holds=Q(closed=None), fails=Q(closed__isnull=False)),
        Days(key="due", label="期限", path="due"),
        UNDER,
    ),
    order=("closed", "due", "pk"),
    related=("unit", "block", "owner", "lessee"),
    opens="renewal:hard-case",
    template="renewal/hard.html",
    also=_rights,
    empty="没有难点户。谈不下来的，点“登记难点户”，写明原因和责任人。",
)
