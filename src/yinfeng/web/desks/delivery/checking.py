"""Whether an office's own rules of delivery can be used and meant, asked when they are saved."""

from yinfeng.lexicon.delivery import money, permits, problem_rules
from yinfeng.lexicon.lights import SCHEMES, ladder, scheme
from yinfeng.lexicon.office_files import BadPolicy
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

Kind = DeliveryRule.Kind


def check(rule: DeliveryRule) -> None:
    """Read an office's file; what cannot be used or meant raises `BadPolicy` with a sentence."""
    text = rule.text
    match rule.kind:
        case Kind.LIGHTS:
            if rule.scheme not in SCHEMES:
                raise BadPolicy("请选择一种亮灯办法")
            refuse(text, faults_of_scheme(scheme(rule.scheme, text)))
        case Kind.LADDER:
            refuse(text, faults_of_ladder(ladder(text)))
        case Kind.PROBLEMS:
            refuse(text, faults_of_problems(problem_rules(text)))
        case Kind.MONEY:
            refuse(text, faults_of_money(money(text)))
        case Kind.PERMITS:
            refuse(text, faults_of_permits(permits(text)))
        case _:
            gates = [stage.code for stage in stages_of(rule.unit, rule.since).stages]
            refuse(text, faults_of_watches(watches(text), gates))
