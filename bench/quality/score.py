"""How far found facts agree with labelled ones, record by record and field by field.

    python -m bench.quality.score LABELS FOUND [--misses]

Both are folders or files of JSON lines in the form of docs/facts.md. Within one document and kind
each label meets at most one found record, the most alike first. A record counts when what tells
one record from another (its name, its figure, its parties) agrees; its fields count by likeness.
A record found in a document without labels is made up like any other.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from yinfeng.values.form import Json, Row

# What tells one record of a kind from another, and how much each field says.
TELLING: Mapping[str, Mapping[str, float]] = {
    "indicator": {"value": 0.7, "name": 0.5, "subject": 0.1, "to": 0.1},
    "project": {
        "name": 1.0,
        "investors": 0.5,
        "investment": 0.4,
        "annual_sales": 0.4,
        "product": 0.3,
    },
    "engagement": {
        "date": 0.6,
        "counterparts": 0.5,
        "people": 0.4,
        "place": 0.3,
        "purpose": 0.3,
        "type": 0.1,
    },
    "carrier": {"name": 1.0, "area": 0.4},
    "renewal": {"block": 1.0, "area": 0.6, "signed_area": 0.4},
    "partnership": {"parties": 1.0, "subject": 0.2},
    "service": {"enterprise": 1.0, "amount": 0.3},
    "role": {"person": 1.0, "title": 0.2},
}
ENOUGH = 0.66
SQUARE_METRES = {"m2": 1.0, "mu": 2000 / 3, "ha": 10_000.0, "km2": 1_000_000.0}
CURRENCIES = frozenset({"CNY", "USD", "EUR", "HKD", "TWD", "JPY", "KRW", "GBP"})
NO_FIELDS = frozenset({"kind", "doc", "quote", "host", "path", "source", "evidence", "status"})
SILENT = {"indicator": {"mode": "actual", "bound": "exact"}}


@dataclass
class Tally:
    """Records and fields: how many are labelled, found, and both."""

    labelled: int = 0
    found: int = 0
    both: int = 0
    fields_labelled: int = 0
    fields_found: int = 0
    fields_both: float = 0.0

    @property
    def records_f1(self) -> float:
        """The harmonic mean of precision and recall of records."""
        return _f1(self.both, self.found, self.labelled)

    @property
    def fields_f1(self) -> float:
        """The same of fields."""
        return _f1(self.fields_both, self.fields_found, self.fields_labelled)

    def add(self, other: "Tally") -> None:
        """Count *other* too."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


