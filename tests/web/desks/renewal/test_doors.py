"""The doors of renewal: who may open one finds nothing of another office behind it."""

import pytest
from django.urls import reverse

from tests.web.conftest import Hire, browser_of
from tests.web.desks.renewal.works import DAY, block_of, drafted, priced, signed
from tests.web.test_matrix import DOORS
from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.models import HardCase
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role
from yinfeng.web.store.actions import take_in
from yinfeng.web.store.models import Fact


@pytest.fixture
def made(hire: Hire, other_town: OrgUnit) -> dict[str, int]:
    """A thing of the other town behind each door that takes a key."""
    head = hire("their-head", other_town, Role.HEAD)
    return _made(head)


def _made(head: User) -> dict[str, int]:
    priced(head)
    block = block_of(head)
    owner = signed("云泽弹簧厂", head)
    sheet = drafted(owner, head)
    case = actions.keep(
        HardCase,
        by=head,
        unit=head.unit,
        owner=owner,
        reason="price",
        says="偏低",
        responsible="李海明",
        opened=DAY,
    )
    proof = actions.prove(
        block, by=head, stage="survey", gate="photos", paper="照片", day=DAY, today=DAY
    )
    lessee, plot = block.lessees.first(), block.plots.first()
    assert lessee is not None
    assert plot is not None
    doings = ("sign", "unsign", "vacate")
    return {
        **{f"renewal:{name}": block.pk for name in ("block", "prove", "edit", "remove")},
        **{f"renewal:{name}-owners": owner.pk for name in doings},
        **{f"renewal:{name}-lessees": lessee.pk for name in doings},
        "renewal:owner": owner.pk,
        "renewal:draft-owner": owner.pk,
        "renewal:lessee": lessee.pk,
        "renewal:draft-lessee": lessee.pk,
        "renewal:demolish": plot.pk,
        "renewal:clear": plot.pk,
        "renewal:confirm": proof.pk,
        "renewal:hard-case": case.pk,
        **{f"renewal:{name}": sheet.pk for name in ("sheet", "approve", "rule", "pay")},
        "renewal:adopt": _fact(head),
    }


def _fact(by: User) -> int:
    """A fact of renewal in a paper of theirs."""
    paper = "云泽镇老农机厂片区占地120亩，目前腾退签约率已超过80%，签约腾退面积90亩。"
    take_in(paper.encode(), "腾退.txt", by=by)
    return Fact.objects.order_by("pk")[0].pk


def test_no_door_opens_to_what_another_office_has(
    made: dict[str, int], hire: Hire, town: OrgUnit
) -> None:
    browsers = {role: browser_of(hire(f"own-{role}", town, role)) for role in Role}
    doors = [d for d in DOORS if d.name.startswith("renewal:") and "pk" in d.takes]
    doors = [d for d in doors if not any(one in d.name for one in _OF_LISTS)]
    assert {door.name for door in doors} == made.keys()
    for door in doors:
        given = {"pk": made[door.name], **({"key": "blocks"} if "key" in door.takes else {})}
        address = reverse(door.name, kwargs=given)
        for role in sorted(MAY[door.action]):
            for answer in (browsers[role].get(address), browsers[role].post(address, {})):
                assert answer.status_code in (404, 405), (door.name, role, answer.status_code)


# What belongs to lists is tested with the lists.
_OF_LISTS = ("-drop", "-journal", "-end-field", "-sheet", "-match", "-rule", "-run", "-undo")
