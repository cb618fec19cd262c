"""The trail checked from its first event to its last, and incidents of security written down."""

from datetime import date
from itertools import chain, islice

from django.db import transaction

from yinfeng.web.desks.audit.models import Incident
from yinfeng.web.lists.tampering import altered
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import chain_end, faults, record
from yinfeng.web.shell.models import Event, Head

_TOLD = 20


def verify(*, by: User | None) -> Event:
    """The event that says what the check found: how many events, the last seal, what is wrong."""
    if by is not None:
        require(by, "audit.verify")
    # Read before the transaction begins: the end of the chain is held by whoever writes.
    found = list(islice(chain(faults(), altered()), _TOLD))
    count, seal = chain_end()
    return _noted(by, count, seal, found)


@transaction.atomic
def _noted(by: User | None, count: int, seal: str, found: list[str]) -> Event:
    head = Head.objects.get()
    return record(by, "audit.verify", head, count=count, seal=seal, faults=found)


@transaction.atomic
def note_incident(
    *, by: User, unit: OrgUnit, happened: date, kind: str, says: str, persons: int, measures: str
) -> Incident:
    """An incident of security, with whom it concerns and what was done."""
    require(by, "audit.note_incident", unit)
    incident = Incident.objects.create(
        unit=unit,
        happened=happened,
        kind=kind,
        says=says,
        persons=persons,
        measures=measures,
        by=by,
    )
    record(
        by,
        "audit.note_incident",
        incident,
        unit=unit,
        happened=happened,
        kind=kind,
        persons=persons,
    )
    return incident
