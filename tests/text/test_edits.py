"""Edits compose, and every stretch of the mended words knows its stretch of the source."""

from hypothesis import given
from hypothesis import strategies as st

from yinfeng.text.edits import Edit, untouched

WORDS = st.text(alphabet="風勁帆(fēng) ,。\n", max_size=40)
CUTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text("风劲 x", max_size=6)))


def _fitting(words: str, cuts: list[tuple[int, int, str]]) -> list[Edit]:
    edits, at = [], 0
    for start, length, new in sorted(cuts):
        end = min(start + length, len(words))
        if at <= start <= end:
            edits.append(Edit(start, end, new))
            at = end + 1
    return edits


def test_a_deleted_note_leaves_its_character_with_its_own_place() -> None:
    mended = untouched("風(fēng)勁").after("pinyin", [Edit(1, 7, "")])
    assert mended.words == "風勁"
    assert mended.source(0, 1) == (0, 1)
    assert mended.source(1, 2) == (7, 8)


def test_words_of_the_same_length_keep_every_place() -> None:
    mended = untouched("風(fēng)勁").after("pinyin", [Edit(1, 7, "")])
    mended = mended.after("script", [Edit(0, 2, "风劲")])
    assert mended.words == "风劲"
    assert mended.source(1, 2) == (7, 8)
    assert [repair.kind for repair in mended.repairs] == ["pinyin", "script"]


def test_an_edit_that_changes_nothing_only_marks() -> None:
    mended = untouched("项目??个").after("lost", [Edit(2, 4, "??", sure=False)])
    assert mended.words == "项目??个"
    assert mended.repairs == ()
    assert mended.doubts == ((2, 4),)


@given(WORDS, CUTS, CUTS)
def test_segments_cover_the_words_in_order_and_lie_in_the_source(
    words: str, first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    mended = untouched(words)
    for cuts in (first, second):
        mended = mended.after("test", _fitting(mended.words, cuts))
    at = 0
    for segment in mended.segments:
        if segment.clean_end > segment.clean_start:
            assert segment.clean_start == at
            assert 0 <= segment.source_start <= segment.source_end <= len(words)
            at = segment.clean_end
    assert at == len(mended.words)


@given(WORDS, CUTS)
def test_even_segments_of_untouched_words_quote_themselves(
    words: str, cuts: list[tuple[int, int, str]]
) -> None:
    edits = _fitting(words, cuts)
    mended = untouched(words).after("test", edits)
    kept = set(range(len(words))) - {at for edit in edits for at in range(edit.start, edit.end)}
    shown = "".join(words[at] for at in sorted(kept))
    new = mended.words
    for edit in reversed(edits):
        shift = sum(len(e.words) - (e.end - e.start) for e in edits if e.start < edit.start)
        start = edit.start + shift
        new = new[:start] + new[start + len(edit.words) :]
    assert new == shown
