"""Everything that happened to one project in order of time: forms, gates, people, turns, papers.

As of a past day only what had been told by then stands in it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from yinfeng.lexicon.project_stages import Stages
from yinfeng.web.desks.leads.papers import LONG
from yinfeng.web.desks.projects.gates import Told
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.models import Note


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing in the history of a project: its day, what sort, what it says, who, the proof."""

    day: date
    at: datetime
    sort: str
    says: str
    who: str = ""
    address: str = ""
    tone: str = ""
    key: str = ""


def timeline(
    project: Project, gates: Sequence[Told], stages: Stages, as_of: date | None
) -> list[Moment]:
    """The moments of a project, with these gates of it, the latest first."""
    every = [moment for source in _OF_GATES for moment in source(gates, stages)]
    every += [moment for source in _SOURCES for moment in source(project)]
    known = [m for m in every if as_of is None or timezone.localtime(m.at).date() <= as_of]
    return sorted(known, key=lambda m: (m.day, m.at), reverse=True)


def _statements(project: Project) -> Iterator[Moment]:
    for one in project.statements.filter(passages=None).select_related("by"):
        title, says = one.text.split("\n", 1)
        why = f"\n理由：{one.why}" if one.why else ""
        yield Moment(_on(one.at), one.at, title, says.strip() + why, str(one.by), key=f"s{one.pk}")


def _passages(gates: Sequence[Told], stages: Stages) -> Iterator[Moment]:
    for one in (told.passage for told in gates):
        meaning = stages.meaning(one.definition)
        says = f"{one.when}{f'（{meaning.says}）' if meaning else ''} {one.says}".strip()
        address = ""
        if one.entry is not None:
            paper = one.entry.fact.reading.document
            address = f"/library/{paper.pk}#w{one.entry.start}-{one.entry.end}"
        day = one.day or _on(one.at)
        sort = f"上报：{stages.says(one.gate)}"
        key = f"s{one.statement_id}" if one.statement_id else ""
        yield Moment(day, one.at, sort, says, str(one.by), address, "good", key)


def _reviews(gates: Sequence[Told], stages: Stages) -> Iterator[Moment]:
    for told in gates:
        passage = told.passage
        for one in told.reviews:
            word = "确认" if one.is_confirmed else "不予确认"
            tone = "good" if one.is_confirmed else "bad"
            says = f"{stages.says(passage.gate)}（{passage.when}）{one.why}"
            yield Moment(_on(one.at), one.at, word, says, str(one.by), tone=tone)


def _corrections(gates: Sequence[Told], stages: Stages) -> Iterator[Moment]:
    for told in gates:
        passage, one = told.passage, told.correction
        if one is not None:
            now = one.instead.when if one.instead else "撤回"
            says = f"{stages.says(passage.gate)}：{passage.when} → {now}。{one.why}"
            yield Moment(_on(one.at), one.at, "更正节点", says, str(one.by), tone="warn")


def _choices(project: Project) -> Iterator[Moment]:
    for one in project.choices.select_related("by", "telling").filter(telling__statement=None):
        says = f"采用“{one.telling.quote}”。{one.why}"
        yield Moment(_on(one.at), one.at, "选定来源", says, str(one.by))


def _seats(project: Project) -> Iterator[Moment]:
    for one in project.seats.select_related("by"):
        called = one.name if one.post != "owner" else f"{one.name[:1]}某"
        yield Moment(one.since, one.at, f"配岗：{one.get_post_display()}", called, str(one.by))
        if one.until:
            says = f"{called}（{one.ended_why}）"
            yield Moment(
                one.until,
                one.ended_at or one.at,
                f"离岗：{one.get_post_display()}",
                says,
                tone="warn",
            )


def _visits(project: Project) -> Iterator[Moment]:
    for one in project.visits.select_related("by"):
        solved = f"\n解决：{one.solved}" if one.solved else ""
        yield Moment(one.day, one.at, f"走访：{one.who}", one.says + solved, str(one.by))


def _endings(project: Project) -> Iterator[Moment]:
    for one in project.endings.select_related("by"):
        to = f"，落户{one.rival}" if one.rival else ""
        back = "还可挽回" if one.is_recoverable else "无法挽回"
        says = (
            f"{one.code} {one.reason}{to}。{one.words}（在阶段{one.days_in_stage}天，"
            f"{one.amount or '金额未载明'}，{back}，{one.revisit}再看）"
        )
        yield Moment(one.day, one.at, one.get_state_display(), says, str(one.by), tone="bad")


def _turns(project: Project) -> Iterator[Moment]:
    for one in project.handovers.select_related("giver", "taker", "by"):
        says = (
            f"{one.giver} → {one.taker}，份额{one.giver_share}:{100 - one.giver_share}。{one.why}"
        )
        yield Moment(one.day, one.at, "流转", says, str(one.by), tone="warn")
    for enclave in project.enclaves.select_related("by"):
        says = f"{enclave.sender} → {enclave.receiver}（{enclave.basis}）"
        yield Moment(enclave.since, enclave.at, "飞地分成", says, str(enclave.by))
    for joining in (*project.joinings.all(), *project.joined.all()):
        word = (
            f"撤销{joining.get_kind_display()}" if joining.undoes_id else joining.get_kind_display()
        )
        yield Moment(joining.day, joining.at, word, joining.why, tone="warn")


def _papers(project: Project) -> Iterator[Moment]:
    links = project.facts.select_related("fact__reading__document", "by", "taken_off_by")
    for one in links.defer(*(f"fact__reading__{name}" for name in LONG)):
        fact, paper = one.fact, one.fact.reading.document
        day = fact.reading.published or _on(one.at)
        address = f"/library/{paper.pk}#w{fact.start}-{fact.end}"
        says = f"已移出：{one.why}" if one.taken_off else fact.says
        tone = "bad" if one.taken_off else "paper"
        who = str(one.by or "系统归入")
        yield Moment(day, one.at, f"材料：{paper.name}", says, who, address, tone)


def _notes(project: Project) -> Iterator[Moment]:
    for one in Note.objects.on(project):
        label = Note.Severity(one.severity).label
        yield Moment(_on(one.at), one.at, f"日志·{label}", one.says, str(one.by))


def _on(at: datetime) -> date:
    return timezone.localtime(at).date()


_OF_GATES: tuple[Callable[[Sequence[Told], Stages], Iterator[Moment]], ...] = (
    _passages,
    _reviews,
    _corrections,
)
_SOURCES: tuple[Callable[[Project], Iterator[Moment]], ...] = (
    _statements,
    _choices,
    _seats,
    _visits,
    _endings,
    _turns,
    _papers,
    _notes,
)
