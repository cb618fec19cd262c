"""Papers that tell of a lead already in the register: attached when accepted, and graded anew.

Identity decides whether a paper's project or firm is the lead's; where it only asks, a person does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from yinfeng.identity.entities import Entities, entities_of
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.identity.told_names import namings_of
from yinfeng.values import Engagement, Project
from yinfeng.values import Fact as Known
from yinfeng.web.desks.leads.actions.grading import regrade
from yinfeng.web.desks.leads.clashes import like_leads, namings
from yinfeng.web.desks.leads.models import Hearing, Lead, LeadFact
from yinfeng.web.desks.leads.papers import accepted, engine_fact, fields_of, with_papers
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.identities import decisions_of
from yinfeng.web.store.models import Decision, Fact

_MOST = 500


@transaction.atomic
def hear(unit: OrgUnit, *, today: date) -> int:
    """Attach what was decided since last time to the leads it tells of; how many leads changed."""
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    hearing, _ = Hearing.objects.get_or_create(unit=unit)
    news = Decision.objects.filter(document__unit=unit, pk__gt=hearing.decision).order_by("pk")
    found = list(news.values_list("pk", "entry__fact")[:_MOST])
    if not found:
        return 0
    facts = list(with_papers(Fact.objects.filter(pk__in={fact for _, fact in found})))
    changed = {lead for lead in _told_by(facts) if lead.unit_id == unit.pk}
    changed |= _attached(unit, facts)
    for lead in sorted(changed, key=lambda one: one.pk):
        held = keeping.held(lead)
        rules = rules_of(unit, today)
        graded = regrade(held, rules=rules, by=None, today=today, because="材料有新的核实")
        record(None, "leads.hear", graded, unit=unit, grade=graded.grade)
    hearing.decision = found[-1][0]
    hearing.save(update_fields=["decision"])
    return len(changed)


@transaction.atomic
def attach(lead: Lead, fact: Fact, *, by: User, today: date) -> Lead:
    """Say that a fact tells of the lead, where identity does not see it."""
    require(by, "leads.attach", lead.unit)
    lead = keeping.held(lead)
    if fact.reading.document.unit_id != lead.unit_id:
        raise Refused("只能归入本单位材料里的事实。")
    if not accepted(fields_of([fact]).get(fact.pk, {})):
        raise Refused("这条事实还没有核实。请先在资料里核实，再归入线索。")
    if lead.facts.filter(fact=fact, taken_off=None).exists():
        raise Refused("这条事实已归入本线索。")
    _link(lead, fact, by, "人工归入")
    lead = _graded(lead, by, today, "归入一条事实")
    record(by, "leads.attach", lead, unit=lead.unit, fact=fact.pk)
    return lead


@transaction.atomic
def detach(link: LeadFact, *, by: User, reason: str, today: date) -> Lead:
    """Say that a fact does not tell of the lead; it is not attached again by itself."""
    require(by, "leads.detach", link.lead.unit)
    lead = keeping.held(link.lead)
    link = LeadFact.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.taken_off is not None:
        raise Refused("这条事实已经移出。")
    if not reason.strip():
        raise Refused("请写明移出的理由。")
    link.taken_off, link.taken_off_by, link.why = timezone.now(), by, reason.strip()
    link.save(update_fields=["taken_off", "taken_off_by", "why"])
    lead = _graded(lead, by, today, "移出一条事实")
    record(by, "leads.detach", lead, unit=lead.unit, reason=reason, fact=link.fact_id)
    return lead


def _graded(lead: Lead, by: User, today: date, because: str) -> Lead:
    return regrade(lead, rules=rules_of(lead.unit, today), by=by, today=today, because=because)


def _told_by(facts: Iterable[Fact]) -> Iterable[Lead]:
    links = LeadFact.objects.filter(fact__in=list(facts), taken_off=None)
    return [link.lead for link in links.select_related("lead__unit")]


def _attached(unit: OrgUnit, facts: list[Fact]) -> set[Lead]:
    known = set(
        LeadFact.objects.filter(fact__in=facts, lead__unit=unit).values_list("fact", flat=True)
    )
    fields = fields_of(facts)
    changed: set[Lead] = set()
    for fact in facts:
        taken = accepted(fields.get(fact.pk, {}))
        if fact.pk in known or not taken or fact.kind not in (Project.kind, Engagement.kind):
            continue
        lead = _lead_told_of(unit, engine_fact(fact, taken))
        if lead is not None:
            _link(lead, fact, None, "名称相同，自动归入")
            changed.add(lead)
    return changed


def _lead_told_of(unit: OrgUnit, fact: Known) -> Lead | None:
    """The only lead of the unit that the fact tells of: by its project, else by its firm."""
    told = [naming for naming in namings_of(fact, {}) if naming.kind is not EntityKind.PLACE]
    candidates = [
        like.lead
        for like in like_leads(told)
        if like.lead.unit_id == unit.pk and like.lead.state == Lead.State.OPEN
    ]
    known_by = {lead: tuple(_ours(lead, unit)) for lead in candidates}
    every = [*told, *(naming for names in known_by.values() for naming in names)]
    entities = entities_of(every, decisions_of(unit))
    for kind in (EntityKind.PROJECT, EntityKind.ENTERPRISE):
        ours = [naming for naming in told if naming.kind is kind]
        found = [lead for lead, names in known_by.items() if _is_one(entities, ours, names)]
        # A project of another name of the same firm is another lead, until a person says otherwise.
        if kind is EntityKind.PROJECT and ours and isinstance(fact, Project) and not found:
            return None
        if len(found) == 1:
            return found[0]
    return None


def _ours(lead: Lead, unit: OrgUnit) -> Iterator[Naming]:
    """The names of a lead as the papers of its office tell them: decisions are about those."""
    return (replace(one, host=unit.name) for one in namings(lead.name, lead.investors, unit.name))


def _is_one(entities: Entities, ours: Iterable[Naming], theirs: Iterable[Naming]) -> bool:
    return bool({entities.of[one] for one in ours} & {entities.of[one] for one in theirs})


def _link(lead: Lead, fact: Fact, by: User | None, grounds: str) -> None:
    link, is_new = LeadFact.objects.get_or_create(
        lead=lead, fact=fact, defaults={"by": by, "grounds": grounds}
    )
    if not is_new:
        link.taken_off, link.taken_off_by, link.why = None, None, ""
        link.by, link.grounds = by, grounds
        link.save(update_fields=["taken_off", "taken_off_by", "why", "by", "grounds"])
