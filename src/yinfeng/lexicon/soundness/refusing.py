"""Values that no rule can have, whatever its file: days: -3, says: "", from: .nan."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import isfinite

import yaml

from yinfeng.lexicon.office_files import BadPolicy

# The longest that is believed, by what a key counts.
_LONGEST: Mapping[str, tuple[Collection[str], int, str]] = {
    "days": (
        (
            *("days", "late_days", "opening_days", "rate_lasts_days", "longest", "notice", "lapse"),
            *("fresh_progress", "next_days", "after", "silent_days", "late_over", "late_to"),
        ),
        3650,
        "天",
    ),
    "months": (("months", "silent_months", "twice_months"), 240, "个月"),
    "years": (("years", "share_years"), 50, "年"),
}
# These may lie below nought: a float that is used up, a pace that is behind.
_SIGNED = ("float_to",)
_SIGNED_BELOW = "investment."
_WORDS = ("says", "title", "name", "lane", "day", "true_when", "asks", "duty", "means", "why")
_NAMES = ("key", "code", "name")
_NO_NUMBERS = ("nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity")
_TOLD_AT_ONCE = 3


def refuse(text: str, faults: Iterable[str]) -> None:
    """Refuse an office's file with what is wrong in it; an empty one takes the house's again."""
    if not text.strip():
        return
    # What is no number cannot be compared, so the faults between values are asked for last.
    found = list(_of_value(yaml.load(text, Loader=yaml.CSafeLoader), "")) or list(faults)
    if found:
        raise BadPolicy("；".join(found[:_TOLD_AT_ONCE]))


def _of_value(value: object, path: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            place = f"{path}.{key}" if path else str(key)
            yield from _of_value(below, place)
            yield from _of_key(str(key), below, place)
    elif isinstance(value, list):
        for at, below in enumerate(value, 1):
            yield from _of_value(below, f"{path}.{_name_of(below, at)}")


def _of_key(key: str, value: object, path: str) -> Iterator[str]:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    is_signed = key in _SIGNED or path.startswith(_SIGNED_BELOW)
    if key in _WORDS and (value is None or (isinstance(value, str) and not value.strip())):
        yield f"{path} 不能是空的"
    if isinstance(value, str) and value.strip().lower() in _NO_NUMBERS:
        yield f"{path} 要写一个数，不能是 {value}"
    if isinstance(value, float) and not isfinite(value):
        yield f"{path} 要写一个数，不能是 {value}"
    elif isinstance(value, int | float) and is_number and value < 0 and not is_signed:
        yield f"{path} 不能小于0，现在是 {value}"
    for keys, longest, unit in _LONGEST.values():
        if key in keys and isinstance(value, int | float) and is_number and value > longest:
            yield f"{path} 太长：最多{longest}{unit}，现在是 {value}"


def _name_of(row: object, at: int) -> str:
    """What a row of a list is called, by its own name or by its place."""
    if isinstance(row, Mapping):
        for key in _NAMES:
            if isinstance(row.get(key), str):
                return str(row[key])
    return f"第{at}行"
