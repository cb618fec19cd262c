"""A person decides what comes of a check: passed, put right by a day, a penalty, taken back."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from yinfeng.judgement.standard.days import LAST_DAY, later
from yinfeng.web.desks.leads.rules import rules_of as office_rules
from yinfeng.web.desks.standard.actions.closing import close_when_done, end
from yinfeng.web.desks.standard.actions.days import reckon_days
from yinfeng.web.desks.standard.models import Check, Commitment, StandardPlot, Verdict
from yinfeng.web.desks.standard.rules import Rules, rules_of
from yinfeng.web.desks.standard.standing import CheckSheet, rules_at, sheet_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

State, Result = Check.State, Check.Result
_SAID = 300


@transaction.atomic
def decide(
    check: Check, *, by: User, version: int, today: date, result: str, reason: str = "",
    deadline: date | None = None, amount: Decimal | None = None, paper: str = "",
) -> Check:  # fmt: skip
    """What comes of a confirmed check; who departs from what is proposed says why."""
    require(by, "standard.decide", check.unit)
    held = keeping.held(check, version=version)
    if held.state != State.CONFIRMED:
        raise Refused("还没有复核，或已有结论，不能作结论。")
    sheet, rules = sheet_of(held, today), rules_of(held.unit, today)
    proposed = sheet.proposal.propose if sheet.proposal else ""
    _refuse_unfit(sheet, result, deadline, paper, today, rules)
    owed = _amount(sheet, result, amount)
    departs = (proposed and result != proposed) or (owed is not None and owed != sheet.amount)
    if departs and not reason.strip():
        raise Refused("与建议的结论或算出的违约金不同，请写明理由。")
    pay_by = _pay_by(held, today, rules) if owed else None
    Verdict.objects.create(
        check_of=held,
        kind=Verdict.Kind.DECIDED,
        result=result,
        proposed=proposed,
        ground=_ground(sheet),
        reason=reason.strip(),
        deadline=deadline,
        owed=_told(sheet) if result == Result.PENALTY else [],
        reckoned=sheet.amount if result == Result.PENALTY else None,
        amount=owed,
        pay_by=pay_by,
        paper=paper.strip(),
        version=f"{rules_at(held.commitment).penalties.version}；{rules.outcomes.version}",
        by=by,
    )
    made = keeping.change(
        held, by=by, version=version, reason=reason, state=State.DECIDED, result=result,
        amount=owed, unpaid=owed, pay_by=pay_by,
    )  # fmt: skip
    record(
        by, "standard.decide", made.record, unit=held.unit, reason=reason, result=result,
        proposed=proposed, deadline=deadline, amount=owed, pay_by=pay_by, paper=paper,
    )  # fmt: skip
    _follow(made.record, by, deadline)
    return made.record


@transaction.atomic
def postpone(
    check: Check, *, by: User, version: int, today: date, to: date, reason: str, paper: str
) -> Check:
    """Put a check off to a later day where the delay is not the enterprise's, with its paper."""
    require(by, "standard.postpone", check.unit)
    held = keeping.held(check, version=version)
    if held.state == State.DECIDED:
        raise Refused("这次核查已有结论，不能顺延。")
    if held.due is None or to <= held.due:
        raise Refused(f"顺延后的日期应晚于现在的到期日{held.due or '（还没有）'}。")
    if to > LAST_DAY:
        raise Refused(f"顺延最晚到{LAST_DAY.year}年，请核对。")
    if not reason.strip() or not paper.strip():
        raise Refused("请写明顺延的原因和认定的文号，如：政府未按期交地、不可抗力。")
    says = f"由{held.due}顺延：{reason.strip()}（{paper.strip()}）"
    made = keeping.change(
        held, by=by, version=version, reason=reason, due=to, is_fixed=True, due_says=says[:200]
    )
    Verdict.objects.create(
        check_of=held, kind=Verdict.Kind.POSTPONED, reason=reason.strip(), paper=paper.strip(),
        deadline=to, by=by,
    )  # fmt: skip
    record(
        by, "standard.postpone", made.record, unit=held.unit, before=made.before, reason=reason,
        to=to, paper=paper,
    )  # fmt: skip
    reckon_days(held.commitment, by=by, today=today)
    return made.record


def _refuse_unfit(
    sheet: CheckSheet, result: str, deadline: date | None, paper: str, today: date, rules: Rules
) -> None:
    standing = sheet.standing
    assert standing is not None
    if result == Result.PASSED and (not standing.is_done or deadline):
        raise Refused("还没有完成的不能通过。" if not deadline else "通过的不用写整改期限。")
    if result == Result.RECLAIM and not paper.strip():
        raise Refused("收回请写明决定的文号。")
    if result == Result.RECLAIM and deadline:
        raise Refused("收回的不用写整改期限。")
    if result == Result.RECTIFY and deadline is None:
        raise Refused("请写明整改期限。")
    if result == Result.PENALTY and not standing.is_done and deadline is None:
        raise Refused("还没有完成，请写明继续完成的期限。")
    days = office_rules(sheet.check.unit, today).days
    longest = later(today, rules.outcomes.longest, days)
    if deadline is not None and not today < deadline <= longest:
        raise Refused(f"整改期限应在明天到{longest}之间（不超过{rules.outcomes.longest.says}）。")


def _amount(sheet: CheckSheet, result: str, amount: Decimal | None) -> Decimal | None:
    """The penalty in 万元: as it was reckoned, unless the person says another."""
    if result != Result.PENALTY:
        if amount:
            raise Refused("结论不是违约金，不用填金额。")
        return None
    found = sheet.amount if amount is None else amount
    if found is None or (amount is None and not sheet.owed):
        raise Refused("违约金算不出来，请补齐土地价款、保证金，或自己填金额并写明理由。")
    if found <= 0:
        raise Refused("违约金应大于零；不计违约金的请选别的结论。")
    return found


def _pay_by(check: Check, today: date, rules: Rules) -> date:
    """Until when a penalty is to be paid, as long as no notice says another day."""
    return later(today, rules.outcomes.payment, office_rules(check.unit, today).days)


def _ground(sheet: CheckSheet) -> str:
    found = sheet.proposal
    return f"{found.says}（{found.basis}）"[:_SAID] if found else ""


def _told(sheet: CheckSheet) -> list[dict[str, Any]]:
    return [
        {
            "label": one.label,
            "working": one.working,
            "amount": None if one.amount is None else f"{one.amount}",
            "basis": one.basis,
        }
        for one in sheet.owed
    ]


def _follow(check: Check, by: User, deadline: date | None) -> None:
    """What a decision brings: the next round, or the end of the commitment."""
    commitment = keeping.held(check.commitment)
    if deadline is not None:
        again = Check(
            unit=check.unit, commitment=commitment, point=check.point, label=check.label,
            asks_day=check.asks_day, round=check.round + 1, due=deadline, is_fixed=True,
            owner=check.owner, due_says=f"整改期限{deadline}",
        )  # fmt: skip
        keeping.add(again, by=by)
        return
    rest = list(commitment.checks.filter(removed_at=None).exclude(state=State.DECIDED))
    if check.result == Result.RECLAIM:
        for one in rest:
            keeping.remove(one, by=by, reason="宗地已收回，不再核查")
        end(commitment, by, Commitment.State.RECLAIMED, StandardPlot.State.RECLAIMED)
    elif not rest:
        close_when_done(commitment, by=by)
