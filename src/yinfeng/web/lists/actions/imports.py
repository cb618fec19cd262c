"""A sheet taken in, ruled on, written with history in one action, and undone in one action."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from yinfeng.web.lists import keeping
from yinfeng.web.lists.custom import as_fields
from yinfeng.web.lists.fitting import import_slots
from yinfeng.web.lists.importing.grids import Grid
from yinfeng.web.lists.importing.headings import (
    head_below,
    headings,
    with_sheet_unit,
    with_sheet_year,
)
from yinfeng.web.lists.importing.matching import guessed, head_of, plain
from yinfeng.web.lists.importing.plan import Outcome, Plan
from yinfeng.web.lists.importing.planning import Planning
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.models import Batch, BatchLine
from yinfeng.web.lists.records import Record
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rows import insert
from yinfeng.web.work.actions import enqueue

_CHUNK = 500
_SAID = 5


@transaction.atomic
def take_sheet(
    listing: Listing, grid: Grid, content: bytes, name: str, *, by: User, unit: OrgUnit
) -> Batch:
    """Keep the sheet with a guess of what its columns mean; nothing else is written yet."""
    assert listing.editing is not None
    require(by, listing.editing.imports, unit)
    slots = import_slots(listing, by)
    at = head_below(grid.rows, head_of(grid.rows, slots.values()))
    known = {plain(name) for slot in slots.values() for name in (slot.label, *slot.also_called)}
    heads = headings(grid.rows, at, known)
    mapping = guessed(heads, slots.values())
    heads = with_sheet_unit(heads, grid.rows[:at], mapping, listing.editing.worded)
    batch = Batch.objects.create(
        listing=listing.key,
        unit=unit,
        by=by,
        name=name[-255:],
        sha256=hashlib.sha256(content).hexdigest(),
        heads=heads,
        first_row=at + 2,
        rows=with_sheet_year(grid.rows[at + 1 :], grid.rows[:at], f"{grid.name} {name}"),
        mapping=mapping,
    )
    record(by, "lists.take_sheet", batch, unit=unit, listing=listing.key, rows=len(batch.rows))
    return batch


@transaction.atomic
def choose(
    batch: Batch,
    *,
    by: User,
    mapping: Mapping[str, str] | None = None,
    rulings: Mapping[str, str] | None = None,
) -> Batch:
    """Keep what the clerk says: which column is which field, what becomes of likely doubles."""
    batch = _held(batch, by, Batch.State.DRAFT)
    if mapping is not None:
        names = [name for name in mapping.values() if name]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise Refused("同一个字段不能对应两列，请检查各列的对应关系。")
        batch.mapping = {at: name for at, name in mapping.items() if name}
    if rulings is not None:
        batch.rulings = {**batch.rulings, **rulings}
    batch.save(update_fields=["mapping", "rulings"])
    record(by, "lists.rule_sheet", batch, unit=batch.unit, mapping=batch.mapping)
    return batch


def plan_of(listing: Listing, batch: Batch, by: User) -> Plan:
    """The dry run."""
    return Planning(listing, batch, import_slots(listing, by), by).plan()


@transaction.atomic
def import_rows(
    listing: Listing, batch: Batch, *, by: User, seal: str, leaves_bad: bool, now: datetime
) -> Batch:
    """Write what the dry run showed, each row with its version, all with one event."""
    assert listing.editing is not None
    batch = _held(batch, by, Batch.State.DRAFT, Batch.State.WAITING)
    require(by, listing.editing.imports, batch.unit)
    plan = plan_of(listing, batch, by)
    if plan.seal != seal:
        raise Refused("预览之后有人改过相关记录，请按新的预览再确认一次。")
    if plan.obstacles or not plan.is_worth_it:
        raise Refused("没有可以导入的行。")
    if plan.bad and not leaves_bad:
        raise Refused("表里还有有误的行。请改正后重新上传，或勾选“有误的行先不导入”。")
    slots = import_slots(listing, by)
    lines = [*_created(listing, plan, slots, by, now), *_changed(listing, plan, slots, by, now)]
    insert(
        BatchLine,
        (
            BatchLine(batch=batch, row=row, key=one.pk, is_new=is_new, version=one.version)
            for row, one, is_new in lines
        ),
    )
    counts = plan.counts
    batch.created, batch.changed = counts[Outcome.CREATE], counts[Outcome.CHANGE]
    batch.skipped = counts[Outcome.SAME] + counts[Outcome.LEFT]
    batch.bad, batch.state, batch.done_at = counts[Outcome.BAD], Batch.State.DONE, now
    batch.save(update_fields=["created", "changed", "skipped", "bad", "state", "done_at"])
    told = {outcome.value: count for outcome, count in counts.items()}
    record(by, "lists.import", batch, unit=batch.unit, listing=listing.key, rows=told)
    return batch


@transaction.atomic
def ask_import(listing: Listing, batch: Batch, *, by: User, seal: str, leaves_bad: bool) -> Batch:
    """Let a long sheet be imported in the background, as it was shown."""
    assert listing.editing is not None
    batch = _held(batch, by, Batch.State.DRAFT)
    require(by, listing.editing.imports, batch.unit)
    batch.task = enqueue(
        "lists.import",
        key=str(batch.pk),
        unit=batch.unit,
        by=by,
        batch=batch.pk,
        seal=seal,
        leaves_bad=leaves_bad,
    )
    batch.state, batch.says = Batch.State.WAITING, ""
    batch.save(update_fields=["state", "task", "says"])
    record(by, "lists.ask_import", batch, unit=batch.unit, listing=listing.key)
    return batch


@transaction.atomic
def send_back(batch: Batch, says: str) -> None:
    """Show the clerk why a sheet was not imported; it may be confirmed again."""
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    batch.state, batch.says = Batch.State.DRAFT, says
    batch.save(update_fields=["state", "says"])


@transaction.atomic
def undo_import(listing: Listing, batch: Batch, *, by: User, reason: str, now: datetime) -> int:
    """Take back the whole sheet: new records are removed, changed ones as they were before."""
    assert listing.editing is not None
    batch = _held(batch, by, Batch.State.DONE)
    require(by, listing.editing.imports, batch.unit)
    if not reason.strip():
        raise Refused("请写明撤销的理由。")
    lines = {line.key: line for line in batch.lines.order_by("row")}
    records = _locked(listing, list(lines))
    _refuse_changed(listing, lines, records)
    why = f"撤销导入“{batch}”：{reason.strip()}"
    gone = {"removed_at": now, "removed_why": why}
    earlier = _earlier(listing, [one for one in lines.values() if not one.is_new])
    back = [(records[key], gone if line.is_new else earlier[key]) for key, line in lines.items()]
    keeping.change_many(back, by=by, reason=why, at=now)
    if listing.editing.undone:
        listing.editing.undone([records[key] for key, line in lines.items() if line.is_new], by)
    stood = [records[key] for key, line in lines.items() if not line.is_new]
    if listing.editing.changed and stood:
        listing.editing.changed(stood, by)
    batch.state, batch.undone_at = Batch.State.UNDONE, now
    batch.undone_why = reason.strip()
    batch.save(update_fields=["state", "undone_at", "undone_why"])
    record(by, "lists.undo_import", batch, unit=batch.unit, reason=reason, rows=len(lines))
    return len(lines)


def _held(batch: Batch, by: User, *states: Batch.State) -> Batch:
    batch = Batch.objects.select_for_update(of=("self",)).select_related("unit").get(pk=batch.pk)
    if batch.by_id != by.pk:
        raise Refused("只能处理自己上传的表。")
    if batch.state not in states:
        label = Batch.State(batch.state).label
        raise Refused(f"“{batch}”{label}，不能再做这一步。")
    return batch


def _created(
    listing: Listing, plan: Plan, slots: Mapping[str, Any], by: User, now: datetime
) -> list[tuple[int, Record, bool]]:
    made: list[tuple[int, Record, bool]] = []
    for line in plan.of(Outcome.CREATE):
        fresh: Any = listing.model(unit=line.unit)
        for name, value in as_fields(slots, fresh, line.values or {}).items():
            setattr(fresh, name, value)
        made.append((line.row, fresh, True))
    fresh_ones = [one for _, one, _ in made]
    if listing.editing and listing.editing.adds and made:
        listing.editing.adds(fresh_ones, by, now)
        return made
    keeping.add_many(fresh_ones, by=by, at=now)
    follows = listing.editing.follows if listing.editing else None
    if not follows or not made:
        return made
    begun = follows([one for _, one, _ in made], by)
    return [(row, one, True) for (row, _, _), one in zip(made, begun, strict=True)]


def _changed(
    listing: Listing, plan: Plan, slots: Mapping[str, Any], by: User, now: datetime
) -> list[tuple[int, Record, bool]]:
    lines = plan.of(Outcome.CHANGE)
    records = _locked(listing, [line.record.pk for line in lines])
    changes = []
    for line in lines:
        one = records[line.record.pk]
        if one.version != line.record.version:
            raise Refused(f"“{one}”刚刚被别人改过，请重新预览。")
        changes.append((one, as_fields(slots, one, line.values or {})))
    keeping.change_many(changes, by=by, at=now)
    if listing.editing and listing.editing.changed and changes:
        listing.editing.changed([one for one, _ in changes], by)
    return [(line.row, records[line.record.pk], False) for line in lines]


def _locked(listing: Listing, keys: Sequence[Any]) -> dict[Any, Any]:
    """The records, their rows held."""
    if listing.editing and listing.editing.holds:
        listing.editing.holds(keys)
    found: dict[Any, Any] = {}
    for start in range(0, len(keys), _CHUNK):
        held = listing.model._base_manager.select_for_update(of=("self",))
        chunk = held.filter(pk__in=keys[start : start + _CHUNK]).order_by("pk")
        found |= {one.pk: one for one in chunk}
    return found


def _refuse_changed(
    listing: Listing, lines: Mapping[Any, BatchLine], records: Mapping[Any, Any]
) -> None:
    since = [line for key, line in lines.items() if records[key].version != line.version]
    if since:
        stood = _versions(listing, {line.key: line.version for line in since})
        since = [
            line for line in since if stood.get(line.key) != _fields_of(listing, records[line.key])
        ]
    if since:
        some = "、".join(f"第{line.row}行“{records[line.key]}”" for line in since[:_SAID])
        more = f"等{len(since)}条" if len(since) > _SAID else ""
        raise Refused(
            f"导入之后又有人改过{some}{more}，整批撤销会丢掉这些修改，所以没有撤销。"
            "请先把这几条改回或另行处理。"
        )


def _earlier(listing: Listing, lines: Sequence[BatchLine]) -> dict[Any, dict[str, Any]]:
    """What each changed record was before the sheet: all its fields but who and when."""
    found = _versions(listing, {line.key: line.version - 1 for line in lines})
    lost = [str(line.row) for line in lines if line.key not in found]
    if lost:
        raise Refused(
            f"第{'、'.join(lost[:_SAID])}行导入之前的内容没有留下记录，无法照它改回，所以没有撤销。"
            "请告知审计管理员核验台账。"
        )
    return found


def _versions(listing: Listing, wanted: Mapping[Any, int]) -> dict[Any, dict[str, Any]]:
    """Each record as it was in a version, without what the house reckons by itself."""
    versions: Any = listing.model.history.model  # type: ignore[attr-defined]
    found: dict[Any, dict[str, Any]] = {}
    keys = list(wanted)
    for start in range(0, len(keys), _CHUNK):
        for version in versions.objects.filter(id__in=keys[start : start + _CHUNK]):
            if wanted[version.id] == version.version:
                found[version.id] = _fields_of(listing, version)
    return found


def _fields_of(listing: Listing, row: Any) -> dict[str, Any]:
    versions: Any = listing.model.history.model  # type: ignore[attr-defined]
    reckoned = listing.editing.reckoned if listing.editing else ()
    names = (f.name for f in versions.tracked_fields if f.name not in _OWN | {*reckoned})
    attnames = (listing.model._meta.get_field(name).attname for name in names)  # type: ignore[union-attr]
    return {attname: getattr(row, attname) for attname in attnames}


_OWN = frozenset({"id", "version", "created_by", "created_at", "changed_by", "changed_at"})
