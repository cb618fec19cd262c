"""Addresses of land: the list of parks first, then one branch a kind of record."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from yinfeng.web.desks.land.kinds import KINDS
from yinfeng.web.desks.land.listings import LISTS
from yinfeng.web.desks.land.views import drawings, exports, maps, proposals, records, rules, touches
from yinfeng.web.lists.routes import routes

app_name = "land"


def _of_kinds() -> Iterator[URLPattern]:
    for kind in KINDS:
        key = kind.key
        own = {"key": key}
        if key == "parks":
            yield from routes(LISTS[key], name="index")
        else:
            yield from routes(LISTS[key], at=f"{key}/", name=key)
        yield path(f"{key}/add", records.add, own, name=f"{key}-add")
        yield path(f"{key}/<int:pk>", records.record, own, name=f"{key}-record")
        yield path(f"{key}/<int:pk>/edit", records.edit, own, name=f"{key}-edit")
        yield path(f"{key}/<int:pk>/remove", records.remove, own, name=f"{key}-remove")


urlpatterns = [
    *_of_kinds(),
    path("proposals/", proposals.index, name="proposals"),
    path("proposals/<int:pk>/<str:key>", proposals.adopt, name="adopt"),
    path("rules", rules.rules, name="rules"),
    path("drawings/", drawings.index, name="drawings"),
    path("drawings/<int:pk>", drawings.drawing, name="drawing"),
    path("drawings/<int:pk>/preview", drawings.preview, name="preview"),
    path("drawings/<int:pk>/take", drawings.take, name="take-drawing"),
    path("drawings/<int:pk>/undo", drawings.undo, name="undo-drawing"),
    path("parcels/<int:pk>/touch", touches.say, name="touch"),
    path("parcels/<int:pk>/zones/<int:zone_pk>", touches.answer, name="answer-touch"),
    path("touches/<int:pk>/end", touches.end, name="end-touch"),
    path("shapes/<str:key>.<str:ending>", exports.shapes, name="shapes-export"),
    path("map", maps.page, name="map"),
    path("map/measure", maps.measure, name="measure"),
    path("map/points/<str:key>", maps.points, name="points"),
    path("map/<str:layer>", maps.shapes, name="shapes"),
]
