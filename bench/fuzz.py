"""Inputs that nobody would write: the reader must not fail on one, nor take long over it.

    python -m bench.fuzz HOW_MANY [FIRST]

Each input comes from its number, so a failure names the number that brings it back. Half are
texts of the genre that were damaged, the rest runs of brackets and digits, noise, and bytes.
Before them come every sign and the commonest words, each 100,000 characters long: what takes a
time that grows with the square shows there first, as it does on pages of a thousand names.
"""

import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from bench.articles import article
from yinfeng.corpus.collecting import collect_seldom
from yinfeng.reading import read

SECONDS_A_CHARACTER = 1 / 100_000
# Starting a parser costs the same for one character as for a thousand.
LEAST_SECONDS = 0.25
LONG = 60_000
LONGEST = 100_000
_SIGNS = (
    "0123456789一二三四五六七八九十百千万亿零两半多余近约超元亩个家年月日至到"
    "-—~.,，。、（）()【】《》“”\n\t 　%％/:："
)
_HEADS = (
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html><body>",
    b"\xff\xfe",
    b"From: a\n",
)
_COMMON = """
公司 项目 有限公司、 青柳镇 1万 亿元, 投资 (a) 一、 2024年 月1日 李明、 的 和 等 产业园 同比增长 元/
签约 党委书记 A ab 北京 (zhào) ? 1, 1. -1 年产 第 <b> &amp; [^1] 2到3 ～ 不少于 村
轴承项目 轴承项目、齿轮项目、 A、B等企业 开发区 恒远有限公司、 书记李明、 厂 协会 分别 其中
【轴承】 “项目” 2024年3月5日 1-6月 完成产值3亿元,同比增长5%。 赴上海考察, 与东江大学签订协议,
老厂地块 帮助企业 ¥ ab12 談?wù)猩
"""
_LINES = (
    "1\t2\n",
    "轴承项目\t3亿元\n",
    "1.轴承项目:总投资3亿元\n",
    "投资额:3亿元\n",
    "一、目标\n",
    "a ",
)
_PAGES = (
    "{}项目、",
    "青柳镇引进{}有限公司,总投资3亿元建设{}项目。",
    "青柳镇{}产业园入驻企业5家。",
    "全镇完成{}产值3亿元,同比增长5%。",
    "青柳镇帮助{}公司解决用工难题。",
    "3月5日,镇长李明赴上海拜访{}有限公司,洽谈合作。",
    "{}村与{}有限公司结对共建。",
    "青柳镇盘活{}厂地块50亩。",
    "{}项目\t3亿元\t{}公司\n",
)
_HEAD = "青柳镇招商引资:全镇引进项目5个,签约开工,总投资3亿元,园区企业落户,产业园投产。\n"
_NAMES = "恒远华泰盛达宏图锦绣安康兴隆永丰瑞祥德润金鼎银河东岭西川南浦北辰云帆启明星长风大同"
_ENDINGS = ("txt", "html", "docx", "xlsx", "xls", "pdf", "eml", "md", "zip", "csv", "")
_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "latin-1")


class Input(NamedTuple):
    """One input: its number, its bytes, its file name."""

    number: int
    data: bytes
    name: str


class Failure(NamedTuple):
    """What an input did: raised, or took too long."""

    number: int
    says: str
    is_slow: bool = False


def made(number: int) -> Input:
    """The input of that number, the same each time."""
    dice = random.Random(number)
    make = dice.choices((_mutated, _signs, _repeated, _noise, _bytes), weights=(5, 1, 2, 1, 1))[0]
    return Input(number, make(dice), f"{number}.{dice.choice(_ENDINGS)}")


def long_runs() -> Iterator[Input]:
    """Each sign and word over and over, and pages of many names, the number of each below zero."""
    pieces = dict.fromkeys((*_SIGNS, *_COMMON.split(), *_LINES))
    runs = (piece * (LONGEST // len(piece)) for piece in pieces)
    for at, says in enumerate(chain(runs, map(_page_of_names, _PAGES)), 1):
        yield Input(-at, says.encode(), "run.txt")


def _page_of_names(sentence: str) -> str:
    """A sentence over and over, each time of another name."""
    dice = random.Random(sentence)
    many = LONGEST // (len(sentence) + 4)
    told = (sentence.format(*("".join(dice.sample(_NAMES, 3)),) * 2) for _ in range(many))
    return _HEAD + "".join(told)


def failures(
    inputs: Iterable[Input], told: Callable[[int], None] = lambda _: None
) -> Iterator[Failure]:
    """The failures among the inputs; *told* hears of each thousand."""
    for one in inputs:
        began = time.process_time()
        try:
            for _ in read(one.data, one.name):
                pass
        except Exception as failure:
            yield Failure(one.number, f"{type(failure).__name__}: {failure}")
        spent = time.process_time() - began
        characters = len(one.data.decode("utf-8", "replace"))
        if spent > max(LEAST_SECONDS, characters * SECONDS_A_CHARACTER):
            says = f"{spent:.2f} s over {characters:,} characters"
            yield Failure(one.number, says, is_slow=True)
        if one.number % 1000 == 999:
            told(one.number + 1)


def _encoded(says: str, dice: random.Random) -> bytes:
    weights = (12, 3, 1, 1, 1)
    return says.encode(dice.choices(_ENCODINGS, weights)[0], "replace")


def _mutated(dice: random.Random) -> bytes:
    """A text of the genre with characters dropped, doubled, swapped, and strangers between."""
    says = list(article(dice.randrange(1_000_000))[: dice.choice((80, 300, 900))])
    for _ in range(dice.randint(0, 1 + len(says) // 10)):
        at = dice.randrange(len(says))
        says[at] = dice.choice(
            ("", says[at] * 2, dice.choice(_SIGNS), dice.choice(says), "(zhào)", "?")
        )
    return _encoded("".join(says), dice)


def _signs(dice: random.Random) -> bytes:
    return _encoded("".join(dice.choices(_SIGNS, k=dice.randint(0, 400))), dice)


def _repeated(dice: random.Random) -> bytes:
    """A short piece many times over: what nested repetition in a pattern would choke on."""
    piece = "".join(dice.choices(_SIGNS, k=dice.randint(1, 6))) or "("
    if dice.random() < 0.5:
        words = article(dice.randrange(1_000_000))
        at = dice.randrange(len(words))
        piece = words[at : at + dice.randint(1, 12)]
    length = LONG if dice.random() < 0.02 else dice.randint(10, 1500)
    return _encoded((piece * (length // len(piece) + 1))[:length] + dice.choice(_SIGNS), dice)


def _noise(dice: random.Random) -> bytes:
    points = (dice.randrange(0x20, 0x3000 if dice.random() < 0.5 else 0xD800) for _ in range(300))
    return _encoded("".join(map(chr, points)), dice)


def _bytes(dice: random.Random) -> bytes:
    return dice.choice(_HEADS) * dice.randint(0, 1) + dice.randbytes(dice.randint(0, 600))


def main() -> None:
    """Read as many inputs as asked for; end with 1 when one of them failed."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    collect_seldom()
    began = time.perf_counter()
    failed = 0
    inputs = chain(long_runs(), map(made, range(first, first + many)))
    for failure in failures(inputs, lambda done: print(f"{done:,} …", end="\r")):
        failed += 1
        print(f"input {failure.number}: {failure.says}")
    print(f"Fuzzed {many:,} inputs in {time.perf_counter() - began:.0f} s: {failed} failed.")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
