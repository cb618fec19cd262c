"""The doors of standard land: who may open one finds nothing of another office behind it."""

from django.urls import reverse

from tests.web.conftest import Hire, browser_of
from tests.web.desks.standard.grounds import check_of, commitment_of
from tests.web.test_matrix import DOORS
from yinfeng.web.desks.standard.doings import DOINGS
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event

# What belongs to lists is tested with the lists.
_OF_PLOTS = [
    f"standard:{name}" for name in ("plot", "edit", "set", "commit", "remove", "give-back")
]
_OF_LISTS = ("-drop", "-journal", "-end-field", "-sheet", "-match", "-rule", "-run", "-undo")


def _made(head: User) -> dict[str, int]:
    """A thing of the head's office behind each door that takes a key."""
    made = commitment_of(head)
    check = check_of(made, "start")
    return {
        **{
            f"standard:{name}": made.plot_id
            for name in ("plot", "edit", "set", "commit", "remove", "give-back")
        },
        **{f"standard:{name}": made.pk for name in ("commitment", "amend", "remove-commitment")},
        **{f"standard:{name}": check.pk for name in ("check", *DOINGS)},
    }


def test_no_door_opens_to_what_another_office_has(
    hire: Hire, town: OrgUnit, other_town: OrgUnit
) -> None:
    made = _made(hire("their-head", other_town, Role.HEAD))
    browsers = {role: browser_of(hire(f"own-{role}", town, role)) for role in Role}
    doors = [door for door in DOORS if door.name.startswith("standard:") and "pk" in door.takes]
    doors = [door for door in doors if not door.name.endswith(_OF_LISTS)]
    assert {door.name for door in doors} == made.keys()
    before = Event.objects.count()
    for door in doors:
        address = reverse(door.name, kwargs={"pk": made[door.name]})
        for role in sorted(MAY[door.action]):
            for answer in (browsers[role].get(address), browsers[role].post(address, {})):
                assert answer.status_code in (404, 405), (door.name, role, answer.status_code)
    assert Event.objects.count() == before
