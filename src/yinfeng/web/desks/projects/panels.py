"""What other rooms show on the page of a project: each room's `panels.py` lists its PANELS.

    PANELS = (
        Panel("plan", "计划", "plans.read", "plans/_panel.html", _plan, order=20),
    )

    def _plan(project: Project, request: DeskRequest, day: date | None) -> Mapping[str, object]:

*day* is None on the live page; as of a past day it shows only what was there at its end. The
context is given to the template together with `project`, `request`, `day` and `panel`; a panel
whose context is None is left out. A desk above this one imports `Panel` from here; this room
imports none of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeAlias

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.rooms import rooms_with
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest

Context: TypeAlias = Callable[[Project, DeskRequest, date | None], Mapping[str, object] | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of the page: its key, its heading, the right that shows it, template, context."""

    key: str
    title: str
    right: str
    template: str
    context: Context
    order: int = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """A panel as it stands on the page."""

    key: str
    title: str
    html: SafeString


@cache
def panels() -> tuple[Panel, ...]:
    """The panels of every room, in order."""
    found: list[Panel] = []
    for _, told in rooms_with("panels", besides="projects"):
        # A room whose panels are of other things alone has none here.
        found += getattr(told, "PANELS", ())
    return tuple(sorted(found, key=lambda panel: (panel.order, panel.key)))


def shown_on(project: Project, request: DeskRequest, day: date | None) -> Iterator[Shown]:
    """The panels that this person sees on the page of this project."""
    for panel in panels():
        if may(request.user, panel.right, project.unit):
            context = panel.context(project, request, day)
            if context is not None:
                told = {"project": project, "day": day, "panel": panel, **context}
                html = render_to_string(panel.template, told, request=request)
                yield Shown(panel.key, panel.title, html)
