"""A plan for many projects as an office keeps it: who goes where, who is left out and why.

What is promised already stays: a project with a promise has its seat, and its land is gone for the
others. The fingerprint is of all that went in; the same fingerprint comes to the same plan.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from yinfeng.lexicon.siting import SitingRules
from yinfeng.siting.answers import WhyNot, why_not
from yinfeng.siting.filling import greedy
from yinfeng.siting.lots import Lots, lots_of
from yinfeng.siting.needs import Need
from yinfeng.siting.offers import Offers, offers_of
from yinfeng.siting.places import Place
from yinfeng.siting.placing import Found, placed
from yinfeng.siting.ranking import ranking
from yinfeng.siting.remnants import Patched, patched
from yinfeng.siting.words import area


@dataclass(frozen=True, slots=True)
class Part:
    """What a project takes of one place, in square metres."""

    key: str
    name: str
    area: int


@dataclass(frozen=True, slots=True)
class Seat:
    """A project with its place; *value* is what it adds, nothing where it was promised before.

    One of rests stands on what others left of plots that they share.
    """

    project: str
    name: str
    parts: tuple[Part, ...]
    value: int
    is_promised: bool
    is_of_rests: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A project without a place, and why, lot by lot or need by need."""

    project: str
    name: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The placement with its proof; seats on rests of shared plots come on top of *value*.

    The bound holds for placements in which no rest of a shared plot is joined with another's.
    """

    seats: tuple[Seat, ...]
    left_out: tuple[LeftOut, ...]
    value: int
    bound: int
    greedy: int
    greedy_seats: int
    offers: int
    fingerprint: str
    of_rests: int = 0
    value_of_rests: int = 0
    # What is left of land that the plan cuts, where it is too small to be supplied by itself.
    scraps: tuple[Part, ...] = ()

    @property
    def gap(self) -> float:
        """By how much, at most, another placement could be better, as a share of the bound."""
        return (self.bound - self.value) / self.bound if self.bound else 0.0


def planned(needs: Iterable[Need], places: Iterable[Place], rules: SitingRules) -> Plan:
    """The best placement of the projects that have no promise yet."""
    wanted = sorted(needs, key=lambda need: need.key)
    ordered = sorted(places, key=lambda place: place.key)
    kept = list(_promised(wanted, ordered))
    settled = {seat.project for seat in kept}
    lots = lots_of(ordered, rules)
    offers = offers_of([need for need in wanted if need.key not in settled], lots)
    found = placed(offers)
    plain = greedy(offers)
    rests = patched(offers, found, rules)
    names = {place.key: place.name for place in ordered}
    seats = (*_seats(offers, found), *(_patched(one, names) for one in rests))
    return Plan(
        seats=(*kept, *seats),
        left_out=tuple(_left_out(offers, found, lots, rests)),
        value=found.value,
        bound=found.bound,
        greedy=found.greedy,
        greedy_seats=len(plain.chosen),
        offers=len(offers),
        of_rests=len(rests),
        value_of_rests=sum(one.value for one in rests),
        fingerprint=fingerprint(wanted, ordered, rules),
        scraps=tuple(_scraps(lots, seats)),
    )


def fingerprint(needs: Iterable[Need], places: Iterable[Place], rules: SitingRules) -> str:
    """The SHA-256 of everything that a plan rests on."""
    told = [[asdict(need) for need in needs], [asdict(place) for place in places], asdict(rules)]
    return hashlib.sha256(json.dumps(told, default=_plain, sort_keys=True).encode()).hexdigest()


def _plain(given: object) -> object:
    if isinstance(given, frozenset):
        return sorted(given)
    if isinstance(given, Decimal):
        return f"{given.normalize():f}"
    assert isinstance(given, date), given
    return given.isoformat()


def _promised(needs: Iterable[Need], places: list[Place]) -> Iterator[Seat]:
    for need in needs:
        parts = tuple(
            Part(place.key, place.name, one.area)
            for place in places
            for one in place.promises
            if one.project == need.key
        )
        if parts:
            yield Seat(need.key, need.name, parts, 0, True)


def _seats(offers: Offers, found: Found) -> Iterator[Seat]:
    places = offers.lots.places
    for project, offer in found.chosen.items():
        need = offers.needs[project]
        parts = tuple(
            Part(places[row].key, places[row].name, square_metres)
            for row, square_metres in offers.uses(offer).items()
        )
        yield Seat(need.key, need.name, parts, int(offers.value[offer]), False)


def _scraps(lots: Lots, seats: Iterable[Seat]) -> Iterator[Part]:
    """Where seats leave less of a plot than the smallest lot."""
    taken: dict[str, int] = {}
    for part in (part for seat in seats for part in seat.parts):
        taken[part.key] = taken.get(part.key, 0) + part.area
    for place, free in zip(lots.places, lots.free, strict=False):
        rest = int(free) - taken.get(place.key, int(free))
        if place.on == "land" and 0 < rest < lots.rules.smallest_lot:
            yield Part(place.key, place.name, rest)


def _patched(one: Patched, names: Mapping[str, str]) -> Seat:
    parts = tuple(Part(key, names[key], area) for key, area in one.uses.items())
    return Seat(one.need.key, one.need.name, parts, one.value, False, True)


def _left_out(
    offers: Offers, found: Found, lots: Lots, rests: Sequence[Patched]
) -> Iterator[LeftOut]:
    sat = {one.need.key for one in rests}
    gone = {key: one.need.name for one in rests for key in one.uses}
    for project, need in enumerate(offers.needs):
        if project in found.chosen or need.key in sat:
            continue
        answers = why_not(offers, found, project, anew=True)
        why = [_told(offers, need, one, gone) for one in answers] or list(_unfit(need, lots))
        yield LeftOut(need.key, need.name, tuple(why))


def _unfit(need: Need, lots: Lots) -> Iterator[str]:
    found = ranking(need, lots, most=1, near=1)
    for way in found.giving_way[:3]:
        yield f"没有地块满足全部要求；最接近的是{way.best.name}：{way.says}"
    if not found.giving_way:
        failed = "、".join(f"{label}{count}处" for label, count in found.failed)
        yield f"没有地块满足要求，只改项目需求也不够：{failed or '没有登记可供地块'}"


def _told(offers: Offers, need: Need, answer: WhyNot, gone: Mapping[str, str]) -> str:
    lots = offers.lots
    name = " ＋ ".join(place.name for place in reversed(lots.of(int(offers.lot[answer.offer]))))
    holders = [
        f"{offers.needs[one.project].name}（{area(one.area, need.on)}）" for one in answer.holders
    ]
    says = f"{name}："
    if answer.left < answer.wanted:
        scarce = lots.places[answer.place].name
        says += f"{scarce}余{area(answer.left, need.on)}，要{area(answer.wanted, need.on)}"
        says += f"，已安排{'、'.join(holders)}" if holders else ""
        patch = gone.get(lots.places[answer.place].key)
        says += f"，余下的已拼给{patch}" if patch else ""
    elif answer.minding:
        minding = "、".join(offers.needs[one].name for one in answer.minding)
        says += f"与相邻安排的{minding}须相互避让"
    else:
        says += "还有余地，但求解在规定的步数内没有安排"
    if answer.loses:
        proof = "重新求解" if answer.is_solved_anew else "由地块价格证明"
        return f"{says}；若给本项目，全局至少少得{answer.loses}分（{proof}）"
    if answer.is_solved_anew:
        return f"{says}；给本项目全局得分相同"
    return f"{says}；给本项目是否更差，在误差之内分不出"
