"""The list of places."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from tests.web.lists.things.models import Place
from yinfeng.web.lists.columns import Column, Kind, Proof
from yinfeng.web.lists.editing import Editing
from yinfeng.web.lists.filters import Days, Numbers, OneOf, Under, Whether, Words, units_of
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused


def proof(place: Place) -> Proof | None:
    """Where the area stands."""
    if place.area is None:
        return None
    return Proof(f"面积{place.area}亩", "场地清单.txt", "/library/1#w3-9")


def colleagues(user: User) -> list[User]:
    """Who works where the user works."""
    return list(User.objects.filter(unit=user.unit).order_by("username"))


def settled(place: Place, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """A place that is shut has no keeper; one without a number behind its letter is none."""
    if not values.get("number", place.number)[1:].isdecimal():
        raise Refused("编号须为一个字母加数字，如A1")
    if values.get("state") == Place.State.SHUT:
        return {**values, "keeper": None}
    return values


PLACES = Listing(
    key="places",
    title="场地",
    about="看管的场地，一处一行。",
    model=Place,
    reads="library.read",
    columns=(
        Column(key="name", label="名称", value="name", sort="name"),
        Column(key="number", label="编号", value="number", sort="number"),
        Column(
            key="state",
            label="状况",
            value="state",
            sort="state",
            tone=lambda place: "bad" if place.state == Place.State.SHUT else "",
        ),
        Column(
            key="area",
            label="面积",
            measure="亩",
            value="area",
            kind=Kind.NUMBER,
            sort="area",
            proof=proof,
        ),
        Column(key="seen", label="查看日期", value="seen", kind=Kind.DATE, sort="seen"),
        Column(key="fenced", label="有围挡", value="is_fenced", kind=Kind.FLAG),
        Column(key="keeper", label="看管人", value="keeper.name", sort="keeper__name"),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path"),
        Column(
            key="changed",
            label="最后修改",
            value="changed_at",
            kind=Kind.MOMENT,
            sort="changed_at",
            is_shown=False,
        ),
    ),
    filters=(
        Words(paths=("name", "number")),
        OneOf(key="state", label="状况", path="state", choices=Place.State.choices),
        Numbers(key="area", label="面积", path="area", measure="亩"),
        Days(key="seen", label="查看", path="seen"),
        Whether(key="fenced", label="有围挡", holds=Q(is_fenced=True)),
        Under(among=units_of("library.read")),
    ),
    order=("number", "-pk"),
    related=("unit", "keeper"),
    empty="还没有场地。请先登记一处。",
    editing=Editing(
        fields=("number", "name", "state", "area", "seen", "is_fenced", "phone", "keeper"),
        bulk=("state", "seen", "keeper", "phone"),
        natural=("number",),
        alike="name",
        changes="library.decide",
        imports="library.take_in",
        also_called={"name": ("场地名称",), "keeper": ("负责人",)},
        measures={"area": "亩"},
        finds={"keeper": colleagues},
        settles=settled,
    ),
)
