"""Owners and tenants sign and move out; plots are cleared and become net land."""

from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Max

from yinfeng.web.desks.renewal.models import Lessee, Owner, Plot, RenewalBlock, Sheet
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

P = TypeVar("P", Owner, Lessee)


@transaction.atomic
def sign(
    party: P,
    *,
    by: User,
    version: int,
    day: date,
    agreement: str,
    today: date,
    settlement: str = "",
    certificates_in: bool = False,
) -> P:
    """An owner's agreement, or a tenant's to move out; owners are numbered as they sign."""
    require(by, "renewal.sign", party.unit)
    RenewalBlock.objects.select_for_update(of=("self",)).get(pk=party.block_id)
    party = keeping.held(party, version=version)
    if party.signed_on is not None:
        raise Refused(f"{party}已于{party.signed_on}签约。")
    if day > today:
        raise Refused("签约日期不能晚于今天。")
    values: dict[str, Any] = {"signed_on": day, "agreement": agreement.strip()}
    if isinstance(party, Owner):
        last = party.block.owners.aggregate(last=Max("order"))["last"]
        values |= {
            "settlement": settlement,
            "certificates_in": certificates_in,
            "order": (last or 0) + 1,
        }
    made = keeping.change(party, by=by, **values)
    after: dict[str, Any] = {**made.after, "signed_on": str(day)}
    record(by, "renewal.sign", made.record, unit=party.unit, before=made.before, **after)
    return made.record


@transaction.atomic
def unsign(party: P, *, by: User, version: int, reason: str) -> P:
    """Take back a signing that was put down wrongly, or an agreement that was ended."""
    require(by, "renewal.unsign", party.unit)
    party = keeping.held(party, version=version)
    if party.signed_on is None:
        raise Refused(f"{party}还没有签约。")
    if party.vacated_on is not None:
        raise Refused(f"{party}已于{party.vacated_on}腾空，不能撤销签约。")
    if party.sheets.filter(removed_at=None).exclude(state=Sheet.State.DRAFT).exists():
        raise Refused("补偿表已经审批，不能撤销签约。")
    values: dict[str, Any] = {"signed_on": None, "agreement": ""}
    if isinstance(party, Owner):
        values |= {"settlement": "", "certificates_in": False, "order": None}
    made = keeping.change(party, by=by, reason=reason, **values)
    record(
        by,
        "renewal.unsign",
        made.record,
        unit=party.unit,
        before={name: str(value) for name, value in made.before.items()},
        reason=reason,
    )
    return made.record


@transaction.atomic
def vacate(party: P, *, by: User, version: int, day: date, today: date) -> P:
    """That an owner handed over, or a tenant moved out; an owner after all tenants of the plot."""
    require(by, "renewal.vacate", party.unit)
    party = keeping.held(party, version=version)
    if party.signed_on is None:
        raise Refused(f"{party}还没有签约，不能登记腾空。")
    if not party.signed_on <= day <= today:
        raise Refused("腾空日期应在签约之后、今天以前。")
    if isinstance(party, Owner):
        left = party.plot.lessees.filter(removed_at=None, vacated_on=None)
        if left.exists():
            names = "、".join(str(one) for one in left.order_by("pk")[:3])
            raise Refused(f"这宗地上还有{left.count()}家租户没有搬离：{names}。")
    made = keeping.change(party, by=by, vacated_on=day)
    record(by, "renewal.vacate", made.record, unit=party.unit, vacated_on=day)
    return made.record


@transaction.atomic
def demolish(plot: Plot, *, by: User, version: int, day: date, today: date) -> Plot:
    """That the buildings of a plot are down."""
    require(by, "renewal.clear", plot.unit)
    plot = keeping.held(plot, version=version)
    _refuse_not_vacated(plot, day, today)
    made = keeping.change(plot, by=by, demolished_on=day)
    record(by, "renewal.clear", made.record, unit=plot.unit, demolished_on=day)
    return made.record


@transaction.atomic
def clear(plot: Plot, *, by: User, version: int, day: date, today: date) -> Plot:
    """That a plot is net land: handed over, its buildings down, every approved sheet paid."""
    require(by, "renewal.clear", plot.unit)
    plot = keeping.held(plot, version=version)
    _refuse_not_vacated(plot, day, today)
    if plot.demolished_on is None or plot.demolished_on > day:
        raise Refused("这宗地的建筑还没有登记拆除，不能登记净地。")
    for owner in plot.owners.filter(removed_at=None).order_by("pk"):
        sheet = owner.sheets.filter(removed_at=None).first()
        if sheet is None or sheet.state != Sheet.State.APPROVED:
            raise Refused(f"{owner}的补偿表还没有审定，补偿不到位不算净地。")
        paid = sum(one.amount for one in sheet.payments.filter(day__lte=day))
        if paid < sheet.total:
            raise Refused(f"{owner}审定补偿{sheet.total}元，到{day}拨付{paid}元，补偿没有到位。")
    made = keeping.change(plot, by=by, cleared_on=day)
    record(by, "renewal.clear", made.record, unit=plot.unit, cleared_on=day)
    return made.record


def _refuse_not_vacated(plot: Plot, day: date, today: date) -> None:
    if day > today:
        raise Refused("日期不能晚于今天。")
    owners = plot.owners.filter(removed_at=None)
    if not owners.exists():
        raise Refused("这宗地还没有登记产权户。")
    left = owners.filter(vacated_on=None) | owners.filter(vacated_on__gt=day)
    if left.exists():
        names = "、".join(str(one) for one in left.order_by("pk")[:3])
        raise Refused(f"这宗地还有产权户没有腾空：{names}。")
