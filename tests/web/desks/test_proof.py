"""Marks nest, cut where they would cross, and change no word."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from yinfeng.web.desks.library.proof import Stretch, marked, page_of, pages

TEXT = "全镇实现<工业>产值&56.58亿元\n同比增长17.49%"


def test_a_mark_lies_inside_another() -> None:
    says = marked("总投资3.2亿元", 0, 8, [Stretch(0, 8, "a"), Stretch(3, 8, "b")])
    assert says == '<mark id="a">总投资<mark id="b">3.2亿元</mark></mark>'


def test_of_two_that_cross_the_later_is_cut() -> None:
    says = marked("一二三四五", 0, 5, [Stretch(0, 3, "a"), Stretch(2, 5, "b")])
    assert says == '<mark id="a">一二<mark id="b">三</mark></mark>四五'


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=8))
def test_the_words_stay_and_the_marks_are_well_formed(ends: list[tuple[int, int]]) -> None:
    stretches = [Stretch(min(e), max(e), f"w{n}") for n, e in enumerate(ends)]
    says = marked(TEXT, 2, 20, stretches)
    assert html.unescape(re.sub(r"</?mark[^>]*>", "", says)) == TEXT[2:20]
    depth = 0
    for tag in re.findall(r"</?mark", says):
        depth += 1 if tag == "<mark" else -1
        assert depth >= 0
    assert depth == 0


@given(st.integers(0, 90_000), st.integers(1, 30_000))
def test_pages_hold_the_whole_text_in_order(length: int, line: int) -> None:
    text = ("x" * line + "\n") * (length // (line + 1))
    starts = pages(text)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert all(b - a <= 20_000 for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    assert all(page_of(starts, start) == number for number, start in enumerate(starts, 1))
