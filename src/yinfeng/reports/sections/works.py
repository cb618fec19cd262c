"""Works that papers name without telling how far they are; nobody is said to invest in them."""

from collections.abc import Iterator

from yinfeng.judgement.leads import is_lead, name_of
from yinfeng.judgement.situation import Situation
from yinfeng.judgement.stages import furthest
from yinfeng.ledger.stories import Story
from yinfeng.reports.report import Cell, Section, lines
from yinfeng.reports.sections.moves import particulars
from yinfeng.reports.sourcing import cell, joined, sources_of
from yinfeng.values import Project

_SHOWN = 0


def works_section(situation: Situation) -> Section:
    """The works without a stage, in order of arrival."""
    policy = situation.policy
    told = [s for s in situation.stories if s.projects and not is_lead(s, policy)]
    return Section(
        key="works",
        title="阶段未载明的项目",
        columns=("单位", "项目", "情况"),
        widths=(22, 38, 40),
        lines=lines(_line(story) for story in told if not furthest(story)[0]),
        shown=_SHOWN,
        empty="没有这类项目。",
        note="材料提到名称，未写明进展和投资方。",
    )


def _line(story: Story) -> Iterator[Cell]:
    record = story.projects[-1]
    fact = record.fact
    assert isinstance(fact, Project)
    yield cell(story.host or "未载明")
    yield cell(name_of(story), sources_of(record, fact.name))
    yield joined(particulars(story, record))
