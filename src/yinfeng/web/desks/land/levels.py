"""The floor of a building as people write it: 3层, 三楼, 地下1层, -1, B1."""

import re

from yinfeng.lexicon.numerals import number

_LEVEL = re.compile(
    r"第?(?P<below>地下|负|-|B|b)?\s*第?(?P<level>\d{1,3}|[一二三四五六七八九十百]{1,5})\s*(?:层|楼|F|f)?"
)


def level_said(words: str) -> int | None:
    """The number of the floor, those below ground less than nought; there is no floor nought."""
    found = _LEVEL.fullmatch(words.strip())
    level = number(found["level"]) if found else None
    if found is None or not level:
        return None
    return -int(level) if found["below"] else int(level)
