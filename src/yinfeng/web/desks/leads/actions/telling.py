"""What people tell of a lead: dated events, corrections, who follows it."""

from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.web.desks.leads.actions.clocks import stop_steps
from yinfeng.web.desks.leads.actions.forms import FIELDS, columns, day_in, name_anew, signed
from yinfeng.web.desks.leads.actions.grading import regrade
from yinfeng.web.desks.leads.actions.rights import complete_claim
from yinfeng.web.desks.leads.kinds import FIGURE, kind_of, says_of
from yinfeng.web.desks.leads.models import Lead, Statement
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.leads.sheets import day_words, sheet
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import may, require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def tell(
    lead: Lead,
    *,
    by: User,
    kind: str,
    day: date,
    says: str,
    today: date,
    version: int | None = None,
    ours: str = "",
    theirs: str = "",
    next_step: str = "",
    next_date: date | None = None,
) -> Lead:
    """Write down what happened on a day; the clocks, the claim and the grade follow from it."""
    require(by, "leads.tell", lead.unit)
    lead = _followed(keeping.held(lead, version=version))
    statement = event(lead, kind, by=by, day=day, says=says, today=today, ours=ours, theirs=theirs)
    rules = rules_of(lead.unit, today)
    complete_claim(lead, by=by, rules=rules, today=today)
    ahead = {"next_step": next_step.strip(), "next_date": next_date}
    because = f"{says_of(kind)}（{day}）"
    lead = regrade(lead, rules=rules, by=by, today=today, because=because, **ahead)
    record(by, "leads.tell", lead, unit=lead.unit, statement=statement.pk, kind=kind, day=day)
    return lead


def event(
    lead: Lead,
    kind: str,
    *,
    by: User,
    day: date,
    says: str,
    today: date,
    ours: str = "",
    theirs: str = "",
) -> Statement:
    """The signed form of a dated event; the steps that it does are done."""
    sort = kind_of(kind)
    if sort is None:
        raise Refused("请选择进展的类别。")
    if not says.strip():
        raise Refused("请写明进展情况：谈了什么，有什么结果。")
    day_in(None, day, today)
    lines = [
        ("day", "日期", day_words(day)),
        ("ours", "我方", ours.strip()),
        ("theirs", "对方", theirs.strip()),
        ("says", "情况", says.strip()),
    ]
    form = sheet(sort.says, lines)
    statement = Statement.objects.create(
        lead=lead, kind=kind, day=day, text=form.text, places=form.places, by=by
    )
    if sort.stops:
        stop_steps(lead, sort.stops, by=by, day=day, proof=f"{sort.says}（{day}）")
    return statement


@transaction.atomic
def correct(
    lead: Lead, *, by: User, field: str, words: str, reason: str, today: date, version: int
) -> Lead:
    """Say otherwise what the register says of one field; what was said before is kept."""
    require(by, "leads.correct", lead.unit)
    lead = keeping.held(lead, version=version)
    if field not in FIELDS:
        raise Refused("没有这一项。")
    if not words.strip():
        raise Refused(f"请写明更正后的{FIELDS[field]}。")
    values = columns({field: words})
    before = {name: getattr(lead, name) for name in values}
    # An event may have taken the lead further than the register says; a person may say it did not.
    is_told_otherwise = field == "maturity" and lead.stage != words
    if before == values and not is_told_otherwise:
        raise Refused(f"{FIELDS[field]}没有变化。")
    signed(lead, FIGURE, {field: words.strip()}, by=by, why=reason)
    because = f"更正{FIELDS[field]}"
    rules = rules_of(lead.unit, today)
    lead = regrade(lead, rules=rules, by=by, today=today, because=because, **values)
    if field in ("name", "investors"):
        name_anew(lead)
    complete_claim(lead, by=by, rules=rules, today=today)
    record(by, "leads.correct", lead, unit=lead.unit, before=before, reason=reason, **values)
    return lead


@transaction.atomic
def set_contact(
    lead: Lead, *, by: User, contact: str, post: str, phone: str, today: date, version: int
) -> Lead:
    """Who speaks for the investor; on the trail stands that it changed, not the person's data."""
    require(by, "leads.correct", lead.unit)
    values: dict[str, Any] = {
        "contact": contact.strip(),
        "contact_post": post.strip(),
        "contact_phone": phone.strip(),
    }
    made = keeping.change(lead, by=by, version=version, reason="更新联系人", **values)
    complete_claim(made.record, by=by, rules=rules_of(lead.unit, today), today=today)
    record(by, "leads.set_contact", made.record, unit=lead.unit, fields=sorted(made.after))
    return made.record


@transaction.atomic
def hand_over(lead: Lead, *, by: User, owner: User, version: int) -> Lead:
    """Let another person follow the lead."""
    require(by, "leads.hand_over", lead.unit)
    if not may(owner, "leads.tell", lead.unit):
        raise Refused(f"{owner}没有跟踪这条线索的岗位。")
    made = keeping.change(lead, by=by, version=version, reason="交接跟踪人", owner=owner)
    if not made.is_other:
        raise Refused(f"跟踪人已经是{owner}。")
    record(by, "leads.hand_over", made.record, unit=lead.unit, before=made.before, owner=owner.pk)
    return made.record


def _followed(lead: Lead) -> Lead:
    if lead.state != Lead.State.OPEN:
        raise Refused(f"这条线索现为“{lead.get_state_display()}”，不能登记进展。")
    return lead
