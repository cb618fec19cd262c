"""The files of delivery: `data/delivery/<name>.yaml`, an office's own text laid over them.

Whatever is wrong in one is told with its file and key.
"""

from collections.abc import Callable, Collection
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml

from yinfeng.lexicon.office_files import UNREADABLE, BadPolicy, Rows, mapping, office_rows, unusable

T = TypeVar("T")


@cache
def loaded(name: str) -> Rows:
    """The house's file called *name*."""
    path = files("yinfeng.lexicon") / "data" / "delivery" / f"{name}.yaml"
    if not path.is_file():
        raise BadPolicy(f"没有这份办法：{name}")
    return mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), name)


def made(name: str, make: Callable[[Rows], T], overlay: str = "", free: Collection[str] = ()) -> T:
    """What *make* makes of the file with the overlay over it; faults name file and key."""
    try:
        rows = loaded(name)
        return make(office_rows(rows, overlay, free) if overlay else rows)
    except BadPolicy:
        raise
    except UNREADABLE as error:
        raise unusable(error, "本单位文件" if overlay else f"{name}.yaml") from error


def decimal(value: object, key: str) -> Decimal:
    """A number."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError(f"{key} 要写成数，不能是 {value!r}")
    return Decimal(str(value))
