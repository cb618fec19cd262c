"""Templates and working days that hold for a unit on a day, an office's own over the house's."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.milestones import TEMPLATES, Template, overlaid_template
from yinfeng.lexicon.soundness import refuse
from yinfeng.lexicon.soundness.plans import faults_of_template
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.plans.models import PlanRule
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.people.models import OrgUnit

_BY_KIND = {
    Project.Kind.NEW_LAND: "new-land",
    Project.Kind.LEASED: "leased-plant",
    Project.Kind.OWN_LAND: "leased-plant",
    Project.Kind.OFFICE: "headquarters",
    Project.Kind.GOVERNMENT: "government",
}


def calendar_of(unit: OrgUnit, day: date) -> Calendar:
    """The working days of a unit."""
    return rules_of(unit, day).days


def template_of(unit: OrgUnit, key: str, day: date) -> Template:
    """The template of that key as it holds for a unit on a day."""
    return made(key, PlanRule.objects.text(unit, day, template=key))


def templates_of(unit: OrgUnit, day: date) -> Iterator[Template]:
    """All templates as they hold for a unit on a day."""
    return (template_of(unit, key, day) for key in TEMPLATES)


def check(rule: PlanRule) -> None:
    """Read an office's file; what cannot be used or meant raises `BadPolicy` with a sentence."""
    gates = [stage.code for stage in stages_of(rule.unit, rule.since).stages]
    refuse(rule.text, faults_of_template(made(rule.template, rule.text), gates))


@lru_cache(maxsize=64)
def made(key: str, text: str) -> Template:
    """The template with an office's text over it."""
    return overlaid_template(key, text)


def fitting(project: Project) -> str:
    """The template that fits a project best; of unknown kind that of new land."""
    if project.nature == Project.Nature.FOREIGN and project.kind in ("", Project.Kind.NEW_LAND):
        return "foreign"
    return _BY_KIND.get(Project.Kind(project.kind), "new-land") if project.kind else "new-land"
