"""Occupancies are kept, changed, ended and removed; rent comes in. Nothing is let twice."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from yinfeng.judgement.occupancy.rises import NotRises, rises_of
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.tenancy.actions.counting import let_anew
from yinfeng.web.desks.tenancy.fitting import check_fit, standing_on
from yinfeng.web.desks.tenancy.models import Occupancy, Receipt, Tenant
from yinfeng.web.desks.tenancy.rules import rules_of
from yinfeng.web.desks.tenancy.spots import spot_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_UNASKED = frozenset({"created_at", "changed_at", "history", "custom", "tenant"})


@transaction.atomic
def keep(
    *, by: User, unit: OrgUnit, firm: str, place: str, today: date, **values: Any
) -> Occupancy:
    """A new occupancy of an enterprise, which is registered where it was not."""
    require(by, "tenancy.keep", unit)
    spot = spot_of(unit, place)
    _hold(spot.parcel)
    stay = Occupancy(unit=unit, firm=firm.strip(), **{**values, **spot.fields})
    _checked(stay, today)
    stay.tenant = _tenant_of(unit, stay.firm, by)
    keeping.add(stay, by=by)
    let_anew([stay], by=by, today=today)
    record(by, "tenancy.keep", stay, unit=unit, **_told(stay))
    return stay


@transaction.atomic
def change(
    stay: Occupancy, *, by: User, version: int, today: date, reason: str = "", **values: Any
) -> Occupancy:
    """Give an occupancy other values; *version* is the one that the person was shown."""
    require(by, "tenancy.change", stay.unit)
    _hold(stay.parcel)
    if "place" in values:
        spot = spot_of(stay.unit, str(values["place"]))
        _hold(spot.parcel)
        values |= spot.fields
    was = keeping.held(stay, version=version)
    # A tenant that was renamed stays the tenant while the name written here stays as it was.
    if str(values.get("firm", was.firm)).strip() != was.firm:
        values["tenant"] = _tenant_of(stay.unit, str(values["firm"]).strip(), by)
    made = keeping.change(stay, by=by, version=version, reason=reason, **values)
    if made.is_other:
        _checked(made.record, today)
        # A name that is put right where it stands takes nothing from those who hold from it.
        if made.record.firm == was.firm or made.record.place != was.place:
            _refuse_orphans(was)
        let_anew([made.record], by=by, today=today, also=was.parcel)
        before = {name: str(value) for name, value in made.before.items()}
        after = {name: str(value) for name, value in made.after.items()}
        record(
            by, "tenancy.change", made.record, unit=stay.unit, before=before, reason=reason, **after
        )
    return made.record


@transaction.atomic
def leave(
    stay: Occupancy, *, by: User, version: int, day: date, reason: str, today: date
) -> Occupancy:
    """Say on which day an occupancy ends, and why; what is let on from it has to end before."""
    require(by, "tenancy.leave", stay.unit)
    _hold(stay.parcel)
    held = keeping.held(stay, version=version)
    if day < held.since:
        raise Refused(f"退出日期不能早于入驻日期{held.since}。")
    made = keeping.change(held, by=by, reason=reason, until=day, left_why=reason.strip()[:200])
    if held.until is not None and day > held.until:
        check_fit(made.record, rules_of(stay.unit, today))
    _refuse_orphans(made.record)
    let_anew([made.record], by=by, today=today)
    record(
        by,
        "tenancy.leave",
        made.record,
        unit=stay.unit,
        before=made.before,
        reason=reason,
        until=day,
    )
    return made.record


@transaction.atomic
def receive(
    stay: Occupancy, *, by: User, day: date, amount: Decimal, today: date, paper: str = ""
) -> Receipt:
    """Rent that came in; what was put down wrongly is put right by a sum below nothing."""
    require(by, "tenancy.receive", stay.unit)
    stay = keeping.held(stay)
    if day > today:
        raise Refused("到账日期不能晚于今天。")
    if not amount:
        raise Refused("请填到账金额；冲正填负数。")
    if amount < 0 and not paper.strip():
        raise Refused("冲正请在凭证里写明冲正哪一笔。")
    row = Receipt.objects.create(
        unit=stay.unit, occupancy=stay, day=day, amount=amount, paper=paper.strip(), by=by
    )
    record(by, "tenancy.receive", row, unit=stay.unit, occupancy=stay.pk, amount=str(amount))
    return row


@transaction.atomic
def remove(stay: Occupancy, *, by: User, reason: str, today: date) -> Occupancy:
    """Take an occupancy that was put down by mistake off every list, for a reason."""
    require(by, "tenancy.remove", stay.unit)
    _hold(stay.parcel)
    if stay.receipts.exists():
        raise Refused("这条入驻已有租金到账，不能删除。已退出的请登记退出。")
    gone = keeping.remove(stay, by=by, reason=reason)
    _refuse_orphans(gone)
    let_anew([gone], by=by, today=today)
    record(by, "tenancy.remove", gone, unit=stay.unit, reason=reason)
    return gone


def begin_imported(stays: Sequence[Any], *, by: User, today: date) -> list[Occupancy]:
    """What new occupancies of a sheet begin with: their enterprises, and that all of them fit."""
    begun = []
    for parcel in sorted({stay.parcel_id for stay in stays}):
        _hold(Parcel(pk=parcel))
    for stay in stays:
        tenant = _tenant_of(stay.unit, stay.firm, by)
        made = keeping.change(stay, by=by, tenant=tenant).record
        begun.append(made)
    for parcel in sorted({stay.parcel_id for stay in begun}):
        own = [stay for stay in begun if stay.parcel_id == parcel]
        others = standing_on(own[0].parcel)
        for stay in own:
            check_fit(stay, rules_of(stay.unit, today), others)
    let_anew(begun, by=by, today=today)
    return begun


def _hold(parcel: Parcel) -> None:
    """Hold the row of the parcel: who lets something on it waits for who does so already."""
    Parcel._base_manager.select_for_update(of=("self",)).only("pk").get(pk=parcel.pk)


def _checked(stay: Occupancy, today: date) -> None:
    try:
        stay.full_clean(exclude=_UNASKED)
    except ValidationError as error:
        raise Refused("；".join(error.messages)) from error
    if stay.free_until is not None and stay.free_until < stay.since:
        raise Refused("免租期不能在入驻之前结束。")
    _check_rises(stay)
    rules = rules_of(stay.unit, today)
    check_fit(stay, rules)
    _refuse_orphans(stay)


def _check_rises(stay: Occupancy) -> None:
    try:
        rises = rises_of(stay.rises)
    except NotRises as error:
        raise Refused(f"{error}。") from error
    if rises and stay.rent is None:
        raise Refused("写了租金递增，请先填起租时的租金。")
    if rises and rises[0][0] <= stay.since:
        raise Refused("租金递增从起租以后的日期写起，起租时的租金填在“租金”里。")


def _refuse_orphans(stay: Occupancy) -> None:
    """Refuse to end what others still hold from it."""
    if stay.tenure == Occupancy.Tenure.SUBLET:
        return
    lets = Occupancy.objects.standing().filter(
        parcel=stay.parcel_id,
        place=stay.place,
        lessor=stay.firm,
        tenure=Occupancy.Tenure.SUBLET,
    )
    every = standing_on(stay.parcel) if lets.exists() else []
    for let in lets.select_related("parcel", "unit").order_by("pk") if every else ():
        try:
            check_fit(let, rules_of(stay.unit, stay.since), every)
        except Refused as refusal:
            raise Refused(f"{stay.firm}在这里有转租给{let.firm}的面积：{refusal}") from refusal


def _tenant_of(unit: OrgUnit, name: str, by: User) -> Tenant:
    """The enterprise of that name in the unit, registered where it was not."""
    if not name:
        raise Refused("请填企业名称。")
    known = Tenant.objects.standing().filter(unit=unit, name=name).first()
    return known or keeping.add(Tenant(unit=unit, name=name), by=by)


def _told(stay: Occupancy) -> dict[str, Any]:
    names = ("firm", "place", "tenure", "area", "since", "until", "rent", "contract")
    return {name: str(getattr(stay, name) or "") for name in names}
