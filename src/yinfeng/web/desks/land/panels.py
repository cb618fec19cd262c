"""What other rooms show on the page of a parcel: each room's `panels.py` lists its PARCEL_PANELS.

A desk above this one imports `ParcelPanel` from here; this room imports none of them. A panel
whose context is None is left out; as of a past day it shows only what was there at its end.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeAlias

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.rooms import rooms_with
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest

Context: TypeAlias = Callable[[Parcel, DeskRequest, date | None], Mapping[str, object] | None]


@dataclass(frozen=True, slots=True)
class ParcelPanel:
    """One part of the page: its key, its heading, the right that shows it, template, context."""

    key: str
    title: str
    right: str
    template: str
    context: Context


@dataclass(frozen=True, slots=True)
class ShownPanel:
    """A panel as it stands on the page."""

    key: str
    title: str
    html: SafeString


@cache
def parcel_panels() -> tuple[ParcelPanel, ...]:
    """The panels of every room, in the order of the menu."""
    found: list[ParcelPanel] = []
    for _, told in rooms_with("panels", besides="land"):
        found += getattr(told, "PARCEL_PANELS", ())
    return tuple(found)


def shown_on(parcel: Parcel, request: DeskRequest, day: date | None) -> Iterator[ShownPanel]:
    """The panels that this person sees on the page of this parcel."""
    for panel in parcel_panels():
        if may(request.user, panel.right, parcel.unit):
            context = panel.context(parcel, request, day)
            if context is not None:
                told = {"parcel": parcel, "day": day, **context}
                html = render_to_string(panel.template, told, request=request)
                yield ShownPanel(panel.key, panel.title, html)
