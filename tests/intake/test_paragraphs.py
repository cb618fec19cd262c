"""Columns of a newspaper in PDF: their order, and the paragraphs that their width broke."""

from datetime import date

import pytest
import typst

from tests.intake.made import Paper, document
from yinfeng.values import BlockKind, Document

FIRST = (
    "今年1至4月，澄湖镇完成规上工业产值31.6亿元，同比增长9.4%；新签约项目8个，总投资17.5亿元，"
    "其中亿元以上项目5个。",
    "4月18日，澄湖镇党委书记陆远带队赴宁波考察，走访宁波恒岳传动科技有限公司，双方就精密减速机"
    "项目进行洽谈，项目计划总投资2.8亿元，用地38亩，达产后年销售收入5亿元。",
    "由无锡景和新材料有限公司投资的隔膜项目已于4月28日开工，总投资1.2亿美元，采用MES系统和"
    "AGV小车，预计明年6月投产。",
)
SECOND = (
    "兴业机械因扩产急需用地，枫桥镇主动上门服务，协调农商银行发放贷款600万元。枫桥镇党委副书记"
    "何静表示，下一步将建立企业服务清单，做到一企一策、有求必应。",
    "截至4月底，枫桥镇已有规上工业企业27家，实现税收1.9亿元，主要原因是两家企业停产技改。",
)
HEAD, OTHER = "澄湖镇招商引资实现“开门红”", "枫桥镇为企业解难题"
INDENTS = "first-line-indent: (amount: 2em, all: true)"
ONE = "\n\n".join(FIRST)
TWO = "\n\n".join(SECOND)
BOTH = f"= {HEAD}\n{ONE}\n\n= {OTHER}\n{TWO}"
BOX = f"[#text(size:18pt)[{HEAD}]\n\n{ONE}][#rect[#text(size:14pt)[{OTHER}]\n\n{TWO}]]"


def _set(body: str, page: str = "", paragraph: str = f"justify: true, {INDENTS}") -> Document:
    head = f"#set page({page}margin: 1.5cm)\n#set par({paragraph})\n"
    font = '#set text(font: "Noto Serif CJK SC", size: 9pt, lang: "zh")\n'
    return document(typst.compile((head + font + body).encode()), "报.pdf")


@pytest.mark.parametrize(
    ("body", "page", "paragraph"),
    [
        (BOTH, "width: 20cm, height: 26cm, columns: 2, ", f"justify: true, {INDENTS}"),
        (BOTH, "width: 20cm, height: 12cm, columns: 3, ", f"justify: true, {INDENTS}"),
        (BOTH, "width: 21cm, height: 9cm, columns: 4, ", f"justify: true, {INDENTS}"),
        (BOTH, "width: 20cm, height: 26cm, columns: 2, ", INDENTS),
        (BOTH, "width: 20cm, height: 26cm, columns: 2, ", "justify: true, spacing: 1.6em"),
        (f"#grid(columns:(2fr,1fr),column-gutter:1em){BOX}", "", f"justify: true, {INDENTS}"),
        (f"#grid(columns:(1fr,2fr),column-gutter:1em){BOX}", "", f"justify: true, {INDENTS}"),
        (
            f"#text(size:20pt)[{HEAD}]\n#columns(2)[{ONE}]\n= {OTHER}\n#columns(3)[{TWO}]",
            "width: 20cm, height: 26cm, ",
            f"justify: true, {INDENTS}",
        ),
    ],
)
def test_paragraphs_of_columns_come_back_whole(body: str, page: str, paragraph: str) -> None:
    lines = _set(body, page, paragraph).source.replace(" ", "").splitlines()
    assert lines == [HEAD, *FIRST, OTHER, *SECOND]


def test_the_day_in_the_head_of_a_newspaper_is_the_day_of_the_document() -> None:
    head = "澄湖日报 #h(1fr) 2024年5月16日 星期四 #h(1fr) 第2版 要闻"
    found = _set(BOTH, f"width: 20cm, height: 12cm, columns: 3, header: [{head}], ")
    assert found.published == date(2024, 5, 16)
    assert found.source.splitlines()[1] == HEAD


def test_a_heading_of_two_lines_stays_with_its_column() -> None:
    long = f"= {HEAD}引资工作再上新台阶\n{ONE}\n= {OTHER}\n{TWO}"
    found = _set(long, "width: 14cm, height: 12cm, columns: 2, ")
    assert found.title == f"{HEAD}引资工作再上新台阶"


def test_the_end_of_a_story_in_a_column_of_its_own_is_no_cell() -> None:
    paper = Paper()
    words = FIRST[0] + FIRST[1]
    paper.column(60, 740, words[:120], 20)
    paper.column(290, 740, words[120:126] + "。", 20)
    assert document(paper.saved(), "报.pdf").source.strip() == words[:126] + "。"


def test_lines_cut_after_so_many_characters_are_joined() -> None:
    paper = Paper()
    paper.column(60, 740, FIRST[0], 18)
    assert document(paper.saved(), "报.pdf").source.strip() == FIRST[0]


def test_a_list_of_names_is_no_paragraph() -> None:
    names = ["宁波恒岳传动科技有限公司", "无锡景和新材料有限公司", "枫桥镇经济发展办公室"]
    found = _set(" \\\n".join(names), "width: 20cm, height: 26cm, columns: 2, ", "justify: true")
    assert found.source.split() == names


def test_items_of_a_list_stay_apart() -> None:
    items = [f"{number}、{words}" for number, words in enumerate(FIRST, 1)]
    found = _set("\n\n".join(items), "width: 12cm, height: 26cm, ", "justify: true")
    assert found.source.replace(" ", "").splitlines() == items
    kinds = {block.kind for block in found.blocks}
    assert kinds == {BlockKind.PARAGRAPH}
