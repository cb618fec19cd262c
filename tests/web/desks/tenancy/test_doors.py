"""The doors of tenancy: who may open one finds nothing of another office behind it."""

import pytest
from django.urls import reverse

from tests.web.conftest import Hire, browser_of
from tests.web.desks.tenancy.grounds import park_of, stays
from tests.web.test_matrix import DOORS
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role


@pytest.fixture
def made(hire: Hire, other_town: OrgUnit) -> dict[str, int]:
    """A thing of the other town behind each door that takes a key."""
    head = hire("their-head", other_town, Role.HEAD)
    return _made(head)


def _made(head: User) -> dict[str, int]:
    park = park_of(head.unit, head)
    stay = stays(head)
    assert stay.tenant_id is not None
    own = ("occupancy", "edit", "leave", "receive", "remove")
    tenants = ("tenant", "edit-tenant", "remove-tenant", "show-contact")
    return {
        "tenancy:park": park.pk,
        **{f"tenancy:{name}": stay.pk for name in own},
        **{f"tenancy:{name}": stay.tenant_id for name in tenants},
    }


def test_no_door_opens_to_what_another_office_has(
    made: dict[str, int], hire: Hire, town: OrgUnit
) -> None:
    browsers = {role: browser_of(hire(f"own-{role}", town, role)) for role in Role}
    doors = [d for d in DOORS if d.name.startswith("tenancy:") and "pk" in d.takes]
    doors = [d for d in doors if not any(one in d.name for one in _OF_LISTS)]
    assert {door.name for door in doors} == made.keys()
    for door in doors:
        given = {"pk": made[door.name], **({"key": ""} if "key" in door.takes else {})}
        address = reverse(door.name, kwargs=given)
        for role in sorted(MAY[door.action]):
            for answer in (browsers[role].get(address), browsers[role].post(address, {})):
                assert answer.status_code in (404, 405), (door.name, role, answer.status_code)


# What belongs to lists is tested with the lists.
_OF_LISTS = ("-drop", "-journal", "-end-field", "-sheet", "-match", "-rule", "-run", "-undo")
