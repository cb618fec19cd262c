"""What of each place is promised already, by the key of the place."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import Q

from yinfeng.web.desks.siting.freeing import Given
from yinfeng.web.desks.siting.models import LotPromise
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import is_under

_FROM_ABOVE = "上级单位的项目"


def rooms_of(floor_key: int) -> str:
    """Under which key stand the promises of all rooms of a floor."""
    return f"rooms of {floor_key}"


def promises_below(unit: OrgUnit) -> Mapping[str, Sequence[Given]]:
    """What of each place is promised, to whosever project; those of a unit above go unnamed."""
    found = defaultdict(list)
    here = Q(parcel__unit__path__startswith=unit.path) | Q(room__unit__path__startswith=unit.path)
    here |= Q(floor__unit__path__startswith=unit.path)
    rows = LotPromise.objects.filter(here, removed_at=None)
    for one in rows.select_related("need__project", "unit", "room").order_by("pk"):
        name = one.need.project.name if is_under(one.unit.path, unit.path) else _FROM_ABOVE
        given = given_by(one, name)
        found[_key_of(one)].append(given)
        if one.room is not None:
            found[rooms_of(one.room.floor_id)].append(given)
    return found


def given_by(promise: LotPromise, name: str = "") -> Given:
    """What a promise gives."""
    return Given(str(promise.need_id), name, promise.area, promise.free_from)


def _key_of(promise: LotPromise) -> str:
    if promise.parcel_id:
        return f"p{promise.parcel_id}"
    return f"r{promise.room_id}" if promise.room_id else f"f{promise.floor_id}"
