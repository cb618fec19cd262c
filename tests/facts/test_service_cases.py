"""A firm that was named in full before is known by its short name, however many there are."""

from dataclasses import replace
from itertools import islice, permutations

from tests.facts.patterns import page_of
from tests.growth import BELOW_THE_SQUARE, growth
from yinfeng.facts.services.cases import cases


def test_a_firm_is_known_by_its_short_name_only_behind_its_full_one() -> None:
    behind = page_of(
        "东江恒远机械有限公司投产。青柳镇帮助云泽纸业有限公司解决用电难题。恒远因订单激增缺少工人。"
    )
    before = page_of(
        "青柳镇帮助云泽纸业有限公司解决用电难题。恒远因订单激增缺少工人。东江恒远机械有限公司投产。"
    )
    assert "东江恒远机械有限公司" in [
        case.who for case in cases(behind) if behind.says(*case.span) == "恒远"
    ]
    assert not [case for case in cases(before) if before.says(*case.span) == "恒远"]


def test_thousands_of_firms_that_lack_something_take_no_time_that_grows_with_the_square() -> None:
    pages = {
        many: page_of(
            "青柳镇帮助企业。"
            + "".join(f"{one}急需用工,{one}有限公司投产。" for one in _called(many))
        )
        for many in (250, 1000)
    }

    def reads(many: int) -> object:
        page = replace(pages[many], _kept={})
        return list(cases(page))

    assert growth(reads, 250) < BELOW_THE_SQUARE


def _called(many: int) -> list[str]:
    """So many names that firms might have, no two alike: 恒甲明, 恒甲远."""
    signs = "恒远华泰盛达宏图锦绣安康兴隆永丰瑞祥德润"
    return ["".join(one) for one in islice(permutations(signs, 3), many)]
