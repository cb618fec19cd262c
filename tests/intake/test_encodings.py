"""Encodings are decided by evidence."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.made import document, problem
from yinfeng.intake.encodings import decoded

NEWS = "青溪镇今年以来新签约项目5个，总投资15.5亿元，其中工业项目3个。"
TRADITIONAL = "青溪鎮今年以來新簽約項目5個，總投資15.5億元，其中工業項目3個。"
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_simplified_text_comes_out_whole(encoding: str) -> None:
    assert decoded((NEWS * 20).encode(encoding)).text == NEWS * 20


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16"])
def test_traditional_text_comes_out_whole(encoding: str) -> None:
    assert decoded((TRADITIONAL * 5).encode(encoding)).text == TRADITIONAL * 5


@pytest.mark.parametrize(
    "words", ["招商局", "张三", "土地", "浙江", "一", "镇政府", "在谈", "5个项目"]
)
def test_a_few_characters_of_gbk_are_not_read_as_big5(words: str) -> None:
    assert decoded(words.encode("gbk")).text == words


@pytest.mark.parametrize("words", ["招商局", "項目", "鎮政府", "招商引資"])
def test_a_few_characters_of_big5_are_not_read_as_gbk(words: str) -> None:
    assert decoded(words.encode("big5")).text == words


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "big5", "nonsense", "", "iso-8859-1"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_wrong_declaration_does_not_mislead(encoding: str, declared: str) -> None:
    assert decoded(NEWS.encode(encoding), declared).text == NEWS


def test_a_few_broken_bytes_are_marked_and_the_rest_stays() -> None:
    data = bytearray((NEWS * 50).encode())
    data[300] = 0xFF
    found = decoded(bytes(data))
    assert found.encoding == "utf-8"
    assert found.text.count("青溪镇") >= 49
    assert found.notes


def test_the_named_codec_gives_the_same_text() -> None:
    for encoding in ENCODINGS:
        data = (NEWS * 3).encode(encoding)
        found = decoded(data)
        assert data.decode(found.encoding) == found.text


def test_the_byte_order_mark_is_no_part_of_the_source_but_line_breaks_stay() -> None:
    found = document("﻿第一行\r\n第二行\n".encode(), "通知.txt")
    assert found.source == "第一行\r\n第二行\n"
    assert found.encoding == "utf-8-sig"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_mark_that_the_bytes_behind_it_contradict_is_not_believed(
    mark: bytes, encoding: str
) -> None:
    assert decoded(mark + NEWS.encode(encoding)).text == NEWS


def test_a_lost_byte_behind_a_true_mark_costs_no_more_than_itself() -> None:
    data = codecs.BOM_UTF8 + NEWS.encode()
    found = decoded(data[:40] + data[41:])
    assert found.encoding == "utf-8"
    assert found.notes
    assert found.text.endswith(NEWS[-20:])


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x01\x02\x03\x04" * 99, b"\x89\xa0\xff\xfe\x00"]
)
def test_junk_is_no_text(data: bytes) -> None:
    assert problem(data, "乱.txt").code == "binary"


@given(
    st.text(
        alphabet=st.characters(codec="gb18030", min_codepoint=0x4E00, max_codepoint=0x9FA5),
        min_size=200,
    )
)
def test_long_gb18030_of_any_characters_never_raises(words: str) -> None:
    assert decoded((NEWS * 3 + words).encode("gb18030")).text.startswith(NEWS)
