"""The eight kinds of fact that a document yields, each field told with its own evidence.

The form, field by field, is that of docs/facts.md. A field that the text does not give is None.
`quote` is the shortest run of restored text that proves most of the record; `evidence` is the
same run in the source.
"""

from dataclasses import dataclass
from typing import ClassVar

from yinfeng.values.names import Person
from yinfeng.values.periods import Period
from yinfeng.values.quantities import Quantity
from yinfeng.values.spans import Evidence
from yinfeng.values.told import Told

Words = Told[str] | None
Figure = Told[Quantity] | None
When = Told[Period] | None
Many = Told[tuple[str, ...]] | None
People = Told[tuple[Person, ...]] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact has: whose ledger it belongs to, and the words that prove it."""

    kind: ClassVar[str] = ""
    host: str
    quote: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Fact):
    """A figure said of a place, a park, a chain or a campaign, actual or wanted."""

    kind: ClassVar[str] = "indicator"
    subject: Words = None
    name: Words = None
    value: Figure = None
    period: When = None
    yoy: Figure = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Fact):
    """An investment or construction project, named or described."""

    kind: ClassVar[str] = "project"
    name: Words = None
    investors: Many = None
    product: Words = None
    industry: Words = None
    investment: Figure = None
    annual_sales: Figure = None
    annual_tax: Figure = None
    capacity: Figure = None
    land: Figure = None
    floor_area: Figure = None
    site: Words = None
    origin: Words = None
    stage: Words = None
    stage_date: When = None
    customers: Many = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Fact):
    """A visit out or in, an exchange, a ceremony, a meeting or a study trip."""

    kind: ClassVar[str] = "engagement"
    date: When = None
    type: Words = None
    people: People = None
    counterparts: Many = None
    place: Words = None
    project: Words = None
    purpose: Words = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier(Fact):
    """A park, base, building, platform or liaison station."""

    kind: ClassVar[str] = "carrier"
    name: Words = None
    type: Words = None
    area: Figure = None
    built_area: Figure = None
    industries: Many = None
    tenants: Many = None
    site: Words = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal(Fact):
    """A block of land or an estate that is being vacated and used again."""

    kind: ClassVar[str] = "renewal"
    block: Words = None
    area: Figure = None
    enterprises: Figure = None
    tenants: Figure = None
    signed_rate: Figure = None
    signed_area: Figure = None
    as_of: When = None
    before: Many = None
    after: Many = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Fact):
    """A lasting tie between named parties."""

    kind: ClassVar[str] = "partnership"
    parties: Many = None
    type: Words = None
    subject: Words = None
    date: When = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Fact):
    """A case of help given to an enterprise."""

    kind: ClassVar[str] = "service"
    enterprise: Words = None
    need: Words = None
    helper: Words = None
    amount: Figure = None
    outcome: Words = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Fact):
    """A person and the office held in one organisation."""

    kind: ClassVar[str] = "role"
    person: Words = None
    title: Words = None
    organisation: Words = None


KINDS: tuple[type[Fact], ...] = (
    Indicator,
    Project,
    Engagement,
    Carrier,
    Renewal,
    Partnership,
    Service,
    Role,
)
