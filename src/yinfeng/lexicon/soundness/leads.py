"""Faults of the grading of leads, of their clocks and first reports, of reasons and calendars."""

from collections.abc import Iterator

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.lead_rules import Claims, Losses
from yinfeng.lexicon.office_files import Term
from yinfeng.lexicon.policies import GRADES, Clocks, Maturity

_YEARS = range(2000, 2101)


def faults_of_grading(made: Maturity) -> Iterator[str]:
    """What is wrong with grades, points and clocks."""
    points = sum(part.points for part in made.score)
    starts = {grade.key: grade.start for grade in made.grades}
    if min(starts.values(), default=1) != 0:
        yield "grades 里要有一级从0分起（from: 0），否则低分的线索没有级别"
    if len(set(starts.values())) != len(starts):
        yield "grades 里两级从同一分数起"
    for key, start in starts.items():
        if start > points:
            yield f"grades.{key}.from 是{start}，高于各评分项合计的{points}分，谁也到不了"
    if len({part.key for part in made.score}) != len(made.score):
        yield "score 里有重复的 key"
    yield from (f"score.{one.key}.points 要大于0" for one in made.score if one.points <= 0)
    yield from (f"grades.{one.key}.next_days 要大于0" for one in made.grades if one.next_days <= 0)
    months = list(made.colours.values())
    if months != sorted(months):
        yield "colours 的月数要按 yellow、red、removed 由少到多"
    yield from _of_clocks(made.clocks)


def faults_of_claims(made: Claims) -> Iterator[str]:
    """What is wrong with first reports and their protection."""
    if not made.complete:
        yield "complete 是空的：至少写一项首报要填的内容"
    terms = {
        "hold": made.hold,
        "confirm": made.confirm,
        "protection": made.protection,
        "extension": made.extension,
        "arbitration": made.arbitration,
    }
    yield from (f"{key}.days 要大于0" for key, term in terms.items() if term.days <= 0)
    if not made.protection.working and made.longest < made.protection.days:
        yield f"longest（{made.longest}天）短于 protection（{made.protection.days}天）"
    if made.notice >= made.lapse:
        yield f"quiet.notice（{made.notice}天）要早于 quiet.lapse（{made.lapse}天）"


def faults_of_losses(made: Losses) -> Iterator[str]:
    """What is wrong with the reasons of a loss."""
    if not made.reasons:
        yield "reasons 是空的：流失、终止都要选一个原因"
    yield from ("reasons 里有一条没有代码（code）" for one in made.reasons if not one.code.strip())
    if made.revisit.days <= 0:
        yield "revisit.days 要大于0"


def faults_of_calendar(made: Calendar) -> Iterator[str]:
    """What is wrong with working days."""
    if made.published_to not in _YEARS:
        yield f"published_to 要写{_YEARS[0]}到{_YEARS[-1]}之间的年份，现在是 {made.published_to}"
    for name, days in (("holidays", made.off), ("workdays", made.work)):
        if strange := sorted(str(day) for day in days if day.year not in _YEARS):
            yield f"{name} 里有不可信的日期：{'、'.join(strange)}"


def _of_clocks(made: Clocks) -> Iterator[str]:
    if not made.steps:
        yield "clocks.steps 是空的：至少写一个时限"
    if len({step.key for step in made.steps}) != len(made.steps):
        yield "clocks.steps 里有重复的 key"
    if missing := [grade for grade in GRADES if grade not in made.follow_up]:
        yield f"clocks.follow_up 缺 {'、'.join(missing)} 级的跟进时限"
    terms: dict[str, Term] = {f"steps.{step.key}": step.term for step in made.steps}
    terms |= {f"follow_up.{grade}": term for grade, term in made.follow_up.items()}
    terms |= {"leader.answer": made.leader_answer, "leader.result": made.leader_result}
    yield from (f"clocks.{at}.days 要大于0" for at, term in terms.items() if term.days <= 0)
