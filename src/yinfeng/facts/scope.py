"""What a clause inherits: whose ledger it belongs to, its period, and how real it is.

A town's own paper seldom repeats its name: 全镇实现工业总产值… belongs to the host, 其中… to the
period of the sentence before, and all that follows 今年将… is wanted, not reached. A page of
several bodies (three zones in one newspaper page) changes host at each heading that names one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yinfeng.facts.page import Page, Sentence
from yinfeng.lexicon import words
from yinfeng.mentions.times import Anchor, anchor
from yinfeng.text import LineKind
from yinfeng.values import Grain, Mention, Name, NameKind, Period, Status

_OWN = re.compile(
    r"(?:全|我|该|本)(?P<kind>镇|街道|乡|县|市|区)(?!级|域)"
    r"|(?P<office>镇|街道|乡|县)(?:党委|党工委|政府|办事处|纪委|人大|主要领导|党政|招商)"
    r"|(?P<zone>管委会|(?:我|全|该|本)(?:园区|开发区|高新区|经开区)|园区党工委)"
)
_AWAY = re.compile(
    r"(?:赴|到|前往|与|和|同|来自|对接|邀请|参观|观摩|考察|毗邻|紧邻)[^,，。;；]{0,8}$"
)
_FUTURE = words.pattern("future")
_TARGET = words.pattern("target")
_PLAN = words.pattern("plan")
_PAST = words.pattern("past")
_HOST_KINDS = (NameKind.TOWN, NameKind.ZONE)
_KIND_ENDINGS = {"镇": "镇", "街道": "街道", "乡": "乡"}
_STATISTICAL = (Grain.YEAR, Grain.HALF, Grain.QUARTER, Grain.MONTH, Grain.SPAN, Grain.YEARS)


@dataclass(frozen=True)
class Scope:
    """The hosts of a page by where their sections start, its date, and its paragraphs' moods."""

    page: Page
    anchor: Anchor
    starts: tuple[int, ...]
    hosts: tuple[str, ...]
    wanted: frozenset[int]
    periods: dict[int, Mention]

    def host(self, offset: int) -> str:
        """The body whose ledger the words at *offset* belong to; empty when none is named."""
        if not self.hosts:
            return ""
        return self.hosts[max(0, bisect_right(self.starts, offset) - 1)]

    def status(self, sentence: Sentence, start: int, end: int) -> Status:
        """How real the words between two offsets say they are, else their paragraph's mood."""
        says = self.page.says(start, end)
        if _TARGET.search(says):
            return Status.TARGET
        if _PLAN.search(says):
            return Status.PLANNED
        if sentence.span.start in self.wanted and not _PAST.search(says):
            return Status.TARGET
        return Status.DONE

    def period(self, sentence: Sentence, offset: int) -> Mention | None:
        """The period in force at *offset*: the last one told in the sentence, else inherited."""
        told = [m for m in sentence.periods if m.span.start < offset and _counts(m)]
        if told:
            return told[-1]
        return self.periods.get(sentence.span.start)


def scope_of(page: Page) -> Scope:
    """The scope of a page: hosts, date, and what each sentence inherits."""
    sections = tuple(_sections(page))
    return Scope(
        page,
        anchor(page.text),
        tuple(start for start, _ in sections),
        tuple(host for _, host in sections),
        frozenset(_wanted(page)),
        dict(_inherited(page)),
    )


def _counts(mention: Mention) -> bool:
    period = mention.value
    return isinstance(period, Period) and not period.recurs and period.grain in _STATISTICAL


def _sections(page: Page) -> Iterator[tuple[int, str]]:
    named = [m for m in page.mentions if isinstance(m.value, Name) and m.value.kind in _HOST_KINDS]
    headed = list(_headed(page, named))
    if len({host for _, host in headed}) > 1:
        previous = ""
        for start, host in headed:
            if host != previous:
                yield start, host
            previous = host
        return
    host = _single_host(page, named)
    if host:
        yield 0, host


def _headed(page: Page, named: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """Headings that open with a body's name, and the body."""
    at = {m.span.start: m for m in named}
    for line in page.text.lines:
        if line.kind not in (LineKind.TITLE, LineKind.HEADING):
            continue
        mention = at.get(line.span.start)
        if mention is not None:
            yield line.span.start, _shortest(mention)


def _shortest(mention: Mention) -> str:
    assert isinstance(mention.value, Name)
    return words.without_region(mention.value.text)


def _single_host(page: Page, named: Sequence[Mention]) -> str:
    clean = page.text.clean
    votes: Counter[str] = Counter()
    for mention in named:
        name = _shortest(mention)
        away = _AWAY.search(clean, max(0, mention.span.start - 10), mention.span.start)
        votes[name] += 1 if away is None else 0
    own = _own_kind(clean)
    scores = {name: _weight(name, votes[name], clean, own) for name in votes}
    best = max(scores, key=lambda name: (scores[name], -clean.find(name)), default="")
    if best and scores[best] > 0:
        return best
    return _county(page)


def _weight(name: str, votes: int, clean: str, own: str) -> float:
    ending = next((e for e in ("街道", "镇", "乡") if name.endswith(e)), "区")
    stem = name[: -len(ending)] if ending != "区" else name
    weight = votes + 0.3 * min(clean.count(stem) if len(stem) > 1 else 0, 20)
    if own:
        weight *= 2.0 if ending == own else 0.6
    if name in clean[:200]:
        weight += 2
    return weight if votes else 0.2 * weight


def _own_kind(clean: str) -> str:
    """The kind of body that the text calls its own: 我镇, 街道党工委, 管委会; empty if none."""
    kinds: Counter[str] = Counter()
    for match in _OWN.finditer(clean):
        kinds["区" if match["zone"] else match["kind"] or match["office"]] += 1
    kind = kinds.most_common(1)[0][0] if kinds else ""
    return _KIND_ENDINGS.get(kind, "区" if kind == "区" else "")


def _county(page: Page) -> str:
    """The county or district most told of, where no town or zone is."""
    votes = Counter(
        m.value.text
        for m in page.mentions
        if isinstance(m.value, Name)
        and m.value.kind is NameKind.PLACE
        and m.value.text.endswith(("县", "区", "市"))
        and len(m.value.text) > 2
    )
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else ""


def _wanted(page: Page) -> Iterator[int]:
    """Starts of the sentences that stand in a paragraph of intentions."""
    paragraph, wanted, section = -1, False, False
    for sentence in page.sentences:
        if sentence.line.kind in (LineKind.TITLE, LineKind.HEADING):
            section = bool(_TARGET.search(sentence.says) or _FUTURE.search(sentence.says))
            wanted = section
            continue
        if sentence.paragraph != paragraph:
            paragraph, wanted = sentence.paragraph, section
        if _PAST.search(sentence.says) and not _FUTURE.search(sentence.says):
            wanted = False
        elif _FUTURE.search(sentence.says):
            wanted = True
        if wanted:
            yield sentence.span.start


def _inherited(page: Page) -> Iterator[tuple[int, Mention]]:
    """The period that each sentence takes over from its paragraph or the heading above."""
    paragraph = -1
    heading: Mention | None = None
    current: Mention | None = None
    for sentence in page.sentences:
        told = [m for m in sentence.periods if _counts(m)]
        if sentence.line.kind in (LineKind.TITLE, LineKind.HEADING):
            heading = told[0] if told else heading
            current = heading
            continue
        if sentence.paragraph != paragraph:
            paragraph, current = sentence.paragraph, heading
        if current is not None:
            yield sentence.span.start, current
        if told:
            current = told[0]
