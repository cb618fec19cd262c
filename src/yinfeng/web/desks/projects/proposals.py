"""Projects that papers tell of and the register has not: one story a project, in its papers' words.

Identity decides which facts are one project: what two papers of a unit tell of one is one proposal.
What was rejected is left out, what was corrected counts as corrected. A project lands in the unit
that holds its papers, whoever adopts it from above.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from yinfeng.identity.decisions import Decision
from yinfeng.identity.entities import entities_of
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.judgement.stages import STAGES, furthest
from yinfeng.ledger.ledger import Ledger
from yinfeng.ledger.papers import paper_of
from yinfeng.ledger.records import Record, record_of
from yinfeng.ledger.stories import Story, stories_of
from yinfeng.reports.wording import figure, written
from yinfeng.values import Project as ToldProject
from yinfeng.values import Quantity
from yinfeng.web.desks.leads.models import Lead, LeadFact
from yinfeng.web.desks.leads.papers import (
    Fields,
    accepted,
    document_of,
    engine_fact,
    fields_of,
    not_rejected,
    with_papers,
)
from yinfeng.web.desks.projects.fields import TOLD_AS
from yinfeng.web.desks.projects.models import Project, ProjectFact
from yinfeng.web.desks.projects.names import known_by, like_projects
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.store.facts import told
from yinfeng.web.store.identities import decisions_by_unit, decisions_of
from yinfeng.web.store.models import Entry, Fact
from yinfeng.web.store.values import Stored, from_json

PAPERS = 300


@dataclass(frozen=True, slots=True)
class Stage:
    """The stage that a story tells, and the row that proves it."""

    key: str
    entry: Entry | None

    @property
    def says(self) -> str:
        """What it is called."""
        return STAGES.get(self.key, "未载明")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A project that papers tell of: its facts, its stage, what fills the form."""

    unit: OrgUnit
    story: Story
    facts: tuple[Fact, ...]
    fields: Mapping[int, Fields]
    stage: Stage
    accepted: int
    figures: int
    in_lead: bool

    @property
    def key(self) -> str:
        """What the page calls it: its facts."""
        return "-".join(str(fact.pk) for fact in self.facts)

    @property
    def name(self) -> str:
        """The fullest name that is told."""
        return self.story.entity.name

    @property
    def host(self) -> str:
        """Whose papers call it theirs."""
        return self.story.host

    @property
    def is_of_others(self) -> bool:
        """Whether it is told of another body than the one that holds the paper."""
        return self.host not in ("", self.unit.name)

    @property
    def is_accepted(self) -> bool:
        """Whether a person has looked at everything that is told of it."""
        return self.accepted == self.figures

    @property
    def investors(self) -> str:
        """Who invests, as told."""
        names = [
            name
            for record in self.story.projects
            if isinstance(record.fact, ToldProject) and record.fact.investors
            for name in record.fact.investors.value
        ]
        return "、".join(dict.fromkeys(names))

    @property
    def entries(self) -> list[Entry]:
        """Every row of a field of the register that is told, in order."""
        wanted = set(TOLD_AS.values())
        rows = [
            standing.entry
            for fact in self.facts
            if fact.kind == ToldProject.kind
            for field, standing in self.fields.get(fact.pk, {}).items()
            if field in wanted
        ]
        return sorted(rows, key=lambda entry: entry.pk)


def project_facts(units: Collection[OrgUnit]) -> list[Fact]:
    """The facts of projects and talks in the latest papers of units that no project has."""
    taken = ProjectFact.objects.filter(project__removed_at=None)
    facts = Fact.objects.filter(
        reading__document__unit__in=units,
        reading__current_of__isnull=False,
        kind__in=("project", "engagement"),
    ).exclude(pk__in=taken.values("fact"))
    papers = facts.order_by("-reading").values_list("reading", flat=True).distinct()[:PAPERS]
    rows = with_papers(facts.filter(reading__in=list(papers)).order_by("reading", "ordinal"))
    return list(rows.select_related("reading__document__unit"))


def proposals(units: Collection[OrgUnit]) -> list[Proposal]:
    """What papers tell of the projects of units, those that are wholly accepted first."""
    facts = project_facts(units)
    told_of = fields_of(facts)
    fields = {fact.pk: not_rejected(told_of.get(fact.pk, {})) for fact in facts}
    led, ruled = _led(units), decisions_by_unit(units)
    by_unit: dict[OrgUnit, list[Fact]] = {}
    for fact in facts:
        by_unit.setdefault(fact.reading.document.unit, []).append(fact)
    found = [
        one
        for unit, own in by_unit.items()
        for one in _proposals(unit, own, fields, led, ruled.get(unit.pk, ()))
    ]
    return sorted(found, key=lambda one: (not one.is_accepted, one.is_of_others, one.unit.path))


