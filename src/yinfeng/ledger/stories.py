"""Stories: all that papers tell of one project, or of one firm that no project names, in time.

An engagement belongs to the project that it names; failing that to the only project in which a
firm that was visited invests; failing that it is the firm's own story.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yinfeng.identity.entities import Entities, Entity
from yinfeng.identity.naming import EntityKind, Naming, kind_of
from yinfeng.identity.score import Verdict, likeness
from yinfeng.identity.told_names import naming
from yinfeng.ledger.ledger import Ledger
from yinfeng.ledger.records import Record
from yinfeng.values import Engagement, Project, Service

_FAR = date.max


@dataclass(frozen=True, slots=True)
class Story:
    """One entity and its records, the earliest first; undated ones come last."""

    entity: Entity
    records: tuple[Record, ...]

    @property
    def projects(self) -> tuple[Record, ...]:
        """The records of the project itself."""
        return tuple(r for r in self.records if isinstance(r.fact, Project))

    @property
    def engagements(self) -> tuple[Record, ...]:
        """The visits and meetings about it."""
        return tuple(r for r in self.records if isinstance(r.fact, Engagement))

    @property
    def host(self) -> str:
        """Whose ledger it belongs to."""
        return self.records[0].fact.host

    @property
    def first_known(self) -> date | None:
        """The day of the earliest paper that tells of it."""
        days = [r.paper.known_by for r in self.records if r.paper.known_by]
        return min(days) if days else None

    @property
    def last_event(self) -> date | None:
        """The latest dated event, else the day of the latest paper."""
        events = [r.when for r in self.records if r.when]
        papers = [r.paper.known_by for r in self.records if r.paper.known_by]
        return max(events or papers) if events or papers else None


class _Teller:
    """Deals records to the entities that they tell of."""

    def __init__(self, ledger: Ledger, entities: Entities) -> None:
        self._aliases = ledger.aliases
        self._of = entities.of
        self.tales: dict[Entity, list[Record]] = {}
        self._invested: dict[Entity, set[Entity]] = {}

    def tell_projects(self, records: Iterable[Record]) -> None:
        for record in records:
            fact = record.fact
            if isinstance(fact, Project) and fact.name is not None:
                project = self._entity(EntityKind.PROJECT, fact.name.value, fact.host)
                self.tales.setdefault(project, []).append(record)
                for name in fact.investors.value if fact.investors else ():
                    firm = self._entity(kind_of(name), name, fact.host)
                    self._invested.setdefault(firm, set()).add(project)

    def tell_engagements(self, records: Iterable[Record]) -> None:
        for record in records:
            if isinstance(record.fact, Engagement):
                for entity in self._told_of(record.fact):
                    self.tales.setdefault(entity, []).append(record)

    def _told_of(self, fact: Engagement) -> list[Entity]:
        if fact.project is not None:
            named = self._entity(EntityKind.PROJECT, fact.project.value, fact.host)
            if named in self.tales:
                return [named]
        counterparts = fact.counterparts.value if fact.counterparts else ()
        firms = [
            self._entity(EntityKind.ENTERPRISE, name, fact.host)
            for name in counterparts
            if kind_of(name) is EntityKind.ENTERPRISE
        ]
        told = [self._only_project(firm) or firm for firm in firms]
        return list(dict.fromkeys(told))

    def _only_project(self, firm: Entity) -> Entity | None:
        projects = self._invested.get(firm, set()) or self._named_after(firm)
        return next(iter(projects)) if len(projects) == 1 else None

    def _named_after(self, firm: Entity) -> set[Entity]:
        """The projects that bear the firm's own name: 大同齿轮 of 大同齿轮(昆山)有限公司."""
        return {
            project
            for project in self.tales
            if project.kind is EntityKind.PROJECT
            and any(_bears(name, firm) for name in project.namings)
        }

    def _entity(self, kind: EntityKind, name: str, host: str) -> Entity:
        return self._of[naming(kind, name, host, self._aliases)]


def _bears(project: Naming, firm: Entity) -> bool:
    as_firm = Naming(EntityKind.ENTERPRISE, project.name.removesuffix("项目"), project.host)
    return any(likeness(as_firm, name).verdict is Verdict.SAME for name in firm.namings)


def firms_served(ledger: Ledger, entities: Entities) -> frozenset[Entity]:
    """The firms that papers tell of having helped: they are here already."""
    aliases = ledger.aliases
    named = {
        naming(EntityKind.ENTERPRISE, fact.enterprise.value, fact.host, aliases)
        for fact in (record.fact for record in ledger.records)
        if isinstance(fact, Service) and fact.enterprise is not None
    }
    return frozenset(entities.of[one] for one in named if one in entities.of)


def stories_of(ledger: Ledger, entities: Entities) -> tuple[Story, ...]:
    """The stories of projects, and of firms met that no project names, in order of arrival."""
    teller = _Teller(ledger, entities)
    records = ledger.records
    teller.tell_projects(records)
    teller.tell_engagements(records)
    arrival = {record.key: at for at, record in enumerate(records)}

    def order(record: Record) -> tuple[date, int]:
        return record.known or _FAR, arrival[record.key]

    stories = [
        Story(entity, tuple(sorted(told, key=order))) for entity, told in teller.tales.items()
    ]
    return tuple(sorted(stories, key=lambda s: min(arrival[r.key] for r in s.records)))
