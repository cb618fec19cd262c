"""What is said of a paper as a whole. Each once, with its event."""

from django.db import transaction
from django.utils import timezone

from yinfeng.web.desks.library.models import ReadThrough
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import accept_all
from yinfeng.web.store.models import Document, Entry
from yinfeng.web.store.standing import Standing, standings


@transaction.atomic
def read_through(document: Document, *, by: User, accepts_rest: bool = False) -> ReadThrough:
    """Say that the paper was read to its end: all is decided, and what was left out is added."""
    require(by, "library.read_through", document.unit)
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if document.read_throughs.standing().exists():
        raise Refused("这份材料已标记看完。")
    left = [one for one in standings_of(document) if not one.verdict]
    if left and not accepts_rest:
        raise Refused(
            f"还有{len(left)}项没有核实。请逐项采用、更正或不采用，或勾选“其余各项一并采用”再标记。"
        )
    for fact in {one.entry.fact_id: one.entry.fact for one in left}.values():
        accept_all(fact, by=by)
    mark = ReadThrough.objects.create(document=document, by=by)
    record(by, "library.read_through", document, unit=document.unit, accepted=len(left))
    return mark


@transaction.atomic
def read_on(document: Document, *, by: User) -> ReadThrough:
    """Take the mark back: something is still to be looked at."""
    require(by, "library.read_through", document.unit)
    mark = document.read_throughs.standing().select_for_update(of=("self",)).first()
    if mark is None:
        raise Refused("这份材料没有看完的标记。")
    mark.ended_by, mark.ended_at = by, timezone.now()
    mark.save(update_fields=["ended_by", "ended_at"])
    record(
        by, "library.read_through", document, unit=document.unit, before={"by": mark.by.name},
        ended=True,
    )  # fmt: skip
    return mark


def standings_of(document: Document) -> list[Standing]:
    """What stands of every figure of a paper as it is read now."""
    entries = Entry.objects.filter(fact__reading=document.current_id)
    decisions = document.decisions.select_related("entry__fact").order_by("pk")
    found, _ = standings(entries.select_related("fact__reading__document__unit"), decisions)
    return list(found.values())
