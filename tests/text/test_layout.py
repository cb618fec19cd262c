"""What each line of a page is, by its words and by its format."""

import pytest

from yinfeng.text import LineKind, restore
from yinfeng.values import Block, BlockKind, Cell, Document, Table

FURNITURE = [
    "上一条:开展安全检查",
    "下一篇：没有了",
    "• 联系电话:+86-0512-1234567",
    "传  真：0512-1234567",
    "Copyright © 2015-2024 All Rights Reserved. 版权所有:某某网",
    "凡注有“某某在线”的稿件,均为本网版权所有,未经许可不得转载。",
    "(责任编辑:王小明)",
    "责编 李芳",
    "分享到：微信 微博",
    "扫描二维码",
    "关注“某某发布”",
    "本期 8 版 第 75 期",
    "下期出版:2月24日",
    "富强民主文明和谐",
    "字号:大中小",
    "【字体：大 中 小】 打印本页",
    "浏览次数:386次",
    "发布时间:2021-06-18  来源:某市人民政府",
    "来源：某某日报",
    "您现在的位置:首页 > 新闻中心 > 要闻",
    "网站首页 | 走进某镇 | 政务公开 | 办事服务 | 招商引资",
    "SHANGHAI COMMUNITY NEWS",
    "自 / 家 / 门 / 口 / 这 / 点 / 事",
    "某某街道党工委、办事处 联合出版",
    "2021年1月20日",
    "社区晨报",
    "皖ICP备10203040号",
]
PROSE_OR_HEADING = [
    "策划重大项目5个,总投资10亿元",
    "地址选在老粮机厂地块的项目占地45亩,预计明年投产。",
    "分享经验,共谋发展",
    "登录资本市场的企业达到3家。",
    "村里人家要在自家院子摆酒席的,志愿者都会上门。",
    "第1期项目总投资5亿元",
    "关注企业需求,优化服务",
    "审核通过的项目共12个",
    "阅读空间、健身房等配套设施一应俱全。",
    "招商信息日报",
    "2017年",
]


def _kinds(source: str) -> dict[str, LineKind]:
    text = restore(Document(name="x", source=source))
    return {text.says(line.span): line.kind for line in text.lines}


@pytest.mark.parametrize("line", FURNITURE)
def test_what_stands_around_an_article_is_furniture(line: str) -> None:
    page = f"项目建设提速\n今年以来,全镇新签约项目6个。\n{line}\n"
    assert _kinds(page)[line] is LineKind.FURNITURE


@pytest.mark.parametrize("line", PROSE_OR_HEADING)
def test_what_tells_of_the_trade_is_not_furniture(line: str) -> None:
    page = f"项目建设提速\n今年以来,全镇新签约项目6个。\n{line}\n今年以来,形势良好。\n"
    assert _kinds(page)[line] in (LineKind.PROSE, LineKind.HEADING)


def test_the_first_short_line_is_the_title_and_later_ones_are_headings() -> None:
    kinds = _kinds("柳塘镇招商势头强劲\n\n上半年,全镇签约项目9个。\n\n一、抓服务\n\n全镇服务企业。")
    assert list(kinds.values()) == [
        LineKind.TITLE,
        LineKind.PROSE,
        LineKind.HEADING,
        LineKind.PROSE,
    ]


def test_the_menu_before_the_place_in_the_site_is_no_title() -> None:
    page = "打造一流的投资门户\n您的位置:首页 > 要闻\n柳塘镇招商势头强劲\n上半年,签约9个。"
    kinds = _kinds(page)
    assert kinds["打造一流的投资门户"] is LineKind.FURNITURE
    assert kinds["柳塘镇招商势头强劲"] is LineKind.TITLE


def test_all_short_lines_behind_the_foot_are_furniture() -> None:
    page = "上半年,全镇签约项目9个。\n上一条:某某新闻\n某某建设办公室\n服务百姓\n"
    assert _kinds(page)["服务百姓"] is LineKind.FURNITURE


def test_short_lines_far_apart_are_captions() -> None:
    page = "标题在这里\n\n全镇签约项目9个。\n\n全镇开工项目6个。\n\n\n\n新城鸟瞰\n\n\n\n某某医院\n"
    kinds = _kinds(page)
    assert kinds["新城鸟瞰"] is LineKind.CAPTION
    assert kinds["某某医院"] is LineKind.CAPTION


def test_what_the_format_says_goes_first() -> None:
    source = "项目台账\n甲公司 5亿元\n图片说明在此\n"
    blocks = (Block(0, 4, BlockKind.HEADING), Block(13, 19, BlockKind.CAPTION))
    table = Table("台账", ("企业",), ((Cell(5, 8, "A1"), Cell(9, 12, "B1")),))
    text = restore(Document(name="x", source=source, blocks=blocks, tables=(table,)))
    assert [line.kind for line in text.lines] == [
        LineKind.HEADING,
        LineKind.TABLE,
        LineKind.CAPTION,
    ]


def test_a_cell_of_a_table_is_found_in_the_restored_text() -> None:
    source = "項目(mù)  投資\n沈蕩鎮  5億元\n"
    table = Table("台账", ("项目",), ((Cell(11, 14, "A2"), Cell(16, 19, "B2")),))
    text = restore(Document(name="x", source=source, tables=(table,)))
    assert text.says(text.clean_span(11, 14)) == "沈荡镇"
    assert text.says(text.clean_span(16, 19)) == "5亿元"


def test_what_is_said_in_a_chat_has_no_headings_and_goes_on_in_no_other_message() -> None:
    says = (
        "昨天签了宏达五金项目，总投资1.2亿元\n\n好。还剩4家企业没签\n\n上午去看厂房，企业急着用地"
    )
    text = restore(Document(name="chat", source=says, sha256="0", media="text/x-chat"))
    assert [line.kind for line in text.lines] == [LineKind.PROSE] * 3
