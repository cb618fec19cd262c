"""Plain numbers in running words, with or without a unit: 一百零五, 4.78万亿, 三又二分之一, -3/2.

A number needs no unit, so a lone Chinese digit counts only where a measure word, a pause or 是
stands beside it: 十个手指 and 是五不是四 hold numbers, 四川 and 一切 do not. Spaces inside a number
(7 万5 千4 百) are part of it. `quantities` is what facts are read from; this reads bare cells.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from yinfeng.lexicon import units
from yinfeng.lexicon.numerals import number
from yinfeng.values import Span

_FIRST = (
    "0-9０-９零〇一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟廿卅卌兩倆俩貳參陸萬億"
)
_INNER = _FIRST + "兆多余餘几幾分之又打/／^"
_RUN = re.compile(
    rf"(?:[负負][ ]?|(?<![-－0-9A-Za-z])[-－](?![-－]))?"
    rf"(?:[{_FIRST}]|(?<![.．0-9])[.．](?=[0-9０-９]))"
    rf"(?:[{_INNER}]|[点點](?![两兩])|[.．](?=[0-9０-９])|[,，](?=[0-9０-９]{{3}}(?![0-9０-９]))"
    rf"|[eE][-+－]?(?=[0-9０-９])|[ ]?[kKM](?![A-Za-z])|[ ]++(?=[{_INNER}点點负負])"
    rf"|[负負](?<=之.)|[负負](?<=之 .)|(?<=\^)[-+]{{1,2}}+)*"
)
_PER_CENT = re.compile(r"百[ ]*分[ ]*之")
_WORD = re.compile(r"[〇一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟]")
_BESIDE = re.compile(
    rf"[ ]*(?:{units.alternatives()}|分[ ]*之"
    r"|[是不而却这那的，。、；：！？”’）,.;:!?另双雙对對塊個]|$)"
)
_LONGEST = 48


def numbers(clean: str) -> Iterator[tuple[Span, Decimal]]:
    """Every number of the text and what it is worth, from left to right."""
    at = 0
    while run := _RUN.search(clean, at):
        start = run.start()
        skipped = _PER_CENT.match(clean, start)
        if skipped:
            at = skipped.end()
            continue
        found = _longest(run[0][:_LONGEST])
        at = start + max(1, len(found[0]) if found else 1)
        if found and _stands_alone(clean, start, found[0]):
            yield Span(start, start + len(found[0])), found[1]


def _longest(words: str) -> tuple[str, Decimal] | None:
    for end in range(len(words), 0, -1):
        if words[end - 1] in " 分之又点點":
            continue
        value = number(words[:end])
        if value is not None:
            return words[:end], value
    return None


def _stands_alone(clean: str, start: int, words: str) -> bool:
    """Whether the words are a number and no syllable of another word: 四|川, 一|切, 万|万."""
    if set(words) <= set("百千万亿萬億 "):
        return False
    if len(words) > 1 and len(set(words)) == 1:
        return not _WORD.match(words)
    if len(words) > 1 or not _WORD.match(words):
        return True
    before = clean[start - 1 : start]
    if words in "壹贰叁肆伍陆柒捌玖拾佰仟":
        return before == "是" or len(clean) == 1
    return _BESIDE.match(clean, start + 1) is not None or before in ("前", "第")
