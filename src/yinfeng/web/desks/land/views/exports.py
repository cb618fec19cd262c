"""The shapes of a list as a file: GeoJSON, SHP, DXF, KML, in degrees or in the office's zone."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from yinfeng.mapping.systems import CGCS2000, System, zone_at, zoned
from yinfeng.mapping.writing import Named, dxf, geojson, kml, shapefile
from yinfeng.web.desks.land.columns import in_mu
from yinfeng.web.desks.land.listings import LISTS
from yinfeng.web.desks.land.models import Bounded
from yinfeng.web.lists.actions import note_export
from yinfeng.web.lists.fitting import asked_of
from yinfeng.web.lists.history import standing_as
from yinfeng.web.shell.doors import DeskRequest, desk_view

ENDINGS: Mapping[str, str] = {
    "geojson": "application/geo+json",
    "zip": "application/zip",
    "dxf": "image/vnd.dxf",
    "kml": "application/vnd.google-earth.kml+xml",
}
_MOST = 20_000


@require_GET
@desk_view("land.read")
def shapes(request: DeskRequest, key: str, ending: str) -> HttpResponse:
    """What the list shows, with the ranges; ?zone=1 in the zone in which it lies."""
    listing = LISTS.get(key)
    if listing is None or ending not in ENDINGS or not issubclass(listing.model, Bounded):
        raise Http404
    asked = asked_of(listing, request.user, request.GET, timezone.localdate())
    if not asked.is_clear:
        raise Http404
    rows = asked.rows.filter(west__isnull=False).defer(None)[:_MOST]
    things: list[Any] = [standing_as(row) if asked.as_of else row for row in rows]
    if not things:
        messages.error(request, "这些记录还没有图形，没有可导出的。")
        return redirect(f"land:{'index' if key == 'parks' else key}")
    middle = sum(one.west + one.east for one in things) / (2 * len(things))
    zone = zoned(zone_at(middle), numbered=request.GET.get("zone") == "numbered")
    one = zone if request.GET.get("zone") else CGCS2000
    named = [Named(thing.shape, _words(thing)) for thing in things]
    told = {"filters": "；".join(f"{chip.label}：{chip.says}" for chip in asked.chips)}
    told["system"] = one.label
    note_export(listing.key, by=request.user, form=ending, rows=len(things), asked=told)
    answer = HttpResponse(_written(named, ending, one, zone), content_type=ENDINGS[ending])
    name = f"{listing.title}{timezone.localdate():%Y%m%d}.{ending}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""
    return answer


def _written(named: list[Named], ending: str, one: System, zone: System) -> bytes:
    if ending == "geojson":
        return geojson(named, one)
    if ending == "zip":
        return shapefile(named, one)
    # A drawing of degrees is of no use to who draws in metres.
    return dxf(named, zone) if ending == "dxf" else kml(named)


def _words(thing: Any) -> dict[str, str]:
    number = str(getattr(thing, "number", "") or getattr(thing, "code", "") or thing.name)
    told = {"编号": number, "名称": str(getattr(thing, "name", ""))}
    for name, label in (("holder", "权利人"), ("boundary", "四至")):
        if words := str(getattr(thing, name, "") or ""):
            told[label] = words
    told["面积（亩）"] = f"{in_mu(thing.measured)}"
    return told
