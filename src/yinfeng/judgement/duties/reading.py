"""Duties read from a draft: 乙方应在取得土地后3个月内开工 is owed by the investor, three months on.

What is a condition (逾期…, 甲方有权…) or a refusal (不承担) is no duty. A sentence with several
terms is several duties, each with its own words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from yinfeng.judgement.clauses.denials import sentences_of
from yinfeng.judgement.clauses.drafts import Clause, Packed, clauses_of, leads, led, packed
from yinfeng.judgement.duties.terms import Term, terms_in
from yinfeng.lexicon.duties import DutyWords, duty_words
from yinfeng.text import Text
from yinfeng.values import Evidence

OURS, THEIRS = "ours", "theirs"
_MONEY = re.compile(r"(?:人民币)?\d+(?:\.\d+)?(?:万亿|亿|千万|百万|万)?(?:美元|欧元|港元|日元|元)")
_HEAD = re.compile(r"(?:^|\n|，)\s*(?P<side>[甲乙])方[^：:\n]{0,16}[：:]\s*(?P<name>[^\n，]{2,40})")
_ASKS = re.compile(r"义务|责任|职责|承诺|任务|保证|工作|负责|应当?")
_NUMBERED = re.compile(
    r"^(?:第[^条]{1,6}条|[（(][^）)]{1,4}[）)]|\d{1,2}[、.．]|[一二三四五六七八九十]+、)"
)
_LONGEST = 300
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty as the draft words it: whose, what, until when, how much, which gate shows it."""

    side: str
    says: str
    label: str
    quote: Evidence
    term: Term | None
    amount: str
    goal: str


def duties_of(text: Text) -> tuple[Duty, ...]:
    """The duties of both sides in the order of the draft."""
    lexicon = duty_words()
    turned = _is_turned(text.clean, lexicon)
    found = [one for clause in clauses_of(text) for one in _of_clause(text, clause, lexicon)]
    if turned:
        other = {OURS: THEIRS, THEIRS: OURS}
        found = [replace(one, side=other[one.side]) for one in found]
    return tuple(found)


def _is_turned(words: str, lexicon: DutyWords) -> bool:
    """Whether the head names the firm as 甲方 and the office as 乙方."""
    named = {match["side"]: match["name"] for match in _HEAD.finditer(words)}
    if "甲" not in named or "乙" not in named:
        return False
    first, second = (lexicon.bodies.search(named[side]) for side in "甲乙")
    return first is None and second is not None


def _of_clause(text: Text, clause: Clause, lexicon: DutyWords) -> Iterator[Duty]:
    lead = leads(text, clause)
    words = led(packed(text, clause), lead)
    standing = _sides(lead, lexicon)
    is_asked = bool(standing) and _ASKS.search(lead) is not None
    for start, end in sentences_of(words.words):
        said = words.words[start:end]
        sides = _sides(said, lexicon)
        yield from _of_sentence(
            text, words, start, said, sides or standing, lexicon, clause.label, is_asked
        )
        standing = sides or standing


def _of_sentence(
    text: Text, words: Packed, at: int, said: str, sides: tuple[str, ...], lexicon: DutyWords,
    label: str, is_asked: bool,
) -> Iterator[Duty]:  # fmt: skip
    terms = terms_in(said, lexicon)
    cuts = [*_cuts(said, terms), len(said)]
    owing = sides
    for place, left in enumerate(cuts[:-1]):
        right = cuts[place + 1]
        piece = said[left:right]
        term = next((one for one in terms if left <= one.start < right), None)
        owing = _sides(piece, lexicon) or owing
        if not _is_duty(piece, said[:left], term, lexicon, is_asked=is_asked):
            continue
        begin, stop = _trimmed(words, at + left, at + right)
        if stop <= begin:
            continue
        goal = _goal(piece, term, left, lexicon)
        amount = _MONEY.search(piece)
        quote = text.evidence(words.span(begin, stop))
        for side in owing or tuple(filter(None, [lexicon.usual.get(goal, "")])):
            says = " ".join(_NUMBERED.sub("", words.words[begin:stop]).split())[:_LONGEST]
            yield Duty(side, says, label, quote, term, amount[0] if amount else "", goal)


def _cuts(said: str, terms: list[Term]) -> list[int]:
    """Where each duty of a sentence begins: at the comma before its term, or at its 、."""
    cuts = [0]
    for last, one in pairwise(terms):
        comma = said.rfind("，", 0, one.start) + 1
        if comma <= last.end:
            comma = _listed(said, last, one) or comma
        if comma > cuts[-1]:
            cuts.append(comma)
    return cuts


def _listed(said: str, last: Term, one: Term) -> int:
    """Behind the 、 between two terms: 半年内开工、一年半内竣工, not 交执照、3个月内的流水."""
    cut = said.rfind("、", last.end, one.start) + 1
    return cut if cut > last.end + 1 and not said.startswith("的", one.end) else 0


def _is_duty(
    piece: str, before: str, term: Term | None, lexicon: DutyWords, *, is_asked: bool
) -> bool:
    """Whether it is owed: by a word of duty, or by the heading 乙方的义务 above it."""
    if lexicon.condition.search(piece) or lexicon.refusal.search(piece):
        return False
    if lexicon.condition.search(before.rpartition("，")[0] or before):
        return False
    if term is not None and term.day is None and not term.count:
        return False
    if term is not None:
        owed = lexicon.must.search(piece) or lexicon.must.search(before)
        return is_asked or bool(owed) or bool(_gates_in(piece, lexicon))
    if is_asked and len(piece.strip("\n：，")) >= _SHORTEST and not piece.rstrip().endswith("："):
        return True
    head = lexicon.ours.search(piece) or lexicon.theirs.search(piece) or lexicon.both.search(piece)
    return head is not None and lexicon.must.match(piece, head.end()) is not None


def _trimmed(words: Packed, start: int, end: int) -> tuple[int, int]:
    """Without what led the clause in, and without commas at the edges."""
    while start < end and (words.places[start] < 0 or words.words[start] in "，、：\n"):
        start += 1
    while end > start and words.words[end - 1] in "，、：\n":
        end -= 1
    return start, end


def _goal(piece: str, term: Term | None, left: int, lexicon: DutyWords) -> str:
    """The gate that the duty leads to: what stands after its term, else before it."""
    cut = term.end - left if term else 0
    after = _gates_in(piece[cut:], lexicon)
    if after:
        return after[-1]
    before = _gates_in(piece[: term.start - left], lexicon) if term else []
    return before[-1] if before else ""


def _gates_in(words: str, lexicon: DutyWords) -> list[str]:
    found = [
        (match.start(), key)
        for key, pattern in lexicon.gates.items()
        if key != "A2" and (match := pattern.search(words)) is not None
    ]
    return [key for _, key in sorted(found)]


def _sides(words: str, lexicon: DutyWords) -> tuple[str, ...]:
    """Who is named last as the one that owes, both where both are."""
    found = [(match.start(), OURS) for match in lexicon.ours.finditer(words)]
    found += [(match.start(), THEIRS) for match in lexicon.theirs.finditer(words)]
    both = [match.start() for match in lexicon.both.finditer(words)]
    if both and (not found or min(found)[0] > both[0]):
        return (OURS, THEIRS)
    # The first that is named owes; the others are told what is done for them.
    return (min(found)[1],) if found else ()
