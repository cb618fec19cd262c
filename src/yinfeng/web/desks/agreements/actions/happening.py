"""An event from which terms run, or a sum with its proof, is put down once with an agreement."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from yinfeng.lexicon.duties import duty_words
from yinfeng.web.desks.agreements.actions.promising import settle_terms
from yinfeng.web.desks.agreements.happened import key_of, standing_happenings
from yinfeng.web.desks.agreements.models import Agreement, Happening, Promise
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document


@transaction.atomic
def put_down(
    agreement: Agreement, *, by: User, today: date, kind: str, day: date, proof: str,
    since: date | None = None, yuan: Decimal | None = None, promise: Promise | None = None,
    document: Document | None = None, is_taken_back: bool = False,
) -> Happening:  # fmt: skip
    """Put down what happened; every term that runs from an event gets its day at once."""
    require(by, "agreements.check_promise", agreement.unit)
    held = keeping.held(agreement)
    row = Happening(
        agreement=held, promise=promise, kind=kind, since=since, day=day, yuan=yuan,
        is_taken_back=is_taken_back, proof=proof.strip(), document=document, by=by,
    )  # fmt: skip
    _refuse_odd(row, held, today)
    row.save(force_insert=True)
    record(
        by, "agreements.put_down", held, unit=held.unit, kind=kind, day=day, since=since,
        yuan=yuan, promise=promise.pk if promise else None, proof=row.proof,
        is_taken_back=is_taken_back,
    )  # fmt: skip
    settle_terms(today, held)
    return row


def _refuse_odd(row: Happening, agreement: Agreement, today: date) -> None:
    """Refuse what cannot have happened so, and what stands already."""
    words = duty_words()
    if agreement.state == Agreement.State.DRAFT:
        raise Refused("协议签订之后才登记发生的事实。")
    if row.kind not in (words.sum_labels if row.yuan is not None else words.event_labels):
        raise Refused("登记金额的选一种金额，登记事件的不填金额。")
    if row.day > today:
        raise Refused("日期不能晚于今天。")
    if row.since is not None and row.since > row.day:
        raise Refused("期间的起始日期不能晚于截止日期。")
    if row.yuan is not None and row.yuan < 0:
        raise Refused("金额不能是负数。")
    if not row.proof:
        raise Refused("请写明凭据，如交接单、通知书、完税证明、付款凭证。")
    if row.promise is not None and row.promise.agreement_id != agreement.pk:
        raise Refused("这项义务不在这份协议里。")
    there = next(
        (one for one in standing_happenings([agreement]) if key_of(one) == key_of(row)), None
    )
    if row.is_taken_back and there is None:
        raise Refused("没有登记过这件事，不用撤回。")
    if (
        there is not None
        and not row.is_taken_back
        and (there.day, there.yuan) == (row.day, row.yuan)
    ):
        raise Refused("已经登记过，内容相同。")
