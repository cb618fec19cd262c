"""Delivery: the six tests of a desk, on every page of it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.reports.test_cells import TEMPLATE
from tests.web.conftest import Hire, browser_of
from tests.web.desks.delivery.made import a_photo, a_problem
from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.delivery.actions import excusing, lights, meetings, money, photos, sheets
from yinfeng.web.desks.delivery.doings import DOINGS
from yinfeng.web.desks.delivery.models import Attachment, Call, LightRow, Problem, Turn
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

TODAY = timezone.localdate()
CELLS = "version: 一\ncells:\n  项目表!B5: {measure: projects, says: 推进中项目}\n"
LISTS = ("", "lights/", "money/", "permits/", "photos/", "meetings/", "tasks/")
PAGES = ("rates", "board", "standstill", "bound", "sheets/", "rules")


@pytest.fixture
def project(town: OrgUnit, clerk: User) -> Project:
    """A project of the town."""
    return a_project(town, clerk)


def _everything(project: Project, by: User, head: User) -> dict[str, int]:
    """One thing of each kind, by the kind of page that shows it."""
    problem = a_problem(project, by, TODAY)
    month = money.report_month(project, by=by, today=TODAY, month=TODAY, yuan=10_000)  # type: ignore[arg-type]
    permit = money.list_permits(project, by=by, today=TODAY)[0]
    photo = photos.add_photo(
        project, by=by, today=TODAY, name="x.jpg", content=a_photo(), says="基础", day=TODAY
    )
    lights.reckon_lights(project.unit, today=TODAY)
    turn = Turn.objects.get()
    call = Call.objects.create(
        project=project,
        turn=turn,
        rung="notice",
        kind="notice",
        says="亮灯通知",
        asks="x",
        day=TODAY,
    )
    meeting = meetings.call_meeting(project.unit, by=head, title="周例会", day=TODAY, chair="镇长")
    task = meetings.decide(meeting, by=head, says="协调用电", owner="供电所", due=TODAY)
    sheet = sheets.keep_form(
        project.unit, by=head, name="月报", file="x.xlsx", content=TEMPLATE, cells=CELLS
    )
    filled = sheets.fill_form(sheet, by=head, today=TODAY, first=TODAY, last=TODAY)
    delay = excusing.excuse(
        project, by=head, today=TODAY, since=TODAY, until=TODAY, why="未交地", paper="会议纪要1号"
    )
    return {
        "delays/": delay.pk,
        "": problem.pk,
        "months/": month.pk,
        "permits/": permit.pk,
        "photos/": photo.pk,
        "lights/": LightRow.objects.get().pk,
        "calls/": call.pk,
        "meetings/": meeting.pk,
        "tasks/": task.pk,
        "sheets/": sheet.pk,
        "filled/": filled.pk,
        "projects/": project.pk,
    }


def _addresses(made: dict[str, int]) -> Iterator[str]:
    yield from (f"/delivery/{page}" for page in (*LISTS, *PAGES))
    yield from (f"/delivery/{place}{pk}" for place, pk in made.items())
    yield f"/delivery/photos/{made['photos/']}/image"
    yield f"/delivery/meetings/{made['meetings/']}/minutes.docx"
    yield f"/delivery/sheets/{made['sheets/']}/file"
    yield f"/delivery/filled/{made['filled/']}/file"
    yield f"/delivery/files/{Attachment.objects.latest('pk').pk}"
    yield f"/projects/{made['projects/']}"


def test_the_clerk_opens_every_page_and_the_past_of_it(
    project: Project, clerk: User, head: User
) -> None:
    browser, made = browser_of(clerk), _everything(project, clerk, head)
    for address in _addresses(made):
        assert browser.get(address).status_code == 200, address
    yesterday = TODAY - timedelta(days=1)
    for page in LISTS:
        assert browser.get(f"/delivery/{page}?as_of={yesterday}").status_code == 200, page
        sheet = browser.get(f"/delivery/{page}export.xlsx")
        assert sheet.status_code == 200, page
        assert b"".join(sheet.streaming_content), page  # type: ignore[attr-defined]
    assert browser.get(f"/delivery/{made['']}?as_of={yesterday}").status_code == 404
    past = f"/delivery/projects/{project.pk}?as_of={yesterday}"
    assert "没有登记过问题" in browser.get(past).content.decode()
    for form in (
        "new",
        "sheets/add",
        "meetings/call",
        "minutes-template",
        "minutes-template/blank.docx",
    ):
        opened = browser_of(head).get(f"/delivery/{form}")
        assert opened.status_code == 200, form


def test_the_viewer_reads_everything_and_changes_nothing(
    project: Project, clerk: User, head: User, viewer: User
) -> None:
    browser, made = browser_of(viewer), _everything(project, clerk, head)
    for address in _addresses(made):
        answer = browser.get(address)
        assert answer.status_code == 200, address
        if answer["Content-Type"].startswith("text/html") and address.startswith("/delivery"):
            assert 'class="do-form"' not in answer.content.decode(), address
    for place, kind in _kinds():
        for doing in DOINGS[kind]:
            address = f"/delivery/{place}{made[place]}/{doing.key}"
            assert browser.post(address, {}).status_code == 403, address
    for address in ("new", "meetings/call", "sheets/add", "minutes-template"):
        assert browser.post(f"/delivery/{address}", {}).status_code == 403, address


def test_for_another_office_nothing_is_there(
    project: Project, clerk: User, head: User, hire: Hire, other_town: OrgUnit
) -> None:
    made = _everything(project, clerk, head)
    browser = browser_of(hire("other-head", other_town, Role.HEAD))
    for address in _addresses(made):
        answer = browser.get(address)
        if any(letter.isdigit() for letter in address):
            assert answer.status_code == 404, address
        else:
            assert "轴承项目" not in answer.content.decode(), address
    for place, kind in _kinds():
        for doing in DOINGS[kind]:
            address = f"/delivery/{place}{made[place]}/{doing.key}"
            assert browser.post(address, {}).status_code == 404, address


def _kinds() -> Iterator[tuple[str, str]]:
    yield ("", "problem")
    yield from (
        (f"{kind}s/", kind)
        for kind in (
            "month",
            "permit",
            "photo",
            "light",
            "call",
            "meeting",
            "task",
            "sheet",
            "project",
        )
    )


def test_the_plain_forms_work(
    project: Project, clerk: User, head: User, as_clerk: Client, hire: Hire
) -> None:
    given = {
        "project": project.pk,
        "kind": "power",
        "severity": "ordinary",
        "text": "专线没有接入方案",
        "found_on": TODAY.isoformat(),
    }
    answer = as_clerk.post("/delivery/new", given)
    problem = Problem.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/delivery/{problem.pk}")
    office = browser_of(head)
    told = {"version": "1", "owner": "供电所", "handler": clerk.pk}
    assert office.post(f"/delivery/{problem.pk}/assign", told).status_code == 302
    proof = {"version": "2", "says": "方案已批", "file": SimpleUploadedFile("批文.pdf", b"x")}
    assert as_clerk.post(f"/delivery/{problem.pk}/ask-close", proof).status_code == 302
    firm = {"version": "3", "agrees": "yes", "who": "王经理"}
    assert as_clerk.post(f"/delivery/{problem.pk}/firm", firm).status_code == 302
    seen = {"version": "4", "solved": "yes", "says": "现场已通电"}
    assert office.post(f"/delivery/{problem.pk}/verify", seen).status_code == 422
    second = browser_of(hire("second", project.unit, Role.HEAD))
    assert second.post(f"/delivery/{problem.pk}/verify", seen).status_code == 302
    problem.refresh_from_db()
    assert problem.state == Problem.State.CLOSED
    shown = as_clerk.get(f"/delivery/{problem.pk}").content.decode()
    assert "现场已通电" in shown
    assert "批文.pdf" in shown


def test_money_and_photos_are_entered_on_the_page_of_the_project(
    project: Project, as_clerk: Client, head: User
) -> None:
    page = f"/delivery/projects/{project.pk}"
    year = {"year": str(TODAY.year), "sums": " ".join(["100"] * 12)}
    assert as_clerk.post(f"{page}/plan-year", year).status_code == 302
    month = {"month": TODAY.isoformat(), "reported": "80.5"}
    assert as_clerk.post(f"{page}/report", month).status_code == 302
    photo = {
        "file": SimpleUploadedFile("IMG.jpg", a_photo()),
        "says": "基础",
        "day": TODAY.isoformat(),
    }
    assert as_clerk.post(f"{page}/photo", photo).status_code == 302
    assert as_clerk.post(f"{page}/permits", {}).status_code == 302
    shown = as_clerk.get(page).content.decode()
    for says in ("1,200万元", "80.5万元", "建筑工程施工许可证"):
        assert says in shown
    wrong = as_clerk.post(f"{page}/report", {"month": "2090-01-01", "reported": "1"})
    assert wrong.status_code == 422
    assert "这个月还没有到" in wrong.content.decode()
    row = project.months.get(month=TODAY.replace(day=1))
    told: dict[str, Any] = {
        "version": str(row.version),
        "recognised": "80",
        "says": "发票",
        "file": SimpleUploadedFile("发票.pdf", b"x"),
    }
    assert browser_of(head).post(f"/delivery/months/{row.pk}/recognise", told).status_code == 302


def test_a_refusal_is_told_beside_its_form(project: Project, as_clerk: Client, clerk: User) -> None:
    problem = a_problem(project, clerk, TODAY)
    answer = as_clerk.post(f"/delivery/{problem.pk}/feedback", {"version": "1", "says": "在办"})
    assert answer.status_code == 422
    assert "这一步现在不能办" in answer.content.decode()


def test_what_htmx_swaps_in_is_what_a_reload_shows(
    project: Project, as_clerk: Client, clerk: User
) -> None:
    a_problem(project, clerk, TODAY)
    part = as_clerk.get(
        "/delivery/?state=registered", headers={"HX-Request": "true", "HX-Target": "list"}
    )
    whole = as_clerk.get("/delivery/?state=registered")
    assert "10千伏专线" in part.content.decode()
    assert "<html" not in part.content.decode()
    assert "10千伏专线" in whole.content.decode()


def test_the_number_of_queries_does_not_grow_on_any_page(
    project: Project, town: OrgUnit, clerk: User, head: User, as_clerk: Client
) -> None:
    _everything(project, clerk, head)

    def asked() -> dict[str, int]:
        counts = {}
        for page in (*LISTS, "rates", "board", "standstill", "bound"):
            with CaptureQueriesContext(connection) as found:
                as_clerk.get(f"/delivery/{page}")
            counts[page] = len(found)
        return counts

    asked()
    few = asked()
    for number in range(4):
        more = a_project(town, clerk, f"项目{number}")
        a_problem(more, clerk, TODAY)
        money.report_month(more, by=clerk, today=TODAY, month=TODAY, yuan=1)  # type: ignore[arg-type]
        money.list_permits(more, by=clerk, today=TODAY)
        photos.add_photo(
            more,
            by=clerk,
            today=TODAY,
            name="x.jpg",
            content=a_photo(seed=number + 5),
            says="x",
            day=TODAY,
        )
        meetings.call_meeting(
            town, by=head, title="例会", day=TODAY + timedelta(days=number + 1), chair="镇长"
        )
    lights.reckon_lights(town, today=TODAY)
    assert asked() == few
