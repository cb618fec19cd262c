"""Articles of the genre, any number of them, each from its own seed: towns, firms, figures."""

import random

_PLACES = "青柳石榆枫苇荷杏莲槐桐桑桃松竹兰梅菱芦麦"
_KINDS = ("镇", "街道", "经济开发区", "乡")
_BRANDS = "恒锐卓远盛泽鼎辉瑞丰华创凯新维拓正阳智慧诚立"
_TRADES = ("精密机械", "新能源", "生物医药", "电子材料", "智能装备", "食品", "包装", "汽车零部件")
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_SENTENCES = (
    "{month}月{day}日，{town}举行项目集中签约仪式，共签约项目{n}个，总投资{money}亿元。",
    "其中，{firm}投资的{trade}项目总投资{big}万元，用地{area}亩，达产后预计年销售{sales}亿元、年税收{tax}万元。",
    "今年1至{month}月，全{whole}完成固定资产投资{money}亿元，同比增长{rate}%，规上企业新增{n}家。",
    "{town}党委书记{person}带队赴苏州、东莞等地招商，走访企业{n}家，洽谈项目{m}个。",
    "{park}规划面积{area}亩，已建成标准厂房{floor}万平方米，入驻企业{n}家，入驻率达{share}%。",
    "{firm}反映用工紧张，服务专员联系职业学院，为企业招工{area}人。",
    "老厂区地块占地{area}亩，涉及企业{n}家，目前签约率{share}%，腾退后用于发展{trade}产业。",
    "{village}与{firm}结对共建，去年村集体增收{tax}万元。",
    "下一步，{town}将盯紧重大项目，力争全年引进亿元以上项目{n}个，到位资金超过{money}亿元。",
)


def article(seed: int) -> str:
    """The article of *seed*, the same each time: a headline, a byline, some paragraphs."""
    dice = random.Random(seed)
    kind = dice.choice(_KINDS)
    town = "".join(dice.sample(_PLACES, 2)) + kind
    lines = [f"{town}：招商项目加快落地", f"2024-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"]
    for _ in range(dice.randint(3, 8)):
        chosen = dice.choices(_SENTENCES, k=dice.randint(2, 4))
        lines.append("　　" + "".join(says.format(**_words(dice, town, kind)) for says in chosen))
    return "\n".join(lines) + "\n"


def _words(dice: random.Random, town: str, kind: str) -> dict[str, object]:
    """What fills the gaps of one sentence."""
    trade = dice.choice(_TRADES)
    return {
        "town": town,
        "whole": kind if len(kind) < 3 else "区",
        "month": dice.randint(2, 12),
        "day": dice.randint(1, 28),
        "n": dice.randint(2, 60),
        "m": dice.randint(1, 9),
        "money": round(dice.uniform(1, 90), dice.randint(0, 2)),
        "big": dice.randint(8, 900) * 100,
        "area": dice.randint(12, 800),
        "sales": round(dice.uniform(1, 20), 1),
        "tax": dice.randint(50, 9000),
        "floor": round(dice.uniform(0.5, 20), 1),
        "rate": round(dice.uniform(0.5, 40), 2),
        "share": dice.randint(40, 99),
        "trade": trade,
        "firm": f"江苏{''.join(dice.sample(_BRANDS, 2))}{trade}有限公司",
        "person": dice.choice(_SURNAMES) + "".join(dice.sample(_BRANDS, 2)),
        "park": f"{town}{trade}产业园",
        "village": "".join(dice.sample(_PLACES, 2)) + "村",
    }
