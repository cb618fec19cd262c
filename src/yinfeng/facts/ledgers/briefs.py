"""Projects told line by line: 投资主体:…, 投资规模:…, 建设内容:…, under a heading that names each.

Such a stretch reads like one row of a ledger whose headings are the labels.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yinfeng.facts.page import Page
from yinfeng.lexicon import columns
from yinfeng.text import Line, LineKind
from yinfeng.values import Mention, Name, NameKind, Span

_LABELLED = re.compile(
    r"\s*(?:[(（]?\d{1,2}[)）.．、]\s*)?(?P<label>[一-龥]{2,10})\s*[:：]\s*(?P<says>\S.*)"
)
_NAMED = re.compile(
    r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]\s*)?"
    r"(?P<name>[^,，。;；:：\n]{3,36}?)\s*(?:[(（][^()（）]*[)）])?\s*"
)
_FEWEST = 3
_LABEL = 24
"""A label with its number ends within so many characters."""
_NAME, _OWNER = "项目名称", "投资主体"
_FIRMS = (NameKind.FIRM, NameKind.GROUP)
_TOLD = frozenset(("investors", "investment", "land", "product"))


class Brief(NamedTuple):
    """One project told line by line: its labels, and for each the stretch of what they say."""

    labels: tuple[str, ...]
    says: tuple[Span, ...]


def briefs(page: Page) -> Iterator[Brief]:
    """The projects of a page that are told by labels, from top to bottom."""
    above: Line | None = None
    labels: list[str] = []
    told: list[Span] = []
    for line in [one for one in page.text.lines if one.kind is not LineKind.FURNITURE]:
        head = page.says(line.span.start, line.span.start + _LABEL)
        has_label = ":" in head or "：" in head
        match = _LABELLED.match(page.text.clean, *line.span) if has_label else None
        if match is None or match["label"] in labels:
            yield from _brief(page, above, labels, told)
            labels, told = [], []
            above = line if match is None else None
        if match is not None:
            labels.append(match["label"])
            told.append(Span(match.start("says"), line.span.end))
    yield from _brief(page, above, labels, told)


def _brief(
    page: Page, above: Line | None, labels: Sequence[str], told: Sequence[Span]
) -> Iterator[Brief]:
    """The project, where enough labels are those of a ledger and something names it."""
    known = columns.fields_of("project", labels)
    if len(known) < _FEWEST or not _TOLD & set(known):
        return
    if "name" in known:
        yield Brief(tuple(labels), tuple(told))
        return
    named = _NAMED.fullmatch(page.text.clean, *above.span) if above else None
    if named is None:
        return
    name = Span(*named.span("name"))
    owner = next((m.span for m in page.within(*name) if _opens(m, name)), None)
    if owner is not None and "investors" not in known:
        name = Span(owner.end, name.end)
        labels, told = [_OWNER, *labels], [owner, *told]
    yield Brief((_NAME, *labels), (name, *told))


def _opens(mention: Mention, name: Span) -> bool:
    """Whether a firm stands before the project's own name: 某某公司|精密轴承项目."""
    is_firm = isinstance(mention.value, Name) and mention.value.kind in _FIRMS
    return is_firm and mention.span.start == name.start and name.end - mention.span.end >= _FEWEST
