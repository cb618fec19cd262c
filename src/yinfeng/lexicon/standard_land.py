"""Standard land 标准地: the control indicators of a plot, `data/standard/indicators.yaml`.

An office lays its own file over it: other constants, other indicators, other ones required.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.lexicon.expressions import BadExpression, Expression
from yinfeng.lexicon.expressions import read as expression
from yinfeng.lexicon.milestones import SURE
from yinfeng.lexicon.office_files import Rows, mapping, strings
from yinfeng.lexicon.renewal import house, number, read

# What the plot and the commitment give to every formula.
OF_THE_PLOT = ("用地亩数", "用地平方米", "土地价款")
BOUNDS = ("low", "high", "both")
VALUE_CHECKS = ("acceptance", "review")
# Figures of the register of land: all floor space, that of high storeys, ground under buildings.
REGISTERED = ("floor", "high_floor", "footprint")
_BROKEN = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
_KEYS = frozenset(
    {"label", "measure", "bound", "when", "parts", "formula", "total", "ways", "seen"}
    | {"tolerance", "basis", "sure", "instead"}
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way of reckoning an indicator: from which parts with their units, by which formula."""

    parts: Mapping[str, str]
    formula: Expression


@dataclass(frozen=True, slots=True)
class Told:
    """A sum that other rooms tell: of which measure, and whether of a whole year."""

    measure: str
    is_yearly: bool


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: name and unit, which way it is bound, how it is reckoned, looked at when."""

    key: str
    label: str
    measure: str
    bound: str
    when: str
    parts: Mapping[str, str]
    formula: Expression
    total: str
    ways: tuple[str, ...]
    seen: str
    tolerance: Decimal
    basis: str
    sure: str
    instead: Way | None = None

    @property
    def ways_of_reckoning(self) -> tuple[Way, ...]:
        """Its own parts first, then those that may stand in their place."""
        own = Way(self.parts, self.formula)
        return (own, self.instead) if self.instead else (own,)

    @property
    def heading(self) -> str:
        """Its name with its unit."""
        return f"{self.label}（{self.measure}）" if self.measure else self.label


@dataclass(frozen=True, slots=True)
class Indicators:
    """Every indicator, those that no plot is without, and the figures that formulas share."""

    title: str
    version: str
    since: date
    basis: str
    required: tuple[str, ...]
    constants: Mapping[str, Decimal]
    indicators: Mapping[str, Indicator]
    told: Mapping[str, Told]
    registered: Mapping[str, str]

    def of(self, check: str) -> tuple[Indicator, ...]:
        """The indicators that a check looks at."""
        return tuple(one for one in self.indicators.values() if one.when == check)


def standard_indicators(overlay: str = "") -> Indicators:
    """The indicators, with an office's own YAML text laid over them."""
    keys = mapping(house("standard/indicators")["indicators"], "indicators")
    own = (f"indicators.{key}.{below}" for key in keys for below in ("", "parts."))
    return read(
        "standard/indicators",
        overlay,
        _indicators,
        ("indicators.", "constants.", "told.", "registered.", *own),
    )


def known(key: object, among: tuple[str, ...], where: str) -> str:
    """One of some words."""
    if key not in among:
        raise ValueError(f"{where} 只能是 {'、'.join(among)}，不能是 {key!r}")
    return str(key)


def sure_of(row: Rows, where: str) -> str:
    """How sure a rule is: V, L, P or J."""
    return known(row["sure"], tuple(SURE), f"{where}.sure")


def formula_of(
    text: object, names: tuple[str, ...], where: str, *, condition: bool = False
) -> Expression:
    """An expression over these names; a fault names the key of the file."""
    try:
        return expression(str(text), names, condition=condition)
    except BadExpression as error:
        raise ValueError(f"{where}：{error}") from error


def basis_of(rows: Rows) -> str:
    """The basis of a file on one line, without blanks where a line of Chinese was broken."""
    return _BROKEN.sub("", " ".join(str(rows["basis"]).split()))


