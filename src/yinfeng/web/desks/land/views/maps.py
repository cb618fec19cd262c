"""The map: its page, what a layer shows in a box, and an area measured."""

from decimal import Decimal

from django.db.models import Max, Min
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from yinfeng.mapping.figures import Figure, closed
from yinfeng.mapping.shapes import Box, area_of, mended
from yinfeng.mapping.systems import is_in_china
from yinfeng.web.desks.land.columns import in_mu
from yinfeng.web.desks.land.kinds import KINDS
from yinfeng.web.desks.land.listings import LISTS
from yinfeng.web.desks.land.models import Block, Parcel, Park, Zone
from yinfeng.web.desks.land.placing import placed
from yinfeng.web.desks.land.viewport import View, shown
from yinfeng.web.lists.asking import Asked
from yinfeng.web.lists.fitting import asked_of
from yinfeng.web.lists.sheets import sheet
from yinfeng.web.maps.drawing import Layer, around, drawing
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view

LAYERS = (
    ("parks", "园区", "name", ""),
    ("blocks", "区块", "name", ""),
    ("parcels", "宗地", "number", "state"),
    ("buildings", "楼幢", "number", ""),
    ("zones", "管控区", "name", ""),
)
_CHINA: Box = (100.0, 22.0, 124.0, 42.0)
_MOST_POINTS = 500


@require_GET
@desk_view("land.read")
def page(request: DeskRequest) -> HttpResponse:
    """The map of what the person may see, with the list of parcels and its filters beside it."""
    asked = _asked(request, "parcels")
    layers = [Layer(key, title, reverse("land:shapes", args=[key])) for key, title, _, _ in LAYERS]
    layers += [
        Layer(one.key, one.title, reverse("land:points", args=[one.key]))
        for one in placed()
        if may(request.user, one.right)
    ]
    context = {
        "kinds": KINDS,
        "asked": asked,
        "sheet": sheet(asked) if asked.is_clear else None,
        "map": drawing(
            layers,
            _extent(request),
            query=asked.plain_query if asked.is_clear else "",
            measure=reverse("land:measure"),
        ),
        "measured": _measured(request.GET.get("points", "")),
        "points": request.GET.get("points", ""),
        "list_at": f"{reverse('land:parcels')}{asked.address()}",
    }
    return render(request, "land/map.html", context, status=200 if asked.is_clear else 422)


@require_GET
@desk_view("land.read")
def shapes(request: DeskRequest, layer: str) -> HttpResponse:
    """A layer in a box as GeoJSON, narrowed by the filters of its list."""
    found = next((one for one in LAYERS if one[0] == layer), None)
    if found is None:
        raise Http404
    key, _, label, tone = found
    asked = _asked(request, key)
    if not asked.is_clear:
        return JsonResponse({"says": "筛选条件填写有误。"}, status=422)
    view = _view(request)
    drawn = shown(asked.rows.filter(west__isnull=False), view, label, key, tone)
    return HttpResponse(drawn, content_type="application/geo+json")


@require_GET
@desk_view("land.read")
def points(request: DeskRequest, key: str) -> HttpResponse:
    """The points of what another room has on the map, in a box."""
    one = next((one for one in placed() if one.key == key), None)
    if one is None or not may(request.user, one.right):
        raise Http404
    west, south, east, north = _view(request).box
    lng, lat = one.fields
    inside = {f"{lng}__gte": west, f"{lng}__lte": east, f"{lat}__gte": south, f"{lat}__lte": north}
    rows = one.rows().filter(in_scope(request.user, one.right)).filter(**inside)
    features = [
        {
            "type": "Feature",
            "properties": {"id": row.pk, "label": str(row), "at": one.address(row.pk)},
            "geometry": {"type": "Point", "coordinates": one.point(row)},
        }
        for row in rows[:1500]
    ]
    return JsonResponse({"type": "FeatureCollection", "features": features})


@require_GET
@desk_view("land.read")
def measure(request: DeskRequest) -> HttpResponse:
    """The area within points, on the plane of their zone."""
    told = _measured(request.GET.get("points", ""))
    return JsonResponse(told, status=422 if "wrong" in told else 200)


def _asked(request: DeskRequest, key: str) -> Asked:
    return asked_of(LISTS[key], request.user, request.GET, timezone.localdate())


def _extent(request: DeskRequest) -> Box:
    """The box around all that the person sees."""
    sides = {"w": Min("west"), "s": Min("south"), "e": Max("east"), "n": Max("north")}
    found = [
        model.objects.visible_to(request.user).aggregate(**sides)
        for model in (Park, Block, Parcel, Zone)
    ]
    boxes = [(one["w"], one["s"], one["e"], one["n"]) for one in found if one["w"] is not None]
    return around(boxes) or _CHINA


def _view(request: DeskRequest) -> View:
    try:
        west, south, east, north = (float(one) for one in request.GET.get("box", "").split(","))
        zoom = float(request.GET.get("zoom", "12"))
    except ValueError:
        raise Http404 from None
    if not (abs(west) <= 540 and abs(east) <= 540 and west < east and south < north):
        raise Http404
    return View((west, south, east, north), min(max(zoom, 0.0), 24.0))


def _measured(words: str) -> dict[str, object]:
    """The area within typed or clicked points: 120.94,30.52 120.95,30.52 …"""
    if not words.strip():
        return {}
    try:
        pairs = [
            tuple(float(one) for one in pair.split(",")) for pair in words.replace(";", " ").split()
        ]
        ring = [(pair[0], pair[1]) for pair in pairs[:_MOST_POINTS]]
    except (ValueError, IndexError):
        return {
            "wrong": "每个点写成经度,纬度，点与点空一格，如：120.94,30.52 120.95,30.52 120.95,30.53"
        }
    if len(ring) < 3 or not all(is_in_china(point) for point in ring):
        return {"wrong": "至少要三个点，且都在国内。"}
    made = mended(Figure(1, ((closed(ring),),)))
    if made.geometry is None:
        return {"wrong": made.refused}
    metres: Decimal = area_of(made.geometry)
    return {
        "mu": f"{in_mu(metres):,.2f}",
        "metres": f"{metres:,.2f}",
        "mended": "；".join(made.mended),
    }
