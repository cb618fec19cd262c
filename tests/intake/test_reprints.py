"""Reprints of one story."""

import random

from yinfeng.intake.reprints import reprint_groups

STORY = (
    "三月五日，青溪镇党委书记带队赴苏州，拜访恒岳精密科技有限公司，就精密结构件项目进行洽谈。该项目计划总投资3.2亿元，"
    "用地80亩，主要生产新能源汽车电驱壳体和服务器结构件，达产后年产值4亿元。企业对园区的地块表示满意，希望进一步明确供电"
    "容量和厂房标准。次日，一行人走访上海澜图新材料有限公司，洽谈碳纤维制品项目，双方约定下旬由企业来镇考察。"
)
OTHER = (
    "三月二十日，青溪镇举行冷链设备生产基地开工仪式，镇党委书记出席。该项目总投资1.6亿元，占地45亩，建成后年产冷藏箱体"
    "2万套。镇里为项目配备服务专班，从供地到开工只用了三个月。当天，镇长还走访了园区两家企业，了解用工和用电情况。"
)
HEAD, FOOT = "首页 新闻中心 政务公开 招商引资 " * 3, "版权所有 青溪镇人民政府 主办 网站地图 " * 3


def _edited(words: str, times: int) -> str:
    letters = list(words)
    chance = random.Random(7)
    for _ in range(times):
        letters[chance.randrange(len(letters))] = "了"
    return "".join(letters)


def test_a_story_with_other_head_and_foot_and_small_changes_is_one() -> None:
    groups = reprint_groups(
        [
            ("甲", STORY),
            ("乙", HEAD + STORY + FOOT),
            ("丙", _edited(STORY, 5)),
            ("丁", STORY.replace("。", "。\n\n　　")),
            ("戊", OTHER),
            ("己", HEAD + OTHER + FOOT),
        ]
    )
    assert groups == {"甲": "甲", "乙": "甲", "丙": "甲", "丁": "甲", "戊": "戊", "己": "戊"}


def _notice(*figures: float) -> str:
    words = "{}月全镇完成工业总产值{}亿元，同比增长{}%，完成固定资产投资{}亿元，"
    return (words + "新签约亿元以上项目{}个，实现税收{}亿元。").format(*figures)


def test_a_notice_with_the_same_words_and_other_figures_is_no_reprint() -> None:
    texts = [
        ("一", _notice(1, 15.5, 8.5, 3.2, 5, 1.2)),
        ("二", _notice(2, 17.1, 9.4, 3.9, 7, 1.4)),
    ]
    assert reprint_groups(texts) == {"一": "一", "二": "二"}


def test_empty_and_short_texts_are_told_apart() -> None:
    texts = [("一", ""), ("二", "123"), ("三", "签约了"), ("四", "签约了"), ("五", "开工了")]
    assert reprint_groups(texts) == {"一": "一", "二": "二", "三": "三", "四": "三", "五": "五"}
