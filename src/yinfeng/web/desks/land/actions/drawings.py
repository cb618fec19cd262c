"""Files of shapes: sent, tried out, taken in with one event, and undone whole."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from yinfeng.mapping.figures import Figure
from yinfeng.mapping.formats import read
from yinfeng.mapping.systems import system
from yinfeng.web.desks.land.actions.shapes import drawn_values
from yinfeng.web.desks.land.checks import checked
from yinfeng.web.desks.land.models import Bounded, Drawing, DrawnShape
from yinfeng.web.desks.land.planning import MODELS, NUMBERED, Planned, plan, targets
from yinfeng.web.desks.land.standing import refuse_stood_on
from yinfeng.web.lists import keeping
from yinfeng.web.lists.keeping import as_it_was
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.actions import enqueue


@transaction.atomic
def send(content: bytes, name: str, *, by: User, unit: OrgUnit, target: str) -> Drawing:
    """Keep the file and what is read of it; nothing else is written yet."""
    require(by, "land.draw", unit)
    drawn = read(name, content)
    if drawn.refused:
        raise Refused(drawn.refused)
    drawing = Drawing.objects.create(
        target=target,
        unit=unit,
        by=by,
        name=name[-255:],
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        read={
            "declared": drawn.declared,
            "problems": list(drawn.problems),
            "figures": [[one.place, one.polygons, dict(one.words)] for one in drawn.figures],
        },
    )
    record(by, "land.draw", drawing, unit=unit, name=name, figures=len(drawn.figures))
    return drawing


@transaction.atomic
def settle(drawing: Drawing, *, by: User, key: str, told: Mapping[str, Any]) -> Drawing:
    """Say in which coordinates the file is, and what its shapes belong to."""
    require(by, "land.draw", drawing.unit)
    drawing = _held(drawing, by, Drawing.State.DRAFT)
    if system(key) is None:
        raise Refused("请选定坐标系。")
    drawing.system, drawing.settings = key, dict(told)
    drawing.save(update_fields=["system", "settings"])
    record(by, "land.draw", drawing, unit=drawing.unit, system=key)
    return drawing


@transaction.atomic
def take(drawing: Drawing, *, by: User, now: datetime, looked_at: Collection[int] = ()) -> Drawing:
    """Write the shapes that are good: new records, and new ranges of records on hand.

    What mending gave another area is written only where its place is among those *looked_at*.
    """
    require(by, "land.draw", drawing.unit)
    drawing = _held(drawing, by, Drawing.State.DRAFT)
    one = system(drawing.system)
    if one is None:
        raise Refused("请先选定坐标系。")
    # Held before they are looked at: what the plan says of them is what is written.
    held = targets(drawing).select_for_update(of=("self",)).order_by("pk")
    list(held.values_list("pk", flat=True))
    rows = plan(drawing, figures_of(drawing), one)
    good = [row for row in rows if row.is_good and (not row.is_doubtful or row.place in looked_at)]
    if not good:
        raise Refused(
            "只有理顺后面积变了的图形，请核对后勾选再导入。"
            if any(row.is_doubtful for row in rows)
            else "没有一个图形可以导入，请看每一行的原因。"
        )
    source = f"{drawing.name}（{one.label}）"
    fresh = [(row, _fresh(drawing, row, source)) for row in good if row.record is None]
    keeping.add_many([thing for _, thing in fresh], by=by, at=now)
    changed = [
        (row.record, {**row.values, **drawn_values(row.record, row.geometry, source)})
        for row in good
        if row.record is not None
    ]
    done = keeping.change_many(changed, by=by, reason=f"导入图形：{drawing.name}", at=now)
    _note_lines(drawing, fresh, good, [made.record for made in done])
    drawing.state, drawing.done_at = Drawing.State.DONE, now
    drawing.created, drawing.changed = len(fresh), len(done)
    drawing.bad = len(rows) - len(good)
    drawing.save(update_fields=["state", "done_at", "created", "changed", "bad"])
    record(
        by,
        "land.draw",
        drawing,
        unit=drawing.unit,
        created=len(fresh),
        changed=len(done),
        bad=drawing.bad,
        looked_at=[row.place for row in good if row.is_doubtful],
    )
    _follow(drawing, by)
    return drawing


@transaction.atomic
def undo(drawing: Drawing, *, by: User, reason: str, now: datetime) -> Drawing:
    """Take the whole file back: new records are removed, changed ones as they were before."""
    require(by, "land.draw", drawing.unit)
    drawing = _held(drawing, by, Drawing.State.DONE)
    if not reason.strip():
        raise Refused("请写明撤销的理由。")
    lines = {line.key: line for line in drawing.lines.all()}
    model = MODELS[drawing.target]
    rows = model._base_manager.select_for_update(of=("self",)).filter(pk__in=lines)
    things = {thing.pk: thing for thing in rows}
    other = [str(one) for key, one in things.items() if one.version != lines[key].version]
    if other:
        raise Refused(f"{'、'.join(other[:5])}等{len(other)}条导入后又改过，不能整体撤销。")
    why = f"撤销导入“{drawing}”：{reason.strip()}"
    refuse_stood_on([thing for key, thing in things.items() if lines[key].is_new])
    gone = {"removed_at": now, "removed_why": why}
    back = [
        (thing, gone if lines[key].is_new else _earlier(thing)) for key, thing in things.items()
    ]
    keeping.change_many(back, by=by, reason=why, at=now)
    drawing.state, drawing.undone_at = Drawing.State.UNDONE, now
    drawing.undone_why = reason.strip()
    drawing.save(update_fields=["state", "undone_at", "undone_why"])
    record(by, "land.draw", drawing, unit=drawing.unit, reason=reason, undone=len(back))
    _follow(drawing, by)
    return drawing


def figures_of(drawing: Drawing) -> list[Figure]:
    """The shapes that were read of the file."""
    return [
        Figure(
            place,
            tuple(
                tuple(tuple((x, y) for x, y in ring) for ring in polygon) for polygon in polygons
            ),
            words,
        )
        for place, polygons, words in drawing.read["figures"]
    ]


def _fresh(drawing: Drawing, row: Planned, source: str) -> Bounded:
    told = drawing.settings
    thing = MODELS[drawing.target](unit=drawing.unit)
    setattr(thing, NUMBERED[drawing.target], row.number)
    defaults = {
        key: told[key] for key in ("kind", "layer", "rule", "basis", "since") if told.get(key)
    }
    parents = {f"{key}_id": told[key] for key in ("park", "block", "parcel") if told.get(key)}
    if drawing.target == "blocks" and "name" not in row.values:
        defaults["name"] = row.number
    for name, value in {**defaults, **parents, **row.values}.items():
        if hasattr(thing, name):
            setattr(thing, name, value)
    for name, value in drawn_values(thing, row.geometry, source).items():
        setattr(thing, name, value)
    try:
        checked(thing)
    except Refused as refusal:
        raise Refused(f"第{row.place}个图形“{row.number}”：{refusal}") from refusal
    return thing


def _earlier(thing: Bounded) -> dict[str, Any]:
    before = as_it_was(thing, thing.version - 1)
    own = {"version", "changed_by", "changed_at", "created_by", "created_at", "id"}
    names = [field.name for field in thing._meta.concrete_fields if field.name not in own]
    return {name: getattr(before, name) for name in names}


def _note_lines(
    drawing: Drawing,
    fresh: Sequence[tuple[Planned, Bounded]],
    good: Sequence[Planned],
    changed: Sequence[Bounded],
) -> None:
    places = {row.record.pk: row.place for row in good if row.record is not None}
    made = [(row.place, thing, True) for row, thing in fresh]
    made += [(places[thing.pk], thing, False) for thing in changed]
    DrawnShape.objects.bulk_create(
        DrawnShape(
            drawing=drawing,
            place=place,
            kind=thing._meta.label_lower,
            key=thing.pk,
            is_new=is_new,
            version=thing.version,
        )
        for place, thing, is_new in made
    )


def _follow(drawing: Drawing, by: User) -> None:
    """Let the queue look at what the new ranges touch."""
    if drawing.target == Drawing.Target.PARCELS:
        key = str(drawing.pk)
        enqueue("land.touch_drawn", key=key, unit=drawing.unit, by=by, drawing=drawing.pk)
    elif drawing.target == Drawing.Target.ZONES:
        for zone in drawing.lines.values_list("key", flat=True):
            enqueue("land.touch_one", key=str(zone), unit=drawing.unit, by=by, zone=zone)


def _held(drawing: Drawing, by: User, state: Drawing.State) -> Drawing:
    rows = Drawing.objects.select_for_update(of=("self",)).select_related("unit")
    drawing = rows.get(pk=drawing.pk)
    if drawing.by_id != by.pk:
        raise Refused("只能处理自己上传的图形文件。")
    if drawing.state != state:
        raise Refused(f"“{drawing}”{Drawing.State(drawing.state).label}，不能再做这一步。")
    return drawing
