"""Addresses of delivery."""

from django.urls import URLPattern, path

from yinfeng.web.desks.delivery import listings, money_listings
from yinfeng.web.desks.delivery.doings import DOINGS
from yinfeng.web.desks.delivery.views import minutes, overviews, things, watching
from yinfeng.web.lists.routes import routes

app_name = "delivery"

# Where the things of each kind stand; problems are what this room opens with.
_PLACES = {
    "problem": "",
    "light": "lights/",
    "call": "calls/",
    "month": "months/",
    "permit": "permits/",
    "photo": "photos/",
    "delay": "delays/",
    "meeting": "meetings/",
    "task": "tasks/",
    "sheet": "sheets/",
    "filled": "filled/",
}


def _of(key: str, place: str) -> list[URLPattern]:
    """The page of a kind of thing and what may be done on it."""
    found = [path(f"{place}<int:pk>", things.thing(key), name=key)]
    for one in DOINGS.get(key, ()):
        view = things.doing(key, one)
        found.append(path(f"{place}<int:pk>/{one.key}", view, name=f"{key}-{one.key}"))
    return found


urlpatterns = [
    *routes(listings.PROBLEMS),
    *routes(listings.LIGHTS, at="lights/", name="lights"),
    *routes(money_listings.MONEY, at="money/", name="money"),
    *routes(money_listings.PERMITS, at="permits/", name="permits"),
    *routes(money_listings.PHOTOS, at="photos/", name="photos"),
    *routes(listings.MEETINGS, at="meetings/", name="meetings"),
    *routes(listings.TASKS, at="tasks/", name="tasks"),
    path("new", overviews.register, name="register"),
    path("rates", overviews.rates, name="rates"),
    path("board", overviews.board, name="board"),
    path("standstill", watching.standstill, name="standstill"),
    path("bound", watching.bound, name="bound"),
    path("meetings/call", overviews.call, name="call-meeting"),
    path("meetings/<int:pk>/minutes.docx", minutes.minutes, name="minutes"),
    path("minutes-template", minutes.template, name="minutes-template"),
    path("minutes-template/blank.docx", minutes.blank, name="blank-minutes"),
    path("sheets/", overviews.forms_of_superior, name="sheets"),
    path("sheets/add", overviews.add_sheet, name="add-sheet"),
    path("sheets/<int:pk>/file", overviews.sheet_file, name="sheet-file"),
    path("filled/<int:pk>/file", overviews.filled_file, name="filled-file"),
    path("files/<int:pk>", overviews.file, name="file"),
    path("photos/<int:pk>/image", overviews.image, name="image"),
    path("rules", overviews.office_rules, name="rules"),
    path("projects/<int:pk>", things.project, name="project"),
    *(
        path(f"projects/<int:pk>/{one.key}", things.project_doing(one), name=f"project-{one.key}")
        for one in DOINGS["project"]
    ),
    *(pattern for key, place in _PLACES.items() for pattern in _of(key, place)),
]