@dataclass
class Agreement:
    """A tally for each kind, and the records that stand on one side only."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    missed: list[Row] = field(default_factory=list)
    made_up: list[Row] = field(default_factory=list)

    @property
    def whole(self) -> Tally:
        """All kinds together."""
        total = Tally()
        for tally in self.kinds.values():
            total.add(tally)
        return total


def _f1(both: float, found: int, labelled: int) -> float:
    return 2 * both / (found + labelled) if found + labelled else 1.0


def agreement(labels: Iterable[Row], found: Iterable[Row]) -> Agreement:
    """How far *found* agrees with *labels*."""
    rooms: dict[tuple[str, str], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((labels, found)):
        for row in rows:
            if row["kind"] in TELLING:
                rooms[str(row["kind"]), str(row["doc"])][side].append(row)
    result = Agreement()
    for (kind, _), (ours, theirs) in sorted(rooms.items()):
        _count(result, kind, ours, theirs)
    return result


def _count(result: Agreement, kind: str, labels: list[Row], found: list[Row]) -> None:
    tally, left, right = result.kinds[kind], set(range(len(labels))), set(range(len(found)))
    tally.labelled += len(labels)
    tally.found += len(found)
    tally.fields_labelled += sum(len(list(_fields(row))) for row in labels)
    tally.fields_found += sum(len(list(_fields(row))) for row in found)
    for _, a, b in sorted(_pairs(kind, labels, found), reverse=True):
        if a in left and b in right:
            left.remove(a)
            right.remove(b)
            tally.both += 1
            shared = set(_fields(labels[a])) & set(_fields(found[b]))
            tally.fields_both += sum(_same_field(name, labels[a], found[b]) for name in shared)
    result.missed += [labels[at] for at in sorted(left)]
    result.made_up += [found[at] for at in sorted(right)]


def _pairs(kind: str, labels: list[Row], found: list[Row]) -> Iterator[tuple[float, int, int]]:
    """The pairs that may be one record, with how alike they are."""
    for a, label in enumerate(labels):
        said = {name: weight for name, weight in TELLING[kind].items() if label.get(name)}
        enough = ENOUGH * min(1.0, sum(said.values()))
        for b, row in enumerate(found):
            # The same number said of something else is another record.
            if kind == "indicator" and _likeness(label.get("name"), row.get("name")) < 0.25:
                continue
            alike = sum(weight * _same_field(name, label, row) for name, weight in said.items())
            if alike and alike >= enough:
                yield alike, a, b


def _fields(row: Row) -> Iterator[str]:
    told = {**SILENT.get(str(row["kind"]), {}), **row}
    for name, value in told.items():
        is_unit = name == "unit" or name.endswith(("_unit", "investment_bound"))
        if name not in NO_FIELDS and not is_unit and value not in (None, "", [], {}):
            yield name


def _same_field(name: str, label: Row, row: Row) -> float:
    """Likeness of one field of two records: areas in square metres, no money of two currencies."""
    silent = SILENT.get(str(label["kind"]), {}).get(name)
    one, other = label.get(name, silent), row.get(name, silent)
    unit = "unit" if name == "value" else f"{name}_unit"
    units = label.get(unit), row.get(unit)
    if units[0] != units[1] and CURRENCIES & set(map(str, units)):
        return 0.0
    return _likeness(_measured(one, units[0]), _measured(other, units[1]))


def _measured(value: Json, unit: Json) -> Json:
    if isinstance(value, int | float) and str(unit) in SQUARE_METRES:
        return value * SQUARE_METRES[str(unit)]
    return value


def _likeness(one: Json, other: Json) -> float:
    """Likeness of two values, from 0 to 1."""
    match one, other:
        case (int() | float(), int() | float()):
            return float(abs(one - other) <= 1e-4 * max(abs(one), abs(other), 1e-9))
        case (str(), str()):
            return _alike_words(one, other)
        case (dict(), dict()):
            names = set(one) | set(other)
            return sum(_likeness(one.get(n), other.get(n)) for n in names) / max(1, len(names))
        case (list(), list()):
            return _alike_lists(one, other)
    return 0.0


def _alike_words(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one[:4].isdigit() and other[:4].isdigit() and set(one + other) <= set("0123456789-"):
        return 0.5 if one.startswith(other) or other.startswith(one) else 0.0
    left, right = _bigrams(one), _bigrams(other)
    shared = 2 * len(left & right) / (len(left) + len(right))
    contained = min(len(one), len(other)) >= 2 and (one in other or other in one)
    return max(shared, 0.8 if contained else 0.0)


def _bigrams(words: str) -> set[str]:
    plain = "".join(filter(str.isalnum, words))
    return {plain[at : at + 2] for at in range(len(plain) - 1)} or {plain}


def _alike_lists(one: Sequence[Json], other: Sequence[Json]) -> float:
    left, both = list(other), 0
    for item in one:
        best = max(left, key=lambda rest: _likeness(item, rest), default=None)
        if best is not None and _likeness(item, best) >= 0.6:
            left.remove(best)
            both += 1
    return _f1(both, len(other), len(one))


def rows_of(path: Path) -> list[Row]:
    """The rows of one file, or of all files of JSON lines below a folder."""
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    return [
        json.loads(line)
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def table(result: Agreement) -> str:
    """The agreement as a table, a row a kind."""
    rows = [f"{'kind':12} {'labelled':>8} {'found':>6} {'records':>8} {'fields':>8}"]
    for kind, tally in [*sorted(result.kinds.items()), ("all", result.whole)]:
        rows.append(
            f"{kind:12} {tally.labelled:8} {tally.found:6}"
            f" {tally.records_f1:8.3f} {tally.fields_f1:8.3f}"
        )
    return "\n".join(rows)


def main() -> None:
    """Print the table, and what was missed and made up when asked."""
    parser = argparse.ArgumentParser(description="How far found facts agree with labels.")
    parser.add_argument("labels", type=Path)
    parser.add_argument("found", type=Path)
    parser.add_argument("--misses", action="store_true")
    told = parser.parse_args()
    result = agreement(rows_of(told.labels), rows_of(told.found))
    print(table(result))
    for sign, rows in (("missed", result.missed), ("made up", result.made_up)):
        for row in rows if told.misses else ():
            print(f"{sign:8} {json.dumps(row, ensure_ascii=False)}")


if __name__ == "__main__":
    main()
