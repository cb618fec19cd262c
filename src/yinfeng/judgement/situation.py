"""The situation on one day: the ledger, who is who, the stories, figures and leads.

Everything that rules and reports look at, worked out once; `today` is an argument, never a clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yinfeng.identity.decisions import Decision
from yinfeng.identity.entities import Entities, entities_of
from yinfeng.judgement.leads import Lead, leads_of
from yinfeng.ledger.figures import Figure, figures_of
from yinfeng.ledger.ledger import Ledger
from yinfeng.ledger.stories import Story, firms_served, stories_of
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.policies import Maturity


@dataclass(frozen=True)
class Situation:
    """What is known on *today*, under one policy and one calendar."""

    ledger: Ledger
    entities: Entities
    stories: tuple[Story, ...]
    figures: tuple[Figure, ...]
    leads: tuple[Lead, ...]
    policy: Maturity
    days: Calendar
    today: date


def situation_of(
    ledger: Ledger,
    policy: Maturity,
    days: Calendar,
    today: date,
    decisions: Iterable[Decision] = (),
) -> Situation:
    """The situation that a ledger makes on *today*; later papers are not known yet."""
    ledger = ledger.as_of(today)
    entities = entities_of(ledger.namings(), decisions)
    stories = stories_of(ledger, entities)
    served = firms_served(ledger, entities)
    # A firm of ours that was visited to help it is no lead, unless a project of its is told.
    open_ = [story for story in stories if story.projects or story.entity not in served]
    return Situation(
        ledger=ledger,
        entities=entities,
        stories=stories,
        figures=figures_of(ledger.records),
        leads=leads_of(open_, policy, days, today),
        policy=policy,
        days=days,
        today=today,
    )
