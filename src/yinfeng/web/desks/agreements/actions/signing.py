"""An agreement is reviewed for fair competition, signed, and ended; its promises are checked."""

from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.web.desks.agreements.actions.drafting import drafted
from yinfeng.web.desks.agreements.actions.promising import settle_terms
from yinfeng.web.desks.agreements.fitness import unfit
from yinfeng.web.desks.agreements.holding import SIGNING, refused
from yinfeng.web.desks.agreements.models import Agreement, FairReview, Promise, PromiseCheck
from yinfeng.web.desks.agreements.standing import standing_review
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Passage
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document

State, Kind = Agreement.State, Agreement.Kind


@transaction.atomic
def review_fairness(
    agreement: Agreement, *, by: User, today: date, number: str, body: str, day: date,
    conclusion: str, ground: str = "", alternative: str = "", ends: date | None = None,
    document: Document | None = None, says: str = "",
) -> FairReview:  # fmt: skip
    """Put down what the body of fair-competition review found of the agreement."""
    require(by, "agreements.review_fairness", agreement.unit)
    held = drafted(agreement)
    if day > today:
        raise Refused("审查日期不能晚于今天。")
    if conclusion == FairReview.Conclusion.EXCEPTION:
        if not ground or not alternative.strip() or ends is None:
            raise Refused(
                "适用例外的，要写明依据哪一项、为什么没有对公平竞争影响更小的办法，以及终止日期"
                "（公平竞争审查条例第十二条）。"
            )
        if ends <= day:
            raise Refused("例外的终止日期应在审查日期之后。")
    if document is None and not says.strip():
        raise Refused("请选择审查意见的文件，或写明它存在哪里。")
    row = FairReview.objects.create(
        agreement=held, number=number.strip(), body=body.strip(), day=day, conclusion=conclusion,
        ground=ground, alternative=alternative.strip(), ends=ends, document=document,
        says=says.strip(), by=by,
    )  # fmt: skip
    record(
        by, "agreements.review_fairness", held, unit=held.unit, number=row.number,
        conclusion=conclusion, day=day,
    )  # fmt: skip
    return row


@transaction.atomic
def sign(
    agreement: Agreement, *, by: User, version: int, day: date, today: date,
    scan: Document | None = None, scan_says: str = "", legal: Document | None = None,
    legal_says: str = "",
) -> Agreement:  # fmt: skip
    """Sign: refused without the record of fair competition, or while a red clause stands."""
    require(by, "agreements.sign", agreement.unit)
    held = drafted(agreement, version)
    if day > today:
        raise Refused("签订日期不能晚于今天。")
    gate = SIGNING.get(Kind(held.kind), "")
    if why := unfit(held, day, today) or (gate and refused(held.project, gate, today)):
        raise Refused(why)
    review = standing_review(held)
    assert review is not None
    evidence: dict[str, Document | str] = {"fair_competition": f"{review.body}{review.number}"}
    if scan or scan_says.strip():
        evidence["scan"] = scan or scan_says.strip()
    if legal or legal_says.strip():
        evidence["legal_opinion"] = legal or legal_says.strip()
    if "scan" not in evidence:
        raise Refused("请选择签字后的协议扫描件，或写明它存在哪里。")
    passage = _passed(held, by=by, day=day, today=today, evidence=evidence)
    made = keeping.change(
        held, by=by, version=version, state=State.SIGNED, signed=day, passage=passage
    )
    record(
        by, "agreements.sign", made.record, unit=held.unit, day=day, fair=review.number,
        amount=held.amount,
    )  # fmt: skip
    settle_terms(today, made.record)
    return made.record


@transaction.atomic
def end(agreement: Agreement, *, by: User, version: int, day: date, reason: str) -> Agreement:
    """End a signed agreement for a reason; the project itself goes on until its own end."""
    require(by, "agreements.end", agreement.unit)
    held = keeping.held(agreement, version=version)
    if held.state != State.SIGNED:
        raise Refused("只有已签的协议可以终止。")
    made = keeping.change(
        held, by=by, version=version, reason=reason, state=State.ENDED, ended=day,
        ended_why=reason.strip(),
    )  # fmt: skip
    record(by, "agreements.end", made.record, unit=held.unit, reason=reason, day=day)
    return made.record


