"""What stretch of a page tells of which project.

What stands between one project's name and the next belongs to the first; names joined by 、or 和
share what is said after them (A项目、B项目同步开工) and before them (签约A、B).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.anchors import Anchor, anchors
from yinfeng.facts.projects.more import more_of
from yinfeng.facts.projects.names import Named
from yinfeng.values import Mention, Span

_AND_ALSO = re.compile(
    r"(?:[(（][^()（）]*[)）])?[,，](?:也有|还有|又有|更有|以及|和|及)[^,，]{0,40}$"
)
_JOINT = re.compile(r"(?:[(（][^()（）]*[)）])?(?:、|和|及|与|以及|,以及)")
_ENDS_CLAUSE = re.compile(r"[;；:：。]")
_COMMA = re.compile(r"[,，]")
_NOTE = 40
# Words further off than this tell of something else.
_FAR = 400


@dataclass(frozen=True)
class Region:
    """A named project and the stretches that tell of it.

    *own* is told of it alone; *shared* of all names joined with it; *context* is what comes before
    in the sentence; *more* are the sentences that go on about it. It has its *place* among *count*
    names joined with it.
    """

    named: Named
    sentence: Sentence
    own: Span
    shared: Span
    context: Span
    more: tuple[Span, ...]
    is_joined: bool
    place: int = 0
    count: int = 1

    @cached_property
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

    @cached_property
    def told(self) -> tuple[Span, ...]:
        """The stretches whose figures are its own."""
        first = self.own
        if not self.is_joined:
            first = Span(self.own.start, max(self.own.end, self.shared.end))
        return (first, *self.more)


# A sum behind 等9个项目 is that of all of them.
_ONE_OF_MANY = re.compile(r"等(?:[^,，。;；\d]{0,4}\d+|[一二三四五六七八九十两]+|多)(?:个|家|批)")


def regions(page: Page) -> Iterator[Region]:
    """Every naming of a project with what tells of it, from left to right."""
    found = anchors(page)
    for first, last in _groups(page, found):
        for at in range(first, last + 1):
            yield _region(page, found, at, first, last)


def _region(page: Page, found: Sequence[Anchor], at: int, first: int, last: int) -> Region:
    sentence, one = found[at]
    is_joined = first < last or _ONE_OF_MANY.match(page.text.clean, one.span.end) is not None
    start = max(one.lead, _own_end(page, found, at - 1)) if at else one.lead
    shared = _predicate(page, found, last, is_joined=is_joined)
    own_end = _own_end(page, found, at) if is_joined else shared.end
    limit = found[last + 1].named.span.start if last + 1 < len(found) else len(page.text.clean)
    goes_on = not is_joined and limit >= sentence.span.end
    return Region(
        named=one,
        sentence=sentence,
        own=Span(start, max(one.span.end, own_end)),
        shared=Span(max(one.span.end, shared.start), shared.end),
        context=Span(_context(found, at, first, start), one.span.start),
        more=tuple(more_of(page, sentence, one, limit)) if goes_on else (),
        is_joined=is_joined,
        place=at - first,
        count=last - first + 1,
    )


def _groups(page: Page, found: Sequence[Anchor]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of joined names; a single name is a run of its own."""
    first = 0
    for at in range(len(found)):
        if at + 1 == len(found) or not _are_joined(page, found[at], found[at + 1]):
            yield first, at
            first = at + 1


def _are_joined(page: Page, left: Anchor, right: Anchor) -> bool:
    if left.sentence is not right.sentence:
        return False
    if left.named.group is not None and left.named.group == right.named.group:
        return True
    gap = page.says(left.named.span.end, right.named.span.start)
    if _ENDS_CLAUSE.search(gap):
        return False
    if _AND_ALSO.match(gap):
        return True
    return _JOINT.match(gap) is not None and not _COMMA.search(gap)


def _context(found: Sequence[Anchor], at: int, first: int, start: int) -> int:
    """Where the words before a name that may tell of it begin: not inside another's telling."""
    sentence, one = found[at]
    if one.again:
        return start
    if first and found[first - 1].sentence is sentence:
        return found[first].named.lead
    return max(sentence.span.start, one.span.start - _FAR)


def _own_end(page: Page, found: Sequence[Anchor], at: int) -> int:
    """A joined name's own words end with it, or with the note in brackets behind it."""
    clean, end = page.text.clean, found[at].named.span.end
    if clean[end : end + 1] not in ("(", "（"):
        return end
    marks = (clean.find(mark, end, end + _NOTE) for mark in ")）")
    closing = min((mark for mark in marks if mark > 0), default=-1)
    following = found[at + 1].named.span.start if at + 1 < len(found) else len(clean)
    return closing + 1 if 0 < closing < following else end


def _predicate(page: Page, found: Sequence[Anchor], last: int, *, is_joined: bool) -> Span:
    """What the sentence says after the last of joined names, up to the next name's own words."""
    sentence, one = found[last]
    end = sentence.span.end
    if last + 1 < len(found) and found[last + 1].sentence is sentence:
        end = max(one.span.end, found[last + 1].named.lead)
    end = max(one.span.end, min(end, one.span.end + _FAR))
    start = _own_end(page, found, last) if is_joined else one.span.end
    return Span(min(start, end), end)
