"""The rules that hold for a unit on a day: the house's, with the files of its line over them."""

from datetime import date

from yinfeng.lexicon.clauses import ClauseRules, clause_rules
from yinfeng.lexicon.reviews import Reviewing, reviewing
from yinfeng.lexicon.soundness import refuse
from yinfeng.lexicon.soundness.agreements import faults_of_clauses, faults_of_reviewing
from yinfeng.web.desks.agreements.models import AgreementRule
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of

Kind = AgreementRule.Kind


def text_of(unit: OrgUnit, kind: str, day: date) -> str:
    """The file of the nearest unit of the line that has one; empty for the house's rules."""
    found = AgreementRule.objects.filter(
        unit__path__in=line_of(unit.path), kind=kind, since__lte=day
    )
    # The longest path comes last, and of one unit the latest: what is put down later holds.
    row = found.order_by("unit__path", "since", "pk").last()
    return row.text if row else ""


def reviewing_of(unit: OrgUnit, day: date) -> Reviewing:
    """How the unit reviews on a day."""
    return reviewing(text_of(unit, Kind.REVIEW, day))


def clause_rules_of(unit: OrgUnit, day: date) -> ClauseRules:
    """How the unit screens clauses on a day."""
    return clause_rules(text_of(unit, Kind.CLAUSES, day))


def check(kind: str, text: str) -> None:
    """Read an office's file; what cannot be used or meant raises `BadPolicy` with a sentence."""
    if kind == Kind.REVIEW:
        refuse(text, faults_of_reviewing(reviewing(text)))
    else:
        refuse(text, faults_of_clauses(clause_rules(text)))
