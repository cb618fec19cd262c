"""Lines broken inside a sentence are joined; captions between its parts are set aside."""

import pytest

from yinfeng.text import LineKind, Text, restore
from yinfeng.values import Document

LEAD = "今年以来,全镇上下紧紧围绕项目建设年的目标任务,新签约项目十二个,"


def _restored(source: str) -> Text:
    return restore(Document(name="x", source=source))


@pytest.mark.parametrize(
    ("before", "between", "after", "joined"),
    [
        (LEAD + "开工项目", "\n\n", "八个,竣工五个。", LEAD + "开工项目八个,竣工五个。"),
        (LEAD, "\n", "开工项目八个。", LEAD + "开工项目八个。"),
        (LEAD + "传动(齿", "\n\n", "轮)产业壮大。", LEAD + "传动(齿轮)产业壮大。"),
        (LEAD + "总经理关晓", "\n\n", "晓出席会议。", LEAD + "总经理关晓晓出席会议。"),
        (LEAD + "引进德国BOSCH", "\n", "GROUP项目。", LEAD + "引进德国BOSCH GROUP项目。"),
    ],
)
def test_a_line_that_stops_without_a_stop_goes_on(
    before: str, between: str, after: str, joined: str
) -> None:
    page = f"标题\n\n第一段说完了。\n\n{before}{between}{after}\n\n最后一段也说完了。\n"
    assert joined in _restored(page).clean


def test_a_caption_inside_a_sentence_moves_to_the_end() -> None:
    page = f"第一段说完了。\n\n{LEAD}围\n\n\n\n开发区大数据平台\n\n绕新材料做文章。\n\n说完了。\n"
    text = _restored(page)
    assert f"{LEAD}围绕新材料做文章。" in text.clean
    assert text.says(text.lines[-1].span) == "开发区大数据平台"
    assert text.lines[-1].kind is LineKind.CAPTION
    assert text.damage.mended == {"break": 1, "caption": 1}
    start = text.clean.index("围绕")
    quote = text.evidence(type(text.lines[0].span)(start, start + 2)).quote
    assert quote.startswith("围")
    assert quote.endswith("绕")


@pytest.mark.parametrize(
    "page",
    [
        "项目建设提速增效\n\n今年以来,全镇新签约项目6个。\n\n一、抓招商\n\n全镇外出招商。\n",
        "1.甲公司总投资5亿元,占地100亩,新上轴承生产线四条\n2.乙公司总投资3亿元,占地60亩,新上齿轮线\n",
        "3月1日,镇党委书记带队赴苏州考察精密机械项目,达成意向\n3月5日,镇长带队赴上海考察医疗项目,达成意向\n",
        "项目名称:新材料产业园建设项目,由甲公司投资建设,占地两百亩\n建设地点:东片区,靠近国道,交通便利\n",
        "序号\t项目名称\t总投资\n1\t新材料项目\t5亿元\n2\t轴承项目\t3亿元\n",
        "2  特种钢丝项目  唐山鑫焊科技有限公司  已开工\n3  建材基地  北京建泽集团  在建\n",
        "全镇新签约项目6个。\n\n\n\n新城鸟瞰\n\n\n\n某某医院\n",
    ],
)
def test_headings_lists_and_tables_are_never_joined(page: str) -> None:
    assert _restored(page).clean == page


def test_lines_wrapped_at_one_width_become_paragraphs() -> None:
    words = "柳塘镇把招商引资作为头号工程主要领导带头外出各村全员参与招商工作取得阶段性成效群众满意"
    words += "今后我们还要继续努力把各项工作抓紧抓实抓出成效为全市高质量发展作出新的更大的贡献"
    page = "\n".join(words[at : at + 18] for at in range(0, len(words), 18)) + "。\n"
    assert _restored(page).clean == words + "。\n"


def test_a_masthead_over_all_columns_does_not_hide_how_narrow_they_are() -> None:
    says = (
        "柳林镇老粮站区块占地八十五亩,建于上世纪七十年代。企业改制后分割出租,聚集了二十六家企业,"
        "今年抽调干部组建专班,一户一策逐户商谈,全部腾空以后建设创业园和人才公寓,由城投公司投资建设"
    )
    column = "\n".join(says[at : at + 18] for at in range(0, len(says), 18))
    page = f"云泽日报 2025年3月28日 星期五 第3版 镇街新闻\n老粮站腾出新空间\n{column}。\n"
    assert f"{says}。" in _restored(page).clean


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("上半年全镇新办企业四十二家,办结率达到97.", "3%,群众都很满意。"),
        ("上半年全镇完成技改投入,同比增长6", ".7%,好于预期。"),
        ("上半年全镇完成工业投资,总额达到86.5", "亿元,好于预期。"),
        ("村里有两栋闲置多年的旧楼", "。镇上牵线,租给了服装厂。"),
        ("“今年形势不错,我们有信心。", "”老周说,订单排到了年底。"),
    ],
)
def test_a_line_that_begins_inside_its_sentence_is_joined(before: str, after: str) -> None:
    page = f"第一段说完了。\n{before}\n{after}\n"
    assert _restored(page).clean == f"第一段说完了。\n{before}{after}\n"


