"""The rent account of occupancies on a day: what was due, what came in, since when it is late."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.judgement.occupancy.rents import Account, Due, Terms, account, dues
from yinfeng.judgement.occupancy.rises import rises_of
from yinfeng.web.desks.tenancy.models import Occupancy, Receipt
from yinfeng.web.desks.tenancy.rules import rules_of

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Rent:
    """An occupancy with its account."""

    stay: Occupancy
    account: Account


def terms_of(stay: Occupancy) -> Terms | None:
    """The terms of an occupancy that costs rent."""
    if not stay.rent:
        return None
    monthly = (stay.rent * stay.area).quantize(_CENT)
    rises = tuple((day, (rent * stay.area).quantize(_CENT)) for day, rent in rises_of(stay.rises))
    return Terms(monthly, stay.months, stay.since, stay.until, stay.free_until, rises)


def account_of(
    stay: Occupancy, receipts: Iterable[Receipt], day: date, grace: int | None = None
) -> Account | None:
    """How the account of an occupancy stands on a day; *grace* is that of its unit's rules."""
    terms = terms_of(stay)
    if terms is None:
        return None
    paid = [(one.day, one.amount) for one in receipts]
    days = rules_of(stay.unit, day).grace if grace is None else grace
    return account(terms, paid, day, days)


def dues_of(stay: Occupancy, day: date) -> Sequence[Due]:
    """What fell due by a day, the latest first."""
    terms = terms_of(stay)
    return () if terms is None else tuple(dues(terms, day))[::-1]


def late_rents(stays: Iterable[Occupancy], day: date) -> list[Rent]:
    """The occupancies whose rent is late on a day, the oldest first."""
    every = list(stays)
    came: dict[int, list[Receipt]] = {}
    for one in Receipt.objects.filter(occupancy__in=[s.pk for s in every], day__lte=day):
        came.setdefault(one.occupancy_id, []).append(one)
    units = {stay.unit_id: stay.unit for stay in every}
    grace = {key: rules_of(unit, day).grace for key, unit in units.items()}
    found = []
    for stay in every:
        stands = account_of(stay, came.get(stay.pk, ()), day, grace[stay.unit_id])
        if stands is not None and stands.arrears:
            found.append(Rent(stay, stands))
    return sorted(found, key=lambda rent: (rent.account.late_since or day, rent.stay.pk))
