"""What stretch of a page tells of which project.

What stands between one project's name and the next belongs to the first, as far as its paragraph goes;
names joined by 、or 和 share what is said after them (A项目、B项目同步开工) and before them (签约A、B).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yinfeng.facts.grids import row_spans
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.project_entries import card_end, entry, is_card
from yinfeng.facts.project_firms import firms, intending
from yinfeng.facts.project_lists import listed
from yinfeng.facts.project_names import Named, by_head
from yinfeng.facts.project_works import works
from yinfeng.text import LineKind
from yinfeng.values import Mention, Name, NameKind, Span

_CONTINUES = re.compile(
    r"[\s　“]*(?:[^,，。;；]{2,8}[,，](?=该))?(?:该项目|这一项目|这个项目|该工程|项目|其|建成后|投产后|达产后|全部|占地|总投资|计划|预计|一期|规划|由|主要|产品|年产|目前|现|拟|投资方|该公司|该企业|公司|企业|选址|位于|总建筑面积"
    r"|这个总投资|这个投资|基地|园区|工厂|[\d]{4}年底?启动|开园|双方)"
)
_RESUMES = re.compile(
    r"(?:该项目|这一项目|这个(?:总投资[^,，。;；的]{1,12}的)?项目|(?:[,，]|日)项目(?=总?投资|占地|用地|计划|建成|达产|正式|已|成功|签约|开工|竣工|投产))"
)
_ITS_OWN = re.compile(
    r"[\s　“]*(?:(?:该|这个)(?:项目|工程)|项目(?=总?投资|选址|占地|用地|计划|建成|达产|投产|由|主要|位于|一期|全部|分|现|目前|已))"
)
_DATED = re.compile(
    r"[\s　“]*(?:去年|今年|当年|明年|同年|\d{4}年|\d{1,2}月)[^,，。;；]{0,10}(?:开工|动工|签约|投产|竣工|封顶|奠基|摘牌|开建)"
)
_AGREES = re.compile(
    r"[\s　“]*(?:目前|现|会上|最终|截至目前)?[,，]?双方[^,，。]{0,6}(?:达成|签|洽谈|商定|敲定)"
)
_MONEY_TALK = re.compile(r"投资|占地|用地|年产|厂房")
_FIRMS = (NameKind.FIRM, NameKind.GROUP, NameKind.BRAND)
_AND_ALSO = re.compile(
    r"(?:[(（][^()（）]*[)）])?[,，](?:也有|还有|又有|更有|以及|和|及)[^,，]{0,40}$"
)
_JOINT = re.compile(r"(?:[(（][^()（）]*[)）])?(?:、|和|及|与|以及|,以及)")
_READ = (LineKind.PROSE, LineKind.CAPTION, LineKind.HEADING)
_MADE = re.compile(
    r"(?:年产|日产|生产|从事|加工|制造|研发|产品(?:有|为)?|以|围绕|聚焦)[^,，。;；]{0,4}$"
)
_BUILDING = re.compile(r"(?:建设|新建|建有|配套|新上|形成|包括)[^,，]{0,16}$")
_APART = re.compile(r"[;；。]|投资")
_LIMIT = 420


@dataclass(frozen=True, slots=True)
class Region:
    """A named project and the stretches that tell of it.

    *own* is told of it alone; *shared* of all names joined with it; *context* is what comes before
    in the sentence; *more* are the sentences that go on about it.
    """

    named: Named
    sentence: Sentence
    own: Span
    shared: Span
    context: Span
    more: tuple[Span, ...]
    is_joined: bool

    @property
    def whole(self) -> Span:
        """From the first word of its own to the last that tells of it."""
        ends = [self.own.end, self.shared.end, *(span.end for span in self.more)]
        return Span(self.own.start, max(ends))

    def mentions(self, page: Page) -> Iterator[Mention]:
        """The mentions of its context and of what is told of it alone."""
        yield from page.within(self.context.start, min(self.context.end, self.own.start))
        for stretch in self.told:
            yield from page.within(*stretch)
        if self.is_joined:
            yield from page.within(*self.shared)

    @property
    def told(self) -> tuple[Span, ...]:
        """The stretches whose figures are its own."""
        first = self.own
        if not self.is_joined:
            first = Span(self.own.start, max(self.own.end, self.shared.end))
        return (first, *self.more)


def regions(page: Page) -> Iterator[Region]:
    """Every naming of a project with what tells of it, from left to right."""
    found = _anchors(page)
    for at, (sentence, one) in enumerate(found):
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        yield _region(page, found, at, before, after)


def _anchors(page: Page) -> list[tuple[Sentence, Named]]:
    told: list[tuple[Sentence, Named]] = []
    rows = {span.start for span in row_spans(page)}
    for sentence in page.sentences:
        if rows and any(sentence.span.start <= start < sentence.span.end for start in rows):
            continue
        if sentence.line.kind in _READ or is_card(page.text.clean, sentence.span.end):
            for one in _named(page, sentence):
                if not (told and _goes_on(page, told[-1], sentence, one)):
                    told.append((sentence, one))
    told.extend(_told_again(page, told))
    return sorted(told, key=lambda pair: pair[1].span.start)


def _goes_on(page: Page, last: tuple[Sentence, Named], sentence: Sentence, one: Named) -> bool:
    """Whether a firm or thing only belongs to what is told of: 物流园。某集团拟投资2.8亿元建设."""
    if not (one.of_firm or one.of_thing) or last[0].paragraph != sentence.paragraph:
        return False
    if last[1].entry:
        return True
    if last[0] is sentence:
        between = page.says(last[1].span.end, one.lead)
        return (
            one.of_thing
            and bool(_BUILDING.search(page.says(one.lead, one.span.start)))
            and not (_APART.search(between))
        )
    return one.of_thing and _RESUMES.search(page.text.clean, *sentence.span) is not None


def _named(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The projects that a sentence names, each place once; the surer way of naming goes first."""
    found: list[Named] = []
    heading = sentence.line.kind is LineKind.HEADING
    ways = (entry,) if heading else (entry, firms, by_head, works, listed, intending)
    for way in ways:
        if way is intending and found:
            break
        for one in way(page, sentence):
            inside = [other for other in found if one.span.meets(other.span)]
            if not inside:
                found.append(one)
            elif one.group is not None and all(other.group is None for other in inside):
                found = [
                    replace(other, group=one.group)
                    if other in inside and not other.entry
                    else other
                    for other in found
                ]
    found.sort(key=lambda one: one.span.start)
    for at, one in enumerate(found):
        if at + 1 == len(found) or not _is_apposed(page, one, found[at + 1]):
            yield one


