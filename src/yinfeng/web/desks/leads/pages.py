"""What the page of one lead shows: the register with its proofs, the grade, what runs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from yinfeng.judgement.asks import ask_of
from yinfeng.judgement.claims import RightState
from yinfeng.judgement.clocks import colour_of
from yinfeng.judgement.grading import grading_of
from yinfeng.judgement.stages import STAGES
from yinfeng.web.desks.leads.actions.forms import FIELDS, TOLD_AS
from yinfeng.web.desks.leads.actions.going_by import KEPT
from yinfeng.web.desks.leads.actions.rights import missing_of, right_state
from yinfeng.web.desks.leads.clashes import split
from yinfeng.web.desks.leads.colours import COLOURS, Palette
from yinfeng.web.desks.leads.kinds import MATURITIES
from yinfeng.web.desks.leads.known import Known, standing_tellings
from yinfeng.web.desks.leads.models import Claim, Clash, Clock, Dispatch, GradeChange, Lead, Telling
from yinfeng.web.desks.leads.rules import Rules
from yinfeng.web.desks.leads.stories import story_of
from yinfeng.web.desks.leads.timeline import Moment, timeline
from yinfeng.web.desks.library.chosen import chosen_among, words_of
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.private import shown

_ALSO = {"land": ("land_need", "land", "floor_area"), "content": ("product", "industry")}


@dataclass(frozen=True, slots=True)
class Line:
    """One field of the register: what it says, who or what says so, and where to see it."""

    name: str
    label: str
    says: str
    quote: str
    source: str
    address: str
    aside: str


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs, and how it stands."""

    clock: Clock
    left: int

    @property
    def stands(self) -> str:
        """How its day stands to today, in words."""
        if self.left < 0:
            return f"超期{-self.left}天"
        return "今日到期" if self.left == 0 else f"还有{self.left}天"

    @property
    def tone(self) -> str:
        """Red when it has run out, yellow when it is about to."""
        return "bad" if self.left < 0 else "warn" if self.left <= 1 else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of a lead."""

    lead: Lead
    lines: tuple[Line, ...]
    grade: GradeChange | None
    reasons: tuple[Mapping[str, Any], ...]
    stage: str
    colour: str
    colour_says: str
    clocks: tuple[Running, ...]
    claim: Claim | None
    right: RightState | None
    missing: tuple[str, ...]
    dispatches: tuple[Dispatch, ...]
    moments: tuple[Moment, ...]
    ask: str
    clashes: tuple[Clash, ...]
    contact: str
    phone: str


def sheet(lead: Lead, rules: Rules, today: date, as_of: date | None = None) -> Sheet:
    """The page of a lead, now or as of a past day."""
    day = as_of or today
    known, is_live = Known(lead), as_of is None
    grade = _grade_on(known, as_of)
    claim = next((one for one in known.claims if one.ended is None), None)
    colour = Palette(day).of(lead.last_event, lead.unit.path)
    return Sheet(
        lead=lead,
        lines=tuple(_lines(lead, known.tellings if is_live else {}, _aside(known, as_of))),
        grade=grade,
        reasons=tuple(_reason(one) for one in grade.reasons) if grade else (),
        stage=STAGES.get(lead.stage, "未载明"),
        colour=colour,
        colour_says=COLOURS.get(colour, ""),
        clocks=tuple(_running(known, day)) if is_live else (),
        claim=claim if is_live else None,
        right=right_state(claim, rules, day, known) if claim and is_live else None,
        missing=tuple(missing_of(lead, rules, day, known=known)) if claim and is_live else (),
        dispatches=tuple(_open(known)) if is_live else (),
        moments=tuple(timeline(known, as_of)),
        ask=_ask(known, rules, today) if is_live and lead.state == Lead.State.OPEN else "",
        clashes=tuple(one for one in known.clashes if not one.ruling) if is_live else (),
        contact=shown(lead, "contact"),
        phone=shown(lead, "contact_phone"),
    )


def _ask(known: Known, rules: Rules, today: date) -> str:
    """What a leader is asked to do about the lead now."""
    lead = known.lead
    story = story_of(lead, rules.policy.leaders, today, known)
    if not story.records:
        return ""
    return ask_of(
        lead.name,
        tuple(split(lead.investors)),
        grading_of(story, rules.policy),
        colour_of(story, rules.policy, today),
        rules.policy,
        rules.days,
        today,
    )


def _aside(known: Known, as_of: date | None) -> dict[str, str]:
    """By field, what papers tell otherwise and who chose what stands, as of a past day too."""
    moment = end_of(as_of) if as_of else None
    stand = standing_tellings(known.lead, moment) if moment else known.tellings
    by_field = {field: one.entry for field, one in stand.items() if one.entry}
    found = chosen_among(list(by_field.values()), known.lead.unit, moment)
    said = {field: found.get(words_of(entry)) for field, entry in by_field.items()}
    return {KEPT[field]: one.says for field, one in said.items() if one and field in KEPT}


def _lines(lead: Lead, tellings: Mapping[str, Telling], aside: Mapping[str, str]) -> Iterator[Line]:
    for name, label in FIELDS.items():
        says = str(getattr(lead, name))
        if name == "maturity":
            says = MATURITIES.get(says, says)
        keys = _ALSO.get(name, (TOLD_AS.get(name, name),))
        told = max((tellings[k] for k in keys if k in tellings), key=lambda t: t.pk, default=None)
        yield Line(name, label, says, *_proof(told), aside.get(name, ""))


def _proof(told: Telling | None) -> tuple[str, str, str]:
    if told is None:
        return "", "", ""
    if told.entry is not None:
        paper = told.entry.fact.reading.document
        return told.quote, paper.name, f"/library/{paper.pk}#w{told.start}-{told.end}"
    assert told.statement is not None
    says = f"{told.statement.by} {timezone.localdate(told.statement.at)}"
    return told.quote, says, f"#s{told.statement_id}"


def _grade_on(known: Known, as_of: date | None) -> GradeChange | None:
    grades = [one for one in known.grades if as_of is None or one.day <= as_of]
    return grades[-1] if grades else None


def _reason(reason: Mapping[str, Any]) -> Mapping[str, Any]:
    """The reason with an address for each of its proofs."""
    proofs = [{**proof, "address": _address(proof)} for proof in reason["proofs"]]
    return {**reason, "proofs": proofs[:2]}


def _address(proof: Mapping[str, Any]) -> str:
    kind, _, key = str(proof["paper"]).partition(":")
    if kind == "document":
        return f"/library/{key}#w{proof['start']}-{proof['end']}"
    if kind == "statement":
        return f"#s{key}"
    return reverse(f"outreach:{kind}-record", args=[key.partition(":")[0]])


def _running(known: Known, day: date) -> Iterator[Running]:
    running = [clock for clock in known.clocks if clock.ended is None]
    for clock in sorted(running, key=lambda clock: clock.ends):
        yield Running(clock, (clock.ends - day).days)


def _open(known: Known) -> list[Dispatch]:
    there = (one for one in known.dispatches if one.resulted is None and one.withdrawn is None)
    return sorted(there, key=lambda one: one.result_due)
