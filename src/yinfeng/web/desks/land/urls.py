"""Addresses of land: the list of parks first, then one branch a kind of record."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from yinfeng.web.desks.land.kinds import KINDS
from yinfeng.web.desks.land.listings import LISTS
from yinfeng.web.desks.land.views import records
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


urlpatterns = [*_of_kinds()]
