"""Projects of the papers: adopted, each field with its quote, at the stage that their text tells.

One project told in two papers is one: identity meets them, and what the second paper tells stands
beside what the first one told.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from yinfeng.identity.naming import EntityKind
from yinfeng.identity.told_names import namings_of
from yinfeng.judgement.stages import stage_of
from yinfeng.ledger.papers import paper_of
from yinfeng.ledger.records import record_of
from yinfeng.values import Grain, Period
from yinfeng.values import Project as ToldProject
from yinfeng.web.desks.leads.papers import (
    Fields,
    accepted,
    document_of,
    engine_fact,
    fields_of,
    not_rejected,
    with_papers,
)
from yinfeng.web.desks.projects.actions.gating import passed
from yinfeng.web.desks.projects.actions.going_by import go_by
from yinfeng.web.desks.projects.actions.registering import Form, checked, founded, opened
from yinfeng.web.desks.projects.actions.signing import ADOPT, name_anew, signed
from yinfeng.web.desks.projects.actions.standing import reckoned
from yinfeng.web.desks.projects.actions.telling import filled_in
from yinfeng.web.desks.projects.fields import FIELDS, TOLD_AS, columns
from yinfeng.web.desks.projects.models import Correction, Passage, Project, ProjectFact, Telling
from yinfeng.web.desks.projects.proposals import (
    filled,
    project_facts,
    project_told_of,
    proposal_of,
    proposals,
)
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import actions as store
from yinfeng.web.store.models import Fact
from yinfeng.web.store.values import from_json

Precision = Passage.Precision
_PRECISIONS = {Grain.DAY: Precision.DAY, Grain.MONTH: Precision.MONTH}
_BACK = {told: name for name, told in TOLD_AS.items()}


@transaction.atomic
def adopt(
    facts: Sequence[Fact],
    words: Mapping[str, str],
    *,
    by: User,
    unit: OrgUnit,
    today: date,
    reason: str = "",
) -> Project:
    """A project that papers tell of: its facts are accepted, and each figure keeps its words."""
    require(by, "projects.adopt", unit)
    _open_to(facts, unit)
    proposal = proposal_of(unit, [fact.pk for fact in facts])
    if proposal is None:
        raise Refused("这些事实已经归入项目，或已不采用。请刷新后再看。")
    read = filled(proposal)
    said = {name: says.strip() for name, says in words.items() if name in FIELDS}
    checked(said or read, unit, reason)
    for fact in facts:
        _accept(fact, proposal.fields[fact.pk], by)
    typed = {n: s for n, s in said.items() if s and read.get(n) != s}
    form = Form({**_fit(read), **typed})
    return _adopted(form, typed, facts, by=by, unit=unit, today=today, reason=reason)


@transaction.atomic
def adopt_accepted(unit: OrgUnit, *, by: User, today: date) -> list[Project]:
    """Every project that was wholly accepted in the library and that no lead follows."""
    require(by, "projects.adopt", unit)
    hear(unit, by=by, today=today)
    made = []
    for one in proposals([unit]):
        if one.is_accepted and not one.in_lead:
            form = Form({"name": one.name[:120], **_fit(filled(one))})
            facts = [fact for fact in one.facts if fact.kind == ToldProject.kind]
            made.append(_adopted(form, {}, facts, by=by, unit=unit, today=today, reason=""))
    return made


@transaction.atomic
def hear(unit: OrgUnit, *, by: User | None, today: date) -> list[Project]:
    """Attach what was accepted to the projects that it tells of; those that changed."""
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    facts = project_facts([unit])
    known = set(
        ProjectFact.objects.filter(fact__in=facts, project__unit=unit).values_list(
            "fact", flat=True
        )
    )
    fields = fields_of(facts)
    changed: dict[int, Project] = {}
    for fact in facts:
        taken = accepted(fields.get(fact.pk, {}))
        if fact.pk in known or not taken:
            continue
        told = engine_fact(fact, taken)
        named = [one for one in namings_of(told, {}) if one.kind is not EntityKind.PLACE]
        project = project_told_of(unit, named)
        if project is not None:
            _link(project, fact, by, "名称相同，自动归入")
            changed[project.pk] = project
    return [_heard(project, by, today) for _, project in sorted(changed.items())]


@transaction.atomic
def attach(project: Project, fact: Fact, *, by: User, today: date) -> Project:
    """Say that a fact tells of the project, where identity does not see it."""
    require(by, "projects.attach", project.unit)
    project = keeping.held(project)
    if fact.reading.document.unit_id != project.unit_id:
        raise Refused("只能归入本单位材料里的事实。")
    if not accepted(fields_of([fact]).get(fact.pk, {})):
        raise Refused("这条事实还没有核实。请先在资料里核实，再归入项目。")
    if ProjectFact.objects.filter(
        fact=fact, taken_off=None, project__unit=project.unit, project__removed_at=None
    ).exists():
        raise Refused("这条事实已归入项目。")
    _link(project, fact, by, "人工归入")
    return _heard(project, by, today)


@transaction.atomic
def detach(link: ProjectFact, *, by: User, reason: str, today: date) -> Project:
    """Say that a fact does not tell of the project; its figures are no source any more."""
    require(by, "projects.detach", link.project.unit)
    project = keeping.held(link.project)
    if link.taken_off is not None:
        raise Refused("这条事实已经移出。")
    if not reason.strip():
        raise Refused("请写明移出的理由。")
    link.taken_off, link.taken_off_by, link.why = timezone.now(), by, reason.strip()
    link.save(update_fields=["taken_off", "taken_off_by", "why"])
    for passage in project.passages.standing().filter(entry__fact=link.fact_id):
        Correction.objects.create(passage=passage, why=f"移出事实：{reason.strip()}", by=by)
    project = reckoned(project, by=by, today=today, because="移出一条事实").record
    record(by, "projects.detach", project, unit=project.unit, reason=reason, fact=link.fact_id)
    return project


def _adopted(
    form: Form,
    typed: Mapping[str, str],
    facts: Sequence[Fact],
    *,
    by: User,
    unit: OrgUnit,
    today: date,
    reason: str,
) -> Project:
    project = founded(form, by=by, unit=unit, today=today, source=Project.Source.PAPERS)
    for fact in facts:
        _link(project, fact, by, "")
    _tell(project, facts, by, today)
    if typed:
        signed(project, ADOPT, typed, by=by, why=reason)
    project = opened(
        project, by=by, today=today, because="采用资料里的项目", action="projects.adopt",
        reason=reason,
    )  # fmt: skip
    go_by(project, by=by, today=today)
    return keeping.held(project)


def _heard(project: Project, by: User | None, today: date) -> Project:
    """The project after papers told more of it: sources, gates, and what was left empty."""
    project = keeping.held(project)
    new = [link.fact_id for link in project.facts.filter(taken_off=None)]
    told = set(project.tellings.exclude(entry=None).values_list("entry__fact", flat=True))
    gates = set(project.passages.exclude(entry=None).values_list("entry__fact", flat=True))
    wanted = [key for key in new if key not in told | gates]
    facts = list(with_papers(Fact.objects.filter(pk__in=wanted).order_by("pk")))
    _tell(project, facts, by or _first_reader(facts), today)
    values = filled_in(project)
    project = reckoned(project, by=by, today=today, because="材料有新的核实", **values).record
    if {"name", "investors"} & set(values):
        name_anew([project])
    record(by, "projects.attach", project, unit=project.unit, facts=wanted)
    go_by(project, by=by, today=today)
    return keeping.held(project)


def _first_reader(facts: Sequence[Fact]) -> User:
    """Who accepted the fact in the library: that person vouches for its gate, not the system."""
    decision = facts[0].entries.filter(decisions__isnull=False).first()
    assert decision is not None
    last = decision.decisions.select_related("by").order_by("-pk").first()
    assert last is not None
    return last.by


def _tell(project: Project, facts: Iterable[Fact], by: User, today: date) -> None:
    """The tellings of the facts, field by field, and the gate that each tells."""
    facts = list(facts)
    fields = fields_of(facts)
    for fact in facts:
        if fact.kind != ToldProject.kind:
            continue
        taken = accepted(fields.get(fact.pk, {}))
        Telling.objects.bulk_create(
            Telling(
                project=project,
                entry=standing.entry,
                field=_BACK[field],
                value=standing.value or "",
                start=standing.entry.start,
                end=standing.entry.end,
                quote=standing.entry.quote,
            )
            for field, standing in taken.items()
            if field in _BACK
        )
        _pass(project, fact, taken, by, today)


def _pass(project: Project, fact: Fact, taken: Fields, by: User, today: date) -> None:
    """The gate that a fact tells as passed, on the day that it gives, else that of its paper."""
    standing = taken.get("stage")
    if standing is None:
        return
    told = engine_fact(fact, taken)
    document = document_of(fact.reading.document)
    known = record_of(document, paper_of(document), told, "")
    stage = stage_of(known)
    stages = stages_of(project.unit, today)
    gate = stages.gate_told(stage, standing.entry.quote + fact.says) if stage else ""
    if not gate:
        return
    day, precision = _day(taken, known.paper.known_by, today)
    if project.passages.standing().filter(gate=gate).exists():
        return
    passed(
        project, gate, day, by=by, today=today, says=fact.says, entry=standing.entry,
        precision=precision,
    )  # fmt: skip


def _day(taken: Fields, paper: date | None, today: date) -> tuple[date | None, str]:
    """The day that a fact gives for its stage, else that of its paper, by which it had come."""
    told = taken.get("stage_date")
    value = from_json(told.value or "") if told else None
    if isinstance(value, Period) and value.is_resolved and value.start and value.start <= today:
        return value.start, _PRECISIONS.get(value.grain, Precision.YEAR)
    if paper is not None and paper <= today:
        return paper, Precision.PAPER
    return None, Precision.NONE


def _fit(words: Mapping[str, str]) -> dict[str, str]:
    """The words that the register can keep; the others stay with the sources."""
    found = {}
    for name, says in words.items():
        try:
            columns({name: says})
        except Refused:
            continue
        longest = Project._meta.get_field(name).max_length  # type: ignore[union-attr]
        found[name] = says[:longest]
    return found


def _accept(fact: Fact, fields: Fields, by: User) -> None:
    if any(not standing.verdict for standing in not_rejected(fields).values()):
        store.accept_all(fact, by=by)


def _open_to(facts: Sequence[Fact], unit: OrgUnit) -> None:
    if not any(fact.kind == ToldProject.kind for fact in facts):
        raise Refused("请至少采用一条项目的事实；没有可用的，请改为手工登记。")
    if any(fact.reading.document.unit_id != unit.pk for fact in facts):
        raise Refused("只能采用本单位材料里的事实。")


def _link(project: Project, fact: Fact, by: User | None, grounds: str) -> None:
    link, is_new = ProjectFact.objects.get_or_create(
        project=project, fact=fact, defaults={"by": by, "grounds": grounds}
    )
    if not is_new:
        link.taken_off, link.taken_off_by, link.why = None, None, ""
        link.by, link.grounds = by, grounds
        link.save(update_fields=["taken_off", "taken_off_by", "why", "by", "grounds"])
