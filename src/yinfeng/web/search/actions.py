"""The index is kept: a thing is put in by the action that changes it, in its transaction.

What was forgotten (rows written past the actions, an older way of folding) the nightly catch-up
finds by comparing digests.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import transaction
from django.db.models import Model

from yinfeng.web.search.findable import Card, Findable, findable_of, findables
from yinfeng.web.search.folding import folded_with_places
from yinfeng.web.search.grams import grams, initials, marks
from yinfeng.web.search.models import Passage
from yinfeng.web.shell.rows import insert

# PostgreSQL looks for phrases in the first 16,383 positions only; a passage stays far below.
LENGTH = 1500
OVERLAP = 40
_CHUNK = 300
_TITLE = 300
# Goes up whenever folding or pairs change: everything is then put in again by the catch-up.
_VERSION = "1"


def put(*things: Model) -> None:
    """Let the things be found as they are now; what cannot be found at all is passed over."""
    pairs = [(kind, thing) for thing in things if (kind := findable_of(thing)) is not None]
    for kind in dict.fromkeys(kind for kind, _ in pairs):
        along = list(kind.along([thing for one, thing in pairs if one is kind]))
        pairs += [(own, one) for one in along if (own := findable_of(one)) is not None]
    _put(pairs)


@transaction.atomic
def _put(pairs: Sequence[tuple[Findable, Model]]) -> None:
    for kind in {kind for kind, _ in pairs}:
        keys = [str(thing.pk) for one, thing in pairs if one is kind]
        for start in range(0, len(keys), _CHUNK):
            chunk = keys[start : start + _CHUNK]
            Passage.objects.filter(kind=kind.kind, key__in=chunk).delete()
    rows = (row for kind, thing in pairs for row in _passages(kind, thing))
    insert(Passage, rows)


def catch_up(kind: Findable) -> Iterator[int]:
    """Put in what is missing or stale and drop what is gone; how many, after every chunk."""
    stamps = dict(
        Passage.objects.filter(kind=kind.kind, ordinal=0).values_list("key", "digest").iterator()
    )
    things = kind.rows().order_by("pk").iterator(chunk_size=_CHUNK)
    while chunk := list(islice(things, _CHUNK)):
        stale = []
        for thing in chunk:
            card = kind.card(thing)
            if stamps.pop(str(thing.pk), None) != (digest(card) if card else None):
                stale.append(thing)
        put(*stale)
        yield len(stale)
    gone = list(stamps)
    for start in range(0, len(gone), _CHUNK):
        some = gone[start : start + _CHUNK]
        Passage.objects.filter(kind=kind.kind, key__in=some).delete()
        yield len(some)


def forget_unknown() -> int:
    """Drop the passages of kinds that nobody lists any more."""
    gone, _ = Passage.objects.exclude(kind__in=findables()).delete()
    return gone


def digest(card: Card) -> str:
    """What changes whenever the passages of a thing would."""
    says = "\x1f".join(
        (_VERSION, str(card.unit.pk), card.title, *card.names, str(card.day), card.text)
    )
    return hashlib.sha256(says.encode(errors="replace")).hexdigest()


def _passages(kind: Findable, thing: Model) -> Iterator[Passage]:
    card = kind.card(thing)
    if card is None:
        return
    title = card.title[:_TITLE]
    names = (title, *card.names)
    head, stamp = " · ".join(dict.fromkeys(names)), digest(card)
    texts = ((0, head), *enumerate(cut(card.text), 1))
    for ordinal, text in texts:
        folded, _ = folded_with_places(text)
        words = grams(folded)
        are = marks(card.unit.pk, kind.kind, is_head=ordinal == 0)
        yield Passage(
            kind=kind.kind,
            key=str(thing.pk),
            unit=card.unit,
            ordinal=ordinal,
            title=title,
            text=text,
            grams=f"{words} {initials(names)} {are}" if ordinal == 0 else f"{words} {are}",
            day=card.day,
            digest="" if ordinal else stamp,
        )


def cut(text: str) -> Iterator[str]:
    """Passages of the text; each begins with the end of the one before."""
    folded, places = folded_with_places(text)
    start = 0
    while start < len(folded):
        end = min(start + LENGTH, len(folded))
        yield text[places[start] : places[end - 1] + 1]
        if end == len(folded):
            break
        start = end - OVERLAP


def all_kinds() -> Iterable[Findable]:
    """Every kind that can be found."""
    return findables().values()
