from datetime import date

import pytest

from tests.reports.issue import FIGURE, LEAD, MOVE, issue
from yinfeng.reports.report import Line, Report, Section

# Cells that only name, count or date something; all others must be proved.
LABELS = {"leads": (0,), "due": (0, 1, 3), "questions": (0, 1, 3), "works": (0,)}
PROVED = ("leads", "moves", "figures", "due", "questions", "works")


def section(report: Report, key: str) -> Section:
    return next(section for section in report.sections if section.key == key)


def test_the_lead_stands_first_with_its_reasons_and_what_is_asked() -> None:
    lines = section(issue(), "leads").lines
    grade, lead, reasons, ask = (cell.says for cell in lines[0].cells)
    assert grade == "A 重点推动"
    assert lead == "风电法兰项目，投资方：远帆重工有限公司，投资1.2亿元，用地50亩"
    assert reasons.startswith("正在商谈最终协议条款")
    assert ask == (
        "请镇（街、区）主要领导约见远帆重工有限公司，敲定协议条款；3月17日前明确签约日期；"
        "A级跟进时限3月9日，已超期1天"
    )


def test_a_firm_that_was_visited_and_a_goal_stand_where_they_belong() -> None:
    report = issue()
    assert [line.cells[0].says for line in section(report, "leads").lines] == [
        "A 重点推动",
        "B 一般跟进",
    ]
    (move,) = section(report, "moves").lines
    assert [cell.says for cell in move.cells[:3]] == [
        "2026年3月5日",
        "外出拜访",
        "新桥齿轮(昆山)有限公司",
    ]
    figures = [[cell.says for cell in line.cells] for line in section(report, "figures").lines]
    assert figures[0] == ["柳林镇", "工业总产值", "63.42亿元", "+12.36%", "2025年", "实际"]
    assert figures[1][5] == "目标"
    assert any(
        line.cells[2].says == "目标：引进亿元以上项目" for line in section(report, "due").lines
    )


def _stated(part: Section, line: Line) -> bool:
    labels = LABELS.get(part.key, ())
    return bool(line.sources) and all(
        cell.sources
        or not cell.says
        or at in labels
        or cell.says in ("—", "未载明", "实际", "目标")
        for at, cell in enumerate(line.cells)
    )


def test_every_line_is_proved_by_words_of_a_paper() -> None:
    report = issue()
    texts = {f"材料{at}": says for at, says in enumerate((LEAD, MOVE, FIGURE))}
    for part in report.sections:
        if part.key in PROVED:
            assert all(_stated(part, line) for line in part.lines), part.key
    for source in report.sources:
        for proof in (source.words, source.around):
            assert texts[proof.paper.name][proof.start : proof.end] == proof.quote
            assert proof.place == "第1行"


def test_the_summary_counts_what_the_sections_hold() -> None:
    report = issue()
    assert "读入材料3份" in report.summary
    assert "线索2条（A级1条、B级1条、C级0条）" in report.summary
    assert "1份材料未能读取" in report.summary
    assert report.office == "柳林镇"
    assert any("2026.1版" in line for line in report.foot)


def test_papers_tell_what_was_mended_and_what_could_not_be_read() -> None:
    lines = section(issue(), "papers").lines
    assert lines[0].cells[4].says == "去除拼音注音3处；有1处无法确定，已标明，未作猜测"
    assert "文件不完整" in lines[-1].cells[4].says


def test_an_issue_of_an_earlier_day_leaves_later_papers_out() -> None:
    report = issue(date(2026, 3, 1))
    assert not section(report, "leads").lines
    assert "3份材料的日期晚于报告日，未计入" in report.summary


def test_an_empty_inbox_gives_a_report_that_says_so() -> None:
    report = issue(with_papers=False)
    assert report.office == "汇总"
    assert all(not part.lines and part.empty for part in report.sections)


@pytest.mark.parametrize("day", [date(2026, 3, 10), date(2026, 9, 30), date(2027, 1, 4)])
def test_the_same_input_on_the_same_day_is_the_same_report(day: date) -> None:
    assert issue(day) == issue(day)
