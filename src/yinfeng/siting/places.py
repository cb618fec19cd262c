"""What a place has to offer: a plot or a floor that is free, wholly or in part, now or from a day.

What is not known of a place is None: it speaks neither for nor against, and is to be found out.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

FORBIDDEN, CONDITIONAL, OPINION = "forbidden", "conditional", "opinion"


@dataclass(frozen=True, slots=True)
class Touch:
    """A control zone that the place touches, and what it rules there.

    A zone may rule only projects from some class of environment on.
    """

    zone: str
    kind: str
    rule: str
    basis: str = ""
    asks: str = ""
    since_environment: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """An area of the place that is promised to a project."""

    project: str
    name: str
    area: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its free area in whole square metres, its fittings, its surroundings, its park.

    `area` counts what is promised too. Where `splits`, several projects may share it. Neighbours
    are the keys of places with a common edge; `chains` are those of the firms that are there.
    A threshold by the mu may say what it rests on; without, it is the park's.
    """

    key: str
    name: str
    area: int
    on: str = "land"
    park: str = ""
    splits: bool = True
    joins: bool = True
    floor_height: Decimal | None = None
    load: Decimal | None = None
    power: Decimal | None = None
    pipes: frozenset[str] | None = None
    environment: str = ""
    touches: tuple[Touch, ...] = ()
    inside: frozenset[str] = field(default=frozenset())
    free_from: date | None = None
    promises: tuple[Promise, ...] = ()
    neighbours: frozenset[str] = field(default=frozenset())
    chains: frozenset[str] = field(default=frozenset())
    investment_a_mu: Decimal | None = None
    tax_a_mu: Decimal | None = None
    investment_basis: str = ""
    tax_basis: str = ""
    # The path of the unit whose land it is, and its name.
    unit: str = ""
    unit_name: str = ""
    # What is free of it and beside what, where its name alone does not tell.
    free_says: str = ""
    # Whether the register names its neighbours; else rooms are joined by their numbers.
    tells_neighbours: bool = False
    # Why it is not certain that it is free from that day: a lease that ends, a renewal planned.
    expected: str = ""

    @property
    def spot(self) -> str:
        """The key of the plot or floor of which it is a part; parts come free on different days."""
        return self.key.partition("@")[0]
