"""The rules of counting that hold for a unit on a day."""

from datetime import date

from yinfeng.lexicon.counting import ProjectCounting, project_counting
from yinfeng.lexicon.soundness import refuse
from yinfeng.lexicon.soundness.counting import faults_of_counting
from yinfeng.web.desks.counts.models import CountingRule
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.people.models import OrgUnit

# What a person recognises of a project; the other rules are seen from its gates and parts.
MARKS = (
    "local",
    "fiscal",
    "utility",
    "estate",
    "relocation",
    "same_plant",
    "mutual",
    "agency",
    "no_tax",
    "registered_capital",
    "new_owner",
)


def check(rule: CountingRule) -> None:
    """Read an office's file; what cannot be used or meant raises `BadPolicy` with a sentence."""
    gates = [stage.code for stage in stages_of(rule.unit, rule.since).stages]
    refuse(rule.text, faults_of_counting(project_counting(rule.text), gates))


def counting_of(unit: OrgUnit, day: date) -> ProjectCounting:
    """How the unit counts on a day."""
    return project_counting(CountingRule.objects.text(unit, day))