def _is_apposed(page: Page, one: Named, following: Named) -> bool:
    """Whether a name only says what the next one is: 首个“工业上楼”项目——云溪标准厂房项目."""
    between = page.says(one.span.end, following.span.start)
    return between.startswith("——") and len(between) <= 4


def _told_again(page: Page, told: list[tuple[Sentence, Named]]) -> Iterator[tuple[Sentence, Named]]:
    """Later tellings by the bare name: 其中捷尔达汽车精密件已竣工投产."""
    clean = page.text.clean
    taken = sorted(one.span for _, one in told)
    names = sorted({_bare(one.name) for _, one in told}, key=len, reverse=True)
    again: list[Span] = []
    for name in [name for name in names if len(name) >= 4][:200]:
        at = clean.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            if not any(span.meets(other) for other in (*taken, *again)) and not _is_goods(
                clean, span
            ):
                again.append(span)
            at = clean.find(name, at + len(name))
    starts = [sentence.span.start for sentence in page.sentences]
    for span in sorted(again):
        sentence = page.sentences[max(0, bisect_right(starts, span.start) - 1)]
        if not sentence.span.covers(span) or _within_a_body(page, span):
            continue
        if sentence.line.kind is LineKind.PROSE:
            yield sentence, Named(clean[slice(*span)], span, span.start, again=True)


def _is_goods(clean: str, span: Span) -> bool:
    """Whether the bare name stands for what is made: 年产高多层线路板180万平方米."""
    before = clean[max(0, span.start - 8) : span.start]
    return clean[span.end : span.end + 1].isdigit() or _MADE.search(before) is not None


def _within_a_body(page: Page, span: Span) -> bool:
    """Whether the words are only a part of a longer body's name: 大同齿轮|(昆山)有限公司."""
    around = (*page.mentions_around(span.start + 1), *page.within(span.start + 1, span.end))
    return any(
        type(m.value) is Name and m.span.covers(span) and len(m.value.text) > span.end - span.start
        for m in around
    )


def _bare(name: str) -> str:
    return re.sub(r"(?:建设项目|项目|工程)$", "", name)


def _region(
    page: Page,
    found: list[tuple[Sentence, Named]],
    at: int,
    before: tuple[Sentence, Named] | None,
    after: tuple[Sentence, Named] | None,
) -> Region:
    sentence, one = found[at]
    start = one.lead
    if before is not None:
        start = max(start, _own_end(page, before[1], found[at]))
    last = at
    while last + 1 < len(found) and _is_joined(page, found[last], found[last + 1]):
        last += 1
    shared = _predicate(page, found, last)
    joined_before = at > 0 and _is_joined(page, found[at - 1], found[at])
    is_alone = last == at and not joined_before
    context = Span(_context(page, found, at, start), one.span.start)
    own_end = shared.end if is_alone else _own_end(page, one, after)
    more = tuple(_more(page, found, last, sentence)) if is_alone else ()
    return Region(
        one,
        sentence,
        Span(start, max(one.span.end, own_end)),
        Span(max(one.span.end, min(shared.start, shared.end)), shared.end),
        context,
        more,
        not is_alone,
    )


