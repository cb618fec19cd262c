"""The clause screen: each clause of a draft red, yellow or green, with the words, basis and why.

A refusal (不得给予…) and a lawful wording are not accused. A text older than the rule is tagged
historic wording (历史文本用语): it could not know the rule, and must not be repeated today.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yinfeng.judgement.clauses.dating import written_on
from yinfeng.judgement.clauses.denials import is_denied, sentence_of
from yinfeng.judgement.clauses.drafts import Clause, Packed, clauses_of, leads, led, packed
from yinfeng.lexicon.clauses import ClauseRule, ClauseRules, Saying
from yinfeng.text import Text
from yinfeng.values import Evidence

# So far around a hit its sentence is asked for what excuses it.
_REACH = 160
_WEIGHT = {"red": 3, "yellow": 2, "historic": 1, "green": 0}
COLOURS = {"red": "红", "yellow": "黄", "green": "绿", "historic": "历史文本用语"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that speaks of a clause, with the very words that made it speak."""

    rule: ClauseRule
    colour: str
    words: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Screened:
    """One clause with everything that rules say of it."""

    label: str
    evidence: Evidence
    colour: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Screening:
    """A whole draft, screened on a day by one version of the rules."""

    version: str
    today: date
    written: date | None
    clauses: tuple[Screened, ...]

    def count(self, colour: str) -> int:
        """How many clauses have that colour."""
        return sum(clause.colour == colour for clause in self.clauses)

    @property
    def colour(self) -> str:
        """The worst colour of any clause."""
        return max((one.colour for one in self.clauses), key=_WEIGHT.__getitem__, default="green")


def screen(
    text: Text, rules: ClauseRules, *, today: date, written: date | None = None
) -> Screening:
    """The draft screened by the rules in force today; *written* is its day where it is known."""
    day = written or written_on(text.clean)
    standing = rules.standing_on(today)
    clauses = tuple(_screened(text, one, standing, rules, day or today) for one in clauses_of(text))
    return Screening(rules.version, today, day, clauses)


def _screened(
    text: Text, clause: Clause, standing: tuple[ClauseRule, ...], rules: ClauseRules, day: date
) -> Screened:
    lead = leads(text, clause)
    words = led(packed(text, clause), lead)
    found: list[Hit] = []
    for rule in standing:
        quotes = tuple(_quotes(text, words, lead, rule, rules))
        if quotes:
            is_old = day < rule.since and rule.colour != "green"
            found.append(Hit(rule, "historic" if is_old else rule.colour, quotes))
    hits = _told_once(found)
    colour = max((hit.colour for hit in hits), key=_WEIGHT.__getitem__, default="green")
    return Screened(clause.label, _whole(text, clause), colour, hits)


def _whole(text: Text, clause: Clause) -> Evidence:
    """The clause in the source; only its first stretch where a moved caption comes between."""
    first, last = text.evidence(clause.lines[0]), text.evidence(clause.lines[-1])
    if last.end < first.start:
        return first
    return Evidence(first.start, last.end, text.document.source[first.start : last.end])


def _told_once(hits: list[Hit]) -> tuple[Hit, ...]:
    """Without the milder rule where its stricter sister speaks of the same words."""
    strict = {hit.rule.code for hit in hits if hit.colour in ("red", "historic")}
    milder = {"MON-02": {"MON-01", "TAX-02"}, "MOV-04": {"MOV-03"}, "MOV-05": {"MOV-01", "MOV-02"}}
    milder |= {"PUR-02": {"PUR-01"}, "GUA-04": {"GUA-03"}, "APP-02": {"APP-01"}}
    return tuple(hit for hit in hits if not milder.get(hit.rule.code, set()) & strict)


def _quotes(
    text: Text, words: Packed, lead: str, rule: ClauseRule, rules: ClauseRules
) -> Iterator[Evidence]:
    """The words of the clause that speak for the rule, each stretch once."""
    taken: list[tuple[int, int]] = []
    for saying in rule.says:
        for start, end in _stretches(saying, words.words):
            if any(start < right and left < end for left, right in taken):
                continue
            if words.places[end - 1] < 0:
                continue
            if _is_excused(rule, rules, words.words, start, end, lead):
                continue
            taken.append((start, end))
    for start, end in sorted(taken):
        yield text.evidence(words.span(start, end))


def _stretches(saying: Saying, words: str) -> Iterator[tuple[int, int]]:
    if len(saying.parts) > 1 and any(part.search(words) is None for part in saying.parts):
        return
    for part in saying.parts:
        for match in part.finditer(words):
            if match.end() > match.start():
                yield match.span()


def _is_excused(
    rule: ClauseRule, rules: ClauseRules, words: str, start: int, end: int, lead: str
) -> bool:
    left, right = sentence_of(words, start, end)
    sentence = words[max(left, start - _REACH) : min(right, end + _REACH)]
    if any(pattern.search(sentence) for pattern in rule.unless):
        return True
    if rule.colour == "green":
        return False
    if rule.by == "government" and _is_firms(rules, words[left:start], words[start:end]):
        return True
    return is_denied(words, start, end, lead, bars=rule.bars)


def _is_firms(rules: ClauseRules, before: str, hit: str) -> bool:
    """Whether the investor promises it: the last part of the sentence that names who speaks."""
    if rules.government.search(hit):
        return False
    for piece in reversed(before.split("，")):
        if rules.firm.match(piece):
            return True
        if rules.government.search(piece):
            return False
    return bool(rules.firm.search(before))
