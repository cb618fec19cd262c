"""What a project needs of a place, as 40亩以上、层高8米、有天然气、亩均税收30万元."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

SQUARE_METRES_A_MU = Decimal(2000) / 3


@dataclass(frozen=True, slots=True)
class Need:
    """A project's need; what is left open asks for nothing.

    Areas are whole square metres, of land or of floor. Money is in 万元; tax is that of a year.
    """

    key: str
    name: str
    low: int
    high: int
    on: str = "land"
    priority: int = 1
    floor_height: Decimal | None = None
    load: Decimal | None = None
    power: Decimal | None = None
    pipes: frozenset[str] = field(default=frozenset())
    environment: str = ""
    inside: frozenset[str] = field(default=frozenset())
    chain: str = ""
    wishes: frozenset[str] = field(default=frozenset())
    avoids: frozenset[str] = field(default=frozenset())
    investment: Decimal | None = None
    tax: Decimal | None = None
    by: date | None = None
    # The path of the unit on whose land, and that of the units below it, the project may go.
    within: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.high:
            raise ValueError(f"{self.key}：面积下限要大于零，且不大于上限")
