"""The signed form: what a person filled in, as a text in which every word has its place.

A typed figure is proved by these words, as a read one is by the words of its paper.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from yinfeng.values import Evidence


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a form, and where each thing that was filled in stands in it."""

    text: str
    places: Mapping[str, tuple[int, int]]

    def evidence(self, name: str) -> Evidence:
        """The words of one thing that was filled in."""
        start, end = self.places[name]
        return Evidence(start, end, self.text[start:end])


def sheet(title: str, lines: Iterable[tuple[str, str, str]]) -> Sheet:
    """The form of a title and its lines, each a name, a label and the words; empty ones are not."""
    text, places = "", {}
    for name, label, words in (("title", "", title), *lines):
        if words:
            text += f"{label}："[: len(label) + bool(label)]
            places[name] = len(text), len(text) + len(words)
            text += f"{words}\n"
    return Sheet(text, places)


def day_words(day: date) -> str:
    """A day as a form says it."""
    return f"{day.year}年{day.month}月{day.day}日"
