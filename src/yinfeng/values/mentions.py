"""A mention: where restored text tells a figure, a time, a name or a term, and its meaning."""

from typing import NamedTuple

from yinfeng.values.names import Name, Term
from yinfeng.values.periods import Period
from yinfeng.values.quantities import Quantity
from yinfeng.values.spans import Span

Meaning = Quantity | Period | Name | Term


class Mention(NamedTuple):
    """One stretch of restored text and its meaning."""

    span: Span
    value: Meaning
