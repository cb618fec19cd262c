"""Whether an office's own rules of delivery can be used and meant, asked when they are saved."""

from datetime import date

from yinfeng.lexicon.delivery import money, permits, problem_rules
from yinfeng.lexicon.lights import ladder, scheme
from yinfeng.lexicon.soundness import refuse
from yinfeng.lexicon.soundness.delivery import (
    faults_of_money,
    faults_of_permits,
    faults_of_problems,
    faults_of_watches,
)
from yinfeng.lexicon.soundness.lights import faults_of_ladder, faults_of_scheme
from yinfeng.lexicon.watches import watches
from yinfeng.web.desks.delivery.models import DeliveryRule
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.people.models import OrgUnit

Kind = DeliveryRule.Kind


def check(unit: OrgUnit, kind: str, scheme_key: str, text: str, since: date) -> None:
    """Read an office's file; what cannot be used or meant raises `BadPolicy` with a sentence."""
    match kind:
        case Kind.LIGHTS:
            refuse(text, faults_of_scheme(scheme(scheme_key, text)))
        case Kind.LADDER:
            refuse(text, faults_of_ladder(ladder(text)))
        case Kind.PROBLEMS:
            refuse(text, faults_of_problems(problem_rules(text)))
        case Kind.MONEY:
            refuse(text, faults_of_money(money(text)))
        case Kind.PERMITS:
            refuse(text, faults_of_permits(permits(text)))
        case _:
            gates = [stage.code for stage in stages_of(unit, since).stages]
            refuse(text, faults_of_watches(watches(text), gates))
