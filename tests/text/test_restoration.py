"""What restoration mends, what it leaves alone, and the laws that hold for any words."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import Case, cases
from tests.growth import EVEN, growth
from tests.text.noise import NOISE
from yinfeng.text import Text, restore
from yinfeng.values import Document, Span

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
SOUND = (HERE / "cases" / "sound.txt").read_text(encoding="utf-8").splitlines()


def _restored(source: str) -> Text:
    return restore(Document(name="x", source=source))


@pytest.mark.parametrize("case", cases("text/cases/mended.yaml"), ids=str)
def test_damaged_words_come_back(case: Case) -> None:
    text = _restored(case.says)
    assert text.clean == case.finds
    assert sorted(text.damage.mended) == sorted(case.more["mended"])


@pytest.mark.parametrize("case", cases("text/cases/untouched.yaml"), ids=str)
def test_words_that_only_look_damaged_stay(case: Case) -> None:
    text = _restored(case.says)
    assert text.clean == case.says
    assert text.damage.mended == {}


@pytest.mark.parametrize("says", SOUND)
def test_sound_sentences_stay(says: str) -> None:
    text = _restored(says)
    assert text.clean == says
    assert text.damage.mended == {}
    assert text.damage.unsure == ()


@pytest.mark.parametrize(
    ("says", "unsure"),
    [
        ("完成投资??亿元,增长8%。", ["??"]),
        ("全镇签约\ufffd\ufffd个项目。", ["\ufffd\ufffd"]),
        ("企业代表□□□出席会议。", ["□□□"]),
        ("锟斤拷锟斤拷招商工作", ["锟斤拷锟斤拷"]),
    ],
)
def test_lost_characters_are_marked_and_not_guessed(says: str, unsure: list[str]) -> None:
    text = _restored(says)
    assert text.clean == says
    assert [text.says(span) for span in text.damage.unsure] == unsure


def test_the_original_can_be_quoted_behind_restored_words() -> None:
    text = _restored("沈蕩鎮(zhèn)累計(jì)外出招商")
    start = text.clean.index("镇累计")
    assert text.evidence(Span(start, start + 3)).quote == "鎮(zhèn)累計"


@given(NOISE)
@settings(max_examples=300, deadline=None)
def test_every_span_has_evidence_that_quotes_the_source(source: str) -> None:
    text = _restored(source)
    for span in (*text.sentences, *(line.span for line in text.lines), *text.damage.unsure):
        start, end, quote = text.evidence(span)
        assert source[start:end] == quote
    for at in range(len(text.clean)):
        start, end, quote = text.evidence(Span(at, at + 1))
        assert source[start:end] == quote


@given(NOISE)
@settings(max_examples=300, deadline=None)
def test_every_word_of_the_source_is_kept_or_told_as_repaired(source: str) -> None:
    text = _restored(source)
    kept = {
        at for segment in text.segments for at in range(segment.source_start, segment.source_end)
    }
    told = {at for repair in text.damage.repairs for at in range(repair.start, repair.end)}
    missing = set(range(len(source))) - kept - told
    assert not "".join(source[at] for at in sorted(missing)).strip()


@given(NOISE)
@settings(max_examples=300, deadline=None)
def test_segments_cover_the_clean_text(source: str) -> None:
    text = _restored(source)
    at = 0
    for segment in text.segments:
        assert segment.clean_start == at or segment.clean_end == segment.clean_start
        at = max(at, segment.clean_end)
    assert at == len(text.clean)


@given(NOISE)
@settings(max_examples=300, deadline=None)
def test_restoring_again_changes_nothing(source: str) -> None:
    once = _restored(source).clean
    assert _restored(once).clean == once


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_a_fault(source: str) -> None:
    text = _restored(source)
    assert all(span.start <= span.end for span in text.sentences)


HOSTILE = {
    "one line": "全镇签约项目6个,",
    "brackets": "(",
    "quotes": "“",
    "notes": "風(fēng)",
    "cuts": "談?wù)",
    "cuts and losses": "好?zhé)??",
    "spaces": "招 ",
    "wide gaps": "甲  ",
    "tags": "<p ",
    "ampersands": "&amp",
    "western": "é•‡å",
    "twisted": "鍏ㄩ晣",
    "slashes": "自 / ",
    "bars": "首页|",
    "broken lines": "全镇上下紧紧围绕项目建设年的目标任务新签约项目十二个开工项\n",
    "blank lines": "\n",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_time_of_hostile_text_grows_no_faster_than_its_length(kind: str) -> None:
    said = HOSTILE[kind]
    assert growth(lambda length: _restored(said * (length // len(said))), 20_000) < EVEN


def test_the_damaged_seed_equals_its_reference() -> None:
    seed = next(iter(sorted(SHARED.glob("seeds/002_*.txt"))), None)
    if seed is None:
        pytest.skip("reads the documents in ../shared, which are not here")
    (reference,) = SHARED.glob("gold/seeds/002_*.restored.txt")
    got = re.sub(r"\s", "", _restored(seed.read_text(encoding="utf-8")).clean)
    want = re.sub(r"\s", "", reference.read_text(encoding="utf-8"))
    # The reference keeps one tag that the page's own making left in it.
    assert got == want.replace("</p>", "")
