"""How fast bytes become facts on one core, step by step, beside a plain decode of the same."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from yinfeng import facts, mentions, text
from yinfeng.corpus.collecting import collect_seldom
from yinfeng.facts.joining import joined
from yinfeng.facts.page import laid_out
from yinfeng.facts.scope import scope_of
from yinfeng.facts.trade import is_of_the_trade
from yinfeng.intake.opening import documents_of
from yinfeng.reading import read
from yinfeng.values import Document, Fact, Mention

T = TypeVar("T")


class Speed(NamedTuple):
    """Characters a second of the whole way, of the recognisers, of a decode; seconds by step."""

    whole: float
    mentions: float
    decode: float
    steps: Mapping[str, float]


def speed(files: Sequence[bytes], rounds: int = 3) -> Speed:
    """The speed on *files*, as the commands read them; the best of some rounds, as others work."""
    collect_seldom()
    characters = sum(len(data.decode("utf-8", "replace")) for data in files)
    for data in files:
        list(read(data, "warm.txt"))
    whole = min(_seconds(lambda: _read_all(files)) for _ in range(rounds))
    decode = min(
        _seconds(lambda: [data.decode("utf-8", "replace") for data in files]) for _ in range(rounds)
    )
    profiles = [_profile(files) for _ in range(rounds)]
    steps = {name: min(profile[name] for profile in profiles) for name in profiles[0]}
    finding = sum(spent for name, spent in steps.items() if name.startswith("mentions."))
    return Speed(characters / whole, characters / finding, characters / decode, steps)


def _read_all(files: Iterable[bytes]) -> None:
    for data in files:
        for _ in read(data, "speed.txt"):
            pass


def _seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


class _Watch:
    """Adds up the time that each step takes."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def step(self, name: str, run: Callable[[], T]) -> T:
        began = time.process_time()
        result = run()
        self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - began
        return result


def _profile(files: Iterable[bytes]) -> Mapping[str, float]:
    """The same way as `reading.read_document`, each step under the watch."""
    watch = _Watch()
    for data in files:
        for found in watch.step("intake", partial(_opened, data)):
            _profile_document(found, watch)
    return watch.spent


def _opened(data: bytes) -> list[Document]:
    return [one for one in documents_of(data, "speed.txt") if isinstance(one, Document)]


def _profile_document(document: Document, watch: _Watch) -> None:
    restored = watch.step("text", lambda: text.restore(document))
    found: list[Mention] = []
    for recognise in mentions.RECOGNISERS:
        found += watch.step(_name(recognise), partial(_listed, recognise(restored)))
    page = watch.step("page", lambda: laid_out(restored, found))
    if not watch.step("trade", lambda: is_of_the_trade(page)):
        return
    scope = watch.step("scope", lambda: scope_of(page))
    told: list[Fact] = []
    for pattern in facts.PATTERNS:
        told += watch.step(_name(pattern), partial(_listed, pattern(page, scope)))
    watch.step("joining", lambda: joined(told))


def _listed(found: Iterable[T]) -> list[T]:
    return list(found)


def _name(step: Callable[..., object]) -> str:
    """The place of a recogniser or a pattern: mentions.quantities, facts.projects."""
    return step.__module__.removeprefix("yinfeng.").removesuffix(".pattern")
