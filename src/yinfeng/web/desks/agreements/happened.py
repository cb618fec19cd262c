"""What happened of promised sums: each room tells its own in HAPPENED of its `happened.py`.

    HAPPENED = (months,)

    def months(projects: Collection[int], moment: datetime | None) -> Iterable[tuple[int, Seen]]:

It is asked for the projects of some agreements, now or as of a moment. What papers tell to be done
and what was put down with an agreement is told here; this room imports none of the others.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from yinfeng.judgement.duties import Seen
from yinfeng.lexicon.duties import duty_words
from yinfeng.values import Quantity, Status
from yinfeng.web.desks.agreements.models import Agreement, Happening
from yinfeng.web.desks.leads import figures
from yinfeng.web.desks.leads.papers import LONG
from yinfeng.web.desks.projects.models import Telling
from yinfeng.web.desks.rooms import rooms_with
from yinfeng.web.store.values import from_json

Tell: TypeAlias = Callable[[Collection[int], datetime | None], Iterable[tuple[int, Seen]]]

# The fields of a project as papers tell them, and the measures that they are of.
_TOLD = {"amount": "investment", "tax": "tax", "sales": "sales"}


def seen_of(
    agreements: Iterable[Agreement], moment: datetime | None = None
) -> Mapping[int, list[Seen]]:
    """By agreement, all that was told of sums: of its project, and of itself."""
    agreements = list(agreements)
    projects = {one.project_id for one in agreements}
    by_project: dict[int, list[Seen]] = {}
    for tell in (*_rooms(), _of_papers):
        for project, seen in tell(projects, moment):
            by_project.setdefault(project, []).append(seen)
    found = {one.pk: list(by_project.get(one.project_id, ())) for one in agreements}
    for row in standing_happenings(agreements, moment):
        if row.yuan is not None and row.promise_id is None:
            found[row.agreement_id].append(seen_in(row))
    return found


def seen_of_project(project: int) -> list[Seen]:
    """All that was told of sums of one project: by the rooms, by papers, with its agreements."""
    found = [seen for tell in (*_rooms(), _of_papers) for _, seen in tell([project], None)]
    rows = standing_happenings(Agreement.objects.standing().filter(project=project))
    return found + [seen_in(row) for row in rows if row.yuan is not None and row.promise_id is None]


def seen_in(row: Happening) -> Seen:
    """A sum that was put down with its proof."""
    words = duty_words()
    span = f"{row.since}至{row.day}" if row.since else f"{row.day}"
    says = f"{span}{words.sum_labels[row.kind]}{row.yuan:,.2f}元，{row.proof}"
    address = f"/library/{row.document_id}" if row.document_id else ""
    # Payments add up also where each has only its day.
    since = row.since or (row.day if row.kind == "payment" else None)
    return Seen(row.kind, "登记的凭据", row.day, row.yuan or Decimal(0), says, address, since)


def standing_happenings(
    agreements: Iterable[Agreement], moment: datetime | None = None
) -> list[Happening]:
    """What was put down with agreements: of the same thing the latest, unless taken back."""
    rows = Happening.objects.filter(agreement__in=[one.pk for one in agreements])
    if moment is not None:
        rows = rows.filter(at__lt=moment)
    latest = {}
    for row in rows.select_related("document", "by").order_by("pk"):
        latest[key_of(row)] = row
    return [row for row in latest.values() if not row.is_taken_back]


def key_of(row: Happening) -> tuple[object, ...]:
    """What makes two rows tell of the same thing: an event once, a sum once a stretch of time."""
    is_event = row.kind in duty_words().event_labels and row.yuan is None
    of = () if is_event else (row.since, row.day)
    return row.agreement_id, row.promise_id, row.kind, is_event, *of


def _of_papers(projects: Collection[int], moment: datetime | None) -> Iterator[tuple[int, Seen]]:
    """What accepted papers tell to be done; plans and goals tell nothing of what happened."""
    rows = Telling.objects.filter(
        project__in=projects, field__in=_TOLD, entry__status=Status.DONE.value
    ).exclude(entry__fact__reading__published=None)
    if moment is not None:
        rows = rows.filter(at__lt=moment)
    rows = rows.select_related("entry__fact__reading__document").defer(
        *(f"entry__fact__reading__{name}" for name in LONG)
    )
    for row in rows.order_by("pk"):
        value = from_json(row.value)
        yuan = figures.yuan(value) if isinstance(value, Quantity) else None
        if yuan is None or row.entry is None:
            continue
        reading = row.entry.fact.reading
        address = f"/library/{reading.document_id}#w{row.start}-{row.end}"
        says = f"{reading.document.name}：{row.quote}"
        assert reading.published is not None
        yield (
            row.project_id,
            Seen(
                _TOLD[row.field],
                "资料所载",
                reading.published,
                yuan,
                says,
                address,
                is_proved=False,
            ),
        )


@cache
def _rooms() -> tuple[Tell, ...]:
    found: list[Tell] = []
    for _, told in rooms_with("happened", besides="agreements"):
        found += told.HAPPENED
    return tuple(found)
