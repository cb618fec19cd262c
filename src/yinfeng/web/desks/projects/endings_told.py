"""Papers that tell of a project as lost or ended: proposed with the quote, a person decides.

A paper closes nothing by itself. What was told before the last ending was decided with that ending;
a fact that tells of another project is taken off, one that is read wrongly is corrected.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from yinfeng.lexicon.project_stages import Stages
from yinfeng.values import Status
from yinfeng.web.desks.leads.papers import accepted, fields_of, with_papers
from yinfeng.web.desks.projects.models import Ending, Project, ProjectFact
from yinfeng.web.store.models import Decision, Entry, Fact
from yinfeng.web.store.values import from_json

Verdict = Decision.Verdict
LOST = "lost"
_AHEAD = (Status.PLANNED.value, Status.TARGET.value)
_OPEN = (Project.State.OPEN, Project.State.PAUSED)


@dataclass(frozen=True, slots=True)
class EndingTold:
    """That a paper tells of an ending: its words, where they stand, what they propose."""

    fact: Fact
    link: int
    quote: str
    paper: str
    address: str
    state: str

    @property
    def says(self) -> str:
        """The state that is proposed."""
        return Project.State(self.state).label

    @property
    def words(self) -> str:
        """The words as they fill the form."""
        return f"《{self.paper}》：“{self.quote}”"


def endings_told(project: Project, stages: Stages, signed: str) -> list[EndingTold]:
    """What papers tell of the ending of a project that goes on, since the last one was decided."""
    if project.state not in _OPEN:
        return []
    links = project.facts.filter(taken_off=None, fact__kind="project")
    last = project.endings.order_by("-pk").first()
    if last is not None:
        links = links.filter(at__gt=last.at)
    keys = dict(links.values_list("fact", "pk"))
    facts = list(with_papers(Fact.objects.filter(pk__in=keys).order_by("pk")))
    is_signed = stages.rank(project.stage) >= stages.rank(signed) >= 0
    state = Project.State.ENDED if is_signed else Project.State.LOST
    return list(_told(facts, keys, state))


def _told(facts: list[Fact], keys: dict[int, int], state: str) -> Iterator[EndingTold]:
    fields = fields_of(facts)
    for fact in facts:
        standing = accepted(fields.get(fact.pk, {})).get("stage")
        if standing is None or standing.entry.status in _AHEAD:
            continue
        if from_json(standing.value or "") == LOST:
            paper = fact.reading.document
            address = f"/library/{paper.pk}#w{fact.start}-{fact.end}"
            yield EndingTold(fact, keys[fact.pk], fact.says, paper.name, address, state)


def with_ending_told(day: date) -> Q:
    """Projects that go on and of which a paper tells an ending that nobody has decided."""
    decided = Ending.objects.filter(project=OuterRef("project"), at__gte=OuterRef("at"))
    stages = Entry.objects.filter(Exists(_said_lost(day)), fact=OuterRef("fact"), field="stage")
    told = ProjectFact.objects.filter(
        ~Exists(decided), Exists(stages.exclude(status__in=_AHEAD)), taken_off=None,
        fact__kind="project", at__date__lte=day,
    )  # fmt: skip
    return Q(state__in=_OPEN, id__in=told.values("project"))


def _said_lost(day: date) -> "QuerySet[Decision]":
    """What a person accepted or corrected of the same words, as a loss, and did not take back."""
    return Decision.objects.filter(
        Q(verdict=Verdict.ACCEPT, entry__value=LOST) | Q(verdict=Verdict.CORRECT, value=LOST),
        Q(superseded_by=None) | Q(superseded_by__at__date__gt=day),
        document=OuterRef("fact__reading__document"),
        entry__field="stage",
        entry__quote=OuterRef("quote"),
        entry__fact__kind="project",
        entry__fact__quote=OuterRef("fact__quote"),
        at__date__lte=day,
    )
