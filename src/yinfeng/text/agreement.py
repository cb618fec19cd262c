"""Agreement: what several readings of damaged words have in common.

制度每天 and 制定每天, when both are nearly as probable, agree on 制?每天: a mark stands where they
differ, and where they differ much nothing is said.
"""

from collections.abc import Iterable, Sequence

from yinfeng.lexicon.scripts import simple_forms

CLEAR = 2.0
"""How much more probable, as a natural logarithm, a reading must be than another to stand alone."""

MAY_FAIL = 2
"""So many characters may stay unknown."""

UNKNOWN = "\udc01"
"""Stands where the readings differ."""


def agreed(readings: Sequence[tuple[float, str]], clear: float = CLEAR) -> str | None:
    """What the first reading says, with a mark where another is nearly as probable, or None."""
    best, first = readings[0]
    said = plain(first)
    rivals = {plain(reading) for total, reading in readings[1:] if total > best - clear} - {said}
    if not rivals:
        return first
    if all(len(rival) == len(said) for rival in rivals):
        return _by_character(first, said, rivals)
    head = min(_alike(said, rival) for rival in rivals)
    tail = min(_alike(said[::-1], rival[::-1]) for rival in rivals)
    tail = min(tail, len(said) - head)
    between = len(said) - head - tail
    if between > MAY_FAIL or head + tail < between:
        return None
    return first[:head] + UNKNOWN + first[len(said) - tail :]


def _by_character(first: str, said: str, rivals: Iterable[str]) -> str | None:
    unknown = {
        at for rival in rivals for at, (a, b) in enumerate(zip(said, rival, strict=True)) if a != b
    }
    if len(unknown) > max(MAY_FAIL, len(said) // 4) or len(unknown) == len(said):
        return None
    return "".join(UNKNOWN if at in unknown else character for at, character in enumerate(first))


def plain(words: str) -> str:
    """The words with each character in its simplified form."""
    forms = simple_forms()
    return "".join(forms.get(character, character) for character in words)


def _alike(one: str, other: str) -> int:
    """How many characters two wordings share from their beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
