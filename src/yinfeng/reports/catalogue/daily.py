"""The daily report (招商信息日报): new leads, what changed, figures, what is due, what to settle.

One page for a leader in front, everything in full behind it, and every line with its words.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable

from yinfeng.judgement.situation import Situation
from yinfeng.lexicon.policies import GRADES
from yinfeng.reports.report import Report, ReportKind, Section, chinese_day
from yinfeng.reports.sections.due import due_section
from yinfeng.reports.sections.figures import figures_section
from yinfeng.reports.sections.leads import leads_section
from yinfeng.reports.sections.moves import moves_section
from yinfeng.reports.sections.papers import Arrival, papers_section
from yinfeng.reports.sections.questions import questions_section
from yinfeng.reports.sections.works import works_section
from yinfeng.values import Problem

TITLE = "招商信息日报"


def daily(
    situation: Situation,
    arrivals: Iterable[Arrival],
    problems: Iterable[Problem],
    office: str = "",
) -> Report:
    """The daily report of *office* on the situation's day."""
    read, unread = tuple(arrivals), tuple(problems)
    sections = (
        leads_section(situation),
        moves_section(situation),
        figures_section(situation),
        due_section(situation),
        questions_section(situation),
        works_section(situation),
        papers_section(read, unread),
    )
    return Report(
        title=TITLE,
        office=office or main_host(situation),
        day=situation.today,
        summary=_summary(situation, sections, read, unread),
        sections=sections,
        foot=_foot(situation, read),
    )


def main_host(situation: Situation) -> str:
    """The host that most facts belong to; none where papers speak of several alike."""
    hosts = Counter(r.fact.host for r in situation.ledger.records if r.fact.host)
    ranked = sorted(hosts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] * 2 <= hosts.total():
        return "汇总"
    return ranked[0][0]


def _summary(
    situation: Situation,
    sections: tuple[Section, ...],
    read: tuple[Arrival, ...],
    unread: tuple[Problem, ...],
) -> str:
    leads = situation.leads
    grades = "、".join(f"{g}级{sum(lead.grade == g for lead in leads)}条" for g in GRADES)
    stale = sum(lead.is_stale for lead in leads)
    later = len(read) - len({a.paper.key for a in read} & {p.key for p in situation.ledger.papers})
    says = [f"本期读入材料{len(read)}份，读出事实{len(situation.ledger.records)}条"]
    says.append(
        f"线索{len(leads)}条（{grades}）"
        + (f"，其中{stale}条距今半年以上须先核实" if stale else "")
    )
    says.append(f"动态{len(sections[1].lines)}项，数据{len(sections[2].lines)}项")
    says.append(f"到期事项{len(sections[3].lines)}项，待确认{len(sections[4].lines)}项")
    if later:
        says.append(f"{later}份材料的日期晚于报告日，未计入")
    if unread:
        says.append(f"{len(unread)}份材料未能读取")
    return "；".join(says) + "。"


def _foot(situation: Situation, read: tuple[Arrival, ...]) -> tuple[str, ...]:
    keys = "\n".join(sorted(arrival.paper.key for arrival in read))
    sealed = hashlib.sha256(keys.encode()).hexdigest()[:16]
    policy = situation.policy
    return (
        f"线索分级：{policy.title} {policy.version}版（{policy.basis}）；"
        f"时限：{policy.clocks.title} {policy.clocks.version}版（{policy.clocks.basis}）。",
        "工作日按国务院办公厅公布的放假安排计算，尚未公布的年份标“暂定”。",
        f"编制日期：{chinese_day(situation.today)}；材料{len(read)}份，指纹{sealed}。",
    )


REPORT = ReportKind("daily", TITLE, daily)
