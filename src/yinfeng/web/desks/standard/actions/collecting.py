"""A penalty is demanded, paid, remitted for a reason; a wrong line of its account is struck."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from yinfeng.judgement.standard.days import LAST_DAY
from yinfeng.web.desks.standard.accounts import Account, account_of, deposit_left
from yinfeng.web.desks.standard.actions.closing import close_when_done
from yinfeng.web.desks.standard.models import Check, PenaltyEntry
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document

Kind, Way = PenaltyEntry.Kind, PenaltyEntry.Way


@transaction.atomic
def demand(
    check: Check, *, by: User, version: int, today: date, day: date, pay_by: date, paper: str,
    document: Document | None = None,
) -> Check:  # fmt: skip
    """Put down that the money was asked for, and until when it is to be paid."""
    require(by, "standard.demand", check.unit)
    held, account = _held(check, version)
    _refuse_day(held, day, today, "催缴日期")
    if not paper.strip():
        raise Refused("请写明催缴通知的文号或送达方式。")
    if not day <= pay_by <= LAST_DAY:
        raise Refused(f"缴纳期限应在催缴日期之后，不晚于{LAST_DAY.year}年。")
    if not account.unpaid:
        raise Refused("违约金已经缴清，不用再催缴。")
    row = PenaltyEntry(
        check_of=held, kind=Kind.DEMANDED, day=day, amount=account.unpaid, pay_by=pay_by,
        paper=paper.strip(), document=document, by=by,
    )  # fmt: skip
    return _kept(held, row, "standard.demand")


@transaction.atomic
def pay(
    check: Check, *, by: User, version: int, today: date, day: date, amount: Decimal, paper: str,
    way: str = Way.MONEY, document: Document | None = None,
) -> Check:  # fmt: skip
    """Put down what was paid, on which day, with its receipt."""
    require(by, "standard.pay", check.unit)
    held, account = _held(check, version)
    _refuse_day(held, day, today, "缴纳日期")
    _refuse_amount(amount, account)
    if not paper.strip():
        raise Refused("请写明缴款凭证，如票据号。")
    # Two penalties of one commitment may draw on the same deposit.
    made = keeping.held(held.commitment)
    if way == Way.DEPOSIT and amount > (left := deposit_left(made)):
        raise Refused(f"履约保证金只剩{left}万元，不够抵扣{amount}万元。")
    row = PenaltyEntry(
        check_of=held, kind=Kind.PAID, day=day, amount=amount, way=way, paper=paper.strip(),
        document=document, by=by,
    )  # fmt: skip
    return _kept(held, row, "standard.pay")


@transaction.atomic
def remit(
    check: Check, *, by: User, version: int, today: date, day: date, amount: Decimal, paper: str,
    reason: str, document: Document | None = None,
) -> Check:  # fmt: skip
    """Let go of a part or all of what is owed, for a reason and by a paper."""
    require(by, "standard.remit", check.unit)
    held, account = _held(check, version)
    _refuse_day(held, day, today, "减免日期")
    _refuse_amount(amount, account)
    if not paper.strip() or not reason.strip():
        raise Refused("减免请写明批准的文号和理由。")
    row = PenaltyEntry(
        check_of=held, kind=Kind.REMITTED, day=day, amount=amount, paper=paper.strip(),
        reason=reason.strip(), document=document, by=by,
    )  # fmt: skip
    return _kept(held, row, "standard.remit", reason)


@transaction.atomic
def strike(
    check: Check, *, by: User, version: int, today: date, entry: PenaltyEntry, reason: str
) -> Check:
    """Let a line that was put down wrongly count no more; it stays to be seen."""
    require(by, "standard.strike", check.unit)
    held, account = _held(check, version)
    if entry.pk not in {one.pk for one in account.standing}:
        raise Refused("这一笔不在这次违约金里，或已更正，请刷新。")
    if not reason.strip():
        raise Refused("请写明更正的理由。")
    row = PenaltyEntry(
        check_of=held, kind=Kind.STRUCK, day=today, strikes=entry, reason=reason.strip(), by=by
    )
    return _kept(held, row, "standard.strike", reason)


def _held(check: Check, version: int) -> tuple[Check, Account]:
    held = keeping.held(check, version=version)
    account = account_of(held)
    if account is None:
        raise Refused("这次核查没有违约金。")
    return held, account


def _refuse_day(held: Check, day: date, today: date, called: str) -> None:
    if day > today:
        raise Refused(f"{called}不能晚于今天。")
    if day < held.commitment.signed:
        raise Refused(f"{called}不能早于签订日期{held.commitment.signed}。")


def _refuse_amount(amount: Decimal, account: Account) -> None:
    if amount <= 0:
        raise Refused("金额应大于零。")
    if amount > account.unpaid:
        raise Refused(f"还欠{account.unpaid}万元，不能登记{amount}万元。")


def _kept(held: Check, row: PenaltyEntry, action: str, reason: str = "") -> Check:
    """The line written, and the check with what is owed after it."""
    row.save(force_insert=True)
    account = account_of(held)
    assert account is not None
    asked = [one.pay_by for one in account.demands if one.pay_by]
    first = held.verdicts.filter(kind="decided").order_by("pk").last()
    pay_by = asked[-1] if asked else first.pay_by if first else held.pay_by
    made = keeping.change(
        held, by=row.by, reason=reason, unpaid=account.unpaid, pay_by=pay_by
    ).record
    told: dict[str, Any] = {
        "day": row.day,
        "amount": row.amount,
        "paper": row.paper,
        "unpaid": account.unpaid,
    }
    told |= {"strikes": row.strikes_id} if row.strikes_id else {}
    record(row.by, action, made, unit=held.unit, reason=reason, **told)
    close_when_done(held.commitment, by=row.by)
    return made
