"""Pages read in a wrong code come back: wholly where no byte was lost, else in most characters."""

from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from yinfeng.text import restore
from yinfeng.values import Document

SOUND = (Path(__file__).parents[1] / "cases" / "sound.txt").read_text(encoding="utf-8")
PAGE = "\n".join(SOUND.splitlines()[:40])


def _western(stream: bytes) -> str:
    return "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in stream)


def _without_controls(says: str) -> str:
    return "".join(sign for sign in says if not "\x80" <= sign <= "\x9f")


WHOLE: dict[str, Callable[[str], str]] = {
    "UTF-8 as Latin-1": lambda says: says.encode().decode("latin-1"),
    "UTF-8 as Windows-1252": lambda says: _western(says.encode()),
    "UTF-8 as Windows-1252, twice": lambda says: _western(_western(says.encode()).encode()),
    "GBK as Latin-1": lambda says: says.encode("gbk").decode("latin-1"),
    "GBK as Windows-1252": lambda says: _western(says.encode("gbk")),
}
WORN: dict[str, tuple[Callable[[str], str], float]] = {
    "spaces for no-break spaces": (lambda says: _western(says.encode()).replace("\xa0", " "), 0.98),
    "control characters gone": (lambda says: _without_controls(_western(says.encode())), 0.9),
    "UTF-8 as GBK": (lambda says: says.encode().decode("gbk", "replace"), 0.8),
    "UTF-8 as GB18030": (lambda says: says.encode().decode("gb18030", "replace"), 0.85),
}


@pytest.mark.parametrize("damage", WHOLE)
def test_a_page_that_lost_nothing_comes_back_whole(damage: str) -> None:
    text = restore(Document(name="x", source=WHOLE[damage](PAGE)))
    assert text.clean == PAGE
    assert text.damage.unsure == ()


@pytest.mark.parametrize("damage", WORN)
def test_a_worn_page_comes_back_in_most_characters_and_shows_its_doubts(damage: str) -> None:
    make, least = WORN[damage]
    text = restore(Document(name="x", source=make(PAGE)))
    assert SequenceMatcher(None, text.clean, PAGE, autojunk=False).ratio() >= least
    assert text.clean == PAGE or text.damage.unsure


@pytest.mark.parametrize("line", PAGE.splitlines()[:10])
def test_figures_of_twisted_lines_are_never_changed(line: str) -> None:
    shown = line.encode().decode("gbk", "replace")
    restored = restore(Document(name="x", source=shown)).clean
    digits = [sign for sign in line if sign.isdigit()]
    assert [sign for sign in restored if sign.isdigit()] == digits
