"""The clause screen: each clause of a draft red, yellow or green, with the words, basis and why.

A refusal (不得给予…) and a lawful wording are not accused. A text older than the rule is tagged
historic wording (历史文本用语): it could not know the rule, and must not be repeated today.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from yinfeng.judgement.clauses.dating import written_on
from yinfeng.judgement.clauses.denials import breath_of, is_denied, sentence_of, sentences_of
from yinfeng.judgement.clauses.drafts import Clause, Packed, clauses_of, leads, led, packed
from yinfeng.lexicon.clauses import ClauseRule, ClauseRules, Saying
from yinfeng.text import Text
from yinfeng.values import Evidence

# So far around a hit its sentence is asked for what excuses it.
_REACH = 160
# Words that tell an offence together stand no further apart.
_TOGETHER = 90
# A general phrase may end with whom the money goes to: 奖给|乙方.
_TAIL = 3
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


# Of the same words the special rule speaks, not the general one beside it.
_GIVES_WAY = {
    "MON-01": {
        "TAX-01",
        "TAX-02",
        "LND-01",
        "FEE-01",
        "FEE-02",
        "FEE-03",
        "GUA-01",
        "GUA-02",
        "INT-02",
    },
    "GUA-01": {"LND-01", "FEE-02"},
    "MON-02": {"MON-01", "TAX-01", "TAX-02", "INT-01"},
    "MOV-04": {"MOV-03"},
    "MOV-05": {"MOV-01", "MOV-02", "BID-01"},
    "PUR-02": {"PUR-01"},
    "GUA-04": {"GUA-03"},
    "APP-02": {"APP-01"},
}


def _told_once(hits: list[Hit]) -> tuple[Hit, ...]:
    """Without the words of which a more special rule speaks too; every other offence stays."""
    told = []
    for hit in hits:
        special = _GIVES_WAY.get(hit.rule.code, set())
        taken = [words for other in hits if other.rule.code in special for words in other.words]
        left = tuple(
            words for words in hit.words if not any(_is_same_offence(words, one) for one in taken)
        )
        if left:
            told.append(replace(hit, words=left))
    return tuple(told)


def _is_same_offence(general: Evidence, special: Evidence) -> bool:
    """Whether both end in one offence: what a later verb of the sentence adds is another one."""
    meets = general.start < special.end and special.start < general.end
    return meets and general.end <= special.end + _TAIL


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
            if _is_excused(rule, saying, rules, words.words, start, end, lead):
                continue
            taken.append((start, end))
    for start, end in sorted(taken):
        yield text.evidence(words.span(start, end))


def _stretches(saying: Saying, words: str) -> Iterator[tuple[int, int]]:
    if saying.is_together:
        yield from _together(saying, words)
        return
    if len(saying.parts) > 1 and any(part.search(words) is None for part in saying.parts):
        return
    for part in saying.parts:
        for match in part.finditer(words):
            if match.end() > match.start():
                yield match.span()


def _together(saying: Saying, words: str) -> Iterator[tuple[int, int]]:
    """Stretches of one sentence that hold every part, not far from one another."""
    for left, right in sentences_of(words):
        found = [part.search(words, left, right) for part in saying.parts]
        if all(found):
            ends = [one.span() for one in found if one is not None]
            start, end = min(one[0] for one in ends), max(one[1] for one in ends)
            if end - start <= _TOGETHER:
                yield start, end


def _is_excused(
    rule: ClauseRule,
    saying: Saying,
    rules: ClauseRules,
    words: str,
    start: int,
    end: int,
    lead: str,
) -> bool:
    left, right = sentence_of(words, start, end)
    near, far = breath_of(words, max(left, start - _REACH), min(right, end + _REACH), start, end)
    if any(pattern.search(words[near:far]) for pattern in rule.unless):
        return True
    if rule.colour == "green":
        return False
    if rule.by == "government" and _is_firms(rules, words[left:start], words[start:end]):
        return True
    return is_denied(words, start, end, lead, bars=rule.bars or saying.bars)


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
