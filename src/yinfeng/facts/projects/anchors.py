"""Every place where a page names a project, in order: by head, in lists, as entry, work or firm.

A project may be named several times; the surer way of naming goes first where two meet. A thing
or firm that only belongs to what is told of (建设压铸生产线) names nothing of its own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from yinfeng.facts.ledgers.grids import row_spans
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.entries import entry, is_card
from yinfeng.facts.projects.firms import firms, intending
from yinfeng.facts.projects.lists import listed
from yinfeng.facts.projects.money import led_by_money
from yinfeng.facts.projects.names import Named, by_head
from yinfeng.facts.projects.priced import priced
from yinfeng.facts.projects.rebuilds import rebuilds
from yinfeng.facts.projects.talks import talks
from yinfeng.facts.projects.works import works
from yinfeng.text import LineKind
from yinfeng.values import Name, Span

_READ = (LineKind.PROSE, LineKind.CAPTION, LineKind.HEADING)
_RESUMES = re.compile(r"(?:该|这一|这个)(?:总投资[^,，。;；的]{1,12}的)?(?:项目|工程)")
_MADE = re.compile(
    r"(?:年产|日产|生产|从事|加工|制造|研发|产品(?:有|为)?|以|围绕|聚焦)[^,，。;；]{0,4}$"
)
_BUILDING = re.compile(r"(?:建设|新建|建有|配套|新上|形成|包括|[一二三首]期)[^,，]{0,16}$")
_BUILDS = re.compile(r"(?:建设|新建|新上|建成)(?:[\d一两二三四五六七八九十]+条)?$")
_LINES = ("生产线", "产线", "流水线")
_APART = re.compile(r"[;；。]|投资")
# 将形成年产2万套阀门的产能: what is made, not the project again.
_MADE_SO_MUCH = re.compile(r"的?(?:生产)?(?:产能|能力|规模)")
_BARE = re.compile(r"(?:建设项目|项目|工程)$")
# Where nothing else is named, what a firm means to do is the project.
_LAST = (intending, talks)
# No sentence names more; a page of nothing but names must not be read again and again.
_MOST = 200


class Anchor(NamedTuple):
    """A naming of a project, and the sentence in which it stands."""

    sentence: Sentence
    named: Named


def anchors(page: Page) -> list[Anchor]:
    """Every naming of a project, from left to right."""
    told: list[Anchor] = []
    rows = [span.start for span in row_spans(page)]
    for sentence in page.sentences:
        if _holds_row(sentence, rows):
            continue
        if sentence.line.kind in _READ or is_card(page.text.clean, sentence.span.end):
            for one in _named(page, sentence):
                if not (told and _belongs(page, told[-1], sentence, one)):
                    told.append(Anchor(sentence, one))
    told.extend(_told_again(page, told))
    return sorted(told, key=lambda anchor: anchor.named.span.start)


def bare(name: str) -> str:
    """A name without 项目 or 工程 at its end."""
    return _BARE.sub("", name)


def _holds_row(sentence: Sentence, rows: list[int]) -> bool:
    """Whether the row of a typed table begins in the sentence."""
    at = bisect_right(rows, sentence.span.end - 1) - 1
    return at >= 0 and rows[at] >= sentence.span.start


def _belongs(page: Page, last: Anchor, sentence: Sentence, one: Named) -> bool:
    """Whether a firm or thing only belongs to what is told of: 物流园。某集团拟投资2.8亿元建设."""
    if not (one.of_firm or one.of_thing) or last.sentence.paragraph != sentence.paragraph:
        return False
    if last.named.entry:
        return True
    if last.sentence is sentence:
        between = page.says(last.named.span.end, one.lead)
        return (
            one.of_thing
            and bool(_BUILDING.search(page.says(one.lead, one.span.start)))
            and not (_APART.search(between))
        )
    return one.of_thing and _RESUMES.search(page.text.clean, *sentence.span) is not None


def _named(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The projects that a sentence names, each place once; the surer way of naming goes first."""
    found = _Found()
    heading = sentence.line.kind is LineKind.HEADING
    ways = (
        (entry,)
        if heading
        else (entry, firms, by_head, works, rebuilds, listed, priced, intending, talks)
    )
    for way in ways:
        if way in _LAST and found.spans:
            break
        for one in islice(way(page, sentence), _MOST):
            found.take(led_by_money(page, sentence, one) if way is by_head else one)
    names = found.names
    for at, one in enumerate(names):
        if at + 1 == len(names) or not _is_apposed(page, one, names[at + 1]):
            yield one


class _Found:
    """The names of a sentence so far, from left to right, none on another's place."""

    def __init__(self) -> None:
        self.names: list[Named] = []
        self.spans: list[Span] = []

    def take(self, one: Named) -> None:
        """Add a name; where its place is taken, only say which list it stands in."""
        at = bisect_right(self.spans, one.span)
        near = [n for n in (at - 1, at) if 0 <= n < len(self.spans)]
        inside = [n for n in near if self.spans[n].meets(one.span)]
        if not inside:
            self.names.insert(at, one)
            self.spans.insert(at, one.span)
        elif one.group is not None and all(self.names[n].group is None for n in inside):
            for n in inside:
                if not self.names[n].entry:
                    self.names[n] = replace(self.names[n], group=one.group)


def _is_apposed(page: Page, one: Named, following: Named) -> bool:
    """Whether a name only says what the next one is: 首个“工业上楼”项目——云溪标准厂房项目."""
    between = page.says(one.span.end, following.span.start)
    return between.startswith("——") and len(between) <= 4


def _told_again(page: Page, told: list[Anchor]) -> Iterator[Anchor]:
    """Later tellings by the bare name: 其中恒岭精密件已建成投产."""
    clean = page.text.clean
    taken = sorted(anchor.named.span for anchor in told)
    names = sorted({bare(anchor.named.name) for anchor in told}, key=len, reverse=True)
    for name in [name for name in names if len(name) >= 4][:_MOST]:
        at = clean.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            place = bisect_right(taken, span)
            beside = taken[max(0, place - 1) : place + 1]
            if not any(span.meets(other) for other in beside):
                taken.insert(place, span)
                yield from _again(page, span)
            at = clean.find(name, at + len(name))


def _again(page: Page, span: Span) -> Iterator[Anchor]:
    """The naming at *span*, unless the words stand there for goods or inside a longer name."""
    sentence = page.sentence_at(span.start)
    if sentence is None or sentence.line.kind is not LineKind.PROSE:
        return
    if not _is_goods(page.text.clean, span) and not _within_a_body(page, span):
        yield Anchor(sentence, Named(page.says(*span), span, span.start, again=True))


def _is_goods(clean: str, span: Span) -> bool:
    """Whether the bare name stands for what is made: 年产高多层线路板180万平方米."""
    before = clean[max(0, span.start - 8) : span.start]
    if clean.startswith(_LINES, span.end) and _BUILDS.search(before):
        return True
    if _MADE_SO_MUCH.match(clean, span.end):
        return True
    return clean[span.end : span.end + 1].isdigit() or _MADE.search(before) is not None


def _within_a_body(page: Page, span: Span) -> bool:
    """Whether the words are only a part of a longer body's name: 大同齿轮|(昆山)有限公司."""
    around = (*page.mentions_around(span.start + 1), *page.within(span.start + 1, span.end))
    return any(
        type(m.value) is Name and m.span.covers(span) and len(m.value.text) > span.end - span.start
        for m in around
    )
