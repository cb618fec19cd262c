"""The rules of counting that hold for a unit on a day."""

from datetime import date

from yinfeng.lexicon.counting import ProjectCounting, project_counting
from yinfeng.lexicon.soundness import refuse
from yinfeng.lexicon.soundness.counting import faults_of_counting
from yinfeng.web.desks.counts.models import CountingRule
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of

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


def check(unit: OrgUnit, text: str, since: date) -> None:
    """Read an office's file; what cannot be used or meant raises `BadPolicy` with a sentence."""
    gates = [stage.code for stage in stages_of(unit, since).stages]
    refuse(text, faults_of_counting(project_counting(text), gates))


def counting_of(unit: OrgUnit, day: date) -> ProjectCounting:
    """How the unit counts on a day."""
    found = CountingRule.objects.filter(unit__path__in=line_of(unit.path), since__lte=day)
    # The longest path comes last, and of one unit the latest: what is put down later holds.
    row = found.order_by("unit__path", "since", "pk").last()
    return project_counting(row.text if row else "")
