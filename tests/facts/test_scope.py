"""What a clause inherits: its host, its period, and how real it is."""

from datetime import date

import pytest

from tests.facts.patterns import page_of, told_by
from yinfeng.facts.indicators import pattern as indicators
from yinfeng.facts.scope import Scope, scope_of
from yinfeng.values import Indicator

PUBLISHED = date(2023, 7, 14)


def scope(says: str) -> Scope:
    return scope_of(page_of(says, PUBLISHED))


def told(says: str, number: int) -> list[tuple[str | None, str | None, str]]:
    """The period and mode of the indicators of one value."""
    lines = told_by(indicators.read, says, PUBLISHED)
    return [(ln.get("from"), ln.get("to"), ln["mode"]) for ln in lines if ln.get("value") == number]


@pytest.mark.parametrize(
    ("says", "host"),
    [
        (
            "近日,砚山区在柳河街道大塘村附近举行产业园开工仪式。砚山区产业园总投资3亿元。今年以来,砚山区新签约项目17个,总投资74亿元。",
            "砚山区",
        ),
        ("云溪镇召开招商大会。全镇引进项目5个。", "云溪镇"),
        (
            "2017年磁县人民政府工作报告\n\n现在,我代表县人民政府作报告,并请县政协委员提出意见。",
            "磁县",
        ),
        ("云溪镇党委书记赴横塘街道考察。我镇引进项目5个。", "云溪镇"),
        ("横塘街道与云溪镇交流。街道党工委书记介绍情况,街道引进项目5个。", "横塘街道"),
        (
            "来源:澄江县投资促进局\n\n县委书记带队外出招商\n\n"
            "县长一行考察了白芷镇种植基地。我县引进项目5个,全县到位资金3亿元。",
            "澄江县",
        ),
        (
            "访谈实录\n【嘉宾】我是云泽县县长。\n【嘉宾】我是青禾镇镇长,我们镇种苹果。\n"
            "【嘉宾】我们县去年到位资金3亿元,全县引进项目5个。县委正在谋划新的园区,江苏云泽县欢迎大家。",
            "云泽县",
        ),
        (
            "本报讯 3月1日,全市一季度重点项目集中开工现场会在青禾示范区轴承产业园主会场召开,"
            "各分会场同步举行。我市全年引进项目5个。",
            "",
        ),
        (
            "关于印发《云泽区重点项目计划》的通知\n泽政办发〔2023〕9号\n\n各镇,区直各部门:\n"
            "全区共安排项目64个。青禾镇、横塘街道要抓紧,青禾镇项目最多。\n云泽区人民政府办公室\n"
            "2023年2月13日\n项目在青禾镇,另一个也在青禾镇。",
            "云泽区",
        ),
        ("访云溪山省级经济开发区主任。云溪山省级经济开发区引进项目5个。", "云溪山省级经济开发区"),
        ("春暖花开,万物生长。", ""),
    ],
)
def test_the_host_is_the_body_whose_paper_it_is(says: str, host: str) -> None:
    assert scope(says).host(0) == host


def test_a_page_of_several_bodies_changes_host_at_its_headings() -> None:
    says = (
        "云溪镇:招商加速跑\n\n一季度全镇引进项目5个,到位资金2亿元。\n\n"
        "横塘街道:腾笼换鸟\n\n一季度街道腾退土地120亩,清退企业12家。\n"
    )
    page = scope(says)
    assert page.host(says.index("引进项目")) == "云溪镇"
    assert page.host(says.index("腾退土地")) == "横塘街道"


