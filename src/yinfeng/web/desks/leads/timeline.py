"""Everything told of one lead in order of time: papers, events, dispatches, clocks, grades, claims.

As of a past day only what had been told by then stands in it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from yinfeng.ledger.papers import paper_of
from yinfeng.ledger.records import record_of
from yinfeng.reports.sections.moves import ENGAGEMENTS
from yinfeng.web.desks.leads.kinds import FIGURE, kind_of, says_of
from yinfeng.web.desks.leads.known import Known
from yinfeng.web.desks.leads.papers import document_of, engine_fact
from yinfeng.web.lists.models import Note


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing in the history of a lead: its day, what sort, what it says, who, and the proof."""

    day: date
    at: datetime
    sort: str
    says: str
    who: str = ""
    quote: str = ""
    address: str = ""
    tone: str = ""
    link: int | None = None
    key: str = ""


def timeline(known: Known, as_of: date | None) -> list[Moment]:
    """The moments of a lead, the latest first."""
    sources: tuple[Callable[[Known], Iterator[Moment]], ...] = (
        _statements,
        _papers,
        _grades,
        _dispatches,
        _clocks,
        _claims,
        _clashes,
        _losses,
        _outreach,
        _conversion,
        _notes,
    )
    every = (moment for source in sources for moment in source(known))
    told = (m for m in every if as_of is None or _told_on(m) <= as_of)
    return sorted(told, key=lambda m: (m.day, m.at), reverse=True)


def _told_on(moment: Moment) -> date:
    return max(moment.day, timezone.localtime(moment.at).date())


def _statements(known: Known) -> Iterator[Moment]:
    for one in known.statements:
        told = timezone.localtime(one.at).date()
        late = f"（{told}补记）" if one.day and (told - one.day).days > 1 else ""
        kind = kind_of(one.kind)
        says = one.text.partition("\n")[2].strip() if kind else one.text.strip()
        why = f"\n理由：{one.why}" if one.why else ""
        yield Moment(
            one.day or (told if one.kind == FIGURE else known.lead.reported),
            one.at,
            f"{says_of(one.kind)}{late}",
            says + why,
            str(one.by),
            tone="good" if kind else "",
            key=f"s{one.pk}",
        )


def _papers(known: Known) -> Iterator[Moment]:
    links = {link.fact_id: link for link in known.links}
    for fact in known.facts:
        link, paper = links[fact.pk], fact.reading.document
        own = known.fields.get(fact.pk, {})
        document = document_of(paper)
        # The day the fact itself speaks of, else the day its paper came out, else today's desk.
        spoken = record_of(document, paper_of(document), engine_fact(fact, own), "").known
        sort = f"材料：{paper.name}"
        if fact.kind == "engagement" and (entry := own.get("type")):
            sort = f"{ENGAGEMENTS.get(str(entry.value), '往来')}（{paper.name}）"
        off = f"已移出：{link.why}（{link.taken_off_by}）" if link.taken_off else ""
        yield Moment(
            spoken or timezone.localtime(link.at).date(),
            link.at,
            sort,
            off or fact.says,
            str(link.by or "系统归入"),
            quote=fact.quote,
            address=f"/library/{paper.pk}#w{fact.start}-{fact.end}",
            tone="bad" if link.taken_off else "paper",
            link=None if link.taken_off else link.pk,
        )


def _grades(known: Known) -> Iterator[Moment]:
    for one in known.grades:
        was = f"{one.was}级 → " if one.was and one.was != one.grade else ""
        reasons = "；".join(reason["says"] for reason in one.reasons)
        yield Moment(
            one.day,
            one.at,
            "分级",
            f"{was}{one.grade}级（{one.score}分），因{one.because}。{reasons}",
            one.policy,
        )


def _dispatches(known: Known) -> Iterator[Moment]:
    for one in known.dispatches:
        due = f"（{one.answer_due}前答复，{one.result_due}前办结）"
        yield _on(one.sent, "派单", f"请{one.leader}：{one.instruction}{due}", str(one.by))
        if one.answered:
            yield _on(one.answered, "领导答复", one.answer, str(one.leader))
        if one.resulted:
            yield _on(one.resulted, "办理结果", one.result, str(one.resulted_by), "good")
        if one.withdrawn:
            yield _on(one.withdrawn, "撤回派单", one.why, str(one.by))


def _clocks(known: Known) -> Iterator[Moment]:
    for one in known.clocks:
        if one.extended_on:
            says = f"{one.says}：由{one.first_ends}延至{one.ends}。{one.why}"
            yield _on(one.extended_on, "时限延期", says, str(one.extended_by))
        if one.ended and one.outcome in (one.Outcome.DONE, one.Outcome.LATE):
            tone = "bad" if one.outcome == one.Outcome.LATE else "good"
            says = f"{one.says}（{one.ends}到期）{one.proof}"
            who = str(one.ended_by or "系统")
            yield _on(one.ended, one.get_outcome_display(), says, who, tone)


def _claims(known: Known) -> Iterator[Moment]:
    for one in known.claims:
        how = "从公海认领" if one.from_pool else "首报"
        yield _on(one.since, how, f"{one.unit}", str(one.by))
        if one.confirmed:
            yield _on(one.confirmed, "首报确认", f"{one.unit}的首报", str(one.confirmed_by))
        if one.extended:
            yield _on(one.extended, "保护期延长", one.why, str(one.extended_by))
        if one.ended:
            yield _on(one.ended, one.get_end_display(), one.end_says, "", "bad")


def _clashes(known: Known) -> Iterator[Moment]:
    for one in known.clashes:
        other = one.earlier if one.later_id == known.lead.pk else one.later
        says = f"与{other.unit}登记的线索{one.grounds}。登记时说明：{one.said}"
        yield _on(one.day, "撞单", says, str(one.by), "bad")
        if one.ruled:
            says = f"{one.get_ruling_display()}。{one.why}"
            yield _on(one.ruled, "撞单裁定", says, str(one.ruled_by))


def _losses(known: Known) -> Iterator[Moment]:
    for one in known.lead.losses.select_related("by"):
        to = f"，落户{one.rival}" if one.rival else ""
        says = f"{one.code} {one.reason}{to}。{one.words}（{one.revisit}再看）"
        yield Moment(one.day, one.at, "流失", says, str(one.by), tone="bad")


def _outreach(known: Known) -> Iterator[Moment]:
    """What outreach keeps under the number of the lead; a row of another office has no page."""
    for met in known.kept:
        address = met.address if met.unit == known.lead.unit_id else ""
        yield Moment(met.day, met.at, met.sort, met.says, met.who, address=address, tone="good")


def _conversion(known: Known) -> Iterator[Moment]:
    made = getattr(known.lead, "conversion", None)
    if made is not None:
        says = f"转为项目{made.number}，封存{len(made.taken_over['figures'])}项数据"
        yield Moment(made.day, made.at, "转项目", says, str(made.by), tone="good")


def _notes(known: Known) -> Iterator[Moment]:
    for one in Note.objects.on(known.lead):
        tone = {"warning": "warn", "grave": "bad", "good": "good"}.get(one.severity, "")
        day = timezone.localtime(one.at).date()
        label = Note.Severity(one.severity).label
        yield Moment(day, one.at, f"日志·{label}", one.says, str(one.by), tone=tone)


def _on(day: date, sort: str, says: str, who: str, tone: str = "") -> Moment:
    """A moment of which only the day is kept."""
    at = timezone.make_aware(datetime.combine(day, time(12)))
    return Moment(day, at, sort, says, who, tone=tone)
