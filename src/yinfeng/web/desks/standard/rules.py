"""The rules of standard land of a unit on a day: the house's, its line's files over them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from yinfeng.lexicon.standard_checks import (
    Checks,
    Outcomes,
    Penalties,
    standard_checks,
    standard_outcomes,
    standard_penalties,
)
from yinfeng.lexicon.standard_land import Indicators, standard_indicators
from yinfeng.web.desks.standard.models import StandardRule
from yinfeng.web.people.models import OrgUnit

Kind = StandardRule.Kind


@dataclass(frozen=True, slots=True)
class Rules:
    """Indicators, checks, outcomes and penalties."""

    indicators: Indicators
    checks: Checks
    outcomes: Outcomes
    penalties: Penalties

    @property
    def version(self) -> str:
        """The version of each, as a decision keeps them."""
        every = (self.indicators, self.checks, self.outcomes, self.penalties)
        return "；".join(f"{one.title}{one.version}" for one in every)


def rules_of(unit: OrgUnit, day: date) -> Rules:
    """The rules of a unit on a day."""
    return made_of(texts_of(unit, day))


def texts_of(unit: OrgUnit, day: date) -> dict[str, str]:
    """The files of the nearest unit of the line that has any, by what they rule."""
    return StandardRule.objects.texts(unit, day)


def made_of(texts: Mapping[str, str]) -> Rules:
    """The rules that these files make."""
    return _made(*(texts.get(kind, "") for kind in Kind))


@lru_cache(maxsize=32)
def _made(indicators: str, checks: str, outcomes: str, penalties: str) -> Rules:
    return Rules(
        indicators=standard_indicators(indicators),
        checks=standard_checks(checks),
        outcomes=standard_outcomes(outcomes),
        penalties=standard_penalties(penalties),
    )
