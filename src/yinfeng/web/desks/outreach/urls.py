"""Addresses of outreach: the counts, the proposals, then one branch a kind of record."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from yinfeng.web.desks.outreach.kinds import KINDS
from yinfeng.web.desks.outreach.listings import LISTS
from yinfeng.web.desks.outreach.views import counts, parts, proposals, records, trips
from yinfeng.web.lists.routes import routes

app_name = "outreach"


def _of_kinds() -> Iterator[URLPattern]:
    for kind in KINDS:
        key = kind.key
        own = {"key": key}
        yield from routes(LISTS[key], at=f"{key}/", name=key)
        yield path(f"{key}/add", records.add, own, name=f"{key}-add")
        yield path(f"{key}/<int:pk>", records.record, own, name=f"{key}-record")
        yield path(f"{key}/<int:pk>/edit", records.edit, own, name=f"{key}-edit")
        yield path(f"{key}/<int:pk>/remove", records.remove, own, name=f"{key}-remove")
        yield path(f"{key}/<int:pk>/reveal", records.reveal_person, own, name=f"{key}-reveal")


urlpatterns = [
    path("", counts.index, name="index"),
    path("counts/<str:key>", counts.measure, name="measure"),
    path("rules", counts.rules, name="rules"),
    path("proposals", proposals.index, name="proposals"),
    path("proposals/<int:pk>/<str:key>", proposals.adopt, name="adopt"),
    *_of_kinds(),
    path(
        "<str:key>/<int:pk>/<str:part_key>/add",
        records.add_part,
        name="add-part",
    ),
    path(
        "<str:key>/<int:pk>/<str:part_key>/<int:row>/edit",
        parts.edit,
        name="edit-part",
    ),
    path(
        "<str:key>/<int:pk>/<str:part_key>/<int:row>/remove",
        records.remove_part,
        name="remove-part",
    ),
    path("trips/<int:pk>/approve", trips.approve, name="approve"),
    path("trips/<int:pk>/refuse", trips.refuse, name="refuse"),
    path("trips/<int:pk>/reopen", trips.reopen, name="reopen"),
    path("trips/<int:pk>/cancel", trips.cancel, name="cancel"),
    path("trips/<int:pk>/report", trips.report, name="report"),
]
