"""The rules that hold for a unit on a day: the house's, with the files of its line over them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from yinfeng.lexicon.calendar import Calendar, calendar
from yinfeng.lexicon.lead_rules import Claims, Losses, claims, losses
from yinfeng.lexicon.policies import Maturity, maturity
from yinfeng.lexicon.soundness import refuse
from yinfeng.lexicon.soundness.leads import (
    faults_of_calendar,
    faults_of_claims,
    faults_of_grading,
    faults_of_losses,
)
from yinfeng.web.desks.leads.models import OfficeRule
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import is_under

Kind = OfficeRule.Kind


@dataclass(frozen=True, slots=True)
class Rules:
    """Grading and clocks, first reports, losses, and the working days."""

    policy: Maturity
    claims: Claims
    losses: Losses
    days: Calendar


def rules_of(unit: OrgUnit, day: date) -> Rules:
    """The rules of a unit on a day."""
    return made_of(texts_of(unit, day))


def texts_of(unit: OrgUnit, day: date) -> dict[str, str]:
    """The files of the nearest unit of the line that has any, by what they rule."""
    return OfficeRule.objects.texts(unit, day)


def claims_on(places: Iterable[tuple[str, date]]) -> dict[tuple[str, date], Claims]:
    """The rules of first reports at each of these paths of units on these days, asked at once."""
    files = list(
        OfficeRule.objects.filter(kind=Kind.CLAIMS)
        .order_by("unit__path", "since", "pk")
        .values_list("unit__path", "since", "text")
    )

    def holding(path: str, day: date) -> str:
        held = (text for at, since, text in reversed(files) if is_under(path, at) and since <= day)
        return next(held, "")

    return {(path, day): _claims(holding(path, day)) for path, day in places}


def made_of(texts: Mapping[str, str]) -> Rules:
    """The rules that these files make."""
    return Rules(
        policy=_policy(texts.get(Kind.MATURITY, "")),
        claims=_claims(texts.get(Kind.CLAIMS, "")),
        losses=_losses(texts.get(Kind.LOSSES, "")),
        days=calendar(texts.get(Kind.CALENDAR, "")),
    )


def check(rule: OfficeRule) -> None:
    """Read an office's file; what cannot be used or meant raises `BadPolicy` with a sentence."""
    text = rule.text
    match rule.kind:
        case Kind.MATURITY:
            refuse(text, faults_of_grading(maturity(text)))
        case Kind.CLAIMS:
            refuse(text, faults_of_claims(claims(text)))
        case Kind.LOSSES:
            refuse(text, faults_of_losses(losses(text)))
        case _:
            refuse(text, faults_of_calendar(calendar(text)))


@lru_cache(maxsize=64)
def _policy(text: str) -> Maturity:
    return maturity(text)


@lru_cache(maxsize=64)
def _claims(text: str) -> Claims:
    return claims(text)


@lru_cache(maxsize=64)
def _losses(text: str) -> Losses:
    return losses(text)
