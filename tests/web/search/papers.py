"""Many papers about invented places and firms, put together at random but always the same."""

import random

PLACES = ["云泽镇", "柳桥镇", "清溪县", "白沙湾", "长河街道", "石门坎村", "望海开发区", "枫林社区"]
FIRMS = [
    "恒锐精密机械",
    "长河钢构",
    "启明储能",
    "海棠生物医药",
    "远山家居",
    "锦程物流",
    "天工轴承",
    "澄光显示",
]
THINGS = [
    "锂电池",
    "高精度轴承",
    "土地流转",
    "冷链仓储",
    "农机腾退",
    "标准厂房",
    "污水管网",
    "精品民宿",
]
DOINGS = ["签约", "开工", "竣工投产", "考察洽谈", "集中签约", "办理环评", "摘牌", "入驻"]
SIGNS = "，。；、\n（）“”　"


def papers(count: int, seed: int = 7) -> list[str]:
    """So many papers."""
    dice = random.Random(seed)
    return [_paper(dice) for _ in range(count)]


def queries(texts: list[str], count: int, seed: int = 11) -> list[str]:
    """So many stretches of two to six characters, cut out of the papers wherever it falls."""
    dice = random.Random(seed)
    found: list[str] = []
    while len(found) < count:
        text = dice.choice(texts)
        length = dice.randint(2, 6)
        start = dice.randrange(len(text) - length)
        asked = text[start : start + length]
        if sum(char.isalnum() for char in asked) >= 2 and not any(c.isspace() for c in asked):
            found.append(asked)
    return found


def _paper(dice: random.Random) -> str:
    return "".join(_sentence(dice) for _ in range(dice.randint(3, 60)))


def _sentence(dice: random.Random) -> str:
    money = f"{dice.randint(1, 99)}.{dice.randint(1, 99)}亿元"
    day = f"20{dice.randint(15, 26)}年{dice.randint(1, 12)}月{dice.randint(1, 28)}日"
    words = [dice.choice(one) for one in (PLACES, FIRMS, DOINGS, THINGS)]
    words += [money, day, dice.choice(["NB-201", "ISO9001", "5G", "１２３号"])]
    dice.shuffle(words)
    return "".join(word + dice.choice(["", dice.choice(SIGNS)]) for word in words)
