"""What papers told in the days of a report, by the engine's own sections; leads left untaken."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from django.db.models import F, Q

from yinfeng.judgement.situation import Situation, situation_of
from yinfeng.ledger.ledger import Ledger
from yinfeng.reports.report import Section
from yinfeng.reports.sections.figures import figures_section
from yinfeng.reports.sections.leads import leads_section
from yinfeng.reports.sections.moves import moves_section
from yinfeng.web.desks.leads.models import LeadFact
from yinfeng.web.desks.leads.papers import (
    Fields,
    accepted,
    document_of,
    engine_fact,
    fields_of,
    not_rejected,
    with_papers,
)
from yinfeng.web.desks.leads.proposals import PAPERS
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.library.sources import overruled
from yinfeng.web.desks.reports.asking import Term
from yinfeng.web.desks.reports.parts import Proving, renamed
from yinfeng.web.lists.history import end_of
from yinfeng.web.store.identities import decisions_of
from yinfeng.web.store.models import Fact

_DAY = timedelta(days=1)
_MOST = 2000
_LEADS = 20
_UNCHECKED = "由系统从材料中读出，未经逐项核实，以原文为准。"


def moves(term: Term, proving: Proving) -> Section:
    """What papers that came in tell of projects, visits and meetings; rejected words are out."""
    facts = _facts(term, ("project", "engagement"))
    found = moves_section(_situation(term, proving, facts, not_rejected))
    note = f"{_UNCHECKED}{found.note}"
    return renamed(found, title="材料反映的动态", empty="本期材料没有反映动态。", note=note)


def indicators(term: Term, proving: Proving) -> Section:
    """The figures of papers of the month that a person has accepted."""
    facts = _chosen_instead(term, list(_facts(term, ("indicator",))))
    found = figures_section(_situation(term, proving, facts, accepted))
    return renamed(
        found,
        key="indicators",
        title="主要指标",
        empty="没有已核实的指标。请在资料里核实本月的指标后再编制。",
        note="只列已核实的数；目标、计划与完成分列；几份材料对不上的，以人工选定的为准。",
        shown=20,
    )


def unregistered(term: Term, proving: Proving) -> Section:
    """The leads that papers tell of and nobody has registered, with grade and words."""
    found = leads_section(_situation(term, proving, _untaken(term), not_rejected))
    more = len(found.lines) - _LEADS
    rest = f"另有{more}条未列。" if more > 0 else ""
    return renamed(
        found,
        key="unregistered",
        title="材料里读出、待核实的线索",
        columns=found.columns[:3],
        widths=(12, 48, 40),
        lines=tuple(replace(line, cells=line.cells[:3]) for line in found.lines[:_LEADS]),
        empty="材料里没有尚未登记的线索。",
        note=f"由系统读出，尚未登记，不计入线索数；经核实后在“资料里的线索”采用。{rest}",
    )


def _situation(
    term: Term, proving: Proving, rows: Iterable[Fact], taken: Callable[[Fields], Fields]
) -> Situation:
    rules = rules_of(term.unit, term.last)
    ledger = Ledger()
    facts = list(rows)
    fields = fields_of(facts)
    by_document: dict[int, list[Fact]] = {}
    for fact in facts:
        by_document.setdefault(fact.reading.document_id, []).append(fact)
    for key, group in by_document.items():
        told = (
            engine_fact(fact, stand) for fact in group if (stand := taken(fields.get(fact.pk, {})))
        )
        paper = document_of(group[0].reading.document)
        ledger.take_in(paper, told)
        proving.addresses[paper.sha256] = f"/library/{key}"
    names = decisions_of(term.unit)
    return situation_of(ledger, rules.policy, rules.days, term.last, names)


def _facts(term: Term, kinds: Iterable[str]) -> Iterator[Fact]:
    came = (end_of(term.first), end_of(term.last))
    rows = Fact.objects.filter(
        term.scope("reading__document__unit"),
        kind__in=kinds,
        reading=F("reading__document__current"),
        reading__document__upload__at__gte=came[0] - _DAY,
        reading__document__upload__at__lt=came[1],
    )
    yield from with_papers(rows).order_by("reading__document", "ordinal")[:_MOST]


def _chosen_instead(term: Term, facts: list[Fact]) -> list[Fact]:
    """The facts, and for those that the office did not go by the ones that it chose."""
    units = term.scope("unit")
    if term.moment is not None:
        units &= Q(at__lt=term.moment)
    instead = overruled([fact.pk for fact in facts], units)
    if not instead:
        return facts
    rows = Fact.objects.filter(pk__in=instead.values(), reading__document__current=F("reading"))
    chosen = {fact.pk: fact for fact in with_papers(rows)}
    kept = [chosen.get(instead.get(fact.pk, 0), fact) for fact in facts]
    return list({fact.pk: fact for fact in kept}.values())


def _untaken(term: Term) -> Iterator[Fact]:
    """What the latest papers of the unit tell of projects and visits, and no lead had heard of."""
    heard = LeadFact.objects.filter(taken_off=None)
    if term.moment is not None:
        heard = heard.filter(at__lt=term.moment)
    rows = Fact.objects.filter(
        term.scope("reading__document__unit"),
        kind__in=("project", "engagement"),
        reading__current_of__isnull=False,
        reading__document__upload__at__lt=end_of(term.last),
    ).exclude(pk__in=heard.values("fact"))
    latest = rows.order_by("-reading").values_list("reading", flat=True).distinct()[:PAPERS]
    yield from with_papers(rows.filter(reading__in=list(latest))).order_by("reading", "ordinal")
