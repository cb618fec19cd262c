"""A lead as a story of the engine: what papers tell of it and what persons say of it, in time.

Of a paper's fact only what a person accepted or corrected counts. Of what is typed only the latest
word of each field counts, and it stands against papers that were attached before it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from yinfeng.identity.entities import Entity
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.ledger.ledger import Ledger
from yinfeng.ledger.records import Record
from yinfeng.ledger.stories import Story
from yinfeng.values import Document, Engagement, Evidence, Grain, Period, Person, Project, Told
from yinfeng.values import Fact as Read
from yinfeng.values.form import Value
from yinfeng.web.desks.leads.kinds import ADOPT, REGISTER, kind_of
from yinfeng.web.desks.leads.known import Known
from yinfeng.web.desks.leads.meetings import Meeting
from yinfeng.web.desks.leads.models import Lead, Statement, Telling
from yinfeng.web.desks.leads.papers import (
    accepted,
    document_of,
    engine_fact,
)
from yinfeng.web.store.models import Fact
from yinfeng.web.store.values import from_json

# Fields of the form that the engine knows.
_TOLD = ("name", "investors", "product", "investment", "land", "floor_area", "stage")
_DAY = timedelta(days=1)

Tellings = Mapping[str, Telling]


def story_of(lead: Lead, leaders: Iterable[str], today: date, known: Known | None = None) -> Story:
    """The story of a lead as known on *today*; *leaders* are the titles that mark one of ours."""
    known = known or Known(lead)
    titles = tuple(leaders)
    told = (*_papers(known), *_signed(known, titles), *_met(known, titles, today))
    return _story(lead, told, today)


def first_story(lead: Lead, statement: Statement, told: Iterable[Telling], today: date) -> Story:
    """The story of a lead of which nothing is known but the form that registers it."""
    facts = list(_form(lead, statement, told))
    return _story(lead, [(_signed_form(lead, statement), facts)], today)


def _story(lead: Lead, told: Iterable[tuple[Document, list[Read]]], today: date) -> Story:
    ledger = Ledger()
    for document, facts in told:
        ledger.take_in(document, facts)
    records = ledger.as_of(today).records
    arrival = {record.key: at for at, record in enumerate(records)}

    def order(record: Record) -> tuple[date, int]:
        return record.known or date.max, arrival[record.key]

    naming = Naming(EntityKind.PROJECT, lead.name, lead.unit.name)
    entity = Entity(naming.kind, naming.name, (naming,), ())
    return Story(entity, tuple(sorted(records, key=order)))


def _papers(known: Known) -> Iterator[tuple[Document, list[Read]]]:
    attached = {link.fact_id: link.at for link in known.links if link.taken_off is None}
    typed = {name: told.at for name, told in known.tellings.items() if told.statement_id}
    for fact in known.facts:
        if fact.pk not in attached:
            continue
        taken = accepted(known.fields.get(fact.pk, {}))
        stand = {
            n: s for n, s in taken.items() if not _is_overruled(fact, n, attached[fact.pk], typed)
        }
        if stand:
            yield document_of(fact.reading.document), [engine_fact(fact, stand)]


def _is_overruled(
    fact: Fact, field: str, attached: datetime, typed: Mapping[str, datetime]
) -> bool:
    return fact.kind == "project" and field in typed and attached <= typed[field]


def _signed(known: Known, leaders: tuple[str, ...]) -> Iterator[tuple[Document, list[Read]]]:
    lead, tellings = known.lead, known.tellings
    typed: dict[int, list[Telling]] = {}
    for telling in tellings.values():
        if telling.statement_id:
            typed.setdefault(telling.statement_id, []).append(telling)
    for statement in known.statements:
        stage = tellings.get("stage")
        is_overruled = bool(stage and stage.statement_id and stage.at > statement.at)
        own = typed.get(statement.pk, ())
        facts = [*_form(lead, statement, own), *_event(lead, statement, leaders, is_overruled)]
        if facts:
            yield _signed_form(lead, statement), facts


def _signed_form(lead: Lead, statement: Statement) -> Document:
    # Only the registration has a day of its own: a text edit is no progress.
    is_first = statement.kind in (REGISTER, ADOPT)
    return Document(
        name=f"statement:{statement.pk}",
        source=statement.text,
        published=lead.reported if is_first else None,
    )


def _met(
    known: Known, leaders: tuple[str, ...], today: date
) -> Iterator[tuple[Document, list[Read]]]:
    """What outreach keeps under the number of the lead: each row a dated event, as a form is."""
    lead, stage = known.lead, known.tellings.get("stage")
    for met in known.met(today):
        is_overruled = bool(stage and stage.statement_id and stage.at > met.at)
        told = list(_meeting(lead, met, leaders, is_overruled))
        yield Document(name=met.key, source=met.form.text), told


def _meeting(
    lead: Lead, met: Meeting, leaders: tuple[str, ...], is_overruled: bool
) -> Iterator[Read]:
    kind, form, host = kind_of(met.kind), met.form, lead.unit.name
    assert kind is not None
    words = form.evidence("says" if met.says else "title")
    title, when = (form.evidence("title"),), Told(_period(met.day), (form.evidence("day"),))
    people = tuple(_person(words, leaders) for words in met.ours)
    yield Engagement(
        host=host,
        quote=words.quote,
        evidence=words,
        date=when,
        type=Told(kind.engagement, title),
        people=Told(people, (form.evidence("ours"),)) if people else None,
    )
    if kind.stage and not is_overruled:
        stage = Told(kind.stage, title)
        yield Project(host=host, quote="", evidence=title[0], stage=stage, stage_date=when)


def _form(lead: Lead, statement: Statement, tellings: Iterable[Telling]) -> Iterator[Read]:
    told = {t.field: t for t in tellings if t.field in _TOLD}
    if told or statement.kind in (REGISTER, ADOPT):
        yield _typed_project(lead, statement, told)


def _event(
    lead: Lead, statement: Statement, leaders: tuple[str, ...], is_overruled: bool
) -> Iterator[Read]:
    kind = kind_of(statement.kind)
    if kind is None or statement.day is None:
        return
    words = _evidence(statement, "says")
    yield Engagement(
        host=lead.unit.name,
        quote=words.quote,
        evidence=words,
        date=Told(_period(statement.day), (_evidence(statement, "day"),)),
        type=Told(kind.engagement, (_evidence(statement, "title"),)) if kind.engagement else None,
        people=_people(statement, leaders),
    )
    if kind.stage and not is_overruled:
        evidence = (_evidence(statement, "title"),)
        when = Told(_period(statement.day), (_evidence(statement, "day"),))
        stage = Told(kind.stage, evidence)
        yield Project(
            host=lead.unit.name, quote="", evidence=evidence[0], stage=stage, stage_date=when
        )


def _typed_project(lead: Lead, statement: Statement, told: Tellings) -> Project:
    fields: dict[str, Told[Value]] = {
        name: Told(from_json(t.value), (Evidence(t.start, t.end, t.quote),))
        for name, t in told.items()
    }
    first = min(told.values(), key=lambda t: t.start, default=None)
    at = Evidence(first.start, first.end, first.quote) if first else _evidence(statement, "title")
    # The words of the content may tell a grade; the title of the form may not.
    quote = told["product"].quote if "product" in told else ""
    project = Project(host=lead.unit.name, quote=quote, evidence=at)
    return replace(project, **fields)  # type: ignore[arg-type]


def _people(statement: Statement, leaders: tuple[str, ...]) -> Told[tuple[Person, ...]] | None:
    if "ours" not in statement.places:
        return None
    evidence = _evidence(statement, "ours")
    named = tuple(_person(one, leaders) for one in evidence.quote.split("、") if one)
    return Told(named, (evidence,)) if named else None


def _person(words: str, leaders: tuple[str, ...]) -> Person:
    title = max((t for t in leaders if t in words), key=len, default="")
    head, found, name = words.partition(title) if title else ("", "", words)
    return Person(name or head, f"{head}{found}" if name else found)


def _evidence(statement: Statement, name: str) -> Evidence:
    start, end = statement.places[name]
    return Evidence(start, end, statement.text[start:end])


def _period(day: date) -> Period:
    return Period(day, day + _DAY, Grain.DAY)
