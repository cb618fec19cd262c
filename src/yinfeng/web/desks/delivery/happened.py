"""What months of a project tell of promised sums: investment recognised or reported, revenue."""

from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date, datetime

from yinfeng.judgement.duties import Seen
from yinfeng.web.desks.delivery.models import Month


def months(projects: Collection[int], moment: datetime | None) -> Iterator[tuple[int, Seen]]:
    """What was invested and sold by month; only what a second person recognised is proved."""
    live = moment is None
    rows = Month.objects.filter(removed_at=None) if live else Month.history.at(moment)
    for row in rows.filter(project__in=projects).order_by("month", "id"):
        address = f"/delivery/months/{row.id}"
        first, last = row.month, _end(row.month)
        if row.recognised is not None:
            says = f"{row.month:%Y-%m}认定{row.recognised:,.2f}元，{row.proof_says}"
            yield (
                row.project_id,
                Seen("investment", "月度认定", last, row.recognised, says, address, first),
            )
        if row.reported is not None:
            says = f"{row.month:%Y-%m}自报{row.reported:,.2f}元"
            yield (
                row.project_id,
                Seen(
                    "investment",
                    "月度自报",
                    last,
                    row.reported,
                    says,
                    address,
                    first,
                    is_proved=False,
                ),
            )
        if row.revenue is not None:
            says = f"{row.month:%Y-%m}营业收入{row.revenue:,.2f}元"
            yield row.project_id, Seen("sales", "月度报送", last, row.revenue, says, address, first)


def _end(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


HAPPENED = (months,)
