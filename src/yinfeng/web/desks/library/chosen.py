"""What an office chose where papers differ, for the rooms above that go by papers.

A choice of an office counts for its own records and for those of every unit below it, where the
chosen paper lies within the unit of the record; of several the highest office's holds. Each room's
`chosen.py` has HEARS, called in the transaction of the choice:

    HEARS = (hear,)    def hear(papers, *, by: User, today: date) -> object
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.utils import timezone

from yinfeng.ledger.agree import agrees
from yinfeng.values import Quantity
from yinfeng.web.desks.library.models import Choice, Telling
from yinfeng.web.desks.library.sources import chosen_of
from yinfeng.web.desks.library.words import says
from yinfeng.web.desks.rooms import rooms_with
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import is_under, line_of
from yinfeng.web.store.models import Entry
from yinfeng.web.store.values import from_json

Words = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen of one figure, by whom and why, and the tellings that were set aside."""

    telling: Telling
    choice: Choice
    aside: tuple[Telling, ...]

    @property
    def stands(self) -> str:
        """What stands instead, for a place that tells what does not."""
        return f"未采用，已选定“{self.telling.document.name}”{_said(self.telling)}"

    @property
    def says(self) -> str:
        """The choice in a sentence: what stands, what was set aside, who said so and why."""
        others = dict.fromkeys(f"“{one.document.name}”{_said(one)}" for one in self.aside)
        told = f"另有说法未采用：{'、'.join(others)}。" if others else ""
        return f"{told}{self.choice.by}选定“{self.telling.document.name}”：{self.choice.why}"

    def sets_aside(self, words: Words) -> bool:
        """Whether these words were not gone by."""
        return words in {_words(one) for one in self.aside}


def words_of(entry: Entry) -> Words:
    """What tells a figure of a paper from its others, whichever reader read it."""
    return entry.fact.reading.document_id, entry.field, entry.quote


def chosen_among(
    entries: Collection[Entry], unit: OrgUnit, moment: datetime | None = None
) -> dict[Words, Chosen]:
    """By words, what counts in the unit instead of or as what these figures tell.

    The entries come with their facts and readings. As of a *moment* what was chosen before it.
    """
    wanted = {words_of(entry) for entry in entries}
    papers = {paper for paper, _, _ in wanted}
    own = Telling.objects.filter(document__in=papers, is_odd=True).select_related("entry")
    keys = {_words(one): one.key for one in own if _words(one) in wanted}
    found = _chosen(set(keys.values()), unit, moment) if keys else {}
    return {words: found[key] for words, key in keys.items() if key in found}


def set_aside(facts: Iterable[int]) -> dict[int, str]:
    """Of these facts those of which a figure was not gone by, with the choice in a sentence."""
    rows = Telling.objects.filter(entry__fact__in=facts, is_odd=True)
    by_unit: dict[OrgUnit, list[Telling]] = defaultdict(list)
    for one in rows.select_related("entry", "document__unit"):
        by_unit[one.document.unit].append(one)
    said: dict[int, str] = {}
    for unit, told in by_unit.items():
        found = _chosen({one.key for one in told}, unit, None)
        for one in told:
            if one.key in found and found[one.key].sets_aside(_words(one)):
                said[one.entry.fact_id] = found[one.key].stands
    return said


def tell_rooms(key: str, *, by: User) -> None:
    """Let the rooms above go by what was chosen, or taken back, of one figure."""
    papers = set(Telling.objects.filter(key=key).values_list("document", flat=True))
    for hear in _hears():
        hear(papers, by=by, today=timezone.localdate())


def _chosen(keys: Collection[str], unit: OrgUnit, moment: datetime | None) -> Mapping[str, Chosen]:
    rows = Choice.objects.filter(key__in=keys, unit__path__in=line_of(unit.path))
    if moment is not None:
        rows = rows.filter(at__lt=moment)
    choices: dict[str, list[Choice]] = defaultdict(list)
    for row in rows.select_related("by", "unit", "entry__fact__reading").order_by("pk"):
        choices[row.key].append(row)
    every: dict[str, list[Telling]] = defaultdict(list)
    told = Telling.objects.filter(key__in=choices).select_related("entry", "document__unit")
    for one in told.order_by("document", "entry"):
        if is_under(one.document.unit.path, unit.path):
            every[one.key].append(one)
    found: dict[str, Chosen] = {}
    for key, some in choices.items():
        telling, choice = chosen_of(every[key], some)
        if telling is not None and choice is not None:
            aside = tuple(one for one in every[key] if not _agree(telling, one))
            found[key] = Chosen(telling, choice, aside)
    return found


def _words(telling: Telling) -> Words:
    return telling.document_id, telling.entry.field, telling.entry.quote


def _agree(left: Telling, right: Telling) -> bool:
    ours, theirs = from_json(left.value), from_json(right.value)
    return isinstance(ours, Quantity) and isinstance(theirs, Quantity) and agrees(ours, theirs)


def _said(telling: Telling) -> str:
    return says(from_json(telling.value))


@cache
def _hears() -> tuple[Callable[..., object], ...]:
    found: list[Callable[..., object]] = []
    for _, told in rooms_with("chosen", besides="library"):
        found += told.HEARS
    return tuple(found)
