"""What a clause inherits: whose ledger it belongs to, its period, and how real it is.

A town's own paper seldom repeats its name: 全镇实现工业总产值… belongs to the host, 其中… to the
period of the sentence before, and all that follows 今年将… is wanted, not reached.
"""

from bisect import bisect_right
from dataclasses import dataclass

from yinfeng.facts.hosts import sections
from yinfeng.facts.moods import Mood, moods, status_of
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.reigns import in_force, inherited
from yinfeng.mentions.times import Anchor, anchor
from yinfeng.values import Mention, Status


@dataclass(frozen=True)
class Scope:
    """The hosts of a page by where their sections start, its date, and its paragraphs' moods."""

    page: Page
    anchor: Anchor
    starts: tuple[int, ...]
    hosts: tuple[str, ...]
    moods: dict[int, Mood]
    periods: dict[int, Mention]

    def host(self, offset: int) -> str:
        """The body whose ledger the words at *offset* belong to; empty when none is named."""
        if not self.hosts:
            return ""
        if len(self.hosts) == 1:
            return self.hosts[0]
        return self.hosts[max(0, bisect_right(self.starts, offset) - 1)]

    def status(self, sentence: Sentence, start: int, end: int) -> Status:
        """How real the words between two offsets say they are, else their paragraph's mood."""
        mood = self.moods.get(sentence.span.start)
        told = mood.status if mood is not None and mood.since < end else Status.DONE
        return status_of(self.page, sentence, start, end, told)

    def period(self, sentence: Sentence, offset: int) -> Mention | None:
        """The period in force at *offset*: the last one told in the sentence, else inherited."""
        return in_force(self.page, sentence, offset, self.periods.get(sentence.span.start))


def scope_of(page: Page) -> Scope:
    """The scope of a page: hosts, date, and what each sentence inherits."""
    told = tuple(sections(page))
    return Scope(
        page,
        anchor(page.text),
        tuple(start for start, _ in told),
        tuple(host for _, host in told),
        dict(moods(page)),
        dict(inherited(page)),
    )
