"""Invented words for a house of any size: firms, leads, papers. The same seed, the same words."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_SURE = "恒锐澄泰瑞禾凌云景川远博卓晟朗嘉承启明盛和诚宏德润丰华毅弘翔昊天源"
_GOODS = [
    "精密机械",
    "新能源",
    "智能装备",
    "生物医药",
    "电子材料",
    "汽车零部件",
    "光伏组件",
    "食品加工",
    "纺织科技",
    "仓储物流",
    "锂电材料",
    "半导体",
    "轴承",
    "模具",
    "医疗器械",
    "环保设备",
    "节能电机",
    "特种纸业",
    "家具制造",
    "数字科技",
]
_CITIES = [
    "苏州",
    "杭州",
    "上海",
    "宁波",
    "无锡",
    "常州",
    "南通",
    "合肥",
    "青岛",
    "深圳",
    "东莞",
    "厦门",
]
_DOINGS = [
    "洽谈合作事宜",
    "实地考察厂房",
    "签订投资协议",
    "召开项目推进会",
    "走访重点企业",
    "开展驻点招商",
    "办理用地手续",
    "举行开工仪式",
    "协调水电接入",
    "组织集中签约",
    "督查建设进度",
    "研究支持政策",
]
_PEOPLE = ["镇党委书记", "镇长", "分管副镇长", "招商办主任", "园区负责人", "企业总经理", "技术总监"]
_TAILS = [
    "进展顺利",
    "双方约定下月再谈",
    "资料正在补齐",
    "计划年内投产",
    "仍需协调用地",
    "已进入评审",
]
PASSWORD = "Bench-Words-1"
DAY = timedelta(days=1)
SOURCES = ("驻点招商", "客商介绍", "上门拜访", "展会接洽", "以商引商")


@dataclass(frozen=True, slots=True)
class Words:
    """What one lead or paper says of its project."""

    firm: str
    goods: str
    wan: int
    mu: int
    day: date

    @property
    def name(self) -> str:
        """The lead."""
        return f"{self.firm[2:6]}{self.goods}项目"

    @property
    def amount(self) -> str:
        """The investment."""
        return f"{self.wan}万元"


def words(dice: random.Random, today: date) -> Words:
    """The words of one thing of the last two years."""
    sure = "".join(dice.choices(_SURE, k=3)) + chr(0x4E00 + dice.randrange(3000))
    goods = dice.choice(_GOODS)
    return Words(
        firm=f"{dice.choice(_CITIES)}{sure}{goods}有限公司",
        goods=goods,
        wan=dice.randrange(100, 300000),
        mu=dice.randrange(5, 400),
        day=today - DAY * dice.randrange(730),
    )


def paper(dice: random.Random, told: Words, length: int) -> str:
    """A paper of about so many characters, which tells of the project first."""
    head = f"{told.firm}签约{told.name}，总投资{told.amount}，用地{told.mu}亩。"
    text = [f"{told.day.year}年{told.day.month}月{told.day.day}日，{head}\n"]
    said = len(text[0])
    for sentence in _sentences(dice):
        if said >= length:
            return "".join(text)
        text.append(sentence)
        said += len(sentence)
    raise AssertionError


def _sentences(dice: random.Random) -> Iterator[str]:
    while True:
        firm = dice.choice(_CITIES) + "".join(dice.choices(_SURE, k=2)) + dice.choice(_GOODS)
        yield (
            f"{dice.choice(_PEOPLE)}赴{firm}公司{dice.choice(_DOINGS)}，"
            f"涉及资金{dice.randrange(10, 99999)}万元，{dice.choice(_TAILS)}。"
        )
