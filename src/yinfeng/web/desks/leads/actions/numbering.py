"""The numbers of leads: each unit has a series of every year, 2026-0001 and on."""

from collections.abc import Iterator
from itertools import count

from django.db.models.functions import Length

from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.people.models import OrgUnit


def numbers(unit: OrgUnit, year: int) -> Iterator[str]:
    """The next numbers of the unit's series of a year, the unit's row held."""
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    known = Lead.objects.filter(first_unit=unit, number__startswith=f"{year}-")
    # Longer numbers are higher ones: 2026-10000 comes after 2026-9999.
    ordered = known.order_by(Length("number"), "number").values_list("number", flat=True)
    last = ordered.last()
    for number in count(int(last.partition("-")[2]) + 1 if last else 1):
        yield f"{year}-{number:04d}"
