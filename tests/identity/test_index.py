import random

from tests.growth import BELOW_THE_SQUARE, growth
from yinfeng.identity.entities import entities_of
from yinfeng.identity.index import candidate_pairs
from yinfeng.identity.keys import key_of
from yinfeng.identity.naming import EntityKind, Naming

LETTERS = "光泰德盛捷尔达华富新艺帆宣圣通核威锦喜博峰聚缘康成瑞丰恒永安东方龙金环利宏远嘉和祥凯"
TRADES = ("照明", "齿轮", "汽配", "电子", "新材料", "食品", "纺织", "物流")


def firms(count: int) -> list[Naming]:
    draw = random.Random(7)
    names: set[str] = set()
    while len(names) < count:
        trade_name = "".join(draw.sample(LETTERS, 3))
        names.add(
            f"{draw.choice(('上海', '昆山', '嘉兴'))}{trade_name}{draw.choice(TRADES)}有限公司"
        )
        names.add(trade_name + draw.choice(TRADES))
    return [Naming(EntityKind.ENTERPRISE, name, "柳林镇") for name in sorted(names)[:count]]


def test_pairs_that_a_reason_could_join_are_candidates() -> None:
    names = ["光泰照明", "嘉兴市光泰照明有限公司", "捷尔达汽配", "捷而达汽配", "远帆重工"]
    keys = [key_of(Naming(EntityKind.ENTERPRISE, name)) for name in names]
    assert set(candidate_pairs(keys)) >= {(0, 1), (2, 3)}


def test_the_time_for_names_grows_slower_than_the_number_of_their_pairs() -> None:
    assert growth(lambda many: entities_of(firms(many)), 500) < BELOW_THE_SQUARE
    names = firms(2_000)
    found = entities_of(names)
    assert sum(len(e.namings) for e in found.entities) == len(names)
