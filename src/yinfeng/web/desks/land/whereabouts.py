"""Where an office is, as a hint for the coordinate system of a file that it sends."""

from django.db.models import Max, Min

from yinfeng.lexicon.land import province_box
from yinfeng.mapping.shapes import Box
from yinfeng.web.desks.land.models import Block, Parcel, Park
from yinfeng.web.people.models import Code, OrgUnit
from yinfeng.web.people.paths import line_of


def region_of(unit: OrgUnit) -> Box | None:
    """The box of what the office has on the map already; before that the box of its province."""
    sides = {"w": Min("west"), "s": Min("south"), "e": Max("east"), "n": Max("north")}
    for model in (Park, Block, Parcel):
        rows = model.objects.filter(unit=unit, removed_at=None)
        found = rows.aggregate(**sides)
        if found["w"] is not None:
            return found["w"], found["s"], found["e"], found["n"]
    line = line_of(unit.path)
    codes = Code.objects.filter(scheme=Code.Scheme.REGION, unit__path__in=line)
    nearest = codes.order_by("-unit__path", "-since").values_list("code", flat=True).first()
    return province_box(nearest) if nearest else None