def test_a_break_without_a_blank_line_is_none_where_paragraphs_are_parted() -> None:
    page = (
        "云泽镇经济稳中有进\n\n前三季度,全镇完成投资九亿元,同比\n增长一成,好于预期。\n\n"
        "新签约项目四个,都是\n本地企业增资。\n\n老街改造收尾,店铺\n陆续开张。\n\n结尾一句。\n"
    )
    assert _restored(page).clean == (
        "云泽镇经济稳中有进\n\n前三季度,全镇完成投资九亿元,同比增长一成,好于预期。\n\n"
        "新签约项目四个,都是本地企业增资。\n\n老街改造收尾,店铺陆续开张。\n\n结尾一句。\n"
    )


def test_a_heading_is_parted_from_what_follows_a_blank_line() -> None:
    page = (
        "二、从铆钉到链条\n\n一家企业怎样带起一串企业?\n\n镇里说了三条经验,一条\n一条都管用。\n\n"
        "第一条是耐心,第二条\n还是耐心。\n\n第三条是算账,算清了\n再签字。\n"
    )
    assert _restored(page).clean.startswith("二、从铆钉到链条\n\n一家企业怎样带起一串企业?\n\n")


def test_a_title_longer_than_the_columns_is_not_their_first_line() -> None:
    says = (
        "云泽镇老粮站区块占地八十五亩,建于上世纪七十年代。企业改制后分割出租,聚集了二十六家企业,"
        "今年抽调干部组建专班,一户一策逐户商谈,全部腾空以后建设创业园和人才公寓,由城投公司投资建设"
    )
    column = "\n".join(says[at : at + 18] for at in range(0, len(says), 18))
    page = f"总投资三十亿元!云泽镇十一个重点项目集中签约开工\n{column}。\n"
    assert _restored(page).clean == f"{page.splitlines()[0]}\n{says}。\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("5月20日上午,云泽镇今年第一季度招商引资重点产业项目集中签约仪式", "在会议中心举行。"),
        ("上半年,全镇完成工业投资两亿元,比去年同期增长", "10.4%。"),
        ("云泽镇讯(记者 顾清)各村上半年累计接待客商1", "2批次,好于去年。"),
    ],
)
def test_prose_goes_on_behind_a_line_that_is_no_heading(before: str, after: str) -> None:
    title = "云泽镇项目建设又传捷报"
    assert _restored(f"{title}\n{before}\n{after}\n").clean == f"{title}\n{before}{after}\n"


def test_a_caption_without_blank_lines_is_set_aside_where_paragraphs_are_parted() -> None:
    page = (
        "老街腾出新空间\n\n签约工作启动后,街道仅用五十八天就实\n老粮站拆除现场\n现企业全部签约,好于预期。\n\n"
        "第二段是说道路,也已通车。\n\n第三段是说厂房,也已封顶。\n\n结尾一句。\n"
    )
    assert "街道仅用五十八天就实现企业全部签约" in _restored(page).clean


def test_a_full_line_that_ends_with_a_stop_is_no_paragraph_where_all_of_them_step_in() -> None:
    page = (
        "云泽晚报\n\n腾笼换鸟天地宽\n\n"
        "　　初夏的云溪镇新丰路,挖掘机正在\n推倒最后一排石棉瓦厂房。这里原是镇\n"
        "里有名的电镀一条街。\n"
        "　　镇里下决心整体腾退,干部说,新\n丰老工业区占地共286亩,税收却不多。\n"
        "镇里成立四个工作组,挨家挨户谈,到\n四月底已经签约六十五家。\n"
        "　　腾出来的地干什么?云溪镇的答案\n是退低进高,建设一座激光产业园区。\n"
    )
    clean = _restored(page).clean
    assert "税收却不多。镇里成立四个工作组,挨家挨户谈,到四月底已经签约六十五家。" in clean
    assert "一条街。\n　　镇里下决心" in clean
