"""How the use of land and floor is counted over time: `data/tenancy/occupancy.yaml`."""

from dataclasses import dataclass
from decimal import Decimal

from yinfeng.lexicon.office_files import Rows, integer
from yinfeng.lexicon.renewal import number, read

_MOST_TOLERANCE = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class OccupancyRules:
    """What is told ahead, when rent is late, and how leased floor becomes land."""

    title: str
    version: str
    basis: str
    ahead: tuple[int, ...]
    grace: int
    standard_ratio: Decimal
    subtract_let: bool
    tolerance: Decimal


def occupancy_rules(overlay: str = "") -> OccupancyRules:
    """The rules, with an office's own YAML text laid over them."""
    return read("tenancy/occupancy", overlay, _rules)


def _rules(rows: Rows) -> OccupancyRules:
    ahead = rows["ahead"]
    if not isinstance(ahead, list) or not ahead:
        raise TypeError(f"ahead 要写成一列天数，不能是 {ahead!r}")
    ratio = number(rows["standard_ratio"], "standard_ratio")
    if not ratio:
        raise ValueError("standard_ratio 不能为零")
    tolerance = number(rows["tolerance"], "tolerance")
    # The database refuses what is let twice by more than this, whatever an office allows.
    if not 0 <= tolerance <= _MOST_TOLERANCE:
        raise ValueError(f"tolerance 要在0和{_MOST_TOLERANCE}之间")
    if not isinstance(rows["subtract_let"], bool):
        raise TypeError("subtract_let 要写 true 或 false")
    return OccupancyRules(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        ahead=tuple(sorted(integer(one, "ahead") for one in ahead)),
        grace=integer(rows["grace"], "grace"),
        standard_ratio=ratio,
        subtract_let=rows["subtract_let"],
        tolerance=tolerance,
    )
