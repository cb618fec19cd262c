"""What is said of each criterion, with its figures and the rule behind it.

“层高6米，不到要求的9米”; “可供40亩，需要36亩”; “触及管控区：北部预控区（预控，禁止）”.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from yinfeng.siting.criteria import Criterion
from yinfeng.siting.lots import Lots
from yinfeng.siting.needs import SQUARE_METRES_A_MU, Need
from yinfeng.siting.places import FORBIDDEN, Place, Touch

Says = tuple[str, str]
_FINEST = 6


@dataclass(frozen=True, slots=True)
class Case:
    """One lot before one need: its places, its row in the table, and what would be taken of it."""

    need: Need
    places: tuple[Place, ...]
    lots: Lots
    row: int
    take: int


def area(square_metres: int, on: str) -> str:
    """An area as an office writes it: land in mu, floors in square metres."""
    if on != "land":
        return f"{square_metres}平方米"
    mu = (Decimal(square_metres) / SQUARE_METRES_A_MU).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{mu.normalize():f}亩"


def areas(on: str, *values: int) -> tuple[str, ...]:
    """Areas that are compared: where two would read alike in mu, with their square metres."""
    told = tuple(area(one, on) for one in values)
    if len(set(told)) == len(set(values)):
        return told
    return tuple(f"{says}（{one}平方米）" for says, one in zip(told, values, strict=True))


def beside(value: Fraction, other: Decimal, places: int = 1) -> str:
    """A figure with as many digits as tell it from the one that it is measured by."""
    exact = Fraction(other)
    while True:
        scale = 10**places
        shown = Fraction(round(value * scale), scale)
        if value == exact or shown != exact or places >= _FINEST:
            return f"{float(shown):.{places}f}"
        places += 1


def words(one: Criterion, case: Case) -> Says:
    """What there is to say of one criterion, and the rule behind it."""
    if one.key in _SPOKEN:
        return _SPOKEN[one.key](case)
    if one.key.startswith("pipe-"):
        return _pipe(one, case.places), "项目需求：管网"
    return _figure(one, case), f"项目需求：{one.label}"


def _figure(one: Criterion, case: Case) -> str:
    column, unit = _FIGURES[one.key]
    has = float(getattr(case.lots, column)[case.row])
    wanted: Decimal = getattr(case.need, column)
    if has != has:
        return f"{one.label}未登记，需要{wanted.normalize():f}{unit}"
    verdict = "不到要求的" if has < float(wanted) else "满足要求的"
    return f"{one.label}{_plain(has):f}{unit}，{verdict}{wanted.normalize():f}{unit}"


def _plain(value: float) -> Decimal:
    """A figure of the table as it was registered."""
    return Decimal(f"{Decimal(repr(value)).normalize():f}")


_FIGURES = {
    "height": ("floor_height", "米"),
    "load": ("load", "kN/㎡"),
    "power": ("power", "kVA"),
}


def _pipe(one: Criterion, places: tuple[Place, ...]) -> str:
    if all(place.pipes is None for place in places):
        return f"{one.label}未登记"
    key = one.key.removeprefix("pipe-")
    return f"{one.label}{'已通' if any(key in (p.pipes or ()) for p in places) else '未通'}"


def _area(case: Case) -> Says:
    need = case.need
    free = int(case.lots.free[case.row])
    is_whole = free >= need.low and case.take > need.high
    has, low, high = areas(need.on, case.take if is_whole else free, need.low, need.high)
    wanted = f"需要{low}至{high}" if need.high > need.low else f"需要{low}"
    if is_whole:
        return f"须整块供应{has}，{wanted}", "地块不可分割"
    told = "；".join(place.free_says for place in case.places if place.free_says)
    says = f"可供{has}（{told}），{wanted}" if told else f"可供{has}，{wanted}"
    rest = free - case.take
    if rest > 0 and free >= need.low:
        says += f"，分割后余{area(rest, need.on)}"
        smallest = case.lots.rules.smallest_lot
        if need.on == "land" and rest < smallest:
            says += f"，不到单独供应的最小面积{area(smallest, need.on)}"
    return says, "项目需求：面积"


def _kind(case: Case) -> Says:
    return (
        "项目要土地，这里是厂房" if case.need.on == "land" else "项目要厂房，这里是土地"
    ), "供应方式"


def _reach(case: Case) -> Says:
    owner = case.places[0].unit_name or "别的单位"
    return f"是{owner}的，不在项目所属单位的范围内", "选址办法：属地"


def _promised(case: Case) -> Says:
    told = [
        f"{one.name}{area(one.area, case.need.on)}"
        for place in case.places
        for one in place.promises
        if one.project != case.need.key
    ]
    return (
        f"已承诺给{'、'.join(told)}，余{area(int(case.lots.free[case.row]), case.need.on)}",
        "已有承诺",
    )


def _time(case: Case) -> Says:
    assert case.need.by is not None
    days = [place.free_from for place in case.places if place.free_from]
    free = f"{max(days):%Y-%m-%d}起可供" if days else "现在可供"
    return f"{free}，需要不晚于{case.need.by:%Y-%m-%d}", "项目需求：时间"


def _environment(case: Case) -> Says:
    says = {one.key: one.says for one in case.lots.rules.environments}
    admits = float(case.lots.environment[case.row])
    mine = says[case.need.environment]
    if admits != admits:
        return f"地块准入类别未登记，项目为“{mine}”", "环境准入"
    return f"准入到“{case.lots.rules.environments[int(admits)].says}”，项目为“{mine}”", "环境准入"


def _inside(case: Case) -> Says:
    kinds = "、".join(sorted(case.need.inside))
    inside = all(case.need.inside <= place.inside for place in case.places)
    return f"{'在' if inside else '不在'}{kinds}内", "管控区"


def ruling(case: Case, rule: str) -> Iterator[Touch]:
    """The zones with that rule that the places touch and that rule the need, each once."""
    rules = case.lots.rules
    rank = rules.rank(case.need.environment) if case.need.environment else 0
    seen = set()
    for touch in (one for place in case.places for one in place.touches):
        since = touch.since_environment
        holds = not since or rules.rank(since) <= rank
        if touch.rule == rule and holds and touch.zone not in seen:
            seen.add(touch.zone)
            yield touch


def _forbidden(case: Case) -> Says:
    found = list(ruling(case, FORBIDDEN))
    zones = "、".join(f"{one.zone}（{one.kind}）" for one in found)
    return f"触及禁止安排项目的管控区：{zones}", "；".join(one.basis for one in found if one.basis)


def _a_mu(label: str, total: str, threshold: str) -> Callable[[Case], Says]:
    def words(case: Case) -> Says:
        asked = float(getattr(case.lots, threshold)[case.row])
        given: Decimal | None = getattr(case.need, total)
        rule = _rests_on(case, threshold) or f"{case.places[0].park or '园区'}准入门槛"
        if asked != asked:
            return f"没有{label}门槛", rule
        bar = _plain(asked)
        if given is None:
            return f"门槛{bar:f}万元/亩，项目未填{label}", rule
        # A mu is a fraction: with its decimals a threshold that is just met would read as missed.
        a_mu = Fraction(given) * Fraction(2000, 3) / case.take if case.take else Fraction(0)
        return f"{label}{beside(a_mu, bar)}万元，门槛{bar:f}万元/亩", rule

    return words


def _rests_on(case: Case, threshold: str) -> str:
    """What the highest threshold of the places rests on, where it says so."""
    told = [(getattr(one, f"{threshold}_a_mu"), one) for one in case.places]
    known = [(wanted, one) for wanted, one in told if wanted is not None]
    if not known:
        return ""
    _, first = max(known, key=lambda pair: pair[0])
    return str(getattr(first, f"{threshold}_basis"))


def _avoided(case: Case) -> Says:
    near = sorted(case.need.avoids & frozenset().union(*(place.chains for place in case.places)))
    return f"相邻有须避让的产业：{'、'.join(near)}", "项目需求：避让产业"


_SPOKEN: Mapping[str, Callable[[Case], Says]] = {
    "kind": _kind,
    "reach": _reach,
    "forbidden": _forbidden,
    "promised": _promised,
    "inside": _inside,
    "area": _area,
    "time": _time,
    "environment": _environment,
    "investment": _a_mu("亩均投资", "investment", "investment"),
    "tax": _a_mu("亩均税收", "tax", "tax"),
    "avoided": _avoided,
}
