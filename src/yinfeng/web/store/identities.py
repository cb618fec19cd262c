"""What people decided of names, as identity takes it: every row, the newest of a pair holds."""

from collections.abc import Iterator

from yinfeng.identity.decisions import Decision, Ruling
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.store.models import Sameness


def decisions_of(unit: OrgUnit) -> Iterator[Decision]:
    """The decisions of a unit, in order of time."""
    rows = Sameness.objects.filter(unit=unit).select_related("by").order_by("pk")
    return (_decision(row) for row in rows)


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
