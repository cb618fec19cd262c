"""Papers are set beside one another: what each tells of which figure, and where they differ."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Count, F, Max, Min, Q

from yinfeng.identity.decisions import Ruling, rulings
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.identity.score import Verdict, likeness
from yinfeng.web.desks.library.comparing import Figure, figures_in
from yinfeng.web.desks.library.models import Compared, Reprint, Telling
from yinfeng.web.desks.library.reprints import first_of
from yinfeng.web.store.identities import decisions_of
from yinfeng.web.store.models import Decision, Document, Entry
from yinfeng.web.store.standing import Standing, standings
from yinfeng.web.store.values import to_json

# Names of one sort and host, among which a new one looks for the thing that it names.
_MOST_NAMES = 400
_REJECTED = Decision.Verdict.REJECT


@transaction.atomic
def set_beside(document: Document) -> int:
    """What the paper tells, set beside what others tell; how many figures it tells."""
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if document.current_id is None:
        return 0
    said = list(document.decisions.select_related("entry__fact").order_by("pk"))
    figures = list(_figures(document, said))
    before = set(document.figures_told.values_list("key", flat=True))
    document.figures_told.all().delete()
    things = _Things(document)
    rows = [_row(document, one, things.thing(one)) for one in figures]
    Telling.objects.bulk_create(rows)
    _mark(before | {row.key for row in rows})
    _fold(document)
    Compared.objects.update_or_create(
        document=document,
        defaults={
            "reading_id": document.current_id,
            "decision": said[-1].pk if said else 0,
        },
    )
    return len(rows)


def _fold(document: Document) -> None:
    """Say which earlier paper tells the same story; of a story all name the first one."""
    told = first_of(document)
    if told is None:
        Reprint.objects.filter(document=document).delete()
        return
    before = Reprint.objects.filter(document=told).first()
    first = before.first if before else told
    Reprint.objects.update_or_create(document=document, defaults={"first": first})


def _figures(document: Document, said: Iterable[Decision]) -> Iterable[Figure]:
    entries = Entry.objects.filter(fact__reading=document.current_id)
    found, _ = standings(entries.select_related("fact").order_by("pk"), said)
    fields: dict[int, dict[str, Standing]] = {}
    for standing in found.values():
        if standing.verdict != _REJECTED:
            fields.setdefault(standing.entry.fact_id, {})[standing.entry.field] = standing
    for of_fact in fields.values():
        fact = next(iter(of_fact.values())).entry.fact
        yield from figures_in(fact, of_fact)


def _row(document: Document, figure: Figure, thing: str) -> Telling:
    return Telling(
        key=figure.key(thing),
        document=document,
        entry=figure.entry,
        kind=figure.kind,
        sort=figure.sort.value,
        host=figure.host,
        name=figure.name,
        thing=thing,
        figure=figure.figure,
        when=figure.when,
        status=figure.status,
        value=to_json(figure.value),
        low=figure.low,
        high=figure.high,
    )


def _mark(keys: Iterable[str]) -> None:
    """Say of each figure whether several papers tell it and cannot all be right.

    Stretches of a line all touch one another where the highest low end lies below the lowest high
    end, so two numbers tell it of any group.
    """
    wanted = list(keys)
    for at in range(0, len(wanted), 400):
        some = Telling.objects.filter(key__in=wanted[at : at + 400])
        groups = (
            some.order_by()
            .values("key")
            .annotate(
                papers=Count("document", distinct=True), low_end=Max("low"), high_end=Min("high")
            )
        )
        odd = groups.filter(papers__gt=1, low_end__gt=F("high_end")).values_list("key", flat=True)
        is_odd = Q(key__in=list(odd))
        some.filter(is_odd, is_odd=False).update(is_odd=True)
        some.filter(~is_odd, is_odd=True).update(is_odd=False)


class _Things:
    """Which thing a name names: one that an earlier paper named so or likely so, or a new one."""

    def __init__(self, document: Document) -> None:
        said = rulings(decisions_of(document.unit))
        self._ruled = {pair: ruled.ruling for pair, ruled in said.items()}
        self._known: dict[tuple[EntityKind, str], dict[str, str]] = {}

    def thing(self, figure: Figure) -> str:
        """The thing, as the first paper called it that told of it."""
        known = self._names(figure)
        if figure.name not in known:
            known[figure.name] = self._likely(figure, known)
        return known[figure.name]

    def _names(self, figure: Figure) -> dict[str, str]:
        at = figure.sort, figure.host
        if at not in self._known:
            rows = Telling.objects.filter(sort=figure.sort.value, host=figure.host)
            named = rows.order_by("name").values_list("name", "thing").distinct()
            self._known[at] = dict(named[:_MOST_NAMES])
        known = self._known[at]
        if figure.name not in known:
            own = Telling.objects.filter(
                sort=figure.sort.value, host=figure.host, name=figure.name
            ).first()
            known |= {own.name: own.thing} if own else {}
        return known

    def _likely(self, figure: Figure, known: Mapping[str, str]) -> str:
        if figure.sort is EntityKind.PLACE:
            return figure.name
        ours = Naming(figure.sort, figure.name, figure.host)
        for name, thing in known.items():
            theirs = Naming(figure.sort, name, figure.host)
            ruled = self._ruled.get((ours, theirs) if ours <= theirs else (theirs, ours))
            if ruled is Ruling.SAME:
                return thing
            if ruled is not Ruling.DIFFERENT and likeness(ours, theirs).verdict is Verdict.SAME:
                return thing
        return figure.name
