"""Every main record takes fields of the office; what takes something back asks for a reason."""

from typing import Any

import pytest
from django.db import transaction

from tests.web.test_every_list import PLACES
from tests.web.test_matrix import DOORS
from tests.web.whole.conftest import House, addresses_of
from yinfeng.web.lists import keeping
from yinfeng.web.lists.actions import add_field
from yinfeng.web.lists.models import CustomField
from yinfeng.web.people.reasons import NEEDS_REASON
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.events import record
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

# What takes back, overrides, merges or ends something, by the last word of its action.
TAKES_BACK = {
    "remove", "correct", "correct_gate", "retract", "detach", "send_back", "unsign", "release",
    "strike", "remit", "join", "end_post", "set_baseline", "hand_over", "extend_clock",
    "lose", "close", "end",
}  # fmt: skip
# A lead that one colleague passes on to another of the same office stays the office's own.
AS_IT_WAS = {"leads.hand_over"}
NOT_THERE, ASKED_AGAIN = 404, 422
MAIN = {
    "leads", "projects", "plans", "milestones", "agreements", "reviews", "delivery-problems",
    "delivery-permits", "delivery-meetings", "delivery-tasks", "outreach-trips",
    "outreach-receptions", "outreach-talks", "outreach-signings", "outreach-partners",
    "outreach-teams", "land-parks", "land-parcels", "land-blocks", "land-buildings",
    "renewal_blocks", "renewal_owners", "occupancies", "tenants", "standard", "siting",
}  # fmt: skip


def test_the_main_records_have_lists_that_take_own_fields() -> None:
    assert not MAIN - {key for key, one in PLACES.items() if one.listing.keeps_records}


@pytest.mark.parametrize("key", sorted(k for k, one in PLACES.items() if one.listing.keeps_records))
def test_a_field_of_the_office_is_kept_shown_and_taken_away(
    key: str, house: House, db: None
) -> None:
    listing, address = PLACES[key]
    head, browser = house.people[Role.HEAD], house.browser_of(Role.HEAD)
    field = add_field(listing, "本办类别", by=head, kind=CustomField.Kind.WORDS)
    assert "本办类别" in browser.get(address).content.decode()
    row: Any = listing.model._default_manager.filter(unit=head.unit, removed_at=None).first()
    if row is None:
        return
    keeping.change(row, by=head, custom={**row.custom, field.key: "甲类企业"})
    rows = browser.get(f"{address}export.csv", {field.key: "甲类"})
    told = rows.getvalue().decode("utf-8-sig")
    assert "本办类别" in told
    assert told.count("甲类企业") == 1


def test_what_takes_something_back_asks_for_a_reason() -> None:
    named = {action for action in MAY if action.rpartition(".")[2] in TAKES_BACK}
    assert named - AS_IT_WAS <= NEEDS_REASON


@pytest.mark.parametrize("action", sorted(NEEDS_REASON))
def test_no_event_of_it_is_written_without_a_reason(action: str, house: House, db: None) -> None:
    head = house.people[Role.HEAD]
    with pytest.raises(Refused, match="理由"):
        record(head, action, head.unit, unit=head.unit, reason=" ")


def test_no_door_does_it_without_a_reason(house: House, db: None) -> None:
    done, asked = [], 0
    before = Event.objects.count()
    for door in DOORS:
        if door.action not in NEEDS_REASON:
            continue
        browser = house.browser(door)
        for address in addresses_of(house, door):
            with transaction.atomic():
                answer = browser.post(address, {})
            if Event.objects.count() != before:
                done.append(door.name)
                before = Event.objects.count()
            asked += answer.status_code == ASKED_AGAIN
            if answer.status_code != NOT_THERE:
                house.found(address)
                break
    assert not done
    assert asked > 20
