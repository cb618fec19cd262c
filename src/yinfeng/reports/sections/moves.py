"""What changed: stages reached, signings, visits and meetings, the latest first."""

from collections.abc import Iterator
from datetime import date

from yinfeng.identity.naming import plain
from yinfeng.judgement.leads import investors_of, is_lead, name_of
from yinfeng.judgement.situation import Situation
from yinfeng.judgement.stages import STAGES, furthest
from yinfeng.ledger.records import Record
from yinfeng.ledger.stories import Story
from yinfeng.reports import wording
from yinfeng.reports.report import Cell, Piece, Section, lines
from yinfeng.reports.sourcing import cell, joined, sources_of
from yinfeng.values import Engagement, Grain, Project

_SHOWN = 3
ENGAGEMENTS = {
    "visit_out": "外出拜访",
    "visit_in": "来访接待",
    "exchange": "交流对接",
    "ceremony": "仪式活动",
    "meeting": "会议",
    "study": "学习考察",
}
_LONG_AGO = date.min

Move = tuple[date, str, tuple[Cell, ...]]


def moves_section(situation: Situation) -> Section:
    """The moves of projects past signing and the engagements, the latest first."""
    moves = [*_stages(situation), *_engagements(situation)]
    moves.sort(key=lambda move: move[1])
    moves.sort(key=lambda move: move[0], reverse=True)
    return Section(
        key="moves",
        title="动态",
        columns=("日期", "事项", "对象", "情况"),
        widths=(18, 14, 28, 40),
        lines=lines(cells for _, _, cells in moves),
        shown=_SHOWN,
        empty="本期没有动态。",
        note="已签约及以后阶段的项目列为进展，不再作为线索；未写日期的排在最后。",
    )


def _stages(situation: Situation) -> Iterator[Move]:
    for story in situation.stories:
        stage, record = furthest(story)
        if record is not None and not is_lead(story, situation.policy):
            yield _stage_move(story, stage, record)


def _stage_move(story: Story, stage: str, record: Record) -> Move:
    fact = record.fact
    assert isinstance(fact, Project)
    when = wording.period(fact.stage_date.value) if fact.stage_date else ""
    name = name_of(story)
    cells = (
        cell(when or "未载明", sources_of(record, fact.stage_date) if when else ()),
        cell(f"项目{STAGES[stage]}", sources_of(record, fact.stage) if fact.stage else ()),
        cell(name, sources_of(record, fact.name)),
        joined(particulars(story, record)),
    )
    return (record.when if when else None) or _LONG_AGO, name, cells


def particulars(story: Story, record: Record) -> Iterator[Piece]:
    """Who invests how much, in what and where, as one record of a project tells it."""
    fact = record.fact
    assert isinstance(fact, Project)
    investors = investors_of(story)
    if investors and fact.investors is not None:
        yield Piece(f"投资方{'、'.join(investors)}", sources_of(record, fact.investors))
    if fact.investment is not None:
        says = f"投资{wording.figure(fact.investment)}"
        yield Piece(says, sources_of(record, fact.investment))
    if fact.product is not None:
        yield Piece(f"产品{fact.product.value}", sources_of(record, fact.product))
    if fact.site is not None:
        yield Piece(f"位于{fact.site.value}", sources_of(record, fact.site))


def _engagements(situation: Situation) -> Iterator[Move]:
    told: set[tuple[str, ...]] = set()
    for record in situation.ledger.records:
        if isinstance(record.fact, Engagement):
            date_, kind, *whom = _event(record.fact)
            # Two papers that tell of one visit tell of one visit.
            if date_ and any((date_, kind, name) in told for name in whom):
                continue
            told.update((date_, kind, name) for name in whom)
            yield _engagement_move(record, record.fact)


def _event(fact: Engagement) -> tuple[str, ...]:
    day = fact.date.value if fact.date else None
    when = (day.label or "") if day and day.grain is Grain.DAY else ""
    names = fact.counterparts.value if fact.counterparts else ()
    where = (fact.place.value,) if fact.place else ()
    purpose = (fact.purpose.value,) if fact.purpose else ()
    return (when, fact.type.value if fact.type else "", *map(plain, names or where or purpose))


def _engagement_move(record: Record, fact: Engagement) -> Move:
    when = wording.period(fact.date.value) if fact.date else ""
    type_ = fact.type.value if fact.type else ""
    with_whom = "、".join(fact.counterparts.value) if fact.counterparts else ""
    where = fact.place.value if fact.place else ""
    whom = fact.counterparts or fact.place
    cells = (
        cell(when or "未载明", sources_of(record, fact.date) if when else ()),
        cell(ENGAGEMENTS.get(type_, "活动"), sources_of(record, fact.type) if fact.type else ()),
        cell(with_whom or where or fact.host, sources_of(record, whom) if whom else ()),
        joined(_circumstances(record, fact)),
    )
    return (record.when if when else None) or _LONG_AGO, with_whom, cells


def _circumstances(record: Record, fact: Engagement) -> Iterator[Piece]:
    people = fact.people.value if fact.people else ()
    if people:
        says = "、".join(person.title + person.name for person in people)
        yield Piece(says, sources_of(record, fact.people))
    if fact.purpose is not None:
        yield Piece(fact.purpose.value, sources_of(record, fact.purpose))
    elif fact.project is not None:
        yield Piece(fact.project.value, sources_of(record, fact.project))
    if not people and fact.purpose is None and fact.project is None:
        yield Piece("见出处", sources_of(record))