def _proposals(
    unit: OrgUnit,
    facts: Iterable[Fact],
    fields: Mapping[int, Fields],
    led: frozenset[int],
    ruled: Iterable[Decision],
) -> Iterator[Proposal]:
    ledger, rows = Ledger(), dict[str, Fact]()
    for fact in facts:
        if not fields[fact.pk]:
            continue
        document, known = document_of(fact.reading.document), engine_fact(fact, fields[fact.pk])
        ledger.take_in(document, [known])
        rows[record_of(document, paper_of(document), known, "").key] = fact
    entities = entities_of(ledger.namings(), ruled)
    for story in stories_of(ledger, entities):
        if story.projects:
            yield _proposal(unit, story, rows, fields, led)


def proposal_of(unit: OrgUnit, facts: Iterable[int]) -> Proposal | None:
    """The proposal that these facts make; None where they make none any more."""
    wanted = set(facts)
    for one in proposals([unit]):
        if wanted & {fact.pk for fact in one.facts}:
            return one
    return None


def filled(proposal: Proposal) -> dict[str, str]:
    """What fills the form: of each field the first that is told, in words."""
    found: dict[str, str] = {}
    back = {field: name for name, field in TOLD_AS.items()}
    for entry in proposal.entries:
        value = from_json(standing_value(proposal, entry))
        name = back[entry.field]
        if isinstance(value, Quantity):
            found.setdefault(name, _figure(value, entry))
        elif isinstance(value, tuple):
            found.setdefault(name, "、".join(str(one) for one in value))
        else:
            found.setdefault(name, str(value))
    return found


def project_told_of(unit: OrgUnit, named: Iterable[Naming]) -> Project | None:
    """The only project of the unit that these names are those of, by what identity says."""
    from_papers = list(named)
    standing = Project.objects.standing().filter(unit=unit).select_related("unit")
    grams = _candidates(from_papers)
    known = {project: list(known_by(project)) for project in standing.filter(pk__in=grams)}
    every = [*from_papers, *(name for names in known.values() for name in names)]
    if not every:
        return None
    entities = entities_of(every, decisions_of(unit))
    ours = {entities.of[one] for one in from_papers if one.kind is EntityKind.PROJECT}
    found = [
        project
        for project, names in known.items()
        if ours & {entities.of[one] for one in names if one.kind is EntityKind.PROJECT}
    ]
    return found[0] if len(found) == 1 else None


def _candidates(named: Iterable[Naming]) -> list[int]:
    return [like.project.pk for like in like_projects(named)]


def _figure(value: Quantity, entry: Entry) -> str:
    """The figure in the words of its paper where these are fit, else as an office writes it."""
    read = told(entry)
    return figure(read) if read.value == value else written(value)  # type: ignore[arg-type]


def standing_value(proposal: Proposal, entry: Entry) -> Stored:
    """What stands of a row: the person's word where there is one, else the reader's."""
    return proposal.fields[entry.fact_id][entry.field].value or ""


def _led(units: Collection[OrgUnit]) -> frozenset[int]:
    """The facts that a lead still follows: they come with the lead when it becomes a project."""
    links = LeadFact.objects.filter(
        taken_off=None, lead__unit__in=units, lead__state=Lead.State.OPEN, lead__removed_at=None
    )
    return frozenset(links.values_list("fact", flat=True))


def _proposal(
    unit: OrgUnit,
    story: Story,
    rows: Mapping[str, Fact],
    fields: Mapping[int, Fields],
    led: frozenset[int],
) -> Proposal:
    facts = tuple(dict.fromkeys(rows[record.key] for record in story.records))
    own = [f for f in facts if f.kind == ToldProject.kind]
    stage, record = furthest(story)
    figures = [standing for fact in own for standing in fields[fact.pk].values()]
    taken = [standing for fact in own for standing in accepted(fields[fact.pk]).values()]
    return Proposal(
        unit=unit,
        story=story,
        facts=facts,
        fields=fields,
        stage=Stage(stage, _entry(record, rows, fields)),
        accepted=len(taken),
        figures=len(figures),
        in_lead=any(fact.pk in led for fact in facts),
    )


def _entry(
    record: Record | None, rows: Mapping[str, Fact], fields: Mapping[int, Fields]
) -> Entry | None:
    if record is None:
        return None
    standing = fields[rows[record.key].pk].get("stage")
    return standing.entry if standing else None
