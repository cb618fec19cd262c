"""Owners and tenants of a survey come in from sheets, under the same checks as by hand.

Signing, moving out and payment are never filled from a sheet: each has its action and its paper.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from yinfeng.web.desks.renewal.actions.records import check_move, checked
from yinfeng.web.desks.renewal.models import Plot
from yinfeng.web.lists.editing import Editing
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused


def _plots(user: User) -> Sequence[Plot]:
    found = Plot.objects.standing().filter(in_scope(user, "renewal.keep"))
    return list(found.select_related("block", "unit").order_by("pk"))


def _settled(party: Any, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """The values with the block of their plot, if they hold together."""
    del by
    trial = type(party)(
        **{f.attname: getattr(party, f.attname) for f in party._meta.concrete_fields}
    )
    for name, value in values.items():
        setattr(trial, name, value)
    if trial.plot_id is None:
        raise Refused("请填宗地号。")
    if party.pk is not None and trial.plot.block_id != party.block_id:
        check_move(party, trial.plot)
        if party.hard_cases.filter(removed_at=None).exists():
            raise Refused("这一户登记了难点，换区块请打开这一户修改。")
    trial.block_id = trial.plot.block_id
    trial._state.adding = party.pk is None
    checked(trial)
    return {**values, "block": trial.plot.block}


_COMMON: Mapping[str, tuple[str, ...]] = {
    "plot": ("宗地号", "地块"),
    "name": ("企业名称", "户名", "单位名称"),
    "floor": ("房屋面积",),
    "contact_phone": ("电话", "手机"),
}
OWNER_EDITING = Editing(
    fields=("plot", "name", "sort", "code", "contact", "contact_phone", "area", "floor", "note"),
    changes="renewal.change",
    imports="renewal.keep",
    natural=("plot", "name"),
    bulk=("note",),
    also_called={**_COMMON, "name": (*_COMMON["name"], "产权人", "产权户", "权利人")},
    measures={"area": "㎡", "floor": "㎡"},
    worded={"area": "area", "floor": "area"},
    finds={"plot": _plots},
    settles=_settled,
)
LESSEE_EDITING = Editing(
    fields=(
        "plot", "name", "sort", "code", "contact", "contact_phone", "owner", "floor",
        "lease_until", "deposit", "note",
    ),
    changes="renewal.change",
    imports="renewal.keep",
    natural=("plot", "name"),
    bulk=("note",),
    also_called={**_COMMON, "name": (*_COMMON["name"], "承租人", "租户")},
    measures={"floor": "㎡"},
    worded={"floor": "area"},
    finds={"plot": _plots},
    settles=_settled,
)  # fmt: skip
