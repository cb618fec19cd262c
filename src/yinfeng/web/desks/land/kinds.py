"""The kinds of record on this desk, each with its form, its page and what stands below it.

园区 → 区块 → 宗地 → 楼幢 → 楼层 → 单元. One definition serves all pages of a kind; the list of a
kind stands in `listings.py`.
"""

from dataclasses import dataclass
from functools import cached_property

from yinfeng.web.desks.land.forms import KeptForm, form_of
from yinfeng.web.desks.land.models import (
    Block,
    Bounded,
    Building,
    Charge,
    Floor,
    Kept,
    Parcel,
    Park,
    Unit,
    Zone,
)


@dataclass(frozen=True)
class Kind:
    """A kind of record: its key in addresses, its fields, and the kinds of what stands below it.

    *parents* are the fields by which it belongs to another; one of those named in *needs* must be
    given when a new one is kept.
    """

    key: str
    model: type[Kept]
    names: tuple[str, ...]
    about: str
    parents: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    below: tuple[tuple[str, str], ...] = ()

    @cached_property
    def form(self) -> type[KeptForm]:
        """The form of one."""
        return form_of(self.model, self.names)

    @property
    def title(self) -> str:
        """What they are called."""
        return str(self.model._meta.verbose_name)

    @property
    def has_shape(self) -> bool:
        """Whether it lies on the map."""
        return issubclass(self.model, Bounded)


_TEXT = ("note",)
KINDS = (
    Kind(
        "parks",
        Park,
        ("name", "kind", "planned", "built", "industries", "since", "boundary", *_TEXT),
        "一个园区一行：规划多大、建成多少、还有多少可用。",
        below=(("blocks", "park"), ("parcels", "park")),
    ),
    Kind(
        "blocks",
        Block,
        ("park", "code", "name", "planned", "built", "functions", "since", "boundary", *_TEXT),
        "一个区块一行：成片规划、开发或腾退的一块地，可以在园区里，也可以单独成块。",
        parents=("park",),
        below=(("parcels", "block"),),
    ),
    Kind(
        "parcels",
        Parcel,
        (
            "park",
            "block",
            "number",
            "name",
            "state",
            "use",
            "right",
            "holder",
            "certificate",
            "area",
            "certified",
            "uncertified",
            "since",
            "until",
            "free_on",
            "far_low",
            "far_high",
            "floor_area",
            "power",
            "pipes",
            "soil",
            "boundary",
            *_TEXT,
        ),
        "一宗地一行：多大、什么用途、谁的、到哪年、有没有抵押查封、能不能用。",
        parents=("park", "block"),
        below=(("buildings", "parcel"), ("charges", "parcel")),
    ),
    Kind(
        "buildings",
        Building,
        (
            "parcel",
            "number",
            "name",
            "structure",
            "use",
            "storeys",
            "built_on",
            "certificate",
            "area",
            "certified",
            "uncertified",
            "power",
            "boundary",
            *_TEXT,
        ),
        "一幢楼一行，在宗地页上登记。",
        parents=("parcel",),
        needs=("parcel",),
        below=(("floors", "building"), ("charges", "building")),
    ),
    Kind(
        "floors",
        Floor,
        ("building", "level", "area", "height", "load", *_TEXT),
        "一层一行，在楼幢页上登记。",
        parents=("building",),
        needs=("building",),
        below=(("units", "floor"),),
    ),
    Kind(
        "units",
        Unit,
        ("floor", "number", "area", "use", "power", "free_on", "beside", *_TEXT),
        "一个可以单独出租的单元一行，在楼层页上登记。",
        parents=("floor",),
        needs=("floor",),
    ),
    Kind(
        "charges",
        Charge,
        ("parcel", "building", "kind", "holder", "paper", "amount", "since", "until", *_TEXT),
        "抵押、查封和其他限制，在宗地或楼幢页上登记。",
        parents=("parcel", "building"),
        needs=("parcel", "building"),
    ),
    Kind(
        "zones",
        Zone,
        (
            "name",
            "layer",
            "rule",
            "conditions",
            "asks",
            "basis",
            "since",
            "until",
            "boundary",
            *_TEXT,
        ),
        "一个管控区一行：哪里不能安排、有什么条件、要先问谁，依据和有效期是什么。",
    ),
)


def kind_of(key: str) -> Kind | None:
    """The kind of that key."""
    return next((kind for kind in KINDS if kind.key == key), None)


def kind_of_model(model: type[Kept]) -> Kind:
    """The kind of these records."""
    return next(kind for kind in KINDS if kind.model is model)
