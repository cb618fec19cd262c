"""Persons met are masked and shown for a reason; records are found, and come by sheets."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.web.conftest import browser_of
from tests.web.desks.outreach.made import DAY, RECEPTION, page_of
from tests.web.desks.outreach_year import Town
from yinfeng.web.desks.outreach.asking import Question
from yinfeng.web.desks.outreach.listings import LISTS
from yinfeng.web.desks.outreach.models import (
    Reception,
    Signing,
)
from yinfeng.web.desks.outreach.sources import count
from yinfeng.web.lists.actions import import_rows, plan_of, undo_import
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import User
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused


def test_the_persons_met_are_masked_on_pages_lists_and_the_trail(as_clerk: Client) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    reception = Reception.objects.get()
    pages = (
        f"/outreach/receptions/{reception.pk}",
        "/outreach/receptions/?columns=met_name&columns=met_phone",
    )
    for page in pages:
        says = page_of(as_clerk.get(page))
        assert "138****5678" in says
        assert "13812345678" not in says
        assert "张建国" not in says
    assert "13812345678" not in str(list(Event.objects.values()))


def test_a_person_met_is_shown_whole_by_right_and_for_a_reason(
    as_clerk: Client, viewer: User, head: User
) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    reception = Reception.objects.get()
    at = f"/outreach/receptions/{reception.pk}"
    assert browser_of(viewer).post(f"{at}/reveal", {"reason": "x"}).status_code == 403
    assert as_clerk.post(f"{at}/reveal", {}).status_code == 422
    page = page_of(as_clerk.post(f"{at}/reveal", {"reason": "约定下次来访"}))
    assert "13812345678" in page
    assert "张建国" in page
    event = Event.objects.latest("number")
    assert (event.action, event.reason) == ("private.read", "约定下次来访")


def test_a_form_does_not_show_the_person_met_and_keeps_whom_it_does_not_name(
    as_clerk: Client,
) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    reception = Reception.objects.get()
    at = f"/outreach/receptions/{reception.pk}/edit"
    form = page_of(as_clerk.get(at))
    assert "13812345678" not in form
    assert "现为138****5678，不改请留空" in form
    sent = {**RECEPTION, "met_name": "", "met_phone": "", "heads": "6", "version": "1"}
    assert as_clerk.post(at, sent).status_code == 302
    reception.refresh_from_db()
    assert (reception.heads, reception.met_phone) == (6, "13812345678")
    as_clerk.post(at, {**sent, "met_phone": "13900001111", "version": "2"})
    reception.refresh_from_db()
    assert reception.met_phone == "13900001111"


def test_records_are_found_by_what_they_say_and_not_by_persons(
    as_clerk: Client, neighbour: User
) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    assert "接待2026-001" in page_of(as_clerk.get("/search/?q=恒锐"))
    assert "接待2026-001" not in page_of(as_clerk.get("/search/?q=13812345678"))
    assert "接待2026-001" not in page_of(browser_of(neighbour).get("/search/?q=恒锐"))


def test_a_sheet_of_receptions_is_tried_written_counted_and_undone(
    as_clerk: Client, office: Town
) -> None:
    sheet = (
        "编号,日期,来访企业或团组,来访人数,接待规格,事由\n"
        "旧-1,2026-02-03,苏州朗通电子有限公司,4,主要领导接待,考察\n"
        "旧-2,2026-02-04,上海卓川装备有限公司,2,招商办接待,洽谈\n"
    ).encode()
    file = SimpleUploadedFile("接待台账.csv", sheet)
    taken = as_clerk.post(
        "/outreach/receptions/import/take", {"sheet": file, "unit": office.unit.pk}, follow=True
    )
    page = page_of(taken)
    assert "苏州朗通电子有限公司" in page or "旧-1" in page
    batch = Batch.objects.get()
    plan = plan_of(LISTS["receptions"], batch, office.clerk)
    assert not plan.bad
    import_rows(
        LISTS["receptions"],
        batch,
        by=office.clerk,
        seal=plan.seal,
        leaves_bad=False,
        now=timezone.now(),
    )
    first = Reception.objects.get(number="旧-1")
    assert (first.year, first.serial, first.received) == (2026, None, "chief")
    asked = Question(office.unit, date(2026, 1, 1), date(2026, 12, 31))
    assert count(asked)["batches"].total == 2
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    assert Reception.objects.get(heads=5).number == "接待2026-001"
    undo_import(LISTS["receptions"], batch, by=office.clerk, reason="表不对", now=timezone.now())
    assert count(asked)["batches"].total == 1


def test_a_sheet_with_a_word_that_is_in_no_list_is_told(office: Town) -> None:
    with pytest.raises(Refused, match="协议类别"):
        LISTS["signings"].editing.settles(  # type: ignore[union-attr,misc]
            Signing(unit=office.unit),
            {"number": "旧-1", "on": DAY, "kind": "promise", "project": "x", "firm": "y"},
            office.clerk,
        )
