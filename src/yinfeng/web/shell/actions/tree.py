"""What is done to the tree of bodies: grown, renamed, moved, given other names and codes.

A body stays one row whatever it is called: what is told of 云泽乡 in 2012 is told of 云泽镇.
"""

from datetime import date

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from yinfeng.web.people import paths
from yinfeng.web.people.may import require
from yinfeng.web.people.models import Alias, Code, OldPlace, OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

# Since when a first name is taken to be borne where nobody wrote it down.
EVER = date(1949, 10, 1)


@transaction.atomic
def add_unit(name: str, *, by: User, kind: str, parent: OrgUnit) -> OrgUnit:
    """A new unit under *parent*."""
    require(by, "people.add_unit", parent)
    if OrgUnit.objects.filter(parent=parent, name=name).exists():
        raise Refused(f"{parent}下已有“{name}”。")
    unit = planted(name, kind, parent)
    record(by, "people.add_unit", unit, unit=unit, name=name, kind=kind, path=unit.path)
    return unit


def planted(name: str, kind: str, parent: OrgUnit | None) -> OrgUnit:
    """A unit put at the next free place under *parent*; an action says by whom and records it."""
    path = _free_path(parent)
    return OrgUnit.objects.create(name=name, kind=kind, parent=parent, path=path)


def _free_path(parent: OrgUnit | None) -> str:
    if parent is not None:
        # Holding the parent keeps two new units from taking the same path.
        OrgUnit.objects.select_for_update(of=("self",)).get(pk=parent.pk)
    last = OrgUnit.objects.filter(parent=parent).order_by("path").last()
    number = paths.number(last.path) + 1 if last else 1
    return paths.child(parent.path if parent else "", number)


@transaction.atomic
def rename_unit(unit: OrgUnit, *, by: User, name: str, today: date, reason: str) -> OrgUnit:
    """Another name from today on; the old one stays as a former name, and finds the unit."""
    require(by, "people.rename_unit", unit)
    unit = OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if name == unit.name:
        raise Refused("新名称与现用名称相同。")
    if OrgUnit.objects.filter(parent=unit.parent, name=name).exists():
        raise Refused(f"同一上级下已有“{name}”。")
    last = unit.aliases.filter(is_former=True).order_by("until").last()
    since = (last.until if last else unit.since) or EVER
    Alias.objects.update_or_create(
        unit=unit, name=unit.name, since=since, defaults={"until": today, "is_former": True}
    )
    before, unit.name = unit.name, name
    unit.save(update_fields=["name"])
    was = {"name": before}
    record(by, "people.rename_unit", unit, unit=unit, before=was, reason=reason, name=name)
    return unit


@transaction.atomic
def move_unit(unit: OrgUnit, *, by: User, parent: OrgUnit, today: date, reason: str) -> OrgUnit:
    """Put the unit and all below it under another parent; where it stood is kept."""
    require(by, "people.move_unit", unit)
    require(by, "people.move_unit", parent)
    tree = OrgUnit.objects.select_for_update(of=("self",))
    unit, parent = tree.get(pk=unit.pk), tree.get(pk=parent.pk)
    if unit.parent is None:
        raise Refused("最上级单位不能移动。")
    if paths.is_under(parent.path, unit.path):
        raise Refused(f"{parent}就在{unit}之下，不能移到自己的下级。")
    if unit.parent_id == parent.pk:
        raise Refused(f"{unit}已在{parent}之下。")
    if OrgUnit.objects.filter(parent=parent, name=unit.name).exists():
        raise Refused(f"{parent}下已有“{unit}”。")
    was, old = unit.parent, unit.path
    OldPlace.objects.create(unit=unit, parent=was, until=today)
    _repath(unit, _free_path(parent))
    unit.parent = parent
    unit.save(update_fields=["parent"])
    unit.refresh_from_db()
    record(
        by,
        "people.move_unit",
        unit,
        unit=unit,
        before={"parent": was.name, "path": old},
        reason=reason,
        parent=parent.name,
        path=unit.path,
    )
    return unit


def _repath(unit: OrgUnit, path: str) -> None:
    rest = Substr(F("path"), len(unit.path) + 1)
    longest = max(len(one.path) for one in OrgUnit.objects.under(unit).only("path"))
    if longest - len(unit.path) + len(path) > paths.LONGEST:
        raise Refused("移动后层级太深，请选更高一级的上级单位。")
    OrgUnit.objects.under(unit).update(path=Concat(Value(path), rest))


@transaction.atomic
def add_alias(
    unit: OrgUnit, *, by: User, name: str, since: date, until: date | None = None
) -> Alias:
    """Another name that the body bears beside its own: 区街合一, a short one."""
    require(by, "people.name_unit", unit)
    _in_order(since, until)
    if name == unit.name or unit.aliases.filter(name=name, until=None).exists():
        raise Refused(f"{unit}已有名称“{name}”。")
    if unit.aliases.filter(name=name, since=since).exists():
        raise Refused(f"“{name}”已登记过同一起始日期。")
    alias = Alias.objects.create(unit=unit, name=name, since=since, until=until)
    record(by, "people.add_alias", alias, unit=unit, name=name, since=since, until=until)
    return alias


@transaction.atomic
def end_alias(alias: Alias, *, by: User, until: date) -> Alias:
    """The other name is borne no longer from that day on."""
    require(by, "people.name_unit", alias.unit)
    alias = Alias.objects.select_for_update(of=("self",)).get(pk=alias.pk)
    if alias.until is not None:
        raise Refused("这个名称已经停用。")
    _in_order(alias.since, until)
    alias.until = until
    alias.save(update_fields=["until"])
    record(by, "people.end_alias", alias, unit=alias.unit, name=alias.name, until=until)
    return alias


@transaction.atomic
def give_code(
    unit: OrgUnit, *, by: User, scheme: str, code: str, since: date, until: date | None = None
) -> Code:
    """A code of the body for a time; the one before it ends where this begins."""
    require(by, "people.name_unit", unit)
    _in_order(since, until)
    borne = Code.objects.filter(scheme=scheme, code=code)
    other = borne.exclude(unit=unit).filter(until=None).select_related("unit").first()
    if other is not None:
        raise Refused(f"这个代码现属{other.unit}，请先核对。")
    if borne.filter(since=since).exists():
        raise Refused("这个代码已登记过同一起始日期。")
    before = unit.codes.filter(scheme=scheme, until=None, since__lt=since).last()
    if before is not None:
        before.until = since
        before.save(update_fields=["until"])
    made = Code.objects.create(unit=unit, scheme=scheme, code=code, since=since, until=until)
    was = {"code": before.code} if before else {}
    record(
        by, "people.give_code", made, unit=unit, before=was, scheme=scheme, code=code, since=since
    )
    return made


def _in_order(since: date, until: date | None) -> None:
    if until is not None and until <= since:
        raise Refused("止日须晚于起日。")
