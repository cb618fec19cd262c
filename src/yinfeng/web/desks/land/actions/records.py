"""Records of land are kept, changed and removed."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.db import models, transaction

from yinfeng.web.desks.land.actions.following import follow
from yinfeng.web.desks.land.adoption import proposal_of
from yinfeng.web.desks.land.checks import checked
from yinfeng.web.desks.land.models import Kept
from yinfeng.web.desks.land.standing import refuse_stood_on
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document, Fact

K = TypeVar("K", bound=Kept)
Values = Mapping[str, Any]


@transaction.atomic
def keep(model: type[K], *, by: User, unit: OrgUnit, fact: Fact | None = None, **values: Any) -> K:
    """A new record of *unit*."""
    require(by, "land.keep", unit)
    thing = model(unit=unit, fact=fact, **values)
    checked(thing)
    keeping.add(thing, by=by)
    record(by, "land.keep", thing, unit=unit, **told(values))
    follow(thing, by=by)
    return thing


@transaction.atomic
def adopt(fact: Fact, model: type[K], *, by: User, **values: Any) -> K:
    """Make a record of an accepted fact; it points to the words from now on."""
    document = fact.reading.document
    # Holding the document keeps two people from making two records of one fact.
    Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if proposal_of(fact) is None:
        raise Refused("这条事实还没有逐项核实，或已经登记过。")
    return keep(model, by=by, unit=document.unit, fact=fact, **values)


@transaction.atomic
def change(thing: K, *, by: User, version: int, reason: str = "", **values: Any) -> K:
    """Give a record other values; *version* is the one that the person was shown."""
    require(by, "land.change", thing.unit)
    made = keeping.change(thing, by=by, version=version, reason=reason, **values)
    if made.is_other:
        checked(made.record)
        record(
            by,
            "land.change",
            made.record,
            unit=thing.unit,
            before=told(made.before),
            reason=reason,
            **told(made.after),
        )
        follow(made.record, by=by)
    return made.record


@transaction.atomic
def remove(thing: K, *, by: User, reason: str) -> K:
    """Take a record off every list, for a reason; not while something stands on it."""
    require(by, "land.remove", thing.unit)
    refuse_stood_on([thing])
    gone = keeping.remove(thing, by=by, reason=reason)
    record(by, "land.remove", gone, unit=thing.unit, reason=reason)
    follow(gone, by=by)
    return gone


def told(values: Values) -> dict[str, Any]:
    """The values as an event keeps them: keys for records, the shape only as being there."""
    return {name: _told(name, value) for name, value in values.items()}


def _told(name: str, value: Any) -> Any:
    if name == "shape":
        return "（图形）" if value else ""
    if isinstance(value, models.Model):
        return value.pk
    return str(value) if isinstance(value, Decimal | date | datetime) else value