@transaction.atomic
def remove(agreement: Agreement, *, by: User, reason: str, version: int) -> Agreement:
    """Take a draft off the list; what was signed stays."""
    require(by, "agreements.remove", agreement.unit)
    drafted(agreement, version)
    gone = keeping.remove(agreement, by=by, reason=reason, version=version)
    record(by, "agreements.remove", gone, unit=gone.unit, reason=reason)
    return gone


@transaction.atomic
def promise(
    agreement: Agreement, *, by: User, side: str, says: str, due: date | None = None,
    clause: str = "", quote: str = "",
) -> Promise:  # fmt: skip
    """Put down a duty of one side with its day."""
    require(by, "agreements.promise", agreement.unit)
    held = keeping.held(agreement)
    if held.state == State.ENDED:
        raise Refused("协议已经终止，不再登记约定义务。")
    row = Promise.objects.create(
        agreement=held, side=side, says=says.strip(), due=due, clause=clause.strip(),
        quote=quote.strip(), by=by,
    )  # fmt: skip
    record(by, "agreements.promise", held, unit=held.unit, promise=row.pk, says=says, due=due)
    return row


@transaction.atomic
def withdraw_promise(row: Promise, *, by: User, reason: str) -> Promise:
    """Strike a duty that was put down by mistake; the row stays with the reason."""
    require(by, "agreements.promise", row.agreement.unit)
    keeping.held(row.agreement)
    if row.checks.exists():
        raise Refused("这项义务已经核对过，不能划去。")
    if not reason.strip():
        raise Refused("请写明划去的理由。")
    row.withdrawn = reason.strip()
    row.save(update_fields=["withdrawn"])
    record(
        by, "agreements.promise", row.agreement, unit=row.agreement.unit, promise=row.pk,
        withdrawn=reason.strip(),
    )  # fmt: skip
    return row


@transaction.atomic
def check_promise(
    row: Promise, *, by: User, today: date, finding: str, day: date, proof: str,
    document: Document | None = None,
) -> PromiseCheck:  # fmt: skip
    """Say what came of a duty, and what shows it."""
    require(by, "agreements.check_promise", row.agreement.unit)
    agreement = keeping.held(row.agreement)
    _refuse_odd(row, agreement, today, finding, day, proof)
    check = PromiseCheck.objects.create(
        promise=row, finding=finding, day=day, proof=proof.strip(), document=document, by=by
    )
    record(
        by, "agreements.check_promise", agreement, unit=agreement.unit, promise=row.pk,
        finding=finding, day=day, proof=proof.strip(),
    )  # fmt: skip
    return check


def _refuse_odd(
    row: Promise, agreement: Agreement, today: date, finding: str, day: date, proof: str
) -> None:
    """Refuse what the days contradict."""
    found = PromiseCheck.Finding
    if agreement.state == State.DRAFT:
        raise Refused("协议签订之后才核对履约。")
    if row.withdrawn:
        raise Refused("这项义务已划去。")
    if not proof.strip():
        raise Refused("请写明凭什么这样认定，如凭证、现场照片、文号。")
    if day > today:
        raise Refused("核对的日期不能晚于今天。")
    if finding == found.KEPT and row.due is not None and day > row.due:
        raise Refused(f"约定在{row.due}之前，{day}才做到，应记“逾期履行”。")
    if finding == found.LATE and (row.due is None or day <= row.due):
        raise Refused("没有超过约定的日期，应记“按期履行”。")
    if finding == found.BROKEN and row.due is not None and day <= row.due:
        raise Refused(f"约定的日期{row.due}还没有过，不能记“未履行”。")


def _passed(
    held: Agreement, *, by: User, day: date, today: date, evidence: dict[str, Any]
) -> Passage | None:
    """The gate of signing, reported through the project once; later phases add nothing."""
    gate = SIGNING.get(Kind(held.kind))
    project = held.project
    if gate is None:
        return None
    known: Passage | None = project.passages.standing().filter(gate=gate).first()
    if known is not None:
        return known
    return projects.report_gate(
        project, by=by, gate=gate, day=day, today=today, version=project.version,
        says=f"签订《{held.title}》{held.amount}", evidence=evidence,
    )  # fmt: skip
