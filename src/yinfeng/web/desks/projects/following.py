"""What other rooms do when a project changes: each room's `following.py` has FOLLOWS.

    FOLLOWS = (follow,)

    def follow(project: Project, *, by: User | None, today: date) -> object:

Gates, the unit, the state and visits of a project change here, its plan in a room above. It is
called in the transaction of the action that changed them. This room imports none of the others.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.rooms import rooms_with
from yinfeng.web.people.models import User


def follow_up(project: Project, *, by: User | None, today: date, besides: str = "") -> None:
    """Let every room that follows projects, besides the one that calls, take in how it stands."""
    for room, follow in _follows():
        if room != besides:
            follow(project, by=by, today=today)


@cache
def _follows() -> tuple[tuple[str, Callable[..., object]], ...]:
    found: list[tuple[str, Callable[..., object]]] = []
    for room, told in rooms_with("following", besides="projects"):
        found += [(room, follow) for follow in told.FOLLOWS]
    return tuple(found)
