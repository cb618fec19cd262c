"""Checks the labels of the development set: form, allowed words, dates, and that quotes stand.

    python bench/quality/check_labels.py [FOLDER]

A quote must stand in the restored text (NN_name.restored.txt where there is one, else NN_name.txt);
white space is left out of the comparison, because a line of a newspaper column breaks anywhere.
Standard library only. Exits 1 where something is wrong.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

COMMON = {"kind", "doc", "quote", "host"}
AREA_UNITS = {"mu", "m2", "ha", "km2"}
CURRENCIES = {"CNY", "USD", "EUR", "HKD", "TWD", "JPY", "KRW", "GBP"}
TEXT, NUMBER, NAMES, PEOPLE, DAY = "text", "number", "names", "people", "day"
FIELDS: dict[str, dict[str, str]] = {
    "indicator": {
        "subject": TEXT, "name": TEXT, "value": NUMBER, "unit": TEXT, "from": DAY, "to": DAY,
        "yoy": NUMBER, "mode": TEXT, "bound": TEXT,
    },
    "project": {
        "name": TEXT, "investors": NAMES, "product": TEXT, "industry": TEXT,
        "investment": NUMBER, "investment_unit": TEXT, "investment_bound": TEXT,
        "annual_sales": NUMBER, "annual_tax": NUMBER, "capacity": NUMBER, "capacity_unit": TEXT,
        "land": NUMBER, "land_unit": TEXT, "floor_area": NUMBER, "floor_area_unit": TEXT,
        "site": TEXT, "origin": TEXT, "stage": TEXT, "stage_date": DAY, "customers": NAMES,
    },
    "engagement": {
        "date": DAY, "type": TEXT, "people": PEOPLE, "counterparts": NAMES, "place": TEXT,
        "project": TEXT, "purpose": TEXT,
    },
    "carrier": {
        "name": TEXT, "type": TEXT, "area": NUMBER, "area_unit": TEXT, "built_area": NUMBER,
        "built_area_unit": TEXT, "industries": NAMES, "tenants": NAMES, "site": TEXT, "bound": TEXT,
    },
    "renewal": {
        "block": TEXT, "area": NUMBER, "area_unit": TEXT, "enterprises": NUMBER,
        "tenants": NUMBER, "signed_rate": NUMBER, "signed_area": NUMBER, "signed_area_unit": TEXT,
        "as_of": DAY, "before": NAMES, "after": NAMES,
    },
    "partnership": {"parties": NAMES, "type": TEXT, "subject": TEXT, "date": DAY},
    "service": {
        "enterprise": TEXT, "need": TEXT, "helper": TEXT, "amount": NUMBER, "amount_unit": TEXT,
        "outcome": TEXT,
    },
    "role": {"person": TEXT, "title": TEXT, "organisation": TEXT},
}  # fmt: skip
NEEDED = {
    "indicator": {"subject", "name", "mode"}, "project": {"name"}, "engagement": {"type"},
    "carrier": {"name", "type"}, "renewal": {"block"}, "partnership": {"parties", "type"},
    "service": {"enterprise"}, "role": {"person", "title", "organisation"},
}  # fmt: skip
BOUNDS = {"exact", "at_least", "at_most", "about"}
WORDS = {
    ("indicator", "mode"): {"actual", "target", "plan"},
    ("indicator", "bound"): BOUNDS,
    ("carrier", "bound"): BOUNDS,
    ("project", "investment_bound"): BOUNDS,
    ("project", "stage"): {
        "lead", "visited", "negotiating", "finalising", "signed", "registered", "land",
        "started", "topped_out", "completed", "producing", "full_capacity", "lost",
    },
    ("engagement", "type"): {
        "visit_out", "visit_in", "exchange", "ceremony", "meeting", "study",
    },
    ("carrier", "type"): {"park", "base", "building", "station", "platform"},
    ("partnership", "type"): {
        "pairing", "cooperation", "supply", "research", "village_enterprise",
    },
}  # fmt: skip
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _has_form(value: object, form: str) -> bool:
    """Whether a value has the JSON form of its field."""
    if form == NUMBER:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if form == NAMES:
        return isinstance(value, list) and bool(value) and all(isinstance(v, str) for v in value)
    if form == PEOPLE:
        return isinstance(value, list) and all(
            isinstance(v, dict) and v and set(v) <= {"name", "title"} for v in value
        )
    if form == DAY:
        return isinstance(value, str) and DATE.fullmatch(value) is not None
    return isinstance(value, str) and bool(value)


def _wrong_units(fact: dict[str, object]) -> Iterator[str]:
    """Measures without a unit, and units that no measure of that kind has."""
    for field in ("area", "built_area", "land", "floor_area", "signed_area"):
        if field in fact and fact.get(f"{field}_unit") not in AREA_UNITS:
            yield f"{field} in {fact.get(f'{field}_unit')}"
    for field in ("investment", "amount"):
        if field in fact and fact.get(f"{field}_unit") not in CURRENCIES:
            yield f"{field} in {fact.get(f'{field}_unit')}"
    if "capacity" in fact and "capacity_unit" not in fact:
        yield "capacity without unit"


def _wrong(fact: dict[str, object], doc: str, text: str) -> Iterator[str]:
    """What is wrong with one fact."""
    kind = str(fact.get("kind"))
    if kind not in FIELDS:
        yield f"kind {kind}"
        return
    if fact.get("doc") != doc or not isinstance(fact.get("host"), str):
        yield "doc or host"
    quote = _without_space(str(fact.get("quote", "")))
    if not quote or quote not in text:
        yield "quote is not in the text"
    yield from (f"{field} is missing" for field in sorted(NEEDED[kind] - set(fact)))
    for field, value in fact.items():
        if field in COMMON:
            continue
        if field not in FIELDS[kind] or not _has_form(value, FIELDS[kind][field]):
            yield f"{field}: {value!r}"
        elif value not in WORDS.get((kind, field), [value]):
            yield f"{field} may not be {value!r}"
    if kind == "indicator":
        yield from (
            f"{end} is not a day"
            for end in ("from", "to")
            if end in fact and not FULL_DATE.fullmatch(str(fact[end]))
        )
        if "value" not in fact and "yoy" not in fact:
            yield "neither value nor yoy"
    yield from _wrong_units(fact)


def restored_text(labels: Path) -> str:
    """The sound text that the labels quote from, without white space."""
    restored = labels.with_suffix(".restored.txt")
    source = restored if restored.exists() else labels.with_suffix(".txt")
    return _without_space(source.read_text(encoding="utf-8"))


def problems(labels: Path) -> Iterator[str]:
    """Everything that is wrong in one file of labels."""
    text = restored_text(labels)
    seen: set[str] = set()
    for number, line in enumerate(labels.read_text(encoding="utf-8").splitlines(), 1):
        if line in seen:
            yield f"{labels.name}:{number}: twice"
        seen.add(line)
        try:
            fact = json.loads(line)
        except json.JSONDecodeError as error:
            yield f"{labels.name}:{number}: {error}"
            continue
        yield from (f"{labels.name}:{number}: {what}" for what in _wrong(fact, labels.stem, text))


def main() -> int:
    """Prints what is wrong and the tally; 1 where anything is."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "dev"
    files = sorted(folder.glob("*.jsonl"))
    texts = {p.stem for p in folder.glob("*.txt") if not p.stem.endswith(".restored")}
    wrong = [f"{name}: no labels" for name in sorted(texts - {p.stem for p in files})]
    for labels in files:
        wrong += problems(labels)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    facts = sum(len(p.read_text(encoding="utf-8").splitlines()) for p in files)
    print(f"{len(files)} articles, {facts} facts, {len(wrong)} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
