"""What other rooms do when the gates of a project change: each room's `following.py` has FOLLOWS.

    FOLLOWS = (follow,)

    def follow(project: Project, *, by: User | None, today: date) -> object:

It is called in the transaction of the action that changed them. This room imports none of them.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from yinfeng.web.desks import DESKS
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import User


def follow_up(project: Project, *, by: User | None, today: date) -> None:
    """Let every room that follows projects take in how the gates of this one stand now."""
    for follow in _follows():
        follow(project, by=by, today=today)


@cache
def _follows() -> tuple[Callable[..., object], ...]:
    found: list[Callable[..., object]] = []
    for desk in DESKS:
        where = f"yinfeng.web.desks.{desk.name}.following"
        if desk.name != "projects" and find_spec(where):
            found += import_module(where).FOLLOWS
    return tuple(found)
