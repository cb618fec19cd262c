"""Sections that a copy of a report set on one line are headings and paragraphs again."""

from tests.growth import EVEN, growth
from yinfeng.text import LineKind, Text, restore
from yinfeng.values import Document

FLAT = (
    "云溪镇2022年政府工作报告一、2021年工作回顾2021年是云溪发展的重要一年。面对困难和压力,全镇上下攻坚克难,"
    "经济社会发展稳中有进。(一)项目建设全面提速。全年新签约项目6个,完成固定资产投资4.2亿元,同比增长8.5%。"
    "(二)民生福祉持续改善。新增公共停车位320个,整治堆场点位46处,清理垃圾1200吨,群众满意度稳步提升。"
    "二、2022年工作安排今年是关键之年,力争引进亿元以上项目8个。"
)


def text_of(says: str) -> Text:
    return restore(Document(name="case", source=says))


def test_a_report_on_one_line_has_its_title_headings_and_paragraphs() -> None:
    text = text_of(FLAT)
    found = [(line.kind, text.says(line.span)[:12]) for line in text.lines]
    assert found == [
        (LineKind.TITLE, "云溪镇2022年政府工作"),
        (LineKind.HEADING, "一、2021年工作回顾"),
        (LineKind.PROSE, "2021年是云溪发展的重"),
        (LineKind.PROSE, "(一)项目建设全面提速。"),
        (LineKind.PROSE, "(二)民生福祉持续改善。"),
        (LineKind.HEADING, "二、2022年工作安排"),
        (LineKind.PROSE, "今年是关键之年,力争引进"),
    ]


def test_points_of_one_sentence_stay_in_it() -> None:
    says = (
        "会议要求,要抓好(一)项目;(二)环境;(三)队伍,并做到一、快;二、准;三、实,以实干推动发展。" * 4
    )
    assert len(text_of(says).lines) == 1


def test_a_page_of_marks_is_parted_in_even_time() -> None:
    assert growth(lambda n: text_of("。 (一)" * n), 2_000) < EVEN


def test_prose_whose_breaks_became_gaps_is_no_table() -> None:
    says = "现在,我代表镇人民政府向大会报告工作,请予审议。一、2021年工作回顾   这一年,全镇攻坚克难"
    says += "   经济稳中有进。   抓项目促投资,新签约项目6个,完成固定资产投资4.2亿元,社会和谐稳定。"
    says += "办实事惠民生,新增停车位320个,群众满意度稳步提升,镇容镇貌明显改善。"
    assert LineKind.TABLE not in [line.kind for line in text_of(says).lines]
