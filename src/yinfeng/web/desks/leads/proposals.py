"""Leads that the reader proposes: stories of the papers that no lead has taken up yet.

What was rejected is left out, what was corrected counts as corrected. To take one up is to accept
its facts, so nothing that nobody looked at becomes a lead.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from yinfeng.identity.decisions import Decision
from yinfeng.judgement.leads import Lead as Graded
from yinfeng.judgement.situation import situation_of
from yinfeng.ledger.ledger import Ledger
from yinfeng.ledger.papers import paper_of
from yinfeng.ledger.records import record_of
from yinfeng.reports.wording import written
from yinfeng.values import Project, Quantity
from yinfeng.values.form import Value
from yinfeng.web.desks.leads.kinds import MATURITIES
from yinfeng.web.desks.leads.models import LeadFact
from yinfeng.web.desks.leads.papers import (
    Fields,
    document_of,
    engine_fact,
    fields_of,
    not_rejected,
    with_papers,
)
from yinfeng.web.desks.leads.rules import Rules, rules_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.store.identities import decisions_by_unit, decisions_of
from yinfeng.web.store.models import Entry, Fact
from yinfeng.web.store.values import from_json

PAPERS = 200
# A field of the form, and the fields of a project's fact that fill it.
FILLS = {
    "name": ("name",),
    "investors": ("investors",),
    "content": ("product", "industry"),
    "amount": ("investment",),
    "land": ("land", "floor_area"),
    "maturity": ("stage",),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What fills a field of the form: the words, and the row of the reader that proves them."""

    says: str
    entry: Entry
    value: object


@dataclass(frozen=True, slots=True)
class Proposal:
    """A lead that papers tell of: how it would be graded, its facts, and what fills the form."""

    unit: OrgUnit
    graded: Graded
    facts: tuple[Fact, ...]
    fills: Mapping[str, Filled]
    accepted: int
    figures: int

    @property
    def key(self) -> str:
        """What the page calls it: its facts."""
        return "-".join(str(fact.pk) for fact in self.facts)

    @property
    def host(self) -> str:
        """Whose papers call it theirs."""
        return self.graded.story.host

    @property
    def is_of_others(self) -> bool:
        """Whether it is told of another body than the one that holds the paper."""
        return self.host not in ("", self.unit.name)


def open_facts(units: Collection[OrgUnit]) -> Iterable[Fact]:
    """The facts of the latest papers of units of which no lead has heard."""
    taken = LeadFact.objects.filter(taken_off=None).values("fact")
    facts = Fact.objects.filter(
        reading__document__unit__in=units,
        reading__current_of__isnull=False,
        kind__in=("project", "engagement"),
    ).exclude(pk__in=taken)
    papers = facts.order_by("-reading").values_list("reading", flat=True).distinct()[:PAPERS]
    rows = with_papers(facts.filter(reading__in=list(papers)).order_by("reading", "ordinal"))
    return rows.select_related("reading__document__unit")


def proposals(unit: OrgUnit, rules: Rules, today: date) -> list[Proposal]:
    """The proposals for a unit, its own and the ripest first."""
    facts = list(open_facts([unit]))
    return list(_proposals(unit, facts, _standing(facts), rules, today, decisions_of(unit)))


def proposals_of(units: Collection[OrgUnit], today: date) -> list[Proposal]:
    """The proposals for several units, each by the rules of its own, the ripest first."""
    facts = list(open_facts(units))
    standing, ruled = _standing(facts), decisions_by_unit(units)
    by_unit: dict[OrgUnit, list[Fact]] = {}
    for fact in facts:
        by_unit.setdefault(fact.reading.document.unit, []).append(fact)
    found = [
        one
        for unit, own in by_unit.items()
        for one in _proposals(
            unit, own, standing, rules_of(unit, today), today, ruled.get(unit.pk, ())
        )
    ]
    return sorted(found, key=lambda one: (one.is_of_others, one.graded.grade))


def _standing(facts: Iterable[Fact]) -> dict[int, Fields]:
    told_of = fields_of(facts)
    return {fact.pk: not_rejected(told_of.get(fact.pk, {})) for fact in facts}


def _proposals(
    unit: OrgUnit,
    facts: Iterable[Fact],
    standing: Mapping[int, Fields],
    rules: Rules,
    today: date,
    ruled: Iterable[Decision],
) -> Iterable[Proposal]:
    ledger, rows = Ledger(), dict[str, Fact]()
    for fact in facts:
        fields = standing[fact.pk]
        if not fields:
            continue
        document, told = document_of(fact.reading.document), engine_fact(fact, fields)
        ledger.take_in(document, [told])
        rows[record_of(document, paper_of(document), told, "").key] = fact
    situation = situation_of(ledger, rules.policy, rules.days, today, ruled)
    found = [_proposal(unit, lead, rows, standing) for lead in situation.leads]
    return sorted(found, key=lambda one: one.is_of_others)


def _proposal(
    unit: OrgUnit, lead: Graded, rows: Mapping[str, Fact], standing: Mapping[int, Fields]
) -> Proposal:
    facts = tuple(dict.fromkeys(rows[record.key] for record in lead.story.records))
    figures = [s for fact in facts for s in standing[fact.pk].values()]
    return Proposal(
        unit=unit,
        graded=lead,
        facts=facts,
        fills=fills_of(facts, standing),
        accepted=sum(bool(s.verdict) for s in figures),
        figures=len(figures),
    )


def fills_of(facts: Iterable[Fact], standing: Mapping[int, Fields]) -> dict[str, Filled]:
    """What fills the form: of each field the latest that a fact of a project tells."""
    found: dict[str, Filled] = {}
    for fact in facts:
        if fact.kind == Project.kind:
            found |= dict(_fills(standing[fact.pk]))
    return found


def _fills(fields: Fields) -> Iterator[tuple[str, Filled]]:
    for name, told in FILLS.items():
        standing = next((fields[one] for one in told if one in fields), None)
        if standing is not None:
            value = from_json(standing.value or "")
            says = _says(name, value)
            if says:
                yield name, Filled(says, standing.entry, standing.value)


def _says(name: str, value: Value) -> str:
    if name == "maturity":
        return value if isinstance(value, str) and value in MATURITIES else ""
    if isinstance(value, Quantity):
        return written(value)
    return value if isinstance(value, str) else "、".join(str(item) for item in value)  # type: ignore[union-attr]