def _context(page: Page, found: list[tuple[Sentence, Named]], at: int, start: int) -> int:
    """Where the words before a name that may tell of it begin: not inside another's telling."""
    sentence, one = found[at]
    if one.again:
        return start
    first = at
    while first and _is_joined(page, found[first - 1], found[first]):
        first -= 1
    if first and found[first - 1][0] is sentence:
        return found[first][1].lead
    return sentence.span.start


def _own_end(page: Page, one: Named, after: tuple[Sentence, Named] | None) -> int:
    """A joined name's own words end with it, or with the note in brackets behind it."""
    clean = page.text.clean
    if clean[one.span.end : one.span.end + 1] not in ("(", "（"):
        return one.span.end
    ends = [clean.find(mark, one.span.end, one.span.end + 40) for mark in ")）"]
    end = min((end for end in ends if end > 0), default=-1)
    is_own = end > 0 and (after is None or end < after[1].span.start)
    return end + 1 if is_own else one.span.end


def _is_joined(page: Page, left: tuple[Sentence, Named], right: tuple[Sentence, Named]) -> bool:
    if left[0] is not right[0]:
        return False
    if left[1].group is not None and left[1].group == right[1].group:
        return True
    gap = page.says(left[1].span.end, right[1].span.start)
    if _AND_ALSO.match(gap) and not re.search(r"[;；:：。]", gap):
        return True
    return _JOINT.match(gap) is not None and not re.search(r"[,，;；:：。]", gap)


def _predicate(page: Page, found: list[tuple[Sentence, Named]], last: int) -> Span:
    """What the sentence says after the last of joined names, up to the next name's own words."""
    sentence, one = found[last]
    end = sentence.span.end
    if last + 1 < len(found) and found[last + 1][0] is sentence:
        end = max(one.span.end, found[last + 1][1].lead)
    first = last > 0 and _is_joined(page, found[last - 1], found[last])
    start = _own_end(page, one, None) if first else one.span.end
    return Span(min(start, end), end)


def _more(
    page: Page, found: list[tuple[Sentence, Named]], last: int, sentence: Sentence
) -> Iterator[Span]:
    """The sentences that go on about a project: 项目占地112亩…; a card's key lines."""
    one = found[last][1]
    end = sentence.span.end
    if is_card(page.text.clean, end):
        yield Span(end, card_end(page, end))
        return
    limit = found[last + 1][1].span.start if last + 1 < len(found) else len(page.text.clean)
    firms = _short_names(sentence)
    missed = 0
    for following in page.after(sentence):
        if following.span.end > limit:
            break
        if following.paragraph != sentence.paragraph and not _ITS_OWN.match(
            page.text.clean, *following.span
        ):
            break
        if following.span.start > one.span.start + _LIMIT or missed > 2:
            break
        if one.entry or _is_of(page, one, following, firms, is_next=not missed):
            missed = 0
            yield following.span
        else:
            missed += 1


def _is_of(
    page: Page, one: Named, following: Sentence, firms: tuple[str, ...], *, is_next: bool
) -> bool:
    """Whether a sentence goes on about a project, or about the firm that brings it."""
    clean, span = page.text.clean, following.span
    if (is_next and _CONTINUES.match(clean, *span)) or _RESUMES.search(clean, *span):
        return True
    if _ITS_OWN.match(clean, *span) or _AGREES.match(clean, *span):
        return True
    if is_next and _DATED.match(clean, *span):
        return True
    bare = _bare(one.name)
    if len(bare) >= 4 and clean.startswith((bare[-2:], bare[-3:]), span.start):
        return True
    return _MONEY_TALK.search(clean, *span) is not None and any(
        m.value.text in firm
        for m in following.names
        if isinstance(m.value, Name) and m.value.kind in _FIRMS and len(m.value.text) >= 3
        for firm in firms
    )


def _short_names(sentence: Sentence) -> tuple[str, ...]:
    """The full names of firms in a sentence, which later ones tell of by short names."""
    return tuple(
        m.value.text
        for m in sentence.names
        if isinstance(m.value, Name) and m.value.kind in _FIRMS and len(m.value.text) >= 6
    )
