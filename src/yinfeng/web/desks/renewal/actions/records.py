"""Programmes, blocks, plots, owners, tenants, hard cases and supplies: kept, changed, removed."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.renewal.models import (
    HardCase,
    Kept,
    Lessee,
    Owner,
    Plot,
    Programme,
    RenewalBlock,
    Resupply,
)
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

K = TypeVar("K", bound=Kept)

_UNASKED = frozenset({"created_at", "changed_at", "history", "custom"})
# What stands on a thing, by the field that names the thing.
_STANDING_ON: Mapping[type[Kept], tuple[tuple[type[Kept], str], ...]] = {
    Programme: ((RenewalBlock, "programme"),),
    RenewalBlock: ((Plot, "block"),),
    Plot: ((Owner, "plot"), (Lessee, "plot")),
    Owner: ((HardCase, "owner"),),
    Lessee: ((HardCase, "lessee"),),
}


@transaction.atomic
def keep(model: type[K], *, by: User, unit: OrgUnit, **values: Any) -> K:
    """A new record of *unit*."""
    require(by, "renewal.keep", unit)
    thing = model(unit=unit, **values)
    if isinstance(thing, Owner | Lessee):
        # Held, so that a plot is not removed or moved while a party is put on it.
        thing.plot = keeping.held(thing.plot)
    completed(thing)
    checked(thing)
    keeping.add(thing, by=by)
    record(by, "renewal.keep", thing, unit=unit, **told(values))
    return thing


@transaction.atomic
def change(thing: K, *, by: User, version: int, reason: str = "", **values: Any) -> K:
    """Give a record other values; *version* is the one that the person was shown."""
    require(by, "renewal.change", thing.unit)
    was = keeping.held(thing, version=version)
    values |= _block_of(was, values)
    made = keeping.change(thing, by=by, version=version, reason=reason, **values)
    if made.is_other:
        checked(made.record)
        if isinstance(made.record, Owner | Lessee) and "block" in made.after:
            for case in made.record.hard_cases.filter(removed_at=None).order_by("pk"):
                keeping.change(case, by=by, reason=reason, block=made.record.block)
        before, after = told(made.before), told(made.after)
        record(
            by,
            "renewal.change",
            made.record,
            unit=thing.unit,
            before=before,
            reason=reason,
            **after,
        )
    return made.record


@transaction.atomic
def remove(thing: K, *, by: User, reason: str) -> K:
    """Take a record off every list, for a reason; not while something stands on it."""
    require(by, "renewal.remove", thing.unit)
    keeping.held(thing)
    for model, name in _STANDING_ON.get(type(thing), ()):
        count = model._default_manager.filter(**{name: thing.pk}, removed_at=None).count()
        if count:
            raise Refused(f"“{thing}”下面还有{count}条{model._meta.verbose_name}，请先处理。")
    if isinstance(thing, Owner | Lessee):
        if thing.signed_on is not None:
            raise Refused("已经签约，不能删除。签约有误的，请先撤销签约。")
        if thing.sheets.filter(removed_at=None).exists():
            raise Refused("已有补偿表，不能删除。")
    gone = keeping.remove(thing, by=by, reason=reason)
    record(by, "renewal.remove", gone, unit=thing.unit, reason=reason)
    return gone


def completed(thing: K) -> K:
    """The record with what follows from what it names."""
    if isinstance(thing, Owner | Lessee):
        thing.block_id = thing.plot.block_id
    elif isinstance(thing, HardCase) and (thing.owner or thing.lessee):
        party: Any = thing.owner or thing.lessee
        thing.block_id = party.block_id
    elif isinstance(thing, Plot):
        same = Parcel.objects.standing().filter(unit=thing.unit, number=thing.number)
        thing.parcel = same.defer("shape").first()
    return thing


def check_move(party: Owner | Lessee, plot: Plot) -> None:
    """Refuse to take somebody to another block who is counted in this one by a paper."""
    if plot.block_id == party.block_id:
        return
    if party.signed_on is not None or party.sheets.filter(removed_at=None).exists():
        raise Refused("已签约或已有补偿表的，不能换到别的区块。")


def _block_of(was: Kept, values: Mapping[str, Any]) -> dict[str, Any]:
    """The block that follows from the plot or the party that the values name."""
    if isinstance(was, Plot):
        block = values.get("block") or was.block
        parties = (was.owners, was.lessees)
        if block.pk != was.block_id and any(p.filter(removed_at=None).exists() for p in parties):
            raise Refused("这宗地上已登记产权户或租户，不能换区块。")
    elif isinstance(was, Owner | Lessee):
        plot = values.get("plot")
        if plot is not None and plot.pk != was.plot_id:
            check_move(was, plot)
            return {"block": plot.block}
    elif isinstance(was, HardCase):
        party = values.get("owner", was.owner) or values.get("lessee", was.lessee)
        return {"block": party.block} if party is not None else {}
    return {}


def checked(thing: Kept) -> None:
    """Refuse a record whose fields do not hold together."""
    try:
        thing.full_clean(exclude=_UNASKED)
    except ValidationError as error:
        raise Refused("；".join(_sentences(thing, error))) from error
    for name in ("programme", "block", "plot", "owner", "lessee"):
        other = getattr(thing, name, None)
        if isinstance(other, Kept) and other.unit_id != thing.unit_id:
            raise Refused(f"“{other}”是另一个单位的。")
        if isinstance(other, Kept) and other.is_removed:
            raise Refused(f"“{other}”已删除，请另选。")
    if isinstance(thing, HardCase):
        _check_hard_case(thing)
    elif isinstance(thing, Resupply):
        _check_supply(thing)
    elif isinstance(thing, RenewalBlock):
        since, until = thing.signing_since, thing.signing_until
        if since and until and until < since:
            raise Refused("签约截止不能早于签约启动。")
    elif isinstance(thing, Plot) and thing.block.is_single:
        others = thing.block.plots.filter(removed_at=None).exclude(pk=thing.pk)
        if others.exists():
            raise Refused(f"“{thing.block}”是单宗地块，只能有一宗地。")


def told(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as an event keeps them."""
    return {name: _told(value) for name, value in values.items()}


