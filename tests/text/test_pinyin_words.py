"""Readings of whole words, and a few readings of easy characters, go; glosses stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.text import restore
from yinfeng.values import Document


def _restored(source: str) -> str:
    return restore(Document(name="x", source=source)).clean


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("赴苏州(suzhou)考察。", "赴苏州考察。"),
        ("赴苏州（sū zhōu）考察。", "赴苏州考察。"),
        ("赴西安(xi'an)考察企业[qǐyè]。", "赴西安考察企业。"),
        ("建设用(yòng)地(dì)30亩。", "建设用地30亩。"),
        ("达产后年[nián]销(xiāo)售5亿元。", "达产后年销售5亿元。"),
        ("招(zhāo)商引资(yinzi)工作。", "招商引资工作。"),
    ],
)
def test_what_everybody_reads_needs_no_note(source: str, clean: str) -> None:
    assert _restored(source) == clean


@pytest.mark.parametrize(
    "source",
    [
        "毗邻中国(Zhongguo)馆。",
        "单(shàn)县客商来访。",
        "犇（bēn）羴（shān）两家餐厅开业。",
        "联系人李晓燕(lixy)。",
        "网址见项目(www.xiangmu.com)页面。",
        "项目(一期)已开工，企业(作坊)已搬迁。",
        "淘宝(taobao)村有三个。",
        "钢(gāngtiě)材不多。",
    ],
)
def test_glosses_and_other_words_in_brackets_stay(source: str) -> None:
    assert _restored(source) == source


@given(st.text(alphabet="项目用地深圳苏州(（[)）] 'abgnxiuàùō", max_size=40))
def test_notes_are_looked_for_in_any_text(source: str) -> None:
    clean = _restored(source)
    assert len(clean) <= len(source)
