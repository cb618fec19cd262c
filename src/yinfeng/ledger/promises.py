"""What papers announce: a stage that a project is to reach by a day (计划于明年年底投产).

A plan is no fact of a project, whose stage is only what was reached; but its day is what an office
has to watch. The nearest project named before the words is the one that they speak of.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from yinfeng.facts.page import Page, Sentence, laid_out
from yinfeng.facts.stages import is_reached
from yinfeng.text import Text
from yinfeng.values import (
    Evidence,
    Fact,
    Mention,
    Period,
    Project,
    Span,
    Term,
    TermKind,
)

_AHEAD = re.compile(
    r"计划|预计|预期|拟|将|力争|争取|确保|有望|可望|底前|月前|年前|前(?:可|能|完成|实现)"
)
_BREAK = re.compile(r"[。;；!！?？\n]")
_REACH = 14
_NEAR = 400
_CAPACITY = frozenset({"started", "topped_out", "completed", "producing", "full_capacity"})


@dataclass(frozen=True, slots=True)
class Promise:
    """A project, the stage that it is to reach, by when, and the words that say so."""

    project: str
    host: str
    stage: str
    by: Period
    evidence: Evidence

    @property
    def day(self) -> date:
        """The last day on which it is kept."""
        assert self.by.end is not None
        return self.by.end - timedelta(days=1)


def promises_of(
    text: Text, mentions: Iterable[Mention], facts: Sequence[Fact]
) -> tuple[Promise, ...]:
    """The promises of a document, in the order of its text."""
    page = laid_out(text, mentions)
    named = sorted(_named(facts))
    return tuple(p for sentence in page.sentences for p in _told(page, sentence, named))


def _named(facts: Sequence[Fact]) -> Iterator[tuple[int, str, str]]:
    for fact in facts:
        if isinstance(fact, Project) and fact.name is not None:
            for evidence in fact.name.evidence:
                yield evidence.start, fact.name.value, fact.host


def _told(
    page: Page, sentence: Sentence, named: Sequence[tuple[int, str, str]]
) -> Iterator[Promise]:
    for mention in sentence.terms:
        term = mention.value
        if not isinstance(term, Term) or term.kind is not TermKind.STAGE:
            continue
        when = _day_before(page, sentence, mention) if term.key in _CAPACITY else None
        if when is None or is_reached(page, mention.span):
            continue
        span = Span(when.span.start, mention.span.end)
        evidence = page.text.evidence(span)
        project = _nearest(named, evidence.end)
        assert isinstance(when.value, Period)
        if project is not None:
            yield Promise(*project, term.key, when.value, evidence)


def _day_before(page: Page, sentence: Sentence, stage: Mention) -> Mention | None:
    for when in reversed(sentence.periods):
        gap = stage.span.start - when.span.end
        if not 0 <= gap <= _REACH or not isinstance(when.value, Period) or when.value.end is None:
            continue
        between = page.says(when.span.end, stage.span.start)
        around = page.says(max(0, when.span.start - 8), stage.span.start)
        if not _BREAK.search(between) and _AHEAD.search(around):
            return when
    return None


def _nearest(named: Sequence[tuple[int, str, str]], before: int) -> tuple[str, str] | None:
    near = [(at, name, host) for at, name, host in named if before - _NEAR <= at <= before]
    return near[-1][1:] if near else None
