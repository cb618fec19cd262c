"""A figure inside the telling of a project or park is theirs, not the town's."""

from datetime import date

from tests.facts.patterns import page_of
from yinfeng.facts import PATTERNS
from yinfeng.facts.belonging import settled
from yinfeng.facts.joining import joined
from yinfeng.facts.scope import scope_of
from yinfeng.reading import read_document
from yinfeng.values import Document, Fact, Indicator, Project, Status

PUBLISHED = date(2023, 7, 14)


def facts_of(says: str) -> tuple[Fact, ...]:
    page = page_of(says, PUBLISHED)
    scope = scope_of(page)
    return settled(page, joined(f for pattern in PATTERNS for f in pattern(page, scope)))


def figure(says: str, number: int) -> Indicator:
    (found,) = (
        f
        for f in facts_of(says)
        if isinstance(f, Indicator) and f.value is not None and f.value.value.figure == number
    )
    return found


def subject(fact: Indicator) -> str:
    assert fact.subject is not None
    return fact.subject.value


def test_what_a_project_brings_is_its_own_and_only_planned() -> None:
    says = (
        "今年,云溪镇招商忙。启衡减速器项目由启衡精密有限公司投资2亿元建设,用地40亩,"
        "投产后可带动就业400人。"
    )
    fact = figure(says, 400)
    assert "启衡减速器" in subject(fact)
    assert fact.period is None
    assert fact.value is not None
    assert fact.value.status is Status.PLANNED


def test_a_figure_of_the_whole_town_stays_with_the_town() -> None:
    says = (
        "启衡减速器项目总投资2亿元,用地40亩,在云溪镇开工。"
        "上半年,全镇完成固定资产投资5亿元,引进企业12家。"
    )
    assert subject(figure(says, 12)) == "云溪镇"


def test_a_figure_behind_a_park_is_of_the_park() -> None:
    says = "云溪镇载体建设提速。云溪智创产业园占地86亩,目前入驻企业13家。"
    assert subject(figure(says, 13)) == "云溪智创产业园"


def test_facts_without_a_telling_stay_as_they_are() -> None:
    says = "云溪镇上半年签约项目5个。"
    assert subject(figure(says, 5)) == "云溪镇"
    assert not any(isinstance(f, Project) for f in facts_of(says))


def test_what_a_project_without_figures_has_spent_is_its_own() -> None:
    says = "今年,云溪镇招商忙。云溪酒业5000吨原酒酿造技改项目累计完成投资1.7亿元。"
    fact = figure(says, 170_000_000)
    assert subject(fact).endswith("原酒酿造技改项目")
    assert fact.name is not None
    assert fact.name.value == "累计完成投资"


def test_what_is_rented_in_a_park_is_the_projects() -> None:
    says = (
        "云溪镇招商忙。可降解餐具项目由启衡塑业有限公司投资2亿元,租用云溪工业园3号厂房,"
        "新上注塑线12条。"
    )
    assert subject(figure(says, 12)) == "可降解餐具项目"


def test_a_park_that_only_stands_in_a_list_keeps_no_figure_of_later_sentences() -> None:
    says = "云溪镇打造门窗产业园、农业示范区和新城区,各项事业步入快车道。预计实现财政收入4006万元。"
    assert subject(figure(says, 40060000)) == "云溪镇"


def test_what_was_done_so_far_for_a_project_is_done() -> None:
    says = "截止目前,云溪镇为总投资5亿元的青禾轴承项目举办推介活动13次。"
    told = figure(says, 13).value
    assert told is not None
    assert told.status is Status.DONE


def test_behind_a_park_that_is_only_named_the_deeds_of_the_town_go_on() -> None:
    says = "会议强调,云溪街道要全力打造云溪金融港,盘活闲置楼宇8万平方米。"
    assert subject(figure(says, 80000)) == "云溪街道"


def test_damage_parts_no_words_between_a_park_and_its_figures() -> None:
    says = (
        "雲(yún)溪鎮(zhèn)招商引資(zī)忙,新簽約項目5個,總投資3億元。"
        "雲(yún)溪產業園(yuán)占地300畝(mǔ),現(xiàn)有企業1200家。"
    )
    document = Document("sample", says, published=PUBLISHED)
    (found,) = (
        f
        for f in read_document(document).facts
        if isinstance(f, Indicator) and f.value is not None and f.value.value.figure == 1200
    )
    assert subject(found) == "云溪产业园"


def test_what_follows_a_list_of_projects_is_of_none_of_them() -> None:
    says = "云溪镇引进海岭轮毂项目、奥川数字印刷项目4家企业入驻园区,年内投产。"
    assert subject(figure(says, 4)) == "云溪镇"


def test_what_several_blocks_gave_together_is_not_of_the_last() -> None:
    says = "云溪镇将原恒岭粉体有限公司41亩土地挂拍腾笼换鸟,累计盘活低效用地69亩。"
    assert subject(figure(says, 69)) == "云溪镇"
