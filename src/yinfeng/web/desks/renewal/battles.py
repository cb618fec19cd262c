"""The daily battle report: each block's signings of a day, totals, rates and hard cases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yinfeng.judgement.rates.shares import Share
from yinfeng.web.desks.renewal.counting import Held, held_of, shares_of, signing_shares
from yinfeng.web.desks.renewal.models import HardCase, Party, RenewalBlock
from yinfeng.web.desks.renewal.rules import Rules, rules_of


@dataclass(frozen=True, slots=True)
class Hard:
    """A hard case on a day."""

    case: HardCase
    whose: str
    reason: str
    quiet: int
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class Battle:
    """A block on a day."""

    block: RenewalBlock
    owners_today: tuple[str, ...]
    tenants_today: tuple[str, ...]
    vacated_today: int
    rates: tuple[Share, ...]
    others: tuple[Share, ...]
    hard: tuple[Hard, ...]

    @property
    def is_running(self) -> bool:
        """Whether owners or tenants are entered, so that there is something to count."""
        return any(share.value is not None for share in self.rates)

    @property
    def headline(self) -> Share:
        """The rate that the office puts first."""
        return self.rates[0]


def battles_of(blocks: Iterable[RenewalBlock], day: date) -> list[Battle]:
    """Each block on a day, with a constant number of queries for each unit."""
    every = list(blocks)
    held = held_of(every)
    rules = {block.unit_id: block.unit for block in every}
    made = {key: rules_of(unit, day) for key, unit in rules.items()}
    return [battle_of(held[block.pk], made[block.unit_id], day) for block in every]


def battle_of(held: Held, rules: Rules, day: date) -> Battle:
    """One block on a day."""
    every = shares_of(held, rules, day)
    rates = signing_shares(every)
    return Battle(
        block=held.block,
        owners_today=tuple(named(one) for one in held.owners if one.signed_on == day),
        tenants_today=tuple(named(one) for one in held.lessees if one.signed_on == day),
        vacated_today=sum(one.vacated_on == day for one in (*held.owners, *held.lessees)),
        rates=rates,
        others=tuple(one for one in every if one not in rates),
        hard=tuple(_hard(held.hard_cases, rules, day)),
    )


def signings_by_day(held: Held) -> Sequence[tuple[date, int, int, int]]:
    """Each day on which somebody signed: owners of the day, owners so far, tenants of the day."""
    days = sorted({o.signed_on for o in (*held.owners, *held.lessees) if o.signed_on is not None})
    found, total = [], 0
    for day in days:
        owners = sum(one.signed_on == day for one in held.owners)
        total += owners
        found.append((day, owners, total, sum(one.signed_on == day for one in held.lessees)))
    return found


def named(party: Party) -> str:
    """What a party is called; the name of a natural person is masked."""
    return party.called


def _hard(cases: Sequence[HardCase], rules: Rules, day: date) -> Iterable[Hard]:
    for case in cases:
        if case.opened <= day and (case.closed is None or case.closed > day):
            party: Any = case.owner or case.lessee
            quiet = (day - (case.told_on or case.opened)).days
            kind = "产权户" if case.owner_id else "租户"
            reason = rules.hard_cases.reasons.get(case.reason, case.reason)
            is_quiet = quiet >= rules.hard_cases.quiet_days
            yield Hard(case, f"{named(party)}（{kind}）", reason, quiet, is_quiet)
