"""Shifted runs: text read one byte late after a note parted a character, as 談?wù)猩添?xiàng)目.

The note tells the lost byte: with the byte before it, it is a character that is so read. All
guesses that fit are carried to where the page is in step again; a run is mended only where one
reading stands clear of the others, otherwise it is left and marked.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from yinfeng.lexicon.readings import is_read
from yinfeng.lexicon.scripts import simple_forms, traditional
from yinfeng.text.edits import Edit
from yinfeng.text.guesses import SWALLOWED, Guess, Page, best, ended, followed
from yinfeng.text.likelihood import of_page
from yinfeng.text.step import Step
from yinfeng.text.streams import CUT, NOTE, PLAIN_CUT, Sort, Token, reading_of, tokens, written
from yinfeng.text.swallowed import swallowed_sign

CLEAR = 3.0
"""How much more probable, as a natural logarithm, a reading must be than the next."""

MOST = 300
"""So many guesses are carried on."""

LONGEST = 240
"""So many tokens at most are followed from one cut."""

FEW, MANY = 12, 4000
"""So many just before a mark of loss and just behind it, where two bytes may be gone."""

MAY_FAIL = 2
"""So many characters of a run may stay unknown without its being left as it is."""

UNKNOWN = "\x01"

RIGHT = 4
"""So many characters behind a run help to judge it."""

_BARE = re.compile(r"[\u3400-\u9fff](?![(（?\ufffd])")
_WIDE = re.compile(r"[，：；！？（）]")
_RUN = re.compile(CUT.pattern + r"[^\n,。!;]*")


class Solution(NamedTuple):
    """Where a run ends, and the guesses of what it says, the most probable first."""

    end: int
    guesses: Sequence[Guess]


def mend(words: str) -> Sequence[Edit]:
    """The runs of *words* as they were before the damage, where that is certain."""
    if not CUT.search(words):
        return ()
    return list(_mended(words, _page(words)))


def _mended(words: str, page: Page) -> Iterator[Edit]:
    cut, at = PLAIN_CUT if page.noted else CUT, 0
    while match := cut.search(words, at):
        start = match.start()
        solution = _solution(words, start, page)
        yield from _edits(words, start, solution, page)
        at = max(solution.end, match.end())


def _page(words: str) -> Page:
    outside = _RUN.sub("\n", words)
    noted = {m[1] for m in NOTE.finditer(outside) if is_read(m[1], reading_of(m[2]))}
    bare = {c for c in _BARE.findall(outside) if c in traditional()} - noted
    language = of_page(NOTE.sub("", outside))
    pairs = frozenset(map(written, noted))
    return Page(language, frozenset(noted), frozenset(bare), pairs, not _WIDE.search(outside))


def _solution(words: str, start: int, page: Page) -> Solution:
    guesses = _openings(words, start, page)
    is_swallowing = not next(tokens(words, start)).is_bracketed
    end, behind, token = start, 0, None
    for count, token in enumerate(tokens(words, start)):
        in_step = count > 0 and all(guess.pending is None for guess in guesses)
        if count > LONGEST or (in_step and _is_enough(token, behind)):
            break
        behind += in_step and token.sort is Sort.CHARACTER
        end = end if in_step else token.end
        if token.sort is Sort.LOST:
            guesses = guesses[:FEW]
        told = (followed(guess, token, page, is_swallowing=is_swallowing) for guess in guesses)
        guesses = best(chain.from_iterable(told), MANY if token.sort is Sort.LOST else MOST)
        if not guesses:
            return Solution(token.end, ())
    is_last = words[end : end + 1] in ("", "\n")
    finished = (ended(g, is_last=is_last) for g in guesses if g.pending is None)
    done = best(finished, MOST)
    return Solution(end, [_without(guess, behind) for guess in done])


def _openings(words: str, start: int, page: Page) -> list[Guess]:
    """The state before a cut: the last byte before it, as a wide sign too on a narrow page."""
    before = NOTE.sub("", words[max(0, start - 80) : start])[-8:]
    reach = page.language.read(before)
    reach = reach._replace(scores=tuple(score - reach.score for score in reach.scores))
    tails = [written(before[-1:])]
    if page.is_narrow and before and "!" <= before[-1] <= "~":
        tails.append(bytes((0xA3, ord(before[-1]) + 0x80)))
    return [Guess(0.0, "", reach, tail) for tail in tails]


def _is_enough(token: Token, behind: int) -> bool:
    is_other = token.sort is Sort.CUT or token.sort is Sort.LOST or token.says == "\n"
    return behind >= RIGHT or is_other


def _without(guess: Guess, behind: int) -> Guess:
    return guess._replace(words=guess.words[: len(guess.words) - behind])


def _edits(words: str, start: int, solution: Solution, page: Page) -> Iterator[Edit]:
    end = solution.end
    if not solution.guesses:
        yield Edit(start, end, words[start:end], sure=False)
        return
    said = _agreed(solution.guesses)
    if said is None:
        yield Edit(start, end, words[start:end], sure=False)
    else:
        around = words[max(0, start - 80) : start], words[end : end + 40]
        filled = _filled(said, around, page)
        yield Edit(start, end, filled, sure=filled == said)


def _agreed(guesses: Sequence[Guess]) -> str | None:
    """What the first guess says, with a mark where another is nearly as probable, or None."""
    first = guesses[0]
    rivals = [g for g in guesses[1:] if g.total > first.total - CLEAR and g.words != first.words]
    said = first.words
    for rival in rivals:
        if len(rival.words) != len(said):
            return None
        said = "".join(
            a if a == b or _plain(a) == _plain(b) else UNKNOWN
            for a, b in zip(said, rival.words, strict=True)
        )
    return said if said.count(UNKNOWN) <= MAY_FAIL else None


def _plain(character: str) -> str:
    return simple_forms().get(character, character)


def _filled(said: str, around: tuple[str, str], page: Page) -> str:
    """The words with each swallowed sign put back, or a mark where it may have been a digit."""
    ahead, behind = around
    while SWALLOWED in said:
        before, _, after = said.partition(SWALLOWED)
        sign = swallowed_sign(ahead + before, after + behind, is_narrow=page.is_narrow)
        said = before + sign + after
    return said.replace(UNKNOWN, "?")


STEP = Step("shift", frozenset(")）"), mend)
