"""Papers that tell one figure differently, side by side, and which of them stands.

What a person chose stands, until a paper comes that tells it otherwise again; failing that what
a stated rule says; failing that nothing stands, and a person has to choose. Of the choices of
several offices that of the highest one holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Max, Min, Q, QuerySet

from yinfeng.ledger.agree import agrees
from yinfeng.ledger.figures import Source, source_that_stands
from yinfeng.values import Quantity, Status
from yinfeng.web.desks.library import words
from yinfeng.web.desks.library.models import Choice, Telling
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User
from yinfeng.web.store.values import from_json

WAITING, RULED, CHOSEN = "waiting", "ruled", "chosen"
STATES = {WAITING: "待选定", RULED: "按规则采用", CHOSEN: "已选定"}
_LONG = ("source", "restored", "segments", "parts")


@dataclass(frozen=True, slots=True)
class Word:
    """One paper's word, as the page shows it."""

    telling: Telling
    says: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One figure with what each paper tells of it, what stands and why."""

    key: str
    title: str
    kind: str
    state: str
    says: str
    told: tuple[Word, ...]
    choices: tuple[Choice, ...]
    other: Telling | None

    @property
    def label(self) -> str:
        """The state in words."""
        return STATES[self.state]

    @property
    def first(self) -> Telling:
        """The telling that the figure is spoken of by."""
        return self.told[0].telling


def odd_keys(user: User) -> "QuerySet[Telling, str]":
    """The keys of figures on which papers in the user's scope differ, the latest papers first."""
    groups = Telling.objects.visible_to(user).filter(is_odd=True).order_by().values("key")
    found = groups.annotate(
        papers=Count("document", distinct=True),
        low_end=Max("low"),
        high_end=Min("high"),
        latest=Max("document"),
    ).filter(papers__gt=1, low_end__gt=F("high_end"))
    return found.order_by("-latest", "key").values_list("key", flat=True)


def sides_of(user: User, keys: Sequence[str]) -> list[Side]:
    """The figures of these keys, in this order, as the user may see them."""
    rows = Telling.objects.visible_to(user).filter(key__in=keys).select_related(
        "document__current", "document__upload", "document__unit", "entry__fact"
    )  # fmt: skip
    rows = rows.defer(*(f"document__current__{name}" for name in _LONG))
    groups: dict[str, list[Telling]] = defaultdict(list)
    for row in rows.order_by("document", "entry"):
        groups[row.key].append(row)
    said = _choices(user, keys)
    return [_side(groups[key], said.get(key, [])) for key in keys if groups[key]]


def overruled(facts: Iterable[int], units: Q) -> dict[int, int]:
    """Of these facts those that tell what an office did not choose, each with the chosen fact.

    *units* says of which offices a choice counts.
    """
    told = Telling.objects.filter(entry__fact__in=facts, is_odd=True).select_related("entry")
    by_key = {one.key: one for one in told}
    choices: dict[str, list[Choice]] = defaultdict(list)
    rows = Choice.objects.filter(units, key__in=by_key).select_related(
        "unit", "entry__fact__reading"
    )
    for row in rows.order_by("pk"):
        choices[row.key].append(row)
    every: dict[str, list[Telling]] = defaultdict(list)
    for one in Telling.objects.filter(key__in=choices).select_related("entry"):
        every[one.key].append(one)
    instead = {}
    for one in told:
        chosen, _ = chosen_of(every[one.key], choices[one.key])
        if chosen is not None and not agrees(_quantity(chosen), _quantity(one)):
            instead[one.entry.fact_id] = chosen.entry.fact_id
    return instead


def _choices(user: User, keys: Sequence[str]) -> Mapping[str, list[Choice]]:
    rows = Choice.objects.filter(in_scope(user, "library.read"), key__in=keys)
    found: dict[str, list[Choice]] = defaultdict(list)
    for row in rows.select_related("by", "unit", "entry__fact__reading").order_by("pk"):
        found[row.key].append(row)
    return found


def _side(told: Sequence[Telling], choices: Sequence[Choice]) -> Side:
    chosen, choice = chosen_of(told, choices)
    stands: Telling | None = chosen
    if chosen is not None and choice is not None:
        state, why = CHOSEN, f"{choice.by}选定：{choice.why}"
        if _reopened(told, chosen, choice):
            state, why = WAITING, f"{why}。此后又有材料说法不同，请重新选定"
    else:
        at, why = source_that_stands([_source(one) for one in told])
        stands, state = (told[at], RULED) if at is not None else (None, WAITING)
    shown = tuple(
        Word(one, words.says(from_json(one.value)), stands is not None and one.pk == stands.pk)
        for one in told
    )
    first = told[0]
    other = next((one for one in told if one.name != first.name), None)
    kind = words.KINDS[first.kind]
    return Side(first.key, title_of(first), kind, state, why, shown, tuple(choices), other)


def title_of(telling: Telling) -> str:
    """What a figure is of, in words."""
    when = telling.when.strip("–").replace("–", " 至 ")
    status = words.STATUSES.get(Status(telling.status), "") if telling.status else ""
    host = telling.host if telling.host and telling.host not in telling.thing else ""
    parts = (host, telling.thing, telling.figure, when, status)
    return " · ".join(part for part in parts if part)


def chosen_of(
    told: Sequence[Telling], choices: Sequence[Choice]
) -> tuple[Telling | None, Choice | None]:
    """What is chosen, by the highest office that has a choice standing."""
    last: dict[str, Choice] = {choice.unit.path: choice for choice in choices}
    for path in sorted(last, key=lambda path: (len(path), path)):
        choice = last[path]
        if choice.entry is not None:
            found = next((one for one in told if _is(one, choice)), None)
            if found is not None:
                return found, choice
    return None, None


def _is(telling: Telling, choice: Choice) -> bool:
    """Whether the telling is the chosen one, also after its paper was read again."""
    if telling.entry_id == choice.entry_id:
        return True
    entry = choice.entry
    return (
        entry is not None
        and entry.fact.reading.document_id == telling.document_id
        and entry.quote == telling.entry.quote
        and choice.value == telling.value
    )


def _reopened(told: Iterable[Telling], chosen: Telling, choice: Choice) -> bool:
    ours = _quantity(chosen)
    return any(
        one.document.upload.at > choice.at and not agrees(ours, _quantity(one)) for one in told
    )


def _source(telling: Telling) -> Source:
    reading = telling.document.current
    assert reading is not None
    return Source(_quantity(telling), reading.publisher, reading.title, reading.published)


def _quantity(telling: Telling) -> Quantity:
    value = from_json(telling.value)
    assert isinstance(value, Quantity)
    return value
