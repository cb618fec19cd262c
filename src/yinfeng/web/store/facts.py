"""The facts of a reading as the engine knows them, taken back from their rows."""

from collections.abc import Iterable, Iterator

from yinfeng.values import KINDS, Evidence, Status, Told
from yinfeng.values import Fact as EngineFact
from yinfeng.values.form import Value
from yinfeng.web.store.keeping import stretches
from yinfeng.web.store.models import Entry, Fact, Reading
from yinfeng.web.store.values import from_json

_CLASSES = {one.kind: one for one in KINDS}


def facts_of(reading: Reading) -> tuple[EngineFact, ...]:
    """The facts of the reading, in its order."""
    rows = Fact.objects.filter(reading=reading).prefetch_related("entries").order_by("ordinal")
    return tuple(_fact(row, row.entries.all()) for row in rows)


def told(entry: Entry) -> Told[Value]:
    """The field that an entry tells."""
    evidence = tuple(stretches(entry))
    return Told(from_json(entry.value), evidence, Status(entry.status), entry.pattern)


def _fact(row: Fact, entries: Iterable[Entry]) -> EngineFact:
    fields: dict[str, Told[Value]] = dict(_fields(entries))
    return _CLASSES[row.kind](
        host=row.host,
        quote=row.says,
        evidence=Evidence(row.start, row.end, row.quote),
        **fields,
    )


def _fields(entries: Iterable[Entry]) -> Iterator[tuple[str, Told[Value]]]:
    for entry in entries:
        yield entry.field, told(entry)
