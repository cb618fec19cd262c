"""A sheet as the red lines look at it, beside the other sheets of its block."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from yinfeng.judgement.compensation.red_lines import (
    Case,
    Crossing,
    Paid,
    SheetLine,
    crossings,
)
from yinfeng.web.desks.renewal.models import Payment, Ruling, Sheet
from yinfeng.web.desks.renewal.rules import book_of, rules_of


def case_of(sheet: Sheet, payments: Iterable[Payment]) -> Case:
    """All that is looked at of a sheet."""
    party = sheet.owner or sheet.lessee
    assert party is not None
    plot = party.plot if sheet.owner is not None else None
    return Case(
        key=str(sheet.pk),
        holder=sheet.holder,
        book=sheet.book,
        lines=tuple(
            SheetLine(
                line["component"],
                line["kind"],
                Decimal(line["quantity"]),
                Decimal(line["price"]),
            )
            for line in sheet.lines
        ),
        total=sheet.total,
        certified=plot.certified_floor if plot else None,
        at_notice=plot.floor_at_notice if plot else None,
        compensated=sheet.compensated,
        signed=party.signed_on,
        valued=sheet.valued_on,
        handed_over=party.vacated_on,
        appraiser=sheet.appraiser,
        declaration=sheet.declaration,
        has_relatives=sheet.has_relatives,
        payments=tuple(Paid(one.day, one.amount, one.payee) for one in payments),
    )


def others_of(sheet: Sheet) -> list[Case]:
    """The other sheets of the same kind of its block."""
    found = sheet.block.sheets.filter(removed_at=None).exclude(pk=sheet.pk)
    found = found.filter(owner__isnull=sheet.owner_id is None)
    related = found.select_related("owner__plot", "lessee__plot")
    return [case_of(one, ()) for one in related.order_by("pk")]


def crossings_of(sheet: Sheet, day: date, also: Sequence[Payment] = ()) -> tuple[Crossing, ...]:
    """The red lines that a sheet touches on a day; *also* are payments about to be made."""
    payments = [*sheet.payments.order_by("day", "pk"), *also]
    rules = rules_of(sheet.unit, day)
    case = case_of(sheet, payments)
    return crossings(case, others_of(sheet), book_of(sheet.prices), rules.red_lines, day)


def ruled(sheet: Sheet) -> dict[tuple[str, str], Ruling]:
    """The rulings of a sheet, by the red line and what it was about."""
    rows = sheet.rulings.select_related("by").order_by("pk")
    return {(one.line, one.about): one for one in rows}
