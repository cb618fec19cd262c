"""One thing that may be done with a thing of delivery: right, when it is offered, form, action."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from inspect import signature
from typing import Any

from yinfeng.web.desks.delivery.forms import ThingForm
from yinfeng.web.people.models import User

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that may be done: what it is called, its right, form and action, what is told."""

    key: str
    title: str
    button: str
    right: str
    form: type[ThingForm]
    do: Callable[[Any, User, Values, date], object]
    told: str
    is_offered: Callable[[Any], bool] = lambda _: True
    tone: str = ""


def in_state(*states: str) -> Callable[[Any], bool]:
    """Offered while the thing is in one of these states."""
    return lambda thing: thing.state in states


def with_values(
    action: Callable[..., object], *names: str, today: bool = True
) -> Callable[[Any, User, Values, date], object]:
    """The action called with the values of its form; without a version, of the thing as it is."""
    asks_version = "version" in signature(action).parameters

    def do(thing: Any, by: User, values: Values, day: date) -> object:
        given = {name: values[name] for name in (*names, "version") if name in values}
        given = {name: one for name, one in given.items() if not (name == "file" and not one)}
        if asks_version:
            given.setdefault("version", thing.version)
        return action(thing, by=by, **given, **({"today": day} if today else {}))

    return do
