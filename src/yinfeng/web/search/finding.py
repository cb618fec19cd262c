"""What is found: things in the user's scope that hold every word, the latest first.

Names stand before texts. A word of one character is looked for as the beginning of a pair;
letters also as initials of names (yzz finds 云泽镇).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from yinfeng.web.people.may import FEW, few_units, paths_where
from yinfeng.web.people.models import User
from yinfeng.web.search.actions import OVERLAP
from yinfeng.web.search.findable import Within, findables
from yinfeng.web.search.folding import folded, folded_with_places
from yinfeng.web.search.grams import (
    HEAD,
    beginning,
    initials_phrase,
    kind_mark,
    phrase,
    unit_mark,
)
from yinfeng.web.search.models import Passage, Question

Wanted: TypeAlias = tuple[tuple[str, bool], ...]

MOST = 200
_MOST_WORDS = 8
_AROUND = 40
_LETTERS = re.compile(r"[a-z0-9]{2,}")
_WITHIN = 3
# A database takes so many keys in one question.
_STEP = 20_000


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found."""

    kind: str
    title: SafeString
    address: str
    words: SafeString
    unit: str
    day: date | None
    within: tuple[Within, ...]


def words_of(asked: str) -> tuple[str, ...]:
    """The words that are asked for, folded; long ones in pieces that surely stand together."""
    found = (folded(word) for word in asked.split())
    pieces = (
        word[start : start + OVERLAP] for word in found for start in range(0, len(word), OVERLAP)
    )
    return tuple(dict.fromkeys(pieces))[:_MOST_WORDS]


def found(user: User, words: Sequence[str], kind: str = "") -> list[Passage]:
    """The first passage of each thing that holds every word; MOST at the most."""
    if not words:
        return []
    seen = Passage.objects.visible_to(user)
    if kind:
        seen = seen.filter(kind=kind)
    # The longest word is likely the rarest: the others are asked of what holds it.
    asked = max(words, key=len)
    for word in words:
        if word != asked:
            seen = seen.filter(_elsewhere(word))
    listed = seen.select_related("unit").defer("grams")
    within = _marks(user, kind)
    heads = Question(_wanted(asked), (*within, (HEAD,)))
    rest = Question(_wanted(asked), within, without=HEAD)
    return list(_first_of_each(listed, heads, rest))


def hits(passages: Sequence[Passage], words: Sequence[str]) -> list[Hit]:
    """The passages as a page shows them, with the words marked."""
    kinds = findables()
    inside = {
        name: kinds[name].within([p.key for p in passages if p.kind == name])
        for name in {passage.kind for passage in passages}
    }
    return [
        Hit(
            kind=kinds[p.kind].title,
            title=marked(p.title, words),
            address=kinds[p.kind].address(p.key),
            words=SafeString("") if p.ordinal == 0 else excerpt(p.text, words),
            unit=p.unit.name,
            day=p.day,
            within=tuple(_holding(inside[p.kind].get(p.key, ()), words))[:_WITHIN],
        )
        for p in passages
    ]


def marked(text: str, words: Sequence[str]) -> SafeString:
    """The text with every one of the words marked."""
    return _marked(text, _places(text, words), 0, len(text))


def excerpt(text: str, words: Sequence[str]) -> SafeString:
    """The words around the first of the words, with all of them marked."""
    places = _places(text, words)
    first = places[0] if places else (0, 0)
    start, end = max(first[0] - _AROUND, 0), min(first[1] + 2 * _AROUND, len(text))
    shown = _marked(text, places, start, end)
    return format_html("{}{}{}", "…" if start else "", shown, "…" if end < len(text) else "")


def holding(
    kind: str, words: str, units: Sequence[int] | None = None
) -> "QuerySet[Passage] | None":
    """The passages of things of a kind that hold all of these words, for lists to begin with.

    Only of these *units*, where they are named. None where the words are but signs. One of more
    letters may stand in a thing in another way than the list asks for, so the list still looks
    itself.
    """
    pieces = words_of(words)
    if not pieces:
        return None
    within = () if units is None else (_marks_of(units),)
    among = (*within, (kind_mark(kind),))
    first, *others = sorted(pieces, key=len, reverse=True)
    rows = Passage.objects.filter(grams__holds=Question(_wanted(first), among))
    for word in others:
        rows = rows.filter(_elsewhere(word))
    return rows


def _wanted(word: str) -> Wanted:
    if len(word) == 1:
        return ((beginning(word), True),)
    if _LETTERS.fullmatch(word):
        return ((phrase(word), False), (initials_phrase(word), False))
    return ((phrase(word), False),)


def _marks(user: User, kind: str) -> tuple[tuple[str, ...], ...]:
    """The kind and the units that come into question, where these are few."""
    kinds = [one for one in findables().values() if not kind or one.kind == kind]
    # Rights that reach equally far are asked for once.
    reaches = {paths_where(user, one.right): one.right for one in kinds}
    units = [few_units(user, right) for right in reaches.values()]
    few = {unit for known in units for unit in known or ()}
    groups = [] if None in units or len(few) > FEW else [_marks_of(sorted(few))]
    return (*groups, *([(kind_mark(kind),)] if kind else []))


def _marks_of(units: Sequence[int]) -> tuple[str, ...]:
    return tuple(unit_mark(one) for one in units) or ("xu",)


def _elsewhere(word: str) -> Exists:
    """Passages of things that hold the word in this passage or another one."""
    own = Passage.objects.filter(kind=OuterRef("kind"), key=OuterRef("key"))
    return Exists(own.filter(grams__holds=Question(_wanted(word))))


def _first_of_each(listed: "QuerySet[Passage]", *questions: Question) -> Iterator[Passage]:
    known: set[tuple[str, str]] = set()
    for question in questions:
        before: int | None = None
        step = 2 * MOST
        while len(known) < MOST:
            keys = Passage.objects.newest(question, before, step)
            for row in listed.filter(pk__in=keys).order_by("-pk") if keys else ():
                if (row.kind, row.key) not in known and len(known) < MOST:
                    known.add((row.kind, row.key))
                    yield row
            if len(keys) < step:
                break
            before, step = keys[-1], min(step * 4, _STEP)


def _holding(places: Sequence[Within], words: Sequence[str]) -> Iterator[Within]:
    for place in places:
        says = folded(place.says)
        if any(word in says for word in words):
            yield place


def _places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand in the text, in order, none inside another."""
    says, back = folded_with_places(text)
    stretches = sorted(
        (m.start(), m.end()) for word in words for m in re.finditer(re.escape(word), says)
    )
    places: list[tuple[int, int]] = []
    for start, end in stretches:
        if places and back[start] < places[-1][1]:
            places[-1] = (places[-1][0], max(places[-1][1], back[end - 1] + 1))
        else:
            places.append((back[start], back[end - 1] + 1))
    return places


def _marked(text: str, places: Sequence[tuple[int, int]], start: int, end: int) -> SafeString:
    made, at = [], start
    for first, last in places:
        if first >= start and last <= end:
            made += [conditional_escape(text[at:first])]
            made += [format_html("<mark>{}</mark>", text[first:last])]
            at = last
    # Every piece is escaped already.
    return mark_safe("".join([*made, conditional_escape(text[at:end])]))  # noqa: S308
