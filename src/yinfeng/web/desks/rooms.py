"""What rooms tell of themselves to rooms that import none of them: modules of a fixed name.

The file is enough, nothing is registered: a room with a `dues.py` is asked what is due. Which names
there are, and who asks for them, stands in docs/architecture.md.
"""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from yinfeng.web.desks import DESKS


def rooms_with(name: str, *, besides: str = "") -> Iterator[tuple[str, ModuleType]]:
    """Every room with a module of this name, in the order of the menu, and that module."""
    for desk in DESKS:
        where = f"yinfeng.web.desks.{desk.name}.{name}"
        if desk.name != besides and find_spec(where):
            yield desk.name, import_module(where)
