"""Traditional and simplified characters: which become which.

`simplified(words)` is OpenCC's conversion, loaded only when a text needs it.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC


@cache
def simple_forms() -> Mapping[str, str]:
    """The simplified form of each traditional character."""
    path = files("yinfeng.lexicon") / "data" / "traditional.csv"
    with path.open(encoding="utf-8") as stream:
        rows = list(csv.reader(line for line in stream if not line.startswith("#")))[1:]
    return {old: new for new, olds in rows for old in olds}


@cache
def simple_codes() -> Mapping[int, str]:
    """The same as a table for `str.translate`."""
    return str.maketrans(dict(simple_forms()))


@cache
def traditional() -> frozenset[str]:
    """The characters that simplified Chinese writes in another way."""
    return frozenset(simple_forms())


@cache
def simplified_only() -> frozenset[str]:
    """The characters that traditional Chinese writes in another way, as 发 and 实."""
    return frozenset(simple_forms().values()) - traditional() - frozenset(_BOTH)


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")


def simplified(words: str) -> str:
    """The words in simplified characters, chosen by phrase: 乾燥 → 干燥, 乾坤 stays."""
    return str(_converter().convert(words))


# Simplified forms that are also characters of traditional text in their own right: 骨干 may be
# 骨幹 or not, but 干 alone proves no simplified text.
_BOTH = (
    "干后里台系面只松范斗谷丑云了征复冬历发合回并才制划别卷准升周志念愿托折朱极采克困沾沈游"
    "漓澄炼烟熏痴栗秘种签累芸苏蔑蒙虫术御辟巨适郁胡须借冲几占吁吊仆升泛涂于与丰余佣刮千卜厂"
    "呆咸唇夸奸姜家尽局岳布幸庵弦彷愈据暗曲欲凶沈注洒洗淀溪漆灶焰画症碱碍秋稿穗笋筑粮粽糊"
    "纤胄腌腊致舍苹药杰桌梁棱椁杠它表覆赞踊踪逐酬采钟闲雇霉飘饥馆鱼鳄麻麽党你"
)
