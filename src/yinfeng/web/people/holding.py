"""The rows of units are held in one order, so that no two actions wait for one another.

A unit's row guards its numbers. What may number things of several units in one transaction holds
all of them before it begins, lowest key first; who holds one alone needs no order.
"""

from collections.abc import Iterable

from yinfeng.web.people.models import OrgUnit


def hold_units(units: Iterable[int]) -> None:
    """Hold the rows of these units until the transaction ends."""
    rows = OrgUnit.objects.select_for_update(of=("self",)).filter(pk__in=set(units))
    list(rows.order_by("pk").values_list("pk", flat=True))
