"""Industries: words of the trade with the class they belong to, as in 齿轮, 新材料, 总部经济.

A word told as one with 产业, 行业 or 产业链 behind it takes that in: 电子信息产业链 is one mention.
"""

import re
from collections.abc import Iterator

from yinfeng.lexicon import industries
from yinfeng.text import Text
from yinfeng.values import Mention, Span, Term, TermKind

_TAIL = re.compile(r"产业链(?![长条制])|产业(?![园化基集])|行业(?!龙头|标准|协会)")


def recognise(text: Text) -> Iterator[Mention]:
    """Every word of an industry, from left to right."""
    clean = text.clean
    for start, end, code in industries.dictionary().find(clean):
        tail = _TAIL.match(clean, end)
        stop = tail.end() if tail else end
        yield Mention(Span(start, stop), Term(code, TermKind.INDUSTRY, clean[start:stop]))
