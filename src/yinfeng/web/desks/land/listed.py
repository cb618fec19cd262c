"""What the lists of land have in common: who reads them, what opens, the park, the totals."""

from typing import Any

from yinfeng.web.desks.land.columns import LONG, RELATED, floor_space, mu
from yinfeng.web.desks.land.editing import editing_of
from yinfeng.web.desks.land.kinds import KINDS, kind_of
from yinfeng.web.desks.land.models import Block, Park
from yinfeng.web.lists.filters import Of
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.may import may
from yinfeng.web.people.models import User


def listed(key: str, title: str, **more: Any) -> Listing:
    """The list of one kind of record."""
    kind = kind_of(key)
    assert kind is not None
    more.setdefault("related", RELATED)
    return Listing(
        key=f"land-{key}",
        model=kind.model,
        title=title,
        about=kind.about,
        reads="land.read",
        opens=f"land:{key}-record",
        template="land/list.html",
        also=lambda request: {
            "kind": kind,
            "kinds": KINDS,
            "may_keep": may(request.user, "land.keep", request.user.unit),
        },
        editing=editing_of(kind),
        defers=(*LONG, *(("shape",) if kind.has_shape else ())),
        **more,
    )


def parks(user: User) -> Any:
    """The parks by which a list is filtered."""
    return Park.objects.visible_to(user).order_by("name")


def blocks(user: User) -> Any:
    """The blocks by which a list is filtered."""
    return Block.objects.visible_to(user).order_by("code")


OF_PARK = Of(key="park", label="园区", path="park", among=parks)
TOTALS = (
    mu("parcel_area", "宗地面积", sorts=False),
    mu("free_area", "净地和未建", sorts=False),
    floor_space("space", "单元面积", sorts=False, is_shown=False),
    floor_space("space_let", "单元已租", sorts=False),
    floor_space("space_vacant", "单元空置", sorts=False),
)
