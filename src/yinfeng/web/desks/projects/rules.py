"""The rules that hold for a unit on a day: the house's, with the files of its line over them."""

from dataclasses import dataclass
from datetime import date

from yinfeng.lexicon.lead_rules import Losses
from yinfeng.lexicon.project_posts import Endings, Posts, endings, posts
from yinfeng.lexicon.project_stages import Stages, stages
from yinfeng.lexicon.soundness import refuse
from yinfeng.lexicon.soundness.projects import faults_of_posts, faults_of_stages
from yinfeng.web.desks.leads.rules import rules_of as lead_rules_of
from yinfeng.web.desks.projects.models import ProjectRule
from yinfeng.web.people.models import OrgUnit

Kind = ProjectRule.Kind


@dataclass(frozen=True, slots=True)
class Rules:
    """Stages and gates, posts and visits, reasons and steps of an ending."""

    stages: Stages
    posts: Posts
    losses: Losses
    endings: Endings


def rules_of(unit: OrgUnit, day: date) -> Rules:
    """The rules of a unit on a day."""
    texts = texts_of(unit, day)
    return Rules(
        stages=stages(texts.get(Kind.STAGES, "")),
        posts=posts(texts.get(Kind.POSTS, "")),
        losses=lead_rules_of(unit, day).losses,
        endings=endings(),
    )


def stages_of(unit: OrgUnit, day: date) -> Stages:
    """The stages that hold for a unit on a day."""
    return stages(texts_of(unit, day).get(Kind.STAGES, ""))


def texts_of(unit: OrgUnit, day: date) -> dict[str, str]:
    """The files of the nearest unit of the line that has any, by what they rule."""
    return ProjectRule.objects.texts(unit, day)


def check(rule: ProjectRule) -> None:
    """Read an office's file; what cannot be used or meant raises `BadPolicy` with a sentence."""
    if rule.kind == Kind.STAGES:
        refuse(rule.text, faults_of_stages(stages(rule.text)))
    else:
        refuse(rule.text, faults_of_posts(posts(rule.text)))
