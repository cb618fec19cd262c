"""Stages: words that tell how far a project has come, as in 在谈, 签约, 开工建设, 竣工投产.

Whether the stage is reached or only meant (拟开工, 将于年底竣工) is said by the words before it:
`is_planned` tells, and the facts decide. A word inside a longer one (召开工作会) is none.
"""

import re
from collections.abc import Iterator

from yinfeng.lexicon import stages
from yinfeng.text import Text
from yinfeng.values import Mention, Span, Term, TermKind

_PLANNED = re.compile(
    r"(?:拟|将(?![军近士领才])|计划|预计|力争|争取|确保|即将|有望|待|准备|尽快|尽早|早日|推动|促成|促使|力促|加快|争|目标|要|可|未|尚未|年内|(?:底|月|年|日)前)"
    r"[^,，。;；、已]{0,14}$"
)
_AFTER = re.compile(r"(?:达效|运营|使用)?(?:后|之后|以后|前|之前)")


def recognise(text: Text) -> Iterator[Mention]:
    """Every word of a stage, from left to right."""
    clean = text.clean
    for start, end, key in stages.dictionary().find(clean):
        yield Mention(Span(start, end), Term(key, TermKind.STAGE, clean[start:end]))


def is_planned(clean: str, span: Span) -> bool:
    """Whether the words around a stage say that it is still to come."""
    before = clean[max(0, span.start - 24) : span.start]
    return _PLANNED.search(before) is not None or _AFTER.match(clean, span.end) is not None
