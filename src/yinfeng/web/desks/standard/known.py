"""What the house itself knows of the indicators of a check, with what shows it.

Sums come from the rooms that keep them (月度认定, 登记的凭据), floor space and heights from the
register of land. Only what is proved and complete is known: a year counts where all of its days
are told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from yinfeng.judgement.duties import Line, Seen, Wanted, beside
from yinfeng.judgement.standard.values import measured_of
from yinfeng.lexicon.expressions import BadExpression
from yinfeng.lexicon.standard_land import Indicator, Indicators, Told
from yinfeng.web.desks.agreements.happened import seen_of_project
from yinfeng.web.desks.standard.models import Check
from yinfeng.web.desks.standard.registered import Figure, figures_of_land
from yinfeng.web.desks.standard.standing import figures_of, promised, rules_at

# What this room measured itself proves nothing to itself.
_OWN = "标准地核查"
_WAN, _CENT = Decimal(10_000), Decimal("0.01")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Known:
    """An indicator whose value the house knows: from which parts, how reckoned, shown by what."""

    indicator: Indicator
    value: Decimal
    working: str
    parts: Mapping[str, Decimal]
    figures: tuple[Figure, ...]

    @property
    def proof(self) -> str:
        """What shows it, as a finding keeps it."""
        return "；".join(dict.fromkeys(one.says for one in self.figures))[:300]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known for a check: whole indicators, and single parts for those that are typed."""

    whole: tuple[Known, ...]
    parts: Mapping[str, Figure]


def knowledge_of(check: Check, today: date) -> Knowledge:
    """What the house knows of the indicators that a check looks at, as of today."""
    commitment, indicators = check.commitment, rules_at(check.commitment).indicators
    asked = [one for one in promised(commitment, check.point) if not check.asks_day]
    if not asked:
        return Knowledge((), {})
    known = {**figures_of_land(commitment, indicators), **_sums(check, indicators, today)}
    given = figures_of(commitment, indicators)
    whole = [one for one in (_whole(it, known, given) for it in asked) if one is not None]
    done = {one.indicator.key for one in whole}
    names = {name for one in asked if one.key not in done for name in one.parts}
    return Knowledge(tuple(whole), {name: known[name] for name in names & known.keys()})


def _whole(
    indicator: Indicator, known: Mapping[str, Figure], given: Mapping[str, Decimal]
) -> Known | None:
    """The indicator, where all parts of one of its ways are known; a way to be named is typed."""
    if indicator.ways:
        return None
    for way in indicator.ways_of_reckoning:
        if way.parts and way.parts.keys() <= known.keys():
            parts = {name: known[name].value for name in way.parts}
            it = replace(indicator, parts=way.parts, formula=way.formula)
            try:
                value, working = measured_of(it, parts, given)
            except BadExpression:
                continue
            figures = tuple(known[name] for name in way.parts)
            return Known(indicator, value, working, parts, figures)
    return None


def _sums(check: Check, indicators: Indicators, today: date) -> dict[str, Figure]:
    project = check.commitment.project_id
    if project is None:
        return {}
    seen = [one for one in seen_of_project(project) if one.source != _OWN]
    found = {name: _sum(told, seen, today) for name, told in indicators.told.items()}
    return {name: one for name, one in found.items() if one is not None}


def _sum(told: Told, seen: Sequence[Seen], today: date) -> Figure | None:
    """What the first source that proves it comes to: in all, or in the last whole year."""
    wanted = Wanted(told.measure, told.measure, Decimal(1), "", is_yearly=told.is_yearly)
    mine = [one for one in seen if not told.is_yearly or one.until.year < today.year]
    best = beside(wanted, mine, due=None, today=today, mu=None).best
    if best is None or (told.is_yearly and not _is_whole_year(best)):
        return None
    first, last = best.rows[0], best.rows[-1]
    begin = first.since or first.until
    span = f"{begin}至{last.until}" if begin != last.until else f"{last.until}"
    many = f"共{len(best.rows)}笔，" if len(best.rows) > 1 else ""
    says = f"{best.source}{span}，{many}合计{best.yuan:,.2f}元"
    if len(best.rows) == 1:
        says += f"（{first.says}）"
    rows = tuple((one.says, one.address) for one in best.rows)
    return Figure((best.yuan / _WAN).quantize(_CENT), says, rows)


def _is_whole_year(line: Line) -> bool:
    """Whether the stretches of a line cover every day of its year."""
    year = line.until.year
    reached = date(year, 1, 1)
    for since, until in sorted(_stretches(line.rows)):
        if since > reached:
            return False
        reached = max(reached, until + _ONE_DAY)
    return reached > date(year, 12, 31)


def _stretches(rows: Iterable[Seen]) -> Iterable[tuple[date, date]]:
    return ((one.since, one.until) for one in rows if one.since is not None)
