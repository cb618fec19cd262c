"""Leads: stories that are not signed yet, graded with reasons, with clocks and an ask to a leader.

A story past signing is progress, not a lead. A project whose stage no paper tells is a lead only
when somebody is said to invest. A firm that was visited is a lead of its own where no project of
its is told, and no help either: a firm that is helped is here already.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yinfeng.identity.naming import EntityKind, ending_kind
from yinfeng.judgement.asks import ask_of
from yinfeng.judgement.clocks import Colour, clocks_of, colour_of
from yinfeng.judgement.due import Due
from yinfeng.judgement.grading import Grading, grading_of
from yinfeng.judgement.stages import standing_stage
from yinfeng.ledger.stories import Story
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.policies import GRADES, Maturity
from yinfeng.values import NameKind, Project

_FIRMS = (None, NameKind.FIRM, NameKind.GROUP, NameKind.BRAND)


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead: its story and grading, who invests, its colour, its clocks, what is asked."""

    story: Story
    name: str
    investors: tuple[str, ...]
    grading: Grading
    colour: Colour
    clocks: tuple[Due, ...]
    ask: str

    @property
    def grade(self) -> str:
        """A, B or C."""
        return self.grading.grade

    @property
    def is_stale(self) -> bool:
        """Whether nothing dated happened for so long that it has to be confirmed anew."""
        return self.colour.key == "removed"


def leads_of(
    stories: Iterable[Story], policy: Maturity, days: Calendar, today: date
) -> tuple[Lead, ...]:
    """The leads among *stories*, the ripest first."""
    leads = [_lead(story, policy, days, today) for story in stories if is_lead(story, policy)]
    return tuple(sorted(leads, key=_order))


def is_lead(story: Story, policy: Maturity) -> bool:
    """Whether the story is still a lead."""
    if not story.projects:
        return _is_firm_met(story)
    stage, _ = standing_stage(story)
    return stage in policy.stages or (not stage and _somebody_invests(story))


def _order(lead: Lead) -> tuple[int, bool, int]:
    return GRADES.index(lead.grade), not lead.grading.stage, -lead.grading.score


def _is_firm_met(story: Story) -> bool:
    entity = story.entity
    if entity.kind is not EntityKind.ENTERPRISE or ending_kind(entity.name) not in _FIRMS:
        return False
    return standing_stage(story)[0] == "visited"


def _somebody_invests(story: Story) -> bool:
    facts = [record.fact for record in story.projects]
    return any(isinstance(f, Project) and (f.investors or f.origin or f.investment) for f in facts)


def _lead(story: Story, policy: Maturity, days: Calendar, today: date) -> Lead:
    grading = grading_of(story, policy)
    colour = colour_of(story, policy, today)
    name, investors = name_of(story), investors_of(story)
    return Lead(
        story=story,
        name=name,
        investors=investors,
        grading=grading,
        colour=colour,
        clocks=clocks_of(story, grading, policy, days, today),
        ask=ask_of(name, investors, grading, colour, policy, days, today),
    )


def name_of(story: Story) -> str:
    """The name that the latest paper uses; for a firm its fullest name."""
    for record in reversed(story.projects):
        fact = record.fact
        if isinstance(fact, Project) and fact.name is not None:
            return fact.name.value
    return story.entity.name


def investors_of(story: Story) -> tuple[str, ...]:
    """Who is said to invest, each once; the firm itself where only it is told."""
    names: list[str] = []
    for record in story.projects:
        fact = record.fact
        if isinstance(fact, Project) and fact.investors is not None:
            names += fact.investors.value
    if not names and not story.projects:
        names.append(story.entity.name)
    return tuple(dict.fromkeys(names))
