"""A project goes by what an office chose where papers differ, as if it were chosen on its own page.

What a person chose or put right on the project's page since then holds; so do typed figures.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.web.desks.library.chosen import Chosen, chosen_among, words_of
from yinfeng.web.desks.projects import sources
from yinfeng.web.desks.projects.actions.standing import reckoned
from yinfeng.web.desks.projects.fields import FIELDS, FIGURES, columns
from yinfeng.web.desks.projects.models import Choice, Project, Telling
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.store.models import Entry

# How a choice that came from the papers side by side begins its reason.
MARK = "说法比对："
_BACK = "说法比对：选定已撤回，仍按最先的记载"


@transaction.atomic
def hear(papers: Collection[int], *, by: User, today: date) -> int:
    """Let the projects that these papers tell of go by what is chosen now; how many changed."""
    told = Telling.objects.filter(entry__fact__reading__document__in=papers, field__in=FIGURES)
    standing = Project.objects.standing().filter(pk__in=told.values("project"))
    return sum(go_by(project, by=by, today=today) for project in standing.order_by("pk"))


@transaction.atomic
def go_by(project: Project, *, by: User | None, today: date) -> bool:
    """Let each figure of the project be the chosen one; whether any changed."""
    project = keeping.held(project)
    told, own = sources.tellings_of(project), sources.choices_of(project)
    found = chosen_among([one.entry for one in told if one.entry], project.unit)
    values: dict[str, Any] = {}
    for field in FIGURES:
        mine = [one for one in told if one.field == field]
        telling = _gone_by(project, mine, own.get(field), found, by)
        if telling is not None:
            values |= columns({field: sources.words_of(telling)})
    if not values:
        return False
    labels = "、".join(FIELDS[name] for name in FIGURES if name in values)
    before = {name: getattr(project, name) for name in values}
    because = f"按说法比对选定{labels}"
    project = reckoned(project, by=by, today=today, because=because, **values).record
    record(
        by, "projects.choose", project, unit=project.unit, before=before, reason=because, **values
    )
    return True


def _gone_by(
    project: Project,
    told: Sequence[Telling],
    own: Choice | None,
    found: dict[tuple[int, str, str], Chosen],
    by: User | None,
) -> Telling | None:
    stands = sources.standing(told, own)
    if stands is None or stands.entry is None:
        return None
    words = (words_of(one.entry) for one in told if one.entry)
    chosen = next((found[one] for one in words if one in found), None)
    if chosen is None:
        if own is None or not own.why.startswith(MARK) or own.why == _BACK:
            return None
        return _chosen(project, told[0], _BACK, by or own.by)
    if own is not None and (own.at > chosen.choice.at or _is(own.telling, chosen)):
        return None
    same = next((one for one in told if _is(one, chosen)), None)
    telling = same or _telling(project, stands.field, chosen)
    return _chosen(project, telling, f"{MARK}{chosen.choice.why}", chosen.choice.by)


def _is(telling: Telling, chosen: Chosen) -> bool:
    entry = telling.entry
    same = entry is not None and words_of(entry) == words_of(chosen.telling.entry)
    return same and telling.value == chosen.telling.value


def _telling(project: Project, field: str, chosen: Chosen) -> Telling:
    entry: Entry = chosen.telling.entry
    place = {"start": entry.start, "end": entry.end, "quote": entry.quote}
    told: dict[str, Any] = {"entry": entry, "value": chosen.telling.value, **place}
    return Telling.objects.create(project=project, field=field, **told)


def _chosen(project: Project, telling: Telling, why: str, by: User) -> Telling:
    Choice.objects.create(
        project=project, field=telling.field, telling=telling, why=why.strip(), by=by
    )
    return telling
