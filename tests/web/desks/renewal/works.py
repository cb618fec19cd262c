"""An invented block of two plots with three owners and two tenants, and the prices of its town."""

from datetime import date
from decimal import Decimal
from typing import Any

from yinfeng.judgement.compensation.sheets import Item
from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.models import Lessee, Owner, Plot, RenewalBlock, Sheet
from yinfeng.web.people.models import User

DAY = date(2026, 4, 8)
PRICES = """
version: 云泽2026
prices:
  land: {工业: 320}
  building: {钢混: 1200, 砖混: 850}
  tenant_moving: {厂房: 30}
bands:
  signing_reward: {2026-04-10: 100, 2026-04-20: 50}
clauses: {building: 方案第八条}
"""


def block_of(by: User, **more: Any) -> RenewalBlock:
    """云泽老农机厂片区, two plots of 30 and 20 mu."""
    given: dict[str, Any] = {
        "name": "云泽老农机厂片区",
        "area": Decimal("33333.33"),
        "owners_told": 3,
        "tenants_told": 2,
        "plan": "云泽镇更新方案〔2026〕1号",
        **more,
    }
    block = actions.keep(RenewalBlock, by=by, unit=by.unit, **given)
    for number, area in (("N-01", "20000"), ("N-02", "13333.33")):
        actions.keep(
            Plot,
            by=by,
            unit=by.unit,
            block=block,
            number=number,
            area=Decimal(area),
            certified=Decimal(area),
            floor=Decimal(2400),
            certified_floor=Decimal(1200),
            floor_at_notice=Decimal(2400),
        )
    for number, name, sort, area in (
        ("N-01", "云泽弹簧厂", "firm", "12000"),
        ("N-01", "沈立群", "person", "8000"),
        ("N-02", "云泽五金有限公司", "firm", "13333.33"),
    ):
        plot = Plot.objects.get(number=number)
        actions.keep(
            Owner, by=by, unit=by.unit, plot=plot, name=name, sort=sort, area=Decimal(area)
        )
    for name in ("云泽喷涂加工部", "云泽模具店"):
        plot = Plot.objects.get(number="N-01")
        actions.keep(Lessee, by=by, unit=by.unit, plot=plot, name=name, owner="云泽弹簧厂")
    return block


def priced(by: User, today: date = DAY) -> None:
    """The prices of the town."""
    actions.set_rules(
        by.unit, by=by, kind="prices", text=PRICES, since=today, reason="镇政府公布", today=today
    )


def signed(name: str, by: User, day: date = DAY) -> Owner:
    """An owner who has signed."""
    owner = Owner.objects.select_related("unit", "block", "plot").get(name=name)
    return actions.sign(
        owner, by=by, version=owner.version, day=day, agreement=f"XY-{owner.pk}", today=day
    )


def drafted(owner: Owner | Lessee, by: User, **more: Any) -> Sheet:
    """A sheet of 1000 ㎡ of 钢混 at 0.85 and the reward."""
    given: dict[str, Any] = {
        "items": [
            Item("building", "钢混", Decimal(1000), "0.85"),
            Item("signing_reward", quantity=Decimal(1000)),
        ],
        "valued_on": date(2026, 3, 20),
        "appraiser": "清溪评估所",
        "compensated": Decimal(1000),
        "declaration": "均无亲属和特定关系",
        "today": DAY,
        **more,
    }
    return actions.draft(owner, by=by, **given)
