"""Every list of the house by its key, for work that goes on behind the pages.

A list stands in `listings.py` of its app by itself, in a tuple, or in a mapping.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from yinfeng.web.lists.listing import Listing


@cache
def listings() -> Mapping[str, Listing]:
    """Every list of every app."""
    found: dict[str, Listing] = {}
    for app in apps.get_app_configs():
        if find_spec(f"{app.name}.listings"):
            for value in vars(import_module(f"{app.name}.listings")).values():
                found |= {one.key: one for one in _held(value)}
    return found


def _held(value: object) -> Iterator[Listing]:
    if isinstance(value, Mapping):
        value = tuple(value.values())
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, Listing):
            yield one
