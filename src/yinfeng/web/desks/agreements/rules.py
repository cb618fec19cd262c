"""The rules that hold for a unit on a day: the house's, with the files of its line over them."""

from datetime import date

from yinfeng.lexicon.clauses import ClauseRules, clause_rules
from yinfeng.lexicon.reviews import Reviewing, reviewing
from yinfeng.lexicon.soundness import refuse
from yinfeng.lexicon.soundness.agreements import faults_of_clauses, faults_of_reviewing
from yinfeng.web.desks.agreements.models import AgreementRule
from yinfeng.web.people.models import OrgUnit

Kind = AgreementRule.Kind


def reviewing_of(unit: OrgUnit, day: date) -> Reviewing:
    """How the unit reviews on a day."""
    return reviewing(AgreementRule.objects.text(unit, day, kind=Kind.REVIEW))


def clause_rules_of(unit: OrgUnit, day: date) -> ClauseRules:
    """How the unit screens clauses on a day."""
    return clause_rules(AgreementRule.objects.text(unit, day, kind=Kind.CLAUSES))


def check(rule: AgreementRule) -> None:
    """Read an office's file; what cannot be used or meant raises `BadPolicy` with a sentence."""
    if rule.kind == Kind.REVIEW:
        refuse(rule.text, faults_of_reviewing(reviewing(rule.text)))
    else:
        refuse(rule.text, faults_of_clauses(clause_rules(rule.text)))
