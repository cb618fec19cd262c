"""Duties are taken from the draft by a person, and terms become days when their event happened."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.web.desks.agreements.models import Agreement, Promise
from yinfeng.web.desks.agreements.proposals import Proposal
from yinfeng.web.desks.agreements.terms import anchors_of, own_anchors, resolved
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def take_promises(
    agreement: Agreement, *, by: User, chosen: Sequence[tuple[Proposal, Mapping[str, Any]]]
) -> list[Promise]:
    """Put down the duties that a person chose of those read from the draft, as amended by them."""
    require(by, "agreements.promise", agreement.unit)
    held = keeping.held(agreement)
    if held.state == Agreement.State.ENDED:
        raise Refused("协议已经终止，不再登记约定义务。")
    if not chosen:
        raise Refused("请勾选要登记的义务。")
    _refuse_taken(held, chosen)
    made = [
        Promise.objects.create(
            agreement=held,
            side=told["side"],
            says=told["says"].strip(),
            due=told["due"],
            term="" if told["due"] else proposal.term,
            goal=proposal.duty.goal,
            amount=proposal.duty.amount,
            clause=proposal.duty.label[:60],
            quote=proposal.quote,
            by=by,
        )
        for proposal, told in chosen
    ]
    record(
        by, "agreements.promise", held, unit=held.unit, promises=[one.pk for one in made],
        read_from_draft=True,
    )  # fmt: skip
    return made


def _refuse_taken(held: Agreement, chosen: Sequence[tuple[Proposal, Mapping[str, Any]]]) -> None:
    """What was put down since the page was read is not put down again; the row is held."""
    taken = set(held.promises.filter(withdrawn="").values_list("side", "quote"))
    for proposal, told in chosen:
        if not taken.isdisjoint(
            (side, proposal.quote) for side in (proposal.duty.side, told["side"])
        ):
            raise Refused(f"“{proposal.duty.says[:30]}”已经登记过。")


@transaction.atomic
def settle_terms(today: date, agreement: Agreement | None = None) -> int:
    """Give each term, or those of one agreement, the day its event brings, as it now stands."""
    rows = Promise.objects.filter(withdrawn="").exclude(term="")
    rows = rows.filter(agreement__state=Agreement.State.SIGNED).select_related("agreement__unit")
    if agreement is not None:
        rows = rows.filter(agreement=agreement)
    kept = list(rows.select_for_update(of=("self",)).order_by("pk"))
    whole = list({one.agreement_id: one.agreement for one in kept}.values())
    anchors, own = anchors_of(whole), own_anchors(whole)
    settled = 0
    for row in kept:
        known = {**anchors[row.agreement_id], **own.get(row.pk, {})}
        days = {key: day for key, day in known.items() if day <= today}
        day = resolved(row.term, days)
        if day == row.due:
            continue
        before, row.due = row.due, day
        row.save(update_fields=["due"])
        record(
            None, "agreements.promise", row.agreement, unit=row.agreement.unit,
            before={"due": before}, promise=row.pk, term=row.term, due=day,
        )  # fmt: skip
        settled += 1
    return settled
