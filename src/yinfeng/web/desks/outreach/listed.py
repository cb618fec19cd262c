"""What all lists of outreach have in common: who reads them, what opens, what may be edited."""

from typing import Any

from yinfeng.web.desks.outreach.columns import LONG
from yinfeng.web.desks.outreach.editing import editing_of
from yinfeng.web.desks.outreach.kinds import KINDS, Kind, kind_of
from yinfeng.web.desks.outreach.models import Kept
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.may import may


def _kind(key: str) -> Kind:
    kind = kind_of(key)
    assert kind is not None
    return kind


def listed(key: str, model: type[Kept], title: str, about: str, **more: Any) -> Listing:
    """The list of one kind of record."""
    return Listing(
        key=f"outreach-{key}",
        model=model,
        title=title,
        about=about,
        reads="outreach.read",
        opens=f"outreach:{key}-record",
        template="outreach/list.html",
        also=lambda request: {
            "kind": _kind(key),
            "kinds": KINDS,
            "may_keep": may(request.user, "outreach.keep", request.user.unit),
        },
        defers=LONG,
        editing=editing_of(_kind(key)),
        **more,
    )
