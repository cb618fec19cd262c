"""A project as narrow as counting needs it."""

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple


class Line(NamedTuple):
    """What counting takes from the register of one project, in the order of its columns."""

    id: int
    name: str
    investors: str
    yuan: Decimal | None
    currency: str
    money: Decimal | None
    amount: str
    part: str
    parent: int | None
    state: str
    ceremony: date | None
    kind: str
    source: str
    first_unit: int
    created_at: datetime
