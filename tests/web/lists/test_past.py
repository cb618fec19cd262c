"""A list as of a past day: as the rows stood then, deleted ones included, for reading only."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.test import Client
from django.utils import timezone

from tests.web.conftest import browser_of
from tests.web.lists.conftest import THEN, Make
from tests.web.lists.test_page import names, says
from tests.web.lists.things.models import Place
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User

BEFORE, DAY, AFTER = "2026-03-01", "2026-03-02", "2026-03-03"
LATER = THEN + timedelta(days=1)


def test_the_list_shows_a_row_as_it_was(as_clerk: Client, places: list[Place], clerk: User) -> None:
    with transaction.atomic():
        keeping.change(places[0], by=clerk, at=LATER, name="河东新库", area=Decimal(9))
    assert not names(says(as_clerk, f"/places/?as_of={BEFORE}"))
    then = says(as_clerk, f"/places/?as_of={DAY}")
    assert names(then) == ["河东仓库", "北门空地", "老粮站"]
    assert ">12.5<" in then
    assert "2026年3月2日" in then
    now = says(as_clerk, f"/places/?as_of={AFTER}")
    assert "河东新库" in now
    assert "河东仓库" not in now


def test_a_removed_row_stands_on_the_days_before(
    as_clerk: Client, places: list[Place], clerk: User
) -> None:
    with transaction.atomic():
        keeping.remove(places[2], by=clerk, at=LATER, reason="重复登记")
    assert "老粮站" not in says(as_clerk, "/places/")
    assert "老粮站" in says(as_clerk, f"/places/?as_of={DAY}")
    assert "老粮站" not in says(as_clerk, f"/places/?as_of={AFTER}")


def test_the_same_filters_and_sort_ask_the_past(
    as_clerk: Client, places: list[Place], clerk: User
) -> None:
    with transaction.atomic():
        keeping.change(places[1], by=clerk, at=LATER, state=Place.State.OPEN)
    asks = f"/places/?as_of={DAY}&state=empty&sort=-name"
    assert names(says(as_clerk, asks)) == ["北门空地"]
    assert names(says(as_clerk, asks.replace(DAY, AFTER))) == []
    everything = says(as_clerk, f"/places/?as_of={DAY}&sort=area&area_from=1&q=A&fenced=no")
    assert names(everything) == ["北门空地"]


def test_the_past_of_another_office_is_not_seen(places: list[Place], neighbour: User) -> None:
    assert not names(says(browser_of(neighbour), f"/places/?as_of={DAY}"))


def test_a_day_to_come_is_refused(as_clerk: Client, places: list[Place]) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = as_clerk.get(f"/places/?as_of={tomorrow}")
    assert answer.status_code == 422
    assert "只能回看今天和以前的日子。" in answer.content.decode()


def test_a_change_late_on_the_day_counts_for_the_day(as_clerk: Client, make: Make) -> None:
    make("L1", name="河东仓库", at=timezone.make_aware(datetime(2026, 3, 2, 23, 59)))
    assert names(says(as_clerk, f"/places/?as_of={DAY}")) == ["河东仓库"]