def day_of(rows: Rows) -> date:
    """From which day a file holds."""
    since = rows["since"]
    if not isinstance(since, date):
        raise TypeError(f"since 要写日期，不能是 {since!r}")
    return since


def constants_of(rows: Rows) -> dict[str, Decimal]:
    """The figures that formulas share, also as 0.5‰ or 20%."""
    found = {}
    for name, value in mapping(rows["constants"], "constants").items():
        text = str(value)
        found[name] = formula_of(text, (), f"constants.{name}").value({})
        if found[name] < 0:
            raise ValueError(f"constants.{name} 不能是负数")
    return found


def _indicators(rows: Rows) -> Indicators:
    constants = constants_of(rows)
    found = {
        key: _indicator(key, mapping(row, f"indicators.{key}"), tuple(constants))
        for key, row in mapping(rows["indicators"], "indicators").items()
    }
    required = strings(rows["required"], "required")
    if unknown := [key for key in required if key not in found]:
        raise ValueError(f"required 里有不认识的指标：{'、'.join(unknown)}")
    labels = [one.label for one in found.values()]
    if len(set(labels)) < len(labels):
        raise ValueError("indicators 里有两项指标同名")
    return Indicators(
        title=str(rows["title"]),
        version=str(rows["version"]),
        since=day_of(rows),
        basis=basis_of(rows),
        required=required,
        constants=constants,
        indicators=found,
        told={name: _told(row, name) for name, row in mapping(rows["told"], "told").items()},
        registered={
            name: known(one, REGISTERED, f"registered.{name}")
            for name, one in mapping(rows["registered"], "registered").items()
        },
    )


def _told(row: object, name: str) -> Told:
    given = mapping(row, f"told.{name}")
    if not isinstance(given["yearly"], bool):
        raise TypeError(f"told.{name}.yearly 要写 true 或 false")
    return Told(str(given["measure"]), given["yearly"])


def _way(row: object, where: str, constants: tuple[str, ...]) -> Way:
    given = mapping(row, where)
    parts = mapping(given["parts"], f"{where}.parts")
    names = (*parts, *OF_THE_PLOT, *constants)
    formula = formula_of(given["formula"], names, f"{where}.formula")
    return Way({name: str(unit) for name, unit in parts.items()}, formula)


def _indicator(key: str, row: Rows, constants: tuple[str, ...]) -> Indicator:
    where = f"indicators.{key}"
    if strangers := row.keys() - _KEYS:
        raise ValueError(f"不认识的项目：{where}.{'、'.join(sorted(strangers))}")
    parts = mapping(row.get("parts", {}), f"{where}.parts")
    names = (*parts, *OF_THE_PLOT, *constants)
    formula = formula_of(row["formula"], names, f"{where}.formula")
    return Indicator(
        key=key,
        label=str(row["label"]),
        measure=str(row.get("measure", "")),
        bound=known(row["bound"], BOUNDS, f"{where}.bound"),
        when=known(row["when"], VALUE_CHECKS, f"{where}.when"),
        # An office's own formula may do without some of the parts of the house.
        parts={name: str(unit) for name, unit in parts.items() if name in formula.names},
        formula=formula,
        total=str(row.get("total", "")),
        ways=strings(row.get("ways", []), f"{where}.ways"),
        seen=str(row.get("seen", "")),
        tolerance=number(row.get("tolerance", 0), f"{where}.tolerance"),
        basis=str(row["basis"]),
        sure=sure_of(row, where),
        instead=_instead(key, row, where, constants),
    )


def _instead(key: str, row: Rows, where: str, constants: tuple[str, ...]) -> Way | None:
    """The other way of reckoning; an office's own formula puts that of the house out of force."""
    own = mapping(mapping(house("standard/indicators")["indicators"], "").get(key, {}), "")
    is_ours = row.get("instead") == own.get("instead")
    if "instead" not in row or (is_ours and row["formula"] != own.get("formula")):
        return None
    return _way(row["instead"], f"{where}.instead", constants)
