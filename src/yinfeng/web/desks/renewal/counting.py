"""What the register counts of blocks on a day: owners, land, tenants, money, each apart.

What nobody has put down is not known, and so is every rate of it; nothing put down is not nought.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yinfeng.judgement.rates.shares import Share, shares
from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.renewal.models import (
    HardCase,
    Lessee,
    Owner,
    Payment,
    Plot,
    RenewalBlock,
    Resupply,
    Sheet,
)
from yinfeng.web.desks.renewal.rules import Rules

Counts = Mapping[str, Decimal | None]


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that is counted of one block."""

    block: RenewalBlock
    plots: Sequence[Plot]
    owners: Sequence[Owner]
    lessees: Sequence[Lessee]
    sheets: Sequence[Sheet]
    payments: Sequence[Payment]
    resupplies: Sequence[Resupply]
    hard_cases: Sequence[HardCase]


def held_of(blocks: Iterable[RenewalBlock]) -> dict[int, Held]:
    """What stands of these blocks, with a constant number of queries."""
    every = list(blocks)
    keys = [block.pk for block in every]

    def rows(model: Any, *related: str) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = {key: [] for key in keys}
        standing = model.objects.standing().filter(block__in=keys).select_related(*related)
        standing = standing.prefetch_related("approvals") if model is Sheet else standing
        for one in standing.order_by("pk"):
            found[one.block_id].append(one)
        return found

    plots, owners, lessees = rows(Plot), rows(Owner, "plot"), rows(Lessee, "plot")
    sheets, resupplies = rows(Sheet, "owner", "lessee"), rows(Resupply, "project")
    hard = rows(HardCase, "owner", "lessee")
    payments: dict[int, list[Payment]] = {key: [] for key in keys}
    for one in Payment.objects.filter(sheet__block__in=keys).select_related("sheet"):
        payments[one.sheet.block_id].append(one)
    return {
        block.pk: Held(
            block,
            plots[block.pk],
            owners[block.pk],
            lessees[block.pk],
            sheets[block.pk],
            payments[block.pk],
            resupplies[block.pk],
            hard[block.pk],
        )
        for block in every
    }


def counts_of(held: Held, day: date) -> Counts:
    """The counts of a block on a day, areas in mu."""
    owners, lessees = held.owners, held.lessees
    signed = [one for one in owners if _by(one.signed_on, day)]
    approved = [one for one in held.sheets if is_approved(one, day)]
    return {
        "owners": _known(len(owners)),
        "owners_signed": _known(len(signed), len(owners)),
        "owners_vacated": _known(sum(_by(one.vacated_on, day) for one in owners), len(owners)),
        "tenants": _known(len(lessees)),
        "tenants_signed": _known(sum(_by(one.signed_on, day) for one in lessees), len(lessees)),
        "area": _mu(held.block.area),
        "area_signed": _sum_mu(one.area for one in signed) if owners else None,
        "floor": _sum(one.floor for one in held.plots) if held.plots else None,
        "floor_demolished": _sum(o.floor for o in held.plots if _by(o.demolished_on, day))
        if held.plots
        else None,
        "area_clear": _sum_mu(one.area for one in held.plots if _by(one.cleared_on, day))
        if held.plots
        else None,
        "area_resupplied": _sum_mu(one.area for one in held.resupplies if one.on <= day)
        if held.plots
        else None,
        "money_due": _sum(one.total for one in approved) if approved else None,
        "money_paid": _sum(one.amount for one in held.payments if one.day <= day)
        if approved
        else None,
    }


def is_approved(sheet: Sheet, day: date) -> bool:
    """Whether a sheet that stands had been approved twice by a day."""
    days = sorted((one.day for one in sheet.approvals.all()), reverse=True)
    return sheet.state == Sheet.State.APPROVED and all(one <= day for one in days[:1])


def shares_of(held: Held, rules: Rules, day: date) -> tuple[Share, ...]:
    """Every rate of a block on a day, the one of the office first."""
    return shares(rules.rates, counts_of(held, day))


def signing_shares(every: Sequence[Share]) -> tuple[Share, ...]:
    """The three rates of signing among them."""
    return tuple(one for one in every if one.rate.key.startswith("signed_by_"))


def short_of(held: Held) -> list[str]:
    """What is not yet entered of what was told, in sentences."""
    block, says = held.block, []
    told = ((block.owners_told, held.owners, "产权户"), (block.tenants_told, held.lessees, "租户"))
    for wanted, rows, what in told:
        if wanted is not None and len(rows) != wanted:
            says.append(f"应登记{what}{wanted}户，已登记{len(rows)}户，按户的比率以已登记的为准。")
    return says


def _by(done: date | None, day: date) -> bool:
    return done is not None and done <= day


def _known(count: int, of: int | None = None) -> Decimal | None:
    """A count; of nobody nothing is known."""
    return Decimal(count) if (count if of is None else of) else None


def _mu(area: Decimal | None) -> Decimal | None:
    return None if area is None else mu_of(area).quantize(Decimal("0.01"))


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


def _sum_mu(values: Iterable[Decimal | None]) -> Decimal:
    return mu_of(_sum(values)).quantize(Decimal("0.01"))
