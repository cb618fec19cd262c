"""The kinds of record on this desk that have a plain page, each with its fields and its form."""

from dataclasses import dataclass
from functools import cached_property

from yinfeng.web.desks.renewal.forms import KeptForm, form_of
from yinfeng.web.desks.renewal.models import (
    HardCase,
    Kept,
    Lessee,
    Owner,
    Plot,
    Programme,
    RenewalBlock,
    Resupply,
)

_PARTY = ("sort", "name", "code", "contact", "contact_phone")


@dataclass(frozen=True)
class Kind:
    """A kind of record: its key in addresses, its fields, what it is about."""

    key: str
    model: type[Kept]
    names: tuple[str, ...]
    about: str

    @cached_property
    def form(self) -> type[KeptForm]:
        """The form of one."""
        return form_of(self.model, self.names)

    @property
    def title(self) -> str:
        """What they are called."""
        return str(self.model._meta.verbose_name)


KINDS = (
    Kind(
        "programmes",
        Programme,
        ("name", "area", "since", "until", "note"),
        "一个更新计划下面有若干区块。",
    ),
    Kind(
        "blocks",
        RenewalBlock,
        (
            "programme", "name", "is_single", "area", "owners_told", "tenants_told", "boundary",
            "industries", "functions", "plan", "team", "leader", "since", "signing_since",
            "signing_until", "clear_by", "budget", "note",
        ),
        "一区块一方案。收回、收购的单宗地块也在这里登记，勾选“单宗地块”。",
    ),
    Kind(
        "plots",
        Plot,
        (
            "block", "number", "certificate", "area", "certified", "floor", "certified_floor",
            "floor_at_notice", "charges", "photos", "clear_by", "note",
        ),
        "红线内一宗地一行，记摸底查到的面积和权证。宗地号与载体里相同的，自动对上。",
    ),
    Kind(
        "owners",
        Owner,
        ("plot", *_PARTY, "area", "floor", "note"),
        "产权户：对这宗地的土地或建筑物有权利的单位和个人，一户一行，与租户分开登记。",
    ),
    Kind(
        "lessees",
        Lessee,
        ("plot", *_PARTY, "owner", "floor", "lease_until", "deposit", "note"),
        "租户：租用厂房的单位和个人，一户一行，与产权户分开登记。",
    ),
    Kind(
        "hard",
        HardCase,
        (
            "owner", "lessee", "reason", "says", "responsible", "leader", "opened", "step", "due",
            "told_on", "closed", "result", "note",
        ),
        "难点户：为什么谈不下来、谁负责、下一步是什么。",
    ),
    Kind(
        "supplies",
        Resupply,
        ("block", "on", "area", "way", "receiver", "paper", "project", "note"),
        "净地再供给谁、怎样供的、落了什么项目。",
    ),
)  # fmt: skip


def kind_of(key: str) -> Kind | None:
    """The kind of that key."""
    return next((kind for kind in KINDS if kind.key == key), None)


def kind_of_thing(thing: Kept) -> Kind:
    """The kind of a record."""
    return next(kind for kind in KINDS if kind.model is type(thing))
