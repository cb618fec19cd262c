"""Shifted runs: text read one byte late after a note parted a character, as 談?wù)猩添?xiàng)目.

The note tells the lost byte: with the byte before it, it is a character that is so read. All
guesses that fit are carried to where the page is in step again; a run is mended only where one
reading stands clear of the others, otherwise it is left and marked.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yinfeng.lexicon.readings import TONED, is_read
from yinfeng.lexicon.scripts import traditional
from yinfeng.text.agreement import UNKNOWN, agreed
from yinfeng.text.edits import Edit
from yinfeng.text.guesses import FEW_TRAILS, Guess, Page, best, ended, followed
from yinfeng.text.likelihood import SWALLOWED, of_page
from yinfeng.text.step import Step
from yinfeng.text.streams import CUT, NOTE, PLAIN_CUT, Sort, Token, reading_of, tokens, written
from yinfeng.text.swallowed import swallowed_sign

LOST = "?\ufffd"

MOST = 300
"""So many guesses are carried on."""

LONGEST = 240
"""So many tokens at most are followed from one cut."""

ALLOWANCE, ALLOWANCE_A_CHARACTER = 60_000, 1
"""So many guesses may be weighed for a page; what is damaged beyond that is marked, not mended."""

FEW, MANY = 5, 4000
"""So many wordings just before a mark of loss, so many guesses just behind it."""

RIGHT = 4
"""So many characters behind a run help to judge it."""

_BARE = re.compile(r"[\u3400-\u9fff](?![(（?\ufffd])")
_TONE = re.compile(f"[{TONED}]")
_WIDE = re.compile(r"[，：；！？（）]")
_RUN = re.compile(CUT.pattern + r"[^\n,。!;]*")


class Solution(NamedTuple):
    """Where a run ends, the guesses of what it says, the likeliest first, and the work it took."""

    end: int
    guesses: Sequence[Guess]
    spent: int = 0


def mend(words: str) -> Sequence[Edit]:
    """The runs of *words* as they were before the damage, where that is certain."""
    if not _may_be_cut(words):
        return ()
    return list(_mended(words, _page(words)))


def _may_be_cut(words: str) -> bool:
    """Whether a note of *words* has lost what stood before it."""
    if _TONE.search(words) and CUT.search(words):
        return True
    marked = any(mark in words for mark in LOST)
    return marked and bool(PLAIN_CUT.search(words) and NOTE.search(words))


def _mended(words: str, page: Page) -> Iterator[Edit]:
    cut, at, spent = PLAIN_CUT if page.noted else CUT, 0, 0
    while match := cut.search(words, at):
        start = match.start()
        is_affordable = spent <= ALLOWANCE + ALLOWANCE_A_CHARACTER * len(words)
        solution = _solution(words, start, page) if is_affordable else Solution(match.end(), ())
        yield from _edits(words, start, solution, page)
        at, spent = max(solution.end, match.end()), spent + solution.spent


def _page(words: str) -> Page:
    outside = _RUN.sub("\n", words)
    notes = {(match[1], match[2]) for match in NOTE.finditer(outside)}
    noted = {character for character, inside in notes if is_read(character, reading_of(inside))}
    bare = traditional().intersection(_BARE.findall(outside)) - noted
    language = of_page(NOTE.sub("", outside))
    pairs = frozenset(map(written, noted))
    return Page(language, frozenset(noted), frozenset(bare), pairs, not _WIDE.search(words))


def _solution(words: str, start: int, page: Page) -> Solution:
    guesses = _openings(words, start, page)
    is_swallowing = not next(tokens(words, start)).is_bracketed
    end, behind, spent = start, 0, 0
    for count, token in enumerate(tokens(words, start)):
        if token.says == "\n":
            guesses = [guess for guess in guesses if guess.pending is None]
        in_step = count > 0 and all(guess.pending is None for guess in guesses)
        if count > LONGEST or (in_step and _is_enough(token, behind)):
            break
        behind += in_step and token.sort is Sort.CHARACTER
        end = end if in_step else token.end
        if token.sort is Sort.LOST:
            guesses = _likeliest(guesses)
            spent += FEW_TRAILS * len(guesses)
        told = followed(guesses, token, page, is_swallowing=is_swallowing)
        guesses = best(told, MANY if token.sort is Sort.LOST else MOST)
        spent += len(guesses)
        if not guesses:
            return Solution(token.end, (), spent)
    is_last = words[end : end + 1] in ("", "\n")
    finished = (ended(g, is_last=is_last) for g in guesses if g.pending is None)
    done = best(finished, MOST)
    return Solution(end, [_without(guess, behind) for guess in done], spent)


def _likeliest(guesses: Sequence[Guess]) -> list[Guess]:
    """The guesses with one of the likeliest wordings, whatever byte waits behind it."""
    wordings = list(dict.fromkeys(guess.words for guess in guesses))[:FEW]
    return [guess for guess in guesses if guess.words in wordings]


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
    said = agreed([(guess.total, guess.words) for guess in solution.guesses])
    if said is None:
        yield Edit(start, end, words[start:end], sure=False)
    else:
        around = words[max(0, start - 200) : start], words[end : end + 200]
        filled = _filled(said, (NOTE.sub("", around[0]), NOTE.sub("", around[1])), page)
        yield Edit(start, end, filled, sure=filled == said)


def _filled(said: str, around: tuple[str, str], page: Page) -> str:
    """The words with each swallowed sign put back, or a mark where it may have been a digit."""
    ahead, behind = around
    while SWALLOWED in said:
        before, _, after = said.partition(SWALLOWED)
        sign = swallowed_sign(ahead + before, after + behind, is_narrow=page.is_narrow)
        said = before + sign + after
    return said.replace(UNKNOWN, "?")


STEP = Step("shift", frozenset(")）"), mend)
