"""Land that only the project which clears it names: 塘柳七弄项目涉及征迁面积4.2万平方米.

A project is a clearance by what is told of it (征迁面积, 拆迁户) or by the programme in its name
(“三旧”改造项目); the words before that name the land.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.page import Page, Sentence
from yinfeng.mentions.body_edges import left_edge, past_soft_words
from yinfeng.values import Span

_BY_FIGURES = re.compile(
    r"(?P<name>[一-龥]{2,12}(?:片区?|地块|区块|村|路|街|巷|弄|胡同|湾|里))(?:改造)?项目"
    r"(?=[^,，。;；]{0,4}(?:征迁|征收|拆迁|动迁)(?:总)?(?:面积|户|房屋|范围))"
)
_BY_PROGRAMME = re.compile(
    r"(?P<name>[一-龥]{3,16})“?(?:三旧|旧改|工改工|工改商|旧厂房?)”?(?:改造|更新|再开发)项目"
)
_LONGEST = 14


def cleared(page: Page, sentence: Sentence) -> Iterator[Span]:
    """Where the land is named that such projects of a sentence clear."""
    if "项目" not in sentence.says:
        return
    for pattern in (_BY_FIGURES, _BY_PROGRAMME):
        for match in pattern.finditer(page.text.clean, *sentence.span):
            start, end = match.span("name")
            edge = left_edge(page.text.clean, end, start, _LONGEST).start
            start = past_soft_words(page.text.clean, edge, end)
            if end - start >= 3:
                yield Span(start, end)
