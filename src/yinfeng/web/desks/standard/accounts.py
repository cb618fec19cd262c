"""The account of a penalty: what was paid and remitted, and what is still owed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Sum

from yinfeng.web.desks.standard.models import Check, Commitment, PenaltyEntry

Kind, Way = PenaltyEntry.Kind, PenaltyEntry.Way


@dataclass(frozen=True, slots=True)
class Account:
    """The lines of one penalty in order, those that were struck among them."""

    amount: Decimal
    entries: Sequence[PenaltyEntry]

    @property
    def standing(self) -> list[PenaltyEntry]:
        """The lines that nobody struck."""
        struck = {one.strikes_id for one in self.entries if one.strikes_id}
        rows = (one for one in self.entries if one.pk not in struck)
        return [one for one in rows if one.kind != Kind.STRUCK]

    @property
    def paid(self) -> Decimal:
        """What was paid, from the deposit too."""
        return self._of(Kind.PAID)

    @property
    def remitted(self) -> Decimal:
        """What need not be paid any more."""
        return self._of(Kind.REMITTED)

    @property
    def unpaid(self) -> Decimal:
        """What is still owed."""
        return self.amount - self.paid - self.remitted

    @property
    def demands(self) -> list[PenaltyEntry]:
        """The notices that asked for the money."""
        return [one for one in self.standing if one.kind == Kind.DEMANDED]

    def _of(self, kind: str) -> Decimal:
        amounts = (one.amount for one in self.standing if one.kind == kind)
        return sum((one for one in amounts if one is not None), Decimal(0))


def account_of(check: Check, moment: datetime | None = None) -> Account | None:
    """The account of a check's penalty, now or before a moment; None where there is none."""
    if check.amount is None:
        return None
    rows = check.penalty_entries.select_related("by", "document").order_by("pk")
    if moment is not None:
        rows = rows.filter(at__lt=moment)
    return Account(check.amount, list(rows))


def deposit_left(commitment: Commitment) -> Decimal:
    """What of the deposit was not taken for penalties."""
    rows = PenaltyEntry.objects.filter(
        check_of__commitment=commitment.pk, kind=Kind.PAID, way=Way.DEPOSIT, struck_by=None
    )
    taken: Decimal | None = rows.aggregate(sum=Sum("amount"))["sum"]
    return (commitment.deposit or Decimal(0)) - (taken or Decimal(0))
