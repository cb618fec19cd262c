"""JioNLP on the texts of a run: its speed, and what it finds; runs in an environment of its own.

Reads JSON from standard input: {"texts": [...], "sentences": [...], "dated": [2024, 6, 20]}.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import jionlp

CURRENCIES = {
    "元": "CNY",
    "港元": "HKD",
    "美元": "USD",
    "欧元": "EUR",
    "日元": "JPY",
    "韩元": "KRW",
    "新台币": "TWD",
}
SHORT = 20_000
Base = dict[str, int]
Found = Iterator[list[Any]]
Find = Callable[[str, Base], Found]


def money(says: str, _: Base) -> Found:
    """The money of a sentence: one number, or both ends of a range, and the currency."""
    for one in jionlp.ner.extract_money(says):
        told = one["detail"]["num"]
        ends = told if isinstance(told, list) else [told]
        if len(ends) == 2 and one["detail"]["definition"] != "accurate" and _is_open(one["text"]):
            ends = ends[:1]
        yield [*ends, CURRENCIES.get(one["detail"]["case"], one["detail"]["case"])]


def _is_open(words: str) -> bool:
    return not any(sign in words for sign in "至到-~—")


def times(says: str, base: Base) -> Found:
    """The times of a sentence: the first and the last day."""
    for one in jionlp.ner.extract_time(says, time_base=base):
        ends = one["detail"]["time"]
        if isinstance(ends, list) and len(ends) == 2:
            yield [str(end)[:10] if end != "inf" else "" for end in ends]


def places(says: str, _: Base) -> Found:
    """The names of all provinces, cities and counties of a sentence."""
    found = jionlp.recognize_location(says)
    for address in found["domestic"] or ():
        yield from ([name] for name in address[0].values() if name)
    yield from ([name] for name in (found["others"] or ()))


def guarded(find: Find, says: str, base: Base) -> list[list[str]]:
    """What is found; a failure finds nothing."""
    try:
        return [[str(part) for part in one] for one in find(says, base)]
    except Exception:
        return []


def main() -> None:
    """Answer one request on standard input with JSON on the last line of standard output."""
    asked = json.load(sys.stdin)
    year, month, day = asked["dated"]
    base = {"year": year, "month": month, "day": day}
    answer: dict[str, dict[str, Any]] = {"speed": {}, "found": {}}
    for name, find in (("money", money), ("time", times), ("place", places)):
        guarded(find, asked["texts"][0], base)
        began, characters = time.perf_counter(), 0
        for text in asked["texts"]:
            guarded(find, text, base)
            characters += len(text)
            if time.perf_counter() - began > 4 and characters > SHORT:
                break
        answer["speed"][name] = characters / (time.perf_counter() - began)
        answer["found"][name] = [guarded(find, says, base) for says in asked["sentences"]]
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
