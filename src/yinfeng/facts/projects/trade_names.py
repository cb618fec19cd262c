"""Trade names before the goods in a project's name: 恒邦|氢能阀门, 安徽|圣典|家具.

A trade name is one of a firm on the page, or characters that trade names are made of before words
that goods are known to begin with; 高频|覆铜板 is no trade name, and words that open with known
goods have none.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.lexicon import words
from yinfeng.lexicon.bodies import region_heads
from yinfeng.values import Name, Span

_START = re.compile(words.one_of("goods_starts"))
_TRADE_LETTERS = words.listed("trade_letters")
_TRADE_NAME, _WITH_REGION = 4, 4


def without_trade_name(page: Page, bare: str, span: Span) -> str:
    """The goods without the firm's own name before them: 恒邦|氢能阀门."""
    if bare[:2] in region_heads() and len(bare) > _WITH_REGION:
        bare = bare[2:] if bare[2] in _TRADE_LETTERS else bare
    if _START.match(bare):  # 阳辰光伏公司 makes 光伏组件: a word of the trade is no trade name
        return bare
    firms = [
        m.value.text
        for m in page.firms_with(bare[:2])
        if type(m.value) is Name and bare[:2] in m.value.text[:8] and not m.span.meets(span)
    ]
    for size in (4, 3, 2):
        if len(bare) - size >= 2 and any(
            bare[:size] in firm[:8] and not firm.startswith(bare[: size + 1]) for firm in firms
        ):
            return bare[size:]
    return _from_known_goods(bare)


def _from_known_goods(bare: str) -> str:
    """The goods from the first words known as such: 航宇|复合线缆."""
    for size in range(1, min(_TRADE_NAME, len(bare) - 2) + 1):
        if bare[size - 1] not in _TRADE_LETTERS:
            return bare
        if size > 1 and _START.match(bare, size):
            return bare[size:]
    return bare
