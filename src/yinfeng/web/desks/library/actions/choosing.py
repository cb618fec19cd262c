"""Which paper's figure an office goes by where papers differ. Each once, with its event."""

from collections.abc import Iterable

from django.db import transaction

from yinfeng.identity.decisions import Ruling
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.web.desks.library.actions.comparing import set_beside
from yinfeng.web.desks.library.chosen import tell_rooms
from yinfeng.web.desks.library.models import Choice, Telling
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import decide_identity
from yinfeng.web.store.models import Document


@transaction.atomic
def choose(telling: Telling, *, by: User, why: str) -> Choice:
    """Go by this paper for the figure; what the others tell stays beside it."""
    require(by, "library.choose", by.unit)
    told = Telling.objects.visible_to(by).filter(key=telling.key)
    if not told.filter(pk=telling.pk).exists() or not told.exclude(value=telling.value).exists():
        raise Refused("各份材料对这一项的说法已经一致，不用选定。请刷新后再看。")
    choice = _kept(telling, by, why, is_chosen=True)
    record(
        by,
        "library.choose",
        choice,
        unit=by.unit,
        reason=why,
        value=telling.value,
        quote=telling.entry.quote,
        paper=telling.document_id,
    )
    tell_rooms(telling.key, by=by)
    return choice


@transaction.atomic
def unchoose(telling: Telling, *, by: User, why: str) -> Choice:
    """Take the office's choice of the figure back."""
    require(by, "library.choose", by.unit)
    last = Choice.objects.filter(unit=by.unit, key=telling.key).order_by("-pk").first()
    if last is None or last.entry_id is None:
        raise Refused("本单位没有选定过这一项。")
    choice = _kept(telling, by, why, is_chosen=False)
    record(
        by, "library.choose", choice, unit=by.unit, reason=why, before={"value": last.value},
        value=None,
    )  # fmt: skip
    tell_rooms(telling.key, by=by)
    return choice


@transaction.atomic
def tell_apart(left: Telling, right: Telling, *, by: User, why: str) -> None:
    """Say that two names are two things: their figures are no longer set side by side."""
    sort = EntityKind(left.sort)
    namings = [Naming(sort, one.name, one.host) for one in (left, right)]
    unit = left.document.unit
    decide_identity(*namings, by=by, unit=unit, ruling=Ruling.DIFFERENT, why=why)
    if right.document.unit_id != unit.pk:
        other = right.document.unit
        decide_identity(*namings, by=by, unit=other, ruling=Ruling.DIFFERENT, why=why)
    _set_anew(Telling.objects.filter(sort=left.sort, host=left.host, thing=left.thing))


def _set_anew(tellings: Iterable[Telling]) -> None:
    """Deal the papers of a thing out again, the earliest first."""
    papers = sorted({telling.document_id for telling in tellings})
    Telling.objects.filter(pk__in=[telling.pk for telling in tellings]).delete()
    for document in Document.objects.filter(pk__in=papers).order_by("pk"):
        set_beside(document)


def _kept(telling: Telling, by: User, why: str, *, is_chosen: bool) -> Choice:
    return Choice.objects.create(
        unit=by.unit,
        key=telling.key,
        says=f"{telling.thing} {telling.figure} {telling.when}".strip()[:300],
        entry=telling.entry if is_chosen else None,
        value=telling.value if is_chosen else None,
        by=by,
        why=why.strip(),
    )
