"""The lists of money: compensation sheets, and what of them is made public."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Q

from yinfeng.web.desks.renewal.listings import BLOCK, UNDER, named
from yinfeng.web.desks.renewal.models import Payment, Sheet
from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import OneOf, Words, units_of
from yinfeng.web.lists.listing import Listing

_STATES = {"draft": "", "once": "warn", "approved": "good"}


def _paid(rows: Sequence[Any], moment: datetime | None) -> None:
    sums: dict[int, Decimal] = {row.id: Decimal(0) for row in rows}
    found = Payment.objects.filter(sheet__in=list(sums))
    if moment is not None:
        found = found.filter(at__lt=moment)
    for sheet, amount in found.values_list("sheet", "amount"):
        sums[sheet] += amount
    for row in rows:
        row.paid = sums[row.id]


def _public_name(row: Any) -> str:
    return named(row.owner or row.lessee)


def _component(key: str) -> Any:
    def amount(row: Any) -> Decimal | None:
        found = [Decimal(one["amount"]) for one in row.lines if one["component"] == key]
        return sum(found, Decimal(0)) if found else None

    return amount


SHEETS = Listing(
    key="renewal_sheets",
    title="补偿表",
    about="每户一张补偿表：审定多少、拨付多少；编制人之外的两个人先后审批。",
    model=Sheet,
    reads="renewal.read",
    columns=(
        Column(key="holder", label="补偿对象", value=_public_name, sort="holder"),
        Column(key="block", label="区块", value="block.name", sort="block__name"),
        Column(
            key="state", label="状态", value="state", sort="state",
            tone=lambda row: _STATES.get(row.state, ""),
        ),
        Column(
            key="total", label="补偿总额", value="total", kind=Kind.NUMBER, measure="元",
            sort="total",
        ),
        Column(
            key="paid", label="已拨付", value=lambda row: row.paid, kind=Kind.NUMBER, measure="元"
        ),
        Column(key="book", label="价格办法", value="book", sort="book"),
        Column(key="appraiser", label="评估机构", value="appraiser", is_shown=False),
        Column(
            key="valued_on", label="评估送达", value="valued_on", kind=Kind.DATE, is_shown=False
        ),
    ),
    filters=(
        Words(paths=("holder", "appraiser")),
        BLOCK,
        OneOf(key="state", label="状态", path="state", choices=Sheet.State.choices),
        UNDER,
    ),
    order=("block", "pk"),
    related=("unit", "block", "owner", "lessee"),
    prepares=_paid,
    opens="renewal:sheet",
    template="renewal/sheets.html",
    empty="还没有补偿表。请打开一个产权户或租户，点“编制补偿表”。",
)  # fmt: skip


PUBLIC = Listing(
    key="renewal_public",
    title="阳光征收公示",
    about="审定的补偿逐户公示；个人姓名按规定隐去，单位写全称。可导出张贴。",
    model=Sheet,
    reads="renewal.read",
    columns=(
        Column(key="holder", label="补偿对象", value=_public_name, sort="holder"),
        Column(key="block", label="区块", value="block.name", sort="block__name"),
        Column(
            key="plot",
            label="宗地",
            value=lambda row: (row.owner or row.lessee).plot.number,
        ),
        Column(
            key="compensated", label="补偿建筑面积", value="compensated", kind=Kind.NUMBER,
            measure="㎡",
        ),
        Column(
            key="land", label="土地", value=_component("land"), kind=Kind.NUMBER, measure="元"
        ),
        Column(
            key="building", label="建筑物", value=_component("building"), kind=Kind.NUMBER,
            measure="元",
        ),
        Column(
            key="signing_reward", label="签约奖", value=_component("signing_reward"),
            kind=Kind.NUMBER, measure="元",
        ),
        Column(
            key="total", label="补偿总额", value="total", kind=Kind.NUMBER, measure="元",
            sort="total",
        ),
        Column(
            key="settlement",
            label="安置方式",
            value=lambda row: row.owner.get_settlement_display() if row.owner else "",
        ),
        Column(
            key="order", label="签约顺序", value=lambda row: row.owner.order if row.owner else None,
            kind=Kind.NUMBER,
        ),
    ),
    filters=(BLOCK, UNDER),
    order=("block", "owner__order", "pk"),
    related=("unit", "block", "owner__plot", "lessee__plot"),
    scope=lambda user: Q(state=Sheet.State.APPROVED)
    & Q(unit__in=units_of("renewal.read")(user)),
    opens="renewal:sheet",
    template="renewal/public.html",
    empty="还没有审定的补偿表。补偿表经两人审批后，在这里逐户公示。",
)  # fmt: skip