def _told(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    return str(value) if isinstance(value, Decimal | date | datetime) else value


def _check_hard_case(thing: HardCase) -> None:
    known = rules_of(thing.unit, timezone.localdate()).hard_cases.reasons
    if thing.reason not in known:
        raise Refused(f"难点原因请填其中之一：{'、'.join(known.values())}。")
    if thing.closed is not None and not thing.result:
        raise Refused("请写明怎样化解的。")
    if thing.closed is not None and thing.closed < thing.opened:
        raise Refused("化解日期不能早于登记日期。")


def _check_supply(thing: Resupply) -> None:
    if thing.area <= 0:
        raise Refused("面积应大于零。")
    # Of two who supply the same net land at once, the second counts what the first has taken.
    RenewalBlock.objects.select_for_update(of=("self",)).get(pk=thing.block_id)
    clear = thing.block.plots.filter(removed_at=None, cleared_on__lte=thing.on)
    there_is = sum((plot.area or Decimal(0) for plot in clear), Decimal(0))
    others = thing.block.resupplies.filter(removed_at=None, on__lte=thing.on).exclude(pk=thing.pk)
    gone = sum((one.area for one in others), Decimal(0))
    if thing.area + gone > there_is:
        raise Refused(
            f"到{thing.on}净地{there_is}㎡，已再供{gone}㎡，容不下{thing.area}㎡。"
            "请先登记净地，或核对面积。"
        )


def _sentences(thing: Kept, error: ValidationError) -> list[str]:
    says: list[str] = []
    known = {field.name for field in thing._meta.fields}
    for name, messages in error.message_dict.items():
        label = f"{thing._meta.get_field(name).verbose_name}：" if name in known else ""  # type: ignore[union-attr]
        says += [f"{label}{message}" for message in messages]
    return says
