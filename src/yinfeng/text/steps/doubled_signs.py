"""Doubled signs: a copier of pages set a comma before other signs, as in 园区,,已有企业入驻,。

A page shows the damage where a comma stands before a full stop or a mark of enumeration, which
nobody writes; two commas alone may be an empty cell of a sheet and are left.
"""

import re
from collections.abc import Sequence

from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

_SHOWN = re.compile(r"[,，][。、；;](?!\d)")
_SIGNS = (",。", ",、", "，。", "，、")
_TOO_MANY = re.compile(r"[,，]+(?=[,，。、；;！？])")

FEW = 2
"""So many places show that the page was copied in this way; one is a slip of the pen."""


def mend(words: str) -> Sequence[Edit]:
    """The commas of *words* that stand before another sign, taken out."""
    if not any(sign in words for sign in _SIGNS):
        return ()
    if len(_SHOWN.findall(words)) < FEW:
        return ()
    return [Edit(*match.span(), "") for match in _TOO_MANY.finditer(words)]


STEP = Step("leftover", frozenset(",，"), mend)
