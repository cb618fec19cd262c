"""The nouns of the house, frozen. Read this folder first."""

from yinfeng.values.documents import CHAT_MEDIA, Block, BlockKind, Cell, Document, Part, Table
from yinfeng.values.facts import (
    KINDS,
    Carrier,
    Engagement,
    Fact,
    Indicator,
    Partnership,
    Project,
    Renewal,
    Role,
    Service,
)
from yinfeng.values.mentions import Meaning, Mention
from yinfeng.values.names import Name, NameKind, Person, Term, TermKind
from yinfeng.values.periods import Grain, Period
from yinfeng.values.problems import Problem
from yinfeng.values.quantities import Bound, Dimension, Quantity, Unit
from yinfeng.values.spans import Evidence, Span
from yinfeng.values.told import Status, Told

__all__ = [
    "CHAT_MEDIA",
    "KINDS",
    "Block",
    "BlockKind",
    "Bound",
    "Carrier",
    "Cell",
    "Dimension",
    "Document",
    "Engagement",
    "Evidence",
    "Fact",
    "Grain",
    "Indicator",
    "Meaning",
    "Mention",
    "Name",
    "NameKind",
    "Part",
    "Partnership",
    "Period",
    "Person",
    "Problem",
    "Project",
    "Quantity",
    "Renewal",
    "Role",
    "Service",
    "Span",
    "Status",
    "Table",
    "Term",
    "TermKind",
    "Told",
    "Unit",
]
