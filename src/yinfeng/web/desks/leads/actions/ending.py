"""How a lead ends: given up for a reason, looked at again, made a project, taken off."""

import hashlib
import json
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.judgement.due import end_of
from yinfeng.web.desks.leads.actions.clocks import drop_all, follow
from yinfeng.web.desks.leads.actions.rights import end_claim, open_claim
from yinfeng.web.desks.leads.known import standing_tellings
from yinfeng.web.desks.leads.models import Claim, Conversion, Lead, Loss
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.actions import enqueue


@transaction.atomic
def lose(
    lead: Lead,
    *,
    by: User,
    code: str,
    reason: str,
    today: date,
    version: int,
    rival: str = "",
    is_recoverable: bool = True,
    revisit: date | None = None,
) -> Lead:
    """Give the lead up: why, to whom, and when it is looked at again."""
    require(by, "leads.lose", lead.unit)
    lead = keeping.held(lead, version=version)
    _refuse_ended(lead)
    rules = rules_of(lead.unit, today)
    known = rules.losses.reason(code)
    if known is None:
        raise Refused("请选择流失的原因。")
    if known.rival and not rival.strip():
        raise Refused("落户其他地方的，请写明落户地。")
    again = revisit or end_of(rules.losses.revisit, today, rules.days)
    if again <= today:
        raise Refused("再看日期应在今天之后。")
    Loss.objects.create(
        lead=lead,
        code=code,
        reason=known.says,
        rival=rival.strip(),
        words=reason.strip(),
        stage=lead.stage,
        days_in_stage=_days_in_stage(lead, today),
        amount=lead.amount,
        is_recoverable=is_recoverable,
        revisit=again,
        day=today,
        by=by,
    )
    end_claim(lead, Claim.End.LOST, known.says, today)
    drop_all(lead, by=by, today=today)
    told: dict[str, Any] = {"state": Lead.State.LOST, "revisit": again}
    before = {"state": lead.state}
    lead = keeping.change(lead, by=by, reason=reason, **told).record
    record(
        by, "leads.lose", lead, unit=lead.unit, before=before, reason=reason, code=code, rival=rival
    )
    return lead


@transaction.atomic
def look_again(lead: Lead, *, by: User, reason: str, today: date, version: int) -> Lead:
    """Follow a lost lead again; that it was lost stays on its page."""
    require(by, "leads.look_again", lead.unit)
    lead = keeping.held(lead, version=version)
    if lead.state != Lead.State.LOST:
        raise Refused("这条线索没有流失，无需恢复。")
    told: dict[str, Any] = {"state": Lead.State.OPEN, "revisit": None, "owner": lead.owner or by}
    lead = keeping.change(lead, by=by, reason=reason, **told).record
    rules = rules_of(lead.unit, today)
    open_claim(lead, by=by, rules=rules, today=today)
    follow(lead, rules=rules, by=by, today=today)
    record(by, "leads.look_again", lead, unit=lead.unit, reason=reason)
    return lead


@transaction.atomic
def convert(lead: Lead, *, by: User, today: date, version: int) -> Conversion:
    """Hand the lead over as a project: sealed, numbered, and the lead is kept."""
    require(by, "leads.convert", lead.unit)
    lead = keeping.held(lead, version=version)
    _refuse_ended(lead)
    lacks = [says for says, has in (("项目内容", lead.content), ("投资额", lead.amount)) if not has]
    if lacks:
        raise Refused(f"转项目前请先补齐：{'、'.join(lacks)}。")
    if lead.dispatches.open().exists():
        raise Refused("还有派单没有办结，办结或撤回后再转项目。")
    taken_over = _taken_over(lead, by, today)
    number = _number(lead.unit, today)
    text = json.dumps([number, taken_over], ensure_ascii=False, sort_keys=True)
    seal = hashlib.sha256(text.encode()).hexdigest()
    conversion = Conversion.objects.create(
        lead=lead,
        unit=lead.unit,
        number=number,
        taken_over=taken_over,
        seal=seal,
        day=today,
        by=by,
    )
    end_claim(lead, Claim.End.CONVERTED, f"转为项目{number}", today)
    drop_all(lead, by=by, today=today)
    keeping.change(lead, by=by, reason=f"转为项目{number}", state=Lead.State.CONVERTED)
    record(by, "leads.convert", conversion, unit=lead.unit, seal=seal, taken_over=taken_over)
    # The desk of projects stands above this one: it is asked by name to open the project.
    enqueue("projects.take_over", key="converted", unit=lead.unit, by=by)
    return conversion


@transaction.atomic
def remove(lead: Lead, *, by: User, reason: str, today: date, version: int) -> Lead:
    """Take the lead off the register for a reason; every list of an earlier day still shows it."""
    require(by, "leads.remove", lead.unit)
    lead = keeping.held(lead, version=version)
    if lead.state == Lead.State.CONVERTED:
        raise Refused("已转为项目的线索不能删除。")
    end_claim(lead, Claim.End.LOST, "线索已删除", today)
    drop_all(lead, by=by, today=today)
    lead = keeping.remove(lead, by=by, reason=reason)
    record(by, "leads.remove", lead, unit=lead.unit, reason=reason)
    return lead


def _refuse_ended(lead: Lead) -> None:
    if lead.state != Lead.State.OPEN:
        raise Refused(f"这条线索现为“{lead.get_state_display()}”，先恢复或认领后再办。")


def _days_in_stage(lead: Lead, today: date) -> int:
    since = lead.reported
    for change in lead.grades.order_by("-pk"):
        if change.stage != lead.stage:
            break
        since = change.day
    return (today - since).days


def _number(unit: OrgUnit, today: date) -> str:
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    year = Conversion.objects.filter(unit=unit, number__startswith=f"XM{today.year}-")
    last = year.order_by("number").values_list("number", flat=True).last()
    return f"XM{today.year}-{int(last.partition('-')[2]) + 1 if last else 1:04d}"


def _taken_over(lead: Lead, by: User, today: date) -> dict[str, object]:
    """What the project begins with: every field with its words and where they stand."""
    figures = [
        {
            "field": telling.field,
            "value": telling.value,
            "quote": telling.quote,
            "entry": telling.entry_id,
            "statement": telling.statement_id,
        }
        for telling in standing_tellings(lead).values()
    ]
    return {
        "lead": lead.pk,
        "lead_number": lead.number,
        "first_unit": lead.first_unit_id,
        "first_reported": lead.reported.isoformat(),
        "reporter": lead.reporter,
        "grade": lead.grade,
        "stage": lead.stage,
        "figures": figures,
        "facts": sorted(lead.facts.filter(taken_off=None).values_list("fact", flat=True)),
        "owner": lead.owner_id,
        "by": by.pk,
        "day": today.isoformat(),
    }
