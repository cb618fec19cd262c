"""Many records given the same values in one action, as the preview showed it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from yinfeng.web.lists import keeping
from yinfeng.web.lists.bulk import planned
from yinfeng.web.lists.custom import as_fields
from yinfeng.web.lists.fitting import slots_of
from yinfeng.web.lists.keeping import held
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.records import Record
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def bulk_edit(
    listing: Listing,
    versions: Mapping[int, int],
    values: Mapping[str, Any],
    *,
    by: User,
    reason: str = "",
) -> int:
    """Give the records these values; how many changed. Where one was changed since: none is."""
    editing = listing.editing
    assert editing is not None
    require(by, editing.changes)
    slots = slots_of(listing, by)
    if editing.holds:
        editing.holds(list(versions))
    records = [held(one, version=versions[one.pk]) for one in _found(listing, versions, by)]
    if len(records) < len(versions):
        raise Refused("选中的记录里有的已经删除或不在您的工作范围内，请刷新后重新选择。")
    plan = [one for one in planned(editing, slots, records, values, by) if one.is_open]
    if not plan:
        raise Refused("选中的记录里没有可以修改的。")
    changes = [(one.record, as_fields(slots, one.record, one.values)) for one in plan]
    done = keeping.change_many(changes, by=by, reason=reason, at=timezone.now())
    if editing.changed:
        editing.changed([made.record for made in done], by)
    before = {"rows": {str(made.record.pk): made.before for made in done}}
    units = {made.record.unit_id for made in done}
    unit = done[0].record.unit if len(units) == 1 else by.unit
    after = {str(made.record.pk): made.after for made in done}
    record(
        by, "lists.bulk_edit", by, unit=unit, before=before, reason=reason,
        listing=listing.key, rows=after,
    )  # fmt: skip
    return len(done)


def _found(listing: Listing, versions: Mapping[int, int], by: User) -> list[Record]:
    return list(listing.rows(by).filter(pk__in=list(versions)).order_by("pk"))
