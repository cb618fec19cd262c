"""Compensation: a sheet is computed, approved by two who did not draw it up, and paid."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from yinfeng.judgement.compensation.red_lines import Crossing, stopping
from yinfeng.judgement.compensation.sheets import Item, NotComputable, Reckoned, reckon
from yinfeng.lexicon.price_books import Stops
from yinfeng.web.desks.renewal.actions.records import checked
from yinfeng.web.desks.renewal.cases import crossings_of, ruled
from yinfeng.web.desks.renewal.models import Approval, Lessee, Owner, Payment, Ruling, Sheet
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

State = Sheet.State


@transaction.atomic
def draft(
    party: Owner | Lessee,
    *,
    by: User,
    items: Sequence[Item],
    today: date,
    version: int | None = None,
    **values: Any,
) -> Sheet:
    """Draw up the sheet of an owner or a tenant, or compute it anew; approvals begin again."""
    require(by, "renewal.draft", party.unit)
    party = keeping.held(party)
    if not items:
        raise Refused("请至少填一个补偿项目。")
    rules = rules_of(party.unit, party.signed_on or today)
    try:
        made = reckon(items, rules.book, party.signed_on, party.vacated_on)
    except NotComputable as error:
        raise Refused(str(error)) from error
    whole: dict[str, Any] = {
        **values,
        "lines": [_line(line, item) for line, item in zip(made.lines, items, strict=True)],
        "total": made.total,
        "book": made.book,
        "prices": rules.prices,
        "drafted_by": by,
    }
    sheet = party.sheets.filter(removed_at=None).first()
    if sheet is None:
        of: dict[str, Any] = {"owner" if isinstance(party, Owner) else "lessee": party}
        sheet = Sheet(unit=party.unit, block=party.block, holder=party.name, **of, **whole)
        checked(sheet)
        sheet = keeping.add(sheet, by=by)
    else:
        held = keeping.held(sheet, version=version)
        if held.payments.exists():
            raise Refused("已经拨付，补偿表不能重新编制。")
        sheet = keeping.change(held, by=by, state=State.DRAFT, **whole).record
        checked(sheet)
    record(by, "renewal.draft", sheet, unit=party.unit, total=str(sheet.total), lines=sheet.lines)
    return sheet


@transaction.atomic
def approve(sheet: Sheet, *, by: User, version: int, today: date) -> Sheet:
    """Approve a sheet: twice, by two persons, neither of whom drew it up."""
    require(by, "renewal.approve", sheet.unit)
    sheet = keeping.held(sheet, version=version)
    if sheet.state == State.APPROVED:
        raise Refused("这张补偿表已经审定。")
    if by.pk in (sheet.created_by_id, sheet.drafted_by_id):
        raise Refused("编制人不能审批自己编制的补偿表。")
    if by.pk in {one.by_id for one in _approvals(sheet)}:
        raise Refused("初审和复审不能是同一个人。")
    held_back = stopping(crossings_of(sheet, today), Stops.APPROVAL, _papers(sheet))
    if held_back and sheet.state == State.ONCE:
        raise Refused(_needs(held_back))
    Approval.objects.create(sheet=sheet, version=sheet.version, total=sheet.total, by=by, day=today)
    state = State.APPROVED if sheet.state == State.ONCE else State.ONCE
    made = keeping.change(sheet, by=by, state=state)
    record(by, "renewal.approve", made.record, unit=sheet.unit, state=state, total=str(sheet.total))
    return made.record


@transaction.atomic
def rule(
    sheet: Sheet, *, by: User, line: str, about: str, paper: str, reason: str, today: date
) -> Ruling:
    """Put down the paper that answers a red line; who drew up the sheet does not."""
    require(by, "renewal.rule", sheet.unit)
    sheet = keeping.held(sheet)
    found = {(one.line.key, one.about) for one in crossings_of(sheet, today)}
    # A payment that is about to be made touches a line before it stands on the sheet.
    pending = line in ("before_handover", "other_payee", "overpaid")
    if (line, about) not in found and not pending:
        raise Refused("这张补偿表没有触及这条红线，请刷新。")
    if by.pk in (sheet.created_by_id, sheet.drafted_by_id):
        raise Refused("编制人不能裁定自己编制的补偿表。")
    if not paper.strip():
        raise Refused("请写明裁定依据的文件。")
    made = Ruling.objects.create(
        sheet=sheet, line=line, about=about, paper=paper.strip(), why=reason.strip(), by=by
    )
    record(
        by,
        "renewal.rule",
        made,
        unit=sheet.unit,
        reason=reason,
        line=line,
        about=about,
        paper=paper,
    )
    return made


@transaction.atomic
def pay(
    sheet: Sheet,
    *,
    by: User,
    day: date,
    amount: Decimal,
    payee: str,
    paper: str,
    today: date,
) -> Payment:
    """Put down a payment; not before the approval, nor across a red line without its ruling."""
    require(by, "renewal.pay", sheet.unit)
    sheet = keeping.held(sheet)
    if sheet.state != State.APPROVED:
        raise Refused("补偿表还没有审定，不能拨付。")
    if day > today:
        raise Refused("拨付日期不能晚于今天。")
    approved = max((one.day for one in _approvals(sheet)), default=day)
    if day < approved:
        raise Refused(f"补偿表{approved}审定，拨付不能更早。")
    if amount <= 0:
        raise Refused("拨付金额应大于零。")
    row = Payment(
        sheet=sheet, day=day, amount=amount, payee=payee.strip(), paper=paper.strip(), by=by
    )
    held_back = stopping(crossings_of(sheet, today, [row]), Stops.PAYMENT, _papers(sheet))
    if held_back:
        raise Refused(_needs(held_back))
    row.save(force_insert=True)
    record(by, "renewal.pay", row, unit=sheet.unit, sheet=sheet.pk, amount=str(amount), payee=payee)
    return row


def _approvals(sheet: Sheet) -> Sequence[Approval]:
    """The approvals of the sheet as it stands: those since it was last computed."""
    count = {State.DRAFT: 0, State.ONCE: 1, State.APPROVED: 2}[State(sheet.state)]
    return list(sheet.approvals.order_by("-pk")[:count])


def _papers(sheet: Sheet) -> Mapping[tuple[str, str], str]:
    return {key: one.paper for key, one in ruled(sheet).items()}


def _needs(held_back: Sequence[Crossing]) -> str:
    says = "；".join(f"{one.line.title}：{one.says}需要{one.line.asks}" for one in held_back)
    return f"触及补偿红线，先裁定再继续。{says}。"


def _line(line: Reckoned, item: Item) -> dict[str, str]:
    return {
        "component": line.component.key,
        "label": line.component.label,
        "clause": line.component.clause,
        "measure": line.component.measure,
        "kind": line.kind,
        "quantity": str(line.quantity),
        "price": str(line.price),
        "factor": line.factor,
        "amount": str(line.amount),
        "says": line.says,
        "entered": str(item.quantity),
        "sum": "" if item.sum is None else str(item.sum),
    }
