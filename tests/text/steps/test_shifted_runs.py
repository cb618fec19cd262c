"""Shifted runs: the damage is made as on the web, and undone where that is certain."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from opencc import OpenCC

from tests.text.damaging import Decoder, damaged
from yinfeng.lexicon.common_words import weights
from yinfeng.lexicon.readings import is_first_reading, readings_of
from yinfeng.lexicon.scripts import simple_forms
from yinfeng.text import restore
from yinfeng.values import Document

SOUND = (Path(__file__).parents[1] / "cases" / "sound.txt").read_text(encoding="utf-8").split()
TRADITIONAL = OpenCC("s2t").convert
WIDE = str.maketrans(",;:!?()", "，；：！？（）")


def _notes() -> Mapping[str, str]:
    """A reading for each traditional character of GBK, the common ones first."""
    forms = sorted(simple_forms().items(), key=lambda form: -weights().get(form[1], -99.0))
    told = {old: _reading(old) for old, _ in forms}
    return {old: reading for old, reading in told.items() if reading and _fits(old + reading)}


def _reading(character: str) -> str:
    first = (r for r in sorted(readings_of(character)) if is_first_reading(character, r))
    return next(first, "")


def _fits(words: str) -> bool:
    return words.encode("gbk", "ignore").decode("gbk") == words


ALL = _notes()
COMMON = dict(list(ALL.items())[:500])


def _half(notes: Mapping[str, str], seed: int) -> Mapping[str, str]:
    random = Random(seed)
    return {character: reading for character, reading in notes.items() if random.random() < 0.5}


# The four runs of the page on which the damage was found, as its sound words and as it showed them.
SEEN = [
    ("洽談招商項目29個", {"務": "wù", "項": "xiàng", "個": "gè"}, "洽談?wù)猩添?xiàng)目29個(gè)"),
    (
        "重要動力。沈蕩的骨干企業嘉興",
        {"獎": "jiǎng", "業": "yè"},
        "重要?jiǎng)恿ΑI蚴幍墓歉善髽I(yè)嘉興",
    ),
    ("鹵素燈車間大幅", {"責": "zé", "車": "chē"}, "鹵素?zé)糗?chē)間大幅"),
    ("擔當的斗志。</p>", {"數": "shù", "當": "dāng"}, "擔當(dāng)?shù)亩分尽?/p>"),
]


@pytest.mark.parametrize(("sound", "notes", "shown"), SEEN)
def test_the_damage_maker_makes_what_was_seen(
    sound: str, notes: Mapping[str, str], shown: str
) -> None:
    assert damaged(sound, notes) == shown


@pytest.mark.parametrize(("sound", "notes", "shown"), SEEN)
def test_what_was_seen_is_undone(sound: str, notes: Mapping[str, str], shown: str) -> None:
    simple = OpenCC("t2s").convert(sound).replace("</p>", "")
    assert restore(Document(name="x", source=shown)).clean == simple


def _counts(
    notes: Mapping[str, str], decoder: Decoder, mark: str, *, is_wide: bool
) -> tuple[int, int, int]:
    """How many sentences were shifted, came back exactly, came back wrong without a mark."""
    shifted = exact = wrong = 0
    for says in SOUND:
        sound = TRADITIONAL(says)
        shown = damaged(
            sound.translate(WIDE) if is_wide else sound, notes, decoder=decoder, mark=mark
        )
        if mark in shown:
            text = restore(Document(name="x", source=shown))
            shifted += 1
            exact += text.clean == says
            wrong += text.clean != says and not text.damage.unsure
    return shifted, exact, wrong


@pytest.mark.parametrize("is_wide", [True, False], ids=["wide signs", "narrow signs"])
@pytest.mark.parametrize(
    ("decoder", "mark"),
    [(Decoder.SWALLOWS, "?"), (Decoder.REPLACES, "?"), (Decoder.REPLACES, "\ufffd")],
)
def test_nine_in_ten_shifted_sentences_come_back(
    decoder: Decoder, mark: str, *, is_wide: bool
) -> None:
    shifted, exact, wrong = _counts(ALL, decoder, mark, is_wide=is_wide)
    assert shifted >= 50
    assert exact >= 0.9 * shifted
    assert wrong <= 0.03 * shifted


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_with_half_of_the_notes_few_come_back_wrong_without_a_mark(seed: int) -> None:
    shifted, exact, wrong = _counts(_half(ALL, seed), Decoder.SWALLOWS, "?", is_wide=True)
    assert exact >= 0.7 * shifted
    assert wrong <= 0.05 * shifted


@pytest.mark.parametrize("notes", [COMMON, ALL], ids=["common", "all"])
def test_annotated_sentences_without_a_shift_all_come_back(notes: Mapping[str, str]) -> None:
    for says in SOUND:
        shown = damaged(TRADITIONAL(says), notes)
        if "?" not in shown:
            assert restore(Document(name="x", source=shown)).clean == says


def test_a_digit_that_was_swallowed_is_never_guessed() -> None:
    shown = damaged(TRADITIONAL("帮助企业腾出公租房180套。"), ALL)
    text = restore(Document(name="x", source=shown))
    assert "180" not in text.clean
    assert "?80套" in text.clean
    assert text.damage.unsure
