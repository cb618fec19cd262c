"""The counts of projects that papers give, each beside the projects that its paper names.

A page on several bodies gives each its own counts: beside a count stand the projects of the body of
which it is told, of those below that body, and those that its own words name.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from yinfeng.judgement.told_counts import Made, Named, asked_by, made_again
from yinfeng.values import Quantity, Status
from yinfeng.web.desks.leads.papers import Fields, fields_of, not_rejected, with_papers
from yinfeng.web.desks.projects.bodies import Bodies, body_of
from yinfeng.web.desks.projects.models import Project, ProjectFact
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.models import Fact
from yinfeng.web.store.values import from_json

_PAPERS = 100
_AHEAD = (Status.TARGET.value, Status.PLANNED.value)


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A project that a count counts: its words in the paper, and its row in the register."""

    fact: Fact
    name: str
    project: Project | None


@dataclass(frozen=True, slots=True)
class Count:
    """One count that a paper gives, as its words and as it is made again."""

    fact: Fact
    name: str
    body: str
    says: str
    is_goal: bool
    made: Made
    projects: tuple[NamedProject, ...]


def counts_told(units: Collection[OrgUnit], user: User | None = None) -> list[Count]:
    """The counts of projects in the latest papers of units, in the order of the papers.

    Of the register it shows the projects that the user may read; a project may lie elsewhere.
    """
    facts = Fact.objects.filter(
        reading__document__unit__in=units,
        reading__current_of__isnull=False,
        kind__in=("project", "indicator"),
    )
    papers = facts.order_by("-reading").values_list("reading", flat=True).distinct()[:_PAPERS]
    rows = list(with_papers(facts.filter(reading__in=list(papers)).order_by("reading", "ordinal")))
    fields = {pk: not_rejected(told) for pk, told in fields_of(rows).items()}
    kept, bodies = _kept(rows, user), Bodies.of(rows, fields)
    by_paper: dict[int, list[Fact]] = {}
    for row in rows:
        by_paper.setdefault(row.reading_id, []).append(row)
    return [count for own in by_paper.values() for count in _counts(own, fields, kept, bodies)]


def _counts(
    own: Iterable[Fact], fields: Mapping[int, Fields], kept: Mapping[int, Project], bodies: Bodies
) -> Iterable[Count]:
    own = list(own)
    projects = [
        fact for fact in own if fact.kind == "project" and "name" in fields.get(fact.pk, {})
    ]
    for fact in own:
        told = fields.get(fact.pk, {})
        if fact.kind != "indicator" or not {"name", "value"} <= set(told):
            continue
        name, body = _name(told), body_of(fact, told)
        value = from_json(told["value"].value or "")
        asked = asked_by(name)
        if asked is None or not isinstance(value, Quantity) or value.unit.name in ("%", "ratio"):
            continue
        named = [
            one
            for project in projects
            if (one := _named(project, fields[project.pk], fact)).is_in_words
            or bodies.has(bodies.known(body, fact.host), project.host)
        ]
        made = made_again(asked, value, named)
        shown = {one.pk: one for one in projects}
        counted = tuple(
            NamedProject(shown[key], _name(fields[key]), kept.get(key)) for key in made.counted
        )
        is_goal = told["value"].entry.status in _AHEAD
        yield Count(fact, name, body, told["value"].entry.quote, is_goal, made, counted)


def _named(fact: Fact, told: Fields, count: Fact) -> Named:
    size = from_json(told["investment"].value or "") if "investment" in told else None
    stage = str(from_json(told["stage"].value or "")) if "stage" in told else ""
    is_known = isinstance(size, Quantity)
    entry = told["name"].entry
    return Named(
        key=fact.pk,
        stage=stage,
        size=size.figure if is_known else None,  # type: ignore[union-attr]
        currency=size.unit.name if is_known else "",  # type: ignore[union-attr]
        is_in_words=count.start <= entry.start and entry.end <= count.end,
    )


def _name(told: Fields) -> str:
    return str(from_json(told["name"].value or ""))


def _kept(rows: Iterable[Fact], user: User | None) -> dict[int, Project]:
    """The project of the register that holds each fact, where the user may read it."""
    seen = in_scope(user, "projects.read", "project__unit") if user else Q()
    links = ProjectFact.objects.filter(
        seen, taken_off=None, project__removed_at=None, fact__in=[row.pk for row in rows]
    )
    return {link.fact_id: link.project for link in links.select_related("project")}
