"""What people decided of names, as identity takes it: every row, the newest of a pair holds."""

from collections.abc import Collection, Iterator

from yinfeng.identity.decisions import Decision, Ruling
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.store.models import Sameness


def decisions_of(unit: OrgUnit) -> Iterator[Decision]:
    """The decisions of a unit, in order of time."""
    return iter(decisions_by_unit([unit]).get(unit.pk, ()))


def decisions_by_unit(units: Collection[OrgUnit]) -> dict[int, list[Decision]]:
    """The decisions of these units by the key of each, in order of time."""
    found: dict[int, list[Decision]] = {}
    for row in Sameness.objects.filter(unit__in=units).select_related("by").order_by("pk"):
        found.setdefault(row.unit_id, []).append(_decision(row))
    return found


def _decision(row: Sameness) -> Decision:
    kind = EntityKind(row.kind)
    return Decision(
        left=Naming(kind, row.left, row.left_host),
        right=Naming(kind, row.right, row.right_host),
        ruling=Ruling(row.ruling),
        by=row.by.username,
        when=row.at,
        why=row.why,
    )
