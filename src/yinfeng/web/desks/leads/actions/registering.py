"""A new lead: typed by hand, or adopted from what papers tell. Like leads are shown before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.judgement.due import end_of
from yinfeng.web.desks.leads.actions.clocks import start_steps
from yinfeng.web.desks.leads.actions.forms import FIELDS, TOLD_AS, columns, name_anew, signed
from yinfeng.web.desks.leads.actions.going_by import go_by
from yinfeng.web.desks.leads.actions.grading import regrade
from yinfeng.web.desks.leads.actions.numbering import numbers
from yinfeng.web.desks.leads.actions.rights import open_claim
from yinfeng.web.desks.leads.actions.telling import event
from yinfeng.web.desks.leads.clashes import Like, like_leads, namings
from yinfeng.web.desks.leads.kinds import ADOPT, REGISTER
from yinfeng.web.desks.leads.models import Clash, Lead, LeadFact, Telling
from yinfeng.web.desks.leads.papers import fields_of, not_rejected
from yinfeng.web.desks.leads.proposals import Filled, fills_of
from yinfeng.web.desks.leads.rules import Rules, rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import actions as store
from yinfeng.web.store.models import Fact


@dataclass(frozen=True, slots=True)
class Form:
    """What a person fills in: the seven fields, the person to talk to, what was done already."""

    name: str
    source: str
    investors: str
    reporter: str
    content: str = ""
    amount: str = ""
    land: str = ""
    maturity: str = ""
    contact: str = ""
    contact_post: str = ""
    contact_phone: str = ""
    owner: User | None = None
    next_step: str = ""
    next_date: date | None = None
    met_on: date | None = None
    met: str = ""

    @property
    def words(self) -> dict[str, str]:
        """What is told of the lead, by the fields of the register."""
        return {name: getattr(self, name).strip() for name in FIELDS}


class Clashing(Refused):
    """Like leads stand in the register: the person has to look at them first."""

    def __init__(self, likes: list[Like]) -> None:
        super().__init__(
            f"可能与{len(likes)}条已登记的线索相同（撞单）。请核对下面列出的线索；"
            "确实不是同一条的，写明理由后再登记。"
        )
        self.likes = likes


@transaction.atomic
def register(form: Form, *, by: User, unit: OrgUnit, today: date, reason: str = "") -> Lead:
    """A lead with what the person says of it; like leads ask for a reason first."""
    require(by, "leads.register", unit)
    rules = rules_of(unit, today)
    likes = _checked(form, unit, reason)
    lead = _founded(form, by, unit, today)
    signed(lead, REGISTER, form.words, by=by, why=reason)
    return _opened(lead, form, likes, "leads.register", by, rules, today, reason)


@transaction.atomic
def adopt(
    form: Form, facts: Iterable[Fact], *, by: User, unit: OrgUnit, today: date, reason: str = ""
) -> Lead:
    """A lead that papers tell of: its facts are accepted, and each figure keeps its words."""
    require(by, "leads.adopt", unit)
    rules = rules_of(unit, today)
    facts = list(facts)
    _open_to(facts, unit)
    told_of = fields_of(facts)
    standing = {fact.pk: not_rejected(told_of.get(fact.pk, {})) for fact in facts}
    fills = fills_of(facts, standing)
    likes = _checked(form, unit, reason)
    lead = _founded(form, by, unit, today)
    typed = {n: s for n, s in form.words.items() if n not in fills or fills[n].says != s}
    # The papers stand first: what is typed otherwise is said against them.
    LeadFact.objects.bulk_create(LeadFact(lead=lead, fact=fact, by=by) for fact in facts)
    for fact in facts:
        if any(not one.verdict for one in standing[fact.pk].values()):
            store.accept_all(fact, by=by)
    read = {name: fill for name, fill in fills.items() if name not in typed}
    Telling.objects.bulk_create(_read(lead, name, fill) for name, fill in read.items())
    signed(lead, ADOPT, typed, by=by, why=reason)
    lead = _opened(lead, form, likes, "leads.adopt", by, rules, today, reason)
    go_by(lead, by=by, today=today)
    return keeping.held(lead)


def _open_to(facts: list[Fact], unit: OrgUnit) -> None:
    if not facts:
        raise Refused("请至少采用一条事实；没有可用的事实，请改为手工登记。")
    if any(fact.reading.document.unit_id != unit.pk for fact in facts):
        raise Refused("只能采用本单位材料里的事实。")
    taken = LeadFact.objects.filter(fact__in=facts, taken_off=None, lead__unit=unit)
    if first := taken.select_related("lead").first():
        raise Refused(f"其中的事实刚刚已归入线索“{first.lead}”。请刷新后再看。")


def _checked(form: Form, unit: OrgUnit, reason: str) -> list[Like]:
    likes = like_leads(namings(form.name, form.investors, unit.name))
    if likes and not reason.strip():
        raise Clashing(likes)
    return likes


def _founded(form: Form, by: User, unit: OrgUnit, today: date) -> Lead:
    lead = Lead(
        unit=unit,
        first_unit=unit,
        number=next(numbers(unit, today.year)),
        reported=today,
        owner=form.owner or by,
        contact=form.contact.strip(),
        contact_post=form.contact_post.strip(),
        contact_phone=form.contact_phone.strip(),
        next_step=form.next_step.strip(),
        next_date=form.next_date,
        **columns(form.words),
    )
    lead = keeping.add(lead, by=by)
    name_anew(lead)
    return lead


def _read(lead: Lead, name: str, fill: Filled) -> Telling:
    entry = fill.entry
    where: dict[str, Any] = {"start": entry.start, "end": entry.end, "quote": entry.quote}
    field = entry.field if name == "land" else TOLD_AS.get(name, name)
    return Telling(lead=lead, entry=entry, field=field, value=fill.value, **where)


def _opened(
    lead: Lead,
    form: Form,
    likes: list[Like],
    action: str,
    by: User,
    rules: Rules,
    today: date,
    reason: str,
) -> Lead:
    start_steps(lead, rules=rules, start=today)
    if form.met_on is not None and form.met.strip():
        event(lead, "contact", by=by, day=form.met_on, says=form.met, today=today)
    _clashes(lead, likes, by, rules, today, reason)
    open_claim(lead, by=by, rules=rules, today=today)
    lead = regrade(lead, rules=rules, by=by, today=today, because="登记线索")
    after: Mapping[str, Any] = {**form.words, "number": lead.number, "grade": lead.grade}
    record(by, action, lead, unit=lead.unit, reason=reason, **after)
    return lead


def _clashes(
    lead: Lead, likes: list[Like], by: User, rules: Rules, today: date, reason: str
) -> None:
    due = end_of(rules.claims.arbitration, today, rules.days)
    Clash.objects.bulk_create(
        Clash(
            later=lead,
            earlier=like.lead,
            grounds=like.says,
            score=like.likeness.score,
            said=reason.strip(),
            by=by,
            day=today,
            due=due,
        )
        for like in likes
    )
