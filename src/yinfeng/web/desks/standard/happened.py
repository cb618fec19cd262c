"""What checks of standard land measured, for the sums that an agreement of the project promises."""

from collections.abc import Collection, Iterator
from datetime import datetime
from decimal import Decimal

from yinfeng.judgement.duties import Seen
from yinfeng.web.desks.standard.models import Finding

_WAN = Decimal(10_000)
# Indicators by the mu in 万元, and the measures that they are of.
_MEASURES = {"investment": "investment", "tax": "tax", "output": "output"}


def checks(projects: Collection[int], moment: datetime | None) -> Iterator[tuple[int, Seen]]:
    """What stands of each indicator of money: the latest of an attempt, with its proof."""
    rows = Finding.objects.filter(
        check_of__commitment__project__in=projects,
        check_of__commitment__removed_at=None,
        indicator__in=_MEASURES,
    ).exclude(value=None)
    if moment is not None:
        rows = rows.filter(at__lt=moment)
    latest = {}
    for row in rows.select_related("check_of__commitment").order_by("pk"):
        latest[row.check_of_id, row.indicator] = row
    for row in latest.values():
        assert row.value is not None
        project = row.check_of.commitment.project_id
        assert project is not None
        says = f"{row.check_of}{row.day}实测{row.value.normalize():f}万元/亩，{row.proof}"
        address = f"/standard/checks/{row.check_of_id}"
        measure = _MEASURES[row.indicator]
        yuan = row.value * _WAN
        yield project, Seen(measure, "标准地核查", row.day, yuan, says, address, is_per_mu=True)


HAPPENED = (checks,)
