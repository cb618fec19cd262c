"""The rows that are counted: half days of persons, visits, receptions, talks, signings, leads.

Names are made one by identity first: 恒锐精工 and 苏州恒锐精工机械有限公司 are one firm, and a
person's decision that they are not holds.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from yinfeng.identity.entities import entities_of
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.web.desks.outreach.asking import Question, rules_of, standing
from yinfeng.web.desks.outreach.counting import Count, Item, counts
from yinfeng.web.desks.outreach.journeys import halves_and_visits
from yinfeng.web.desks.outreach.models import Brought, Reception, Signing, Talk
from yinfeng.web.store.identities import decisions_of

# A row of a table or of its history: both have the fields of the record.
Row = Any
Namer = Callable[[str, str], str]


def count(question: Question) -> dict[str, Count]:
    """Every measure, by its key, under the rules of the unit that is asked."""
    return counts(rules_of(question), _of_part(question))


def count_by(question: Question, name: str) -> dict[str | int, dict[str, Count]]:
    """Every measure for each value of one thing that rows tell: a channel, a team, a place."""
    rules, rows = rules_of(question), _of_part(question)
    values = {item.tells[name] for items in rows.values() for item in items} - {"", 0}
    return {value: counts(rules, _only(rows, {name: value})) for value in sorted(values, key=str)}


def rows_of(question: Question) -> dict[str, list[Item]]:
    """The rows of each source, in order of time."""
    found = {
        model: list(standing(model, question).filter(on__range=(question.first, question.last)))
        for model in (Reception, Talk, Signing, Brought)
    }
    halves, visits = halves_and_visits(question)
    firms = _firm_names(question, [*found[Reception]], visits)
    projects = _project_names(question, [*found[Talk], *found[Signing]])
    made: dict[str, Iterable[Item]] = {
        "halves": halves,
        "visits": (visit.item(firms(visit.row.firm, visit.row.code)) for visit in visits),
        "receptions": (_reception(row, firms) for row in found[Reception]),
        "talks": (_talk(row, projects) for row in found[Talk]),
        "signings": (_signing(row, projects) for row in found[Signing]),
        "brought": (_brought(row) for row in found[Brought]),
    }
    return {source: sorted(items, key=_order) for source, items in made.items()}


def _order(item: Item) -> tuple[date, int]:
    return item.day, item.record


def _of_part(question: Question) -> dict[str, list[Item]]:
    return _only(rows_of(question), dict(question.part))


def _only(
    rows: Mapping[str, list[Item]], part: Mapping[str, str | bool | int]
) -> dict[str, list[Item]]:
    return {
        source: [
            item
            for item in items
            if all(item.tells.get(name, "") == value for name, value in part.items())
        ]
        for source, items in rows.items()
    }


def _firm_names(question: Question, receptions: Iterable[Row], visits: Iterable[Any]) -> Namer:
    told = [(row.group, row.code) for row in receptions]
    told += [(visit.row.firm, visit.row.code) for visit in visits]
    return _one_name(question, EntityKind.ENTERPRISE, told)


def _project_names(question: Question, rows: Iterable[Row]) -> Namer:
    # A lead's number ties the talks and the signing of one project, whatever they call it.
    return _one_name(question, EntityKind.PROJECT, [(row.project, row.lead) for row in rows])


def _one_name(question: Question, kind: EntityKind, told: Iterable[tuple[str, str]]) -> Namer:
    """What a name and its code are called by all that name the same thing."""
    namings = {pair: Naming(kind, pair[0], code=pair[1]) for pair in told if pair[0]}
    known = entities_of(namings.values(), decisions_of(question.unit)).of

    def named(name: str, code: str) -> str:
        naming = namings.get((name, code))
        return str(known[naming].namings[0]) if naming else ""

    return named


def _come(row: Row) -> dict[str, str | bool | int]:
    return {
        "channel": row.channel,
        "agent": row.agent_id or 0,
        "team": row.team_id or 0,
        "lead": row.lead,
        "day": row.on.isoformat(),
    }


def _reception(row: Row, firms: Namer) -> Item:
    tells = {
        **_come(row),
        "group": firms(row.group, row.code),
        "guests": row.heads > 0,
        "heads": row.heads,
        "received": row.received,
        "rank": row.rank,
        "place": row.place,
    }
    return Item("receptions", row.id, row.on, f"{row.number} {row.group} {row.heads}人", tells)


def _talk(row: Row, projects: Namer) -> Item:
    tells = {**_come(row), "project": projects(row.project, row.lead), "firm": row.firm}
    return Item("talks", row.id, row.on, f"{row.number} {row.project}", tells)


def _signing(row: Row, projects: Namer) -> Item:
    tells = {
        **_come(row),
        "project": projects(row.project, row.lead),
        "firm": row.firm,
        "binding": row.kind == "investment",
        "amount": row.amount is not None,
        "proved": bool(row.paper or row.fact_id),
    }
    return Item("signings", row.id, row.on, f"{row.number} {row.project}", tells)


def _brought(row: Row) -> Item:
    return Item("brought", row.id, row.on, f"{row.lead} {row.says}", _come(row))
