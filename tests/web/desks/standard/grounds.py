"""An invented parcel of forty mu as standard land, and an enterprise that commits itself for it."""

from datetime import date
from decimal import Decimal
from typing import Any

from yinfeng.judgement.standard.values import Limits
from yinfeng.mapping.areas import square_metres_of_mu
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard.actions.checking import Reading
from yinfeng.web.desks.standard.models import Check, Commitment, StandardPlot
from yinfeng.web.people.models import User

SET_ON, SIGNED, HANDED = date(2022, 1, 10), date(2022, 3, 1), date(2022, 4, 1)
LIMITS = {
    "investment": Limits(Decimal(300), None),
    "plot_ratio": Limits(Decimal("1.0"), Decimal("2.0")),
    "energy": Limits(None, Decimal("0.52")),
    "emission": Limits(None, Decimal("0.9")),
    "tax": Limits(Decimal(20), None),
}
# What the enterprise brings: every indicator met, the tax asked for apart.
HARD = {
    "investment": Reading(parts={"建安投资": Decimal(8000), "设备投资": Decimal(5000)}),
    "plot_ratio": Reading(Decimal("1.2")),
}


def soft(tax: str) -> dict[str, Reading]:
    """The soft indicators with so much tax by the mu."""
    return {
        "energy": Reading(Decimal("0.4"), way="等价值"),
        "emission": Reading(Decimal("0.5")),
        "tax": Reading(Decimal(tax)),
    }


def parcel_of(by: User, number: str = "YZ-08") -> Parcel:
    """A parcel of forty mu."""
    area = square_metres_of_mu(Decimal(40))
    return land.keep(Parcel, by=by, unit=by.unit, number=number, area=area, state="clear")


def plot_of(by: User, number: str = "YZ-08", **more: Any) -> StandardPlot:
    """The parcel as standard land, its indicators set."""
    plot = actions.keep(by=by, unit=by.unit, parcel=parcel_of(by, number), **more)
    actions.set_indicators(
        plot, by=by, version=plot.version, since=SET_ON, paper="云出让〔2022〕1号",
        limits=LIMITS,
    )  # fmt: skip
    return StandardPlot.objects.get(pk=plot.pk)


def commitment_of(by: User, plot: StandardPlot | None = None, **more: Any) -> Commitment:
    """What 云泽精密有限公司 promises."""
    given: dict[str, Any] = {
        "firm": "云泽精密有限公司", "paper": "云监管〔2022〕3号", "signed": SIGNED,
        "handed_over": HANDED, "price": Decimal(1200), "deposit": Decimal(120),
        "today": SIGNED, **more,
    }  # fmt: skip
    return actions.commit(plot or plot_of(by), by=by, **given)


def check_of(made: Commitment, point: str, round_: int = 1) -> Check:
    """A check as it stands."""
    return Check.objects.standing().get(commitment=made, point=point, round=round_)


def done(check: Check, by: User, other: User, day: date, **more: Any) -> Check:
    """Found by one person and confirmed by another."""
    given = {"proof": "施工许可证", "today": day, "day": day, **more}
    check = actions.measure(check, by=by, version=check.version, **given)
    return actions.confirm(check, by=other, version=check.version, today=given["today"])


def decided(check: Check, by: User, today: date, result: str, **more: Any) -> Check:
    """With its outcome."""
    return actions.decide(check, by=by, version=check.version, today=today, result=result, **more)
