"""A draft: one figure on its way to an indicator, with what it is called.

Naming makes it, growth may be added to it, and the indicator is told from it.
"""

from dataclasses import dataclass

from yinfeng.values import Mention, Quantity, Span, Status


@dataclass
class Draft:
    """One figure of a sentence and what it is called; *start* and *end* hold the proof.

    *counted* names the things that totals and rates behind it are of; *status* is set where the
    figure's own words settle how real it is. A *bare* count says only how many there are,
    a *part* is one of a whole told before (其中). *body* is the town or park that alone stands
    before the figure, *of* the one that shares figures with others (青禾、云溪两镇分别…).
    A goal may be *of_year*, whatever the time of what was reached.
    """

    figure: Mention
    name: str
    name_span: Span
    start: int
    end: int
    counted: str = ""
    yoy: Mention | None = None
    adds_up: bool = False
    bare: bool = False
    part: bool = False
    grows: bool = False
    falls: bool = False
    status: Status | None = None
    body: Mention | None = None
    of: str = ""
    of_year: bool = False


def quantity_of(figure: Mention) -> Quantity:
    """The quantity that a mention of a figure holds."""
    assert isinstance(figure.value, Quantity)
    return figure.value
