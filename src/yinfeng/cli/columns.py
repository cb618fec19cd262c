"""Columns for a terminal, where a Chinese character is two places wide."""

from unicodedata import east_asian_width

_WIDE = frozenset("WF")


def in_columns(*cells: tuple[str, int]) -> str:
    """The cells side by side, each cut or filled to its width; the last is only cut."""
    shown = [_cut(" ".join(says.split()), width) for says, width in cells]
    filled = [
        says + " " * (width - width_of(says))
        for says, (_, width) in zip(shown[:-1], cells, strict=False)
    ]
    return "  ".join([*filled, shown[-1]])


def width_of(says: str) -> int:
    """How many places the words take."""
    return sum(2 if east_asian_width(character) in _WIDE else 1 for character in says)


def _cut(says: str, width: int) -> str:
    if width_of(says) <= width:
        return says
    kept, room = [], width - 1
    for character in says:
        room -= 2 if east_asian_width(character) in _WIDE else 1
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + "…"
