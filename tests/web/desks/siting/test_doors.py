"""The doors of siting: who may open one finds nothing of another office behind it."""

from decimal import Decimal

from django.urls import reverse

from tests.web.conftest import Hire, browser_of
from tests.web.desks.siting.ground import a_need, park_of
from tests.web.desks.siting.test_siting import DAY
from tests.web.test_matrix import DOORS
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.models import Run
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event

# What belongs to lists is tested with the lists.
_OF_LISTS = ("-drop", "-journal", "-end-field", "-sheet", "-match", "-rule", "-run", "-undo")


def _made(head: User) -> dict[str, dict[str, int]]:
    """A thing of the head's office behind each door that takes a key."""
    park = park_of(head.unit, head)
    need = a_need(head.unit, head)
    parcel = Parcel.objects.get(number="YZ-01")
    promised = actions.promise(
        need, f"p{parcel.pk}", by=head, area=Decimal(14000), reason="专题会议", today=DAY
    )
    browser_of(head).post("/siting/runs/ask", {"title": "一季度", "need": [str(need.pk)]})
    run = Run.objects.get()
    of_need = ("need", "edit", "remove", "promise")
    return {
        "siting:add": {"project": need.project_id},
        "siting:park-terms": {"pk": park.pk},
        "siting:parcel-terms": {"pk": parcel.pk},
        "siting:run": {"pk": run.pk},
        "siting:adopt": {"pk": run.pk},
        "siting:compare": {"pk": run.pk, "other": run.pk},
        "siting:release": {"pk": promised.pk},
        **{f"siting:{name}": {"pk": need.pk} for name in of_need},
    }


def test_no_door_opens_to_what_another_office_has(
    hire: Hire, town: OrgUnit, other_town: OrgUnit
) -> None:
    made = _made(hire("their-head", other_town, Role.HEAD))
    browsers = {role: browser_of(hire(f"own-{role}", town, role)) for role in Role}
    doors = [door for door in DOORS if door.name.startswith("siting:") and door.takes]
    doors = [door for door in doors if not door.name.endswith(_OF_LISTS)]
    doors = [door for door in doors if "form" not in door.takes]
    assert {door.name for door in doors} == made.keys()
    before = Event.objects.count()
    for door in doors:
        address = reverse(door.name, kwargs=made[door.name])
        for role in sorted(MAY[door.action]):
            for answer in (browsers[role].get(address), browsers[role].post(address, {})):
                assert answer.status_code in (404, 405), (door.name, role, answer.status_code)
    assert Event.objects.count() == before
