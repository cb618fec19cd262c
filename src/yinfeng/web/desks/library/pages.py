"""What the page of a document shows: a stretch of the original, and the facts that it proves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from yinfeng.text.text import Segment, clean_offset, in_source_order
from yinfeng.values import KINDS, Status
from yinfeng.values.form import told_names
from yinfeng.web.desks.library import words
from yinfeng.web.desks.library.proof import Stretch, mark_name, marked, page_of, pages
from yinfeng.web.desks.library.typed import is_correctable
from yinfeng.web.store.keeping import stretches
from yinfeng.web.store.models import ADDED, Decision, Document, Entry, Fact, Reading
from yinfeng.web.store.standing import Standing, standings
from yinfeng.web.store.values import from_json

# What a fact of each kind is called by: the first of these fields that it has.
_TITLES = {
    "indicator": ("name",),
    "project": ("name", "product", "investors"),
    "engagement": ("type", "purpose"),
    "carrier": ("name",),
    "renewal": ("block",),
    "partnership": ("parties",),
    "service": ("enterprise", "need"),
    "role": ("person", "title"),
}
_CLASSES = {one.kind: one for one in KINDS}


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a fact as the page shows it."""

    standing: Standing
    label: str
    says: str
    read: str
    status: str
    mark: str

    is_correctable: bool

    @property
    def entry(self) -> Entry:
        """The row of the figure."""
        return self.standing.entry

    @property
    def is_added(self) -> bool:
        """Whether a person added it."""
        return self.standing.entry.pattern == ADDED


@dataclass(frozen=True, slots=True)
class Card:
    """One fact as the page shows it."""

    fact: Fact
    kind: str
    title: str
    lines: tuple[Line, ...]

    @property
    def has_room(self) -> bool:
        """Whether a field is left that nobody has told."""
        return len(self.lines) < len(told_names(_CLASSES[self.fact.kind]))

    @property
    def is_added(self) -> bool:
        """Whether a person added all of it."""
        return all(line.is_added for line in self.lines)

    @property
    def is_open(self) -> bool:
        """Whether something of it is still undecided."""
        return any(not line.standing.verdict for line in self.lines)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a document: its number, how many there are, original and cards."""

    number: int
    count: int
    text: SafeString
    cards: tuple[Card, ...]
    lost: tuple[tuple[Decision, str, str], ...]
    start: int
    open: int


def sheet(document: Document, number: int, *, restored: bool) -> Sheet:
    """The page *number* of a document, in its original or its restored words."""
    reading = document.current
    assert reading is not None
    found, lost = _standings(document)
    starts = pages(reading.source)
    number = min(max(number, 1), len(starts))
    start, end = _bounds(starts, number, len(reading.source))
    here = [s for s in found.values() if start <= s.entry.fact.start < end]
    text = _text(reading, start, end, [s.entry for s in here], restored=restored)
    left = sum(not standing.verdict for standing in found.values())
    cards, gone = tuple(_cards(here)), tuple(_lost(lost))
    return Sheet(number, len(starts), text, cards, gone, start, left)


def card(fact: Fact) -> Card:
    """One fact of a document, as it stands now."""
    found, _ = _standings(fact.reading.document)
    (made,) = _cards(s for s in found.values() if s.entry.fact_id == fact.pk)
    return made


def page_with(fact: Fact) -> int:
    """The number of the page on which a fact stands."""
    return page_of(pages(fact.reading.source), fact.start)


def place_of(fact: Fact) -> str:
    """The address of the page on which a fact stands, at the fact."""
    number = page_with(fact)
    query = f"?page={number}" if number > 1 else ""
    return f"{reverse('library:document', args=[fact.reading.document_id])}{query}#f{fact.pk}"


def _standings(document: Document) -> tuple[dict[int, Standing], tuple[Decision, ...]]:
    entries = Entry.objects.filter(fact__reading=document.current_id)
    decisions = document.decisions.select_related("entry__fact", "by").order_by("pk")
    return standings(entries.select_related("fact").order_by("pk"), decisions)


def _bounds(starts: Sequence[int], number: int, length: int) -> tuple[int, int]:
    return starts[number - 1], starts[number] if number < len(starts) else length


def _text(
    reading: Reading, start: int, end: int, entries: Iterable[Entry], *, restored: bool
) -> SafeString:
    told = {s for entry in entries for s in stretches(entry)}
    places = [Stretch(s.start, s.end, mark_name(s.start, s.end)) for s in told]
    if not restored:
        return marked(reading.source, start, end, places)
    back = in_source_order([Segment(*one) for one in reading.segments])

    def crossed(stretch: Stretch) -> Stretch:
        first = clean_offset(back, stretch.start, at_end=False)
        last = clean_offset(back, stretch.end, at_end=True) if stretch.end else 0
        return Stretch(first, max(first, last), stretch.name)

    page = crossed(Stretch(start, end, ""))
    return marked(reading.restored, page.start, page.end, [crossed(one) for one in places])


def _cards(found: Iterable[Standing]) -> Iterator[Card]:
    facts: dict[int, list[Standing]] = {}
    for standing in found:
        facts.setdefault(standing.entry.fact_id, []).append(standing)
    for group in sorted(facts.values(), key=lambda g: (g[0].entry.fact.start, g[0].entry.fact_id)):
        fact = group[0].entry.fact
        lines = tuple(_line(standing) for standing in sorted(group, key=lambda s: s.entry.pk))
        yield Card(fact, words.KINDS[fact.kind], _title(fact.kind, lines) or fact.quote[:30], lines)


def _title(kind: str, lines: Sequence[Line]) -> str:
    says = {line.entry.field: line.read for line in lines}
    return next((says[name] for name in _TITLES[kind] if name in says), "")[:40]


def _line(standing: Standing) -> Line:
    entry, value = standing.entry, standing.value
    told = from_json(entry.value)
    read = words.says(told)
    return Line(
        standing=standing,
        label=words.FIELDS[entry.field],
        says=read if value is None else words.says(from_json(value)),
        read=read,
        status=words.STATUSES[Status(entry.status)],
        mark=mark_name(entry.start, entry.end),
        is_correctable=is_correctable(told),
    )


def _lost(decisions: Iterable[Decision]) -> Iterator[tuple[Decision, str, str]]:
    for decision in decisions:
        value = decision.value if decision.value is not None else decision.entry.value
        label = f"{words.KINDS[decision.entry.fact.kind]} · {words.FIELDS[decision.entry.field]}"
        yield decision, label, words.says(from_json(value))
