"""What counting knows of a project: its gates, its money, its marks. Days are given, not asked."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate passed on a day; reported on another; counted only when confirmed."""

    code: str
    day: date
    reported: date
    is_confirmed: bool
    is_ceremony: bool = False


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project as it is counted. `marks` are keys of rules that it is known to fall under."""

    key: int
    name: str
    gates: tuple[Gate, ...]
    yuan: Decimal | None = None
    currency: str = "CNY"
    money: Decimal | None = None
    part: str = ""
    has_own_contract: bool = False
    parent: int | None = None
    investor: str = ""
    state: str = "open"
    ended: date | None = None
    ceremony: date | None = None
    # The words of the sum where they say that it is less: 近1亿元 is not of 亿元以上.
    short_of: str = ""
    # What the unit that is asked for has of it in hundredths, where units share it, until a day.
    share: Decimal = Decimal(100)
    share_until: date | None = None
    # How units share it, in words; and that it stands in the list of another unit now.
    shared: str = ""
    is_elsewhere: bool = False
    # The day on which another investor took it over, as a person recognised.
    new_owner: date | None = None
    # Gates that are told as passed, without a day.
    undated: frozenset[str] = field(default=frozenset())
    marks: frozenset[str] = field(default=frozenset())

    def share_on(self, day: date) -> Decimal:
        """What the unit has of it on a day: after the years of sharing all is the taker's."""
        if self.share_until is None or day < self.share_until:
            return self.share
        return Decimal(0 if self.is_elsewhere else 100)
