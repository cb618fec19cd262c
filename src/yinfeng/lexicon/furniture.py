"""Page furniture: lines that stand around an article, as in 上一条:…, 字号:大 中 小, 扫描二维码.

`kind_of(line)` tells a trimmed line's part: an ordinary piece of furniture, a line of the foot
(after it only furniture follows), or of the top (before it only furniture stands).
"""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import yaml

SHORT, LONGEST = 60, 300
"""Longer lines are furniture only if they begin in certain ways; none is longest of all."""


@cache
def _sorts() -> tuple[Callable[[str], re.Match[str] | None], tuple[str, ...], frozenset[str]]:
    path = files("yinfeng.lexicon") / "data" / "furniture.yaml"
    with path.open(encoding="utf-8") as stream:
        rows = yaml.load(stream, Loader=yaml.CSafeLoader)
    named = (f"(?P<{key}>{'|'.join(rows[key])})" for key in ("top", "foot", "line"))
    try:
        pattern = re.compile("|".join(named))
    except (re.error, KeyError, TypeError) as fault:
        raise ValueError(f"furniture.yaml: {fault}") from fault
    return pattern.fullmatch, tuple(rows["end"]), frozenset(rows["starts"])


def kind_of(line: str) -> str:
    """`line`, `foot`, `top` for a line of furniture, the empty string for any other."""
    match, ends, starts = _sorts()
    may_match = len(line) <= SHORT or (len(line) <= LONGEST and line[0] in starts)
    found = match(line) if may_match else None
    if found:
        return found.lastgroup or ""
    return "line" if len(line) <= SHORT and line.endswith(ends) else ""
