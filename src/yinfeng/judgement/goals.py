"""Goals with an end: what a paper says is to be reached by a day (全年引进亿元以上项目6个).

A goal never counts as a result; it is due on the last day of its period.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from yinfeng.identity.naming import EntityKind
from yinfeng.identity.told_names import naming
from yinfeng.judgement.due import Due
from yinfeng.judgement.situation import Situation
from yinfeng.judgement.stages import STAGES, furthest, is_as_far
from yinfeng.ledger.figures import value_of
from yinfeng.ledger.ledger import Announcement
from yinfeng.ledger.records import Record
from yinfeng.values import Engagement, Grain, Status

_AHEAD = (Status.TARGET, Status.PLANNED)


def goals_due(situation: Situation) -> tuple[Due, ...]:
    """The goals and announced events with a day, the earliest first."""
    found = [*_goals(situation), *_announced(situation), *_promised(situation)]
    return tuple(sorted(found, key=lambda due: (due.day, due.about, due.says)))


def _goals(situation: Situation) -> Iterator[Due]:
    for figure in situation.figures:
        record = figure.stands or figure.tellings[0]
        if figure.status in _AHEAD and figure.period and figure.period.end:
            end = figure.period.end - timedelta(days=1)
            says = f"目标：{figure.name}"
            yield _due(situation, end, figure.subject, says, record)


def _announced(situation: Situation) -> Iterator[Due]:
    for record in situation.ledger.records:
        fact = record.fact
        if isinstance(fact, Engagement) and fact.date and record.when:
            is_day = fact.date.value.grain is Grain.DAY
            ahead = fact.date.status in _AHEAD or (is_day and record.when >= situation.today)
            if ahead:
                about = fact.project.value if fact.project else fact.host
                says = fact.purpose.value if fact.purpose else "约定的活动"
                yield _due(situation, record.when, about, says, record)


def _promised(situation: Situation) -> Iterator[Due]:
    for announced in open_announcements(situation):
        promise = announced.promise
        says = f"计划{STAGES[promise.stage]}"
        yield Due(promise.day, promise.project, says, (announced.proof,), situation.today)


def open_announcements(situation: Situation) -> Iterator[Announcement]:
    """The announced stages that no paper tells as reached."""
    reached = {story.entity: furthest(story)[0] for story in situation.stories}
    for announced in situation.ledger.announcements:
        promise = announced.promise
        project = naming(EntityKind.PROJECT, promise.project, promise.host, {})
        stage = reached.get(situation.entities.of[project], "")
        if not is_as_far(stage, promise.stage):
            yield announced


def _due(situation: Situation, day: date, about: str, says: str, record: Record) -> Due:
    fact = record.fact
    told = value_of(record) if fact.kind == "indicator" else None
    proofs = record.proofs(told) if told else (record.proof,)
    return Due(day, about, says, proofs, situation.today)