@pytest.mark.parametrize(
    ("says", "wanted"),
    [
        ("上半年,全镇引进项目5个。", ("2023-01-01", "2023-06-30", "actual")),
        ("2022年,全镇招商成效好。引进项目5个。", ("2022-01-01", "2022-12-31", "actual")),
        ("2022年,全镇招商成效好。目前在谈项目5个。", (None, None, "actual")),
        ("今年以来成效明显。截至5月底,引进项目5个。", ("2023-01-01", "2023-05-31", "actual")),
        ("截至5月底,引进项目5个。", (None, "2023-05-31", "actual")),
        ("6月8日,云溪镇举行仪式,本次集中签约项目5个。", (None, None, "actual")),
        ("2009年起步的工业园,引进项目5个。", (None, None, "actual")),
        ("去年招商形势好,我们引进项目5个。", ("2022-01-01", "2022-12-31", "actual")),
    ],
)
def test_a_period_holds_as_far_as_its_words_say(
    says: str, wanted: tuple[str | None, str | None, str]
) -> None:
    assert told(says, 5) == [wanted]


def test_a_heading_gives_the_period_of_all_below_it() -> None:
    says = "一、2022年工作回顾\n\n引进项目5个。\n\n二、2023年工作目标\n\n引进项目8个。\n"
    assert told(says, 5) == [("2022-01-01", "2022-12-31", "actual")]
    assert told(says, 8) == [("2023-01-01", "2023-12-31", "target")]


def test_a_question_gives_the_period_of_its_answer() -> None:
    says = "记者:去年招商有什么突破?\n\n周明:签约项目5个,到位资金2亿元。\n"
    assert told(says, 5) == [("2022-01-01", "2022-12-31", "actual")]


@pytest.mark.parametrize(
    ("says", "mode"),
    [
        ("力争引进项目5个。", "target"),
        ("预计引进项目5个。", "plan"),
        ("已引进项目5个。", "actual"),
        ("下一步,我镇将狠抓招商。引进项目5个。", "plan"),
        ("下一步,我镇将狠抓招商。力争再上台阶。引进项目5个。", "target"),
        ("引进项目5个,完成年度目标的50%。", "actual"),
        ("力争投资增长8%,完成引进项目5个。", "target"),
        ("年度计划投资16亿元,其中制造业项目5个。", "actual"),
        ("全年争取上级资金2亿元,引进项目5个。", "actual"),
        ("到2026年,引进项目5个。", "target"),
        ("集中开工的项目5个,将为该市发展注入新动能。", "actual"),
        ("下半年将集中开工的项目5个。", "plan"),
    ],
)
def test_the_mood_of_a_figure_is_that_of_its_words(says: str, mode: str) -> None:
    assert [m for _, _, m in told(says, 5)] == [mode]


def test_a_title_that_strives_sets_no_mood() -> None:
    says = "开局就冲刺 云溪镇集中签约\n\n去年,全镇引进项目5个。\n"
    assert [m for _, _, m in told(says, 5)] == ["actual"]


def test_an_inferred_subject_is_proven_by_the_words_that_name_it() -> None:
    page = page_of("云溪镇招商引资有成效。今年上半年,全镇引进项目5个。")
    (told,) = indicators.read(page, scope_of(page))
    assert isinstance(told, Indicator)
    assert told.subject is not None
    assert [proof.quote for proof in told.subject.evidence] == ["云溪镇"]


def test_a_paper_of_figures_keeps_the_time_that_it_begins_with() -> None:
    says = (
        "云溪区2023年3月经济运行情况\n\n一季度,全区经济运行总体平稳。\n\n"
        "工业生产稳中有升。全区完成规上工业产值36亿元,增速高于1-2月份3.6个百分点。\n\n"
        "投资增长加快。全区完成固定资产投资5亿元;民间投资2亿元。"
    )
    for value in (3_600_000_000, 500_000_000, 200_000_000):
        assert told(says, value) == [("2023-01-01", "2023-03-31", "actual")]


def test_a_heading_of_what_was_reached_of_a_goal_tells_of_the_past() -> None:
    says = "一、目标任务完成情况\n\n第五届洽谈会签约项目10个,履约项目9个。"
    assert told(says, 10) == [(None, None, "actual")]
