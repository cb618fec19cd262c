"""The interface: the same rows, filters, masking, refusals and scope as the pages."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.api.conftest import Program, Programmed
from yinfeng.web.api.lists import LISTINGS
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.leads import actions as lead_actions
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.people.models import User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.scopes import open_scopes
from yinfeng.web.shell.models import Event
from yinfeng.web.store.models import Document, Entry
from yinfeng.web.work.worker import work_off

SAYS = "云泽镇精密轴承项目总投资3.2亿元，用地30亩，于2026年3月18日签约。"
LEAD = {
    "name": "高精度轴承项目",
    "investors": "云泽精工机械有限公司",
    "source": "上海联络站推荐",
    "amount": "3.2亿元",
    "land": "供地30亩",
    "reporter": "沈某",
    "contact": "陆建平",
    "contact_phone": "13812345678",
}
EVERYTHING = ("library:read", "library:write", "leads:read", "leads:write")


@pytest.fixture
def ours(program: Programmed, clerk: User) -> Program:
    """A program of the clerk's that may do all that the clerk may."""
    return program(clerk, *EVERYTHING, "outreach:read", "outreach:write")


@pytest.fixture
def theirs(program: Programmed, neighbour: User) -> Program:
    """A program of the other town's clerk."""
    return program(neighbour, *EVERYTHING, "outreach:read", "outreach:write")


@pytest.fixture
def paper(ours: Program) -> dict[str, Any]:
    """A paper that was sent in and read."""
    sent = ours.upload("/papers", file=SimpleUploadedFile("简报.txt", SAYS.encode()))
    work_off()
    batch = ours.get(f"/papers/batches/{sent.json()['batch']}").json()
    (file,) = batch["files"]
    assert file["says"] == "已读取"
    found: dict[str, Any] = ours.get(f"/papers/{file['paper_ids'][0]}").json()
    return found


@pytest.fixture
def lead(ours: Program) -> dict[str, Any]:
    """A lead that was registered."""
    answer = ours.send("post", "/leads", LEAD)
    assert answer.status_code == 201, answer.content.decode()
    made: dict[str, Any] = answer.json()
    return made


def test_every_operation_has_its_door() -> None:
    operations = [one for view in routes.path_operations.values() for one in view.operations]
    assert len(operations) > 30
    for operation in operations:
        action = getattr(operation.view_func, "action", None)
        assert action in MAY or operation.path == "/me", operation.path


def test_a_paper_is_sent_read_and_given_with_the_words_that_prove_it(
    ours: Program, paper: dict[str, Any]
) -> None:
    assert ours.get("/papers", q="简报").json()["count"] == 1
    assert ours.get("/papers", q="没有").json()["count"] == 0
    text = ours.get(f"/papers/{paper['id']}/text").json()
    facts = ours.get("/facts", paper=paper["id"]).json()["rows"]
    entries = [entry for fact in facts for entry in fact["entries"]]
    assert {"3.2亿元"} <= {entry["quote"] for entry in entries}
    for entry in entries:
        assert text["source"][entry["start"] : entry["end"]] == entry["quote"]


def test_a_figure_is_corrected_and_what_stands_is_given(
    ours: Program, paper: dict[str, Any]
) -> None:
    entry = Entry.objects.get(quote="3.2亿元", field="investment")
    address = f"/entries/{entry.pk}/decide"
    unsaid = ours.send("post", address, {"verdict": "correct", "words": "3.5亿元"})
    assert (unsaid.status_code, unsaid.json()["error"]["says"]) == (409, "请写明理由。")
    good = {"verdict": "correct", "words": "3.5亿元", "why": "报送笔误"}
    told = ours.send("post", address, good).json()
    (found,) = [one for one in told["entries"] if one["id"] == entry.pk]
    assert found["verdict"] == "correct"
    assert found["value"] != found["standing_value"]
    assert ours.send("post", f"/facts/{entry.fact_id}/accept", {}).status_code in (200, 409)


def test_a_secret_paper_is_not_kept_by_this_way_either(ours: Program) -> None:
    secret = SimpleUploadedFile("通知.txt", "机密★1年\n关于某项工作的通知".encode())
    sent = ours.upload("/papers", file=secret)
    work_off()
    (file,) = ours.get(f"/papers/batches/{sent.json()['batch']}").json()["files"]
    assert (file["state"], file["paper_ids"], file["name"]) == ("refused", [], "")
    assert not Document.objects.exists()


def test_a_lead_is_registered_told_of_and_corrected(ours: Program, lead: dict[str, Any]) -> None:
    today = timezone.localdate().isoformat()
    unfit = ours.send("post", f"/leads/{lead['id']}/tell", {"kind": "talk"})
    assert set(unfit.json()["error"]["fields"]) >= {"body.day", "body.says"}
    told = {"kind": "talk", "day": today, "says": "在上海洽谈", "version": lead["version"]}
    answer = ours.send("post", f"/leads/{lead['id']}/tell", told)
    assert answer.status_code == 200, answer.content.decode()
    row = ours.get(f"/leads/{lead['id']}").json()
    assert row["version"] == answer.json()["version"]
    assert row["values"]["name"] == LEAD["name"]
    assert row["proofs"]["amount"]["quote"] == "3.2亿元"


def test_personal_data_is_masked_in_every_list(ours: Program, lead: dict[str, Any]) -> None:
    row = ours.get(f"/leads/{lead['id']}").json()
    assert "13812345678" not in str(row)
    assert "陆建平" not in str(row)
    assert "138****5678" in row["says"].values()
    every = ours.get("/leads").content.decode()
    assert "13812345678" not in every
    assert "138****5678" in every


def test_who_was_quicker_is_told_of(ours: Program, lead: dict[str, Any]) -> None:
    body = {"field": "amount", "words": "5亿元", "reason": "企业来函", "version": lead["version"]}
    first = ours.send("post", f"/leads/{lead['id']}/correct", body)
    assert first.status_code == 200, first.content.decode()
    late = ours.send("post", f"/leads/{lead['id']}/correct", {**body, "words": "6亿元"})
    assert late.status_code == 409
    assert "clerk同志" in late.json()["error"]["says"]


def test_a_trip_is_kept_changed_and_removed(ours: Program) -> None:
    new = {
        "purpose": "拜访轴承企业",
        "since": "2026-03-02",
        "until": "2026-03-03",
        "since_half": 0,
        "until_half": 1,
        "place": "上海",
        "outside": True,
    }
    answer = ours.send("post", "/trips", new)
    if answer.status_code == 422:
        fields = answer.json()["error"]["fields"]
        raise AssertionError(fields)
    trip = answer.json()
    change = {"purpose": "拜访轴承和齿轮企业", "version": trip["version"]}
    changed = ours.send("patch", f"/trips/{trip['id']}", change)
    assert changed.status_code == 200, changed.content.decode()
    assert ours.get("/trips", q="齿轮").json()["count"] == 1
    late = ours.send("patch", f"/trips/{trip['id']}", {**change, "purpose": "另一个事由"})
    assert late.status_code == 409
    unsaid = ours.send("post", f"/trips/{trip['id']}/remove", {"reason": " "})
    assert unsaid.status_code == 409
    gone = ours.send("post", f"/trips/{trip['id']}/remove", {"reason": "重复登记"})
    assert gone.status_code == 200
    assert ours.get("/trips").json()["count"] == 0
    assert ours.get(f"/trips/{trip['id']}").status_code == 404


def test_another_offices_things_are_not_there_to_read_or_to_write(
    theirs: Program, ours: Program, paper: dict[str, Any], lead: dict[str, Any]
) -> None:
    entry = Entry.objects.first()
    assert entry is not None
    batch = Document.objects.get().upload.arrival_set.get().batch
    for address in (
        f"/papers/{paper['id']}",
        f"/papers/{paper['id']}/text",
        f"/papers/batches/{batch}",
        f"/facts/{entry.fact_id}",
        f"/leads/{lead['id']}",
    ):
        assert ours.get(address).status_code == 200, address
        assert theirs.get(address).status_code == 404, address
    writes: tuple[tuple[str, dict[str, Any]], ...] = (
        (f"/entries/{entry.pk}/decide", {"verdict": "accept"}),
        (f"/facts/{entry.fact_id}/accept", {}),
        (
            f"/leads/{lead['id']}/correct",
            {"field": "name", "words": "x", "reason": "y", "version": lead["version"]},
        ),
    )
    before = Event.objects.count()
    for address, body in writes:
        assert theirs.send("post", address, body).status_code == 404, address
    assert Event.objects.count() == before
    for address in ("/papers", "/facts", "/leads"):
        assert theirs.get(address).json()["count"] == 0


def test_a_filter_by_another_offices_thing_tells_nothing(
    theirs: Program, lead: dict[str, Any], clerk: User
) -> None:
    for query in ({"unit": clerk.unit_id}, {"owner": clerk.pk}):
        answer = theirs.get("/leads", **query)
        assert answer.status_code == 422 or answer.json()["count"] == 0
    assert theirs.get("/facts", paper=Document.objects.count() + 1).json()["count"] == 0


def test_bad_questions_are_answered_in_one_form(ours: Program, lead: dict[str, Any]) -> None:
    asked = (
        (ours.get("/leads", as_of="明天"), 422, "unfit"),
        (ours.get("/leads", as_of="2999-01-01"), 422, "unfit"),
        (ours.get("/leads/999999"), 404, "missing"),
        (ours.get("/leads/99999999999999999999999"), 404, "missing"),
        (ours.get("/nothing"), 404, "missing"),
        (ours.send("put", "/leads", {}), 405, "method"),
        (ours.send("post", "/leads", {"name": "x"}), 422, "unfit"),
        (ours.send("post", "/leads", {**LEAD, "amount": "很多"}), 409, "refused"),
    )
    for answer, status, code in asked:
        error = answer.json()["error"]
        assert (answer.status_code, error["code"]) == (status, code), error
        assert error["says"].endswith(("。", "。）")), error
        assert error["request"] == answer["X-Request-ID"]


def test_a_body_that_is_no_json_is_answered_in_the_same_form(ours: Program) -> None:
    headers = {"Authorization": f"Bearer {ours.words}"}
    answer = Client().post(
        "/api/v1/leads", b"{no", content_type="application/json", headers=headers
    )
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "unreadable"


def test_a_list_is_asked_as_of_a_past_day(ours: Program, lead: dict[str, Any]) -> None:
    assert ours.get("/leads", as_of="2019-03-31").json()["count"] == 0
    assert ours.get("/leads", as_of=timezone.localdate().isoformat()).json()["count"] == 1
    assert ours.get(f"/leads/{lead['id']}", as_of="2019-03-31").status_code == 404


@pytest.mark.parametrize("key", sorted(LISTINGS))
def test_every_list_is_open_to_programs(program: Programmed, clerk: User, key: str) -> None:
    answer = program(clerk, *open_scopes(clerk)).get(f"/{key}")
    assert answer.status_code == 200
    assert answer.json()["count"] == 0


def test_the_number_of_queries_does_not_grow(ours: Program, clerk: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert ours.get("/leads").status_code == 200
        return len(asked)

    def add(number: int) -> None:
        form = lead_actions.Form(f"项目{number}号", "上海", f"甲{number}乙公司", "沈某")
        why = "不是同一条"
        lead_actions.register(form, by=clerk, unit=clerk.unit, today=date(2026, 1, 5), reason=why)

    add(0)
    queries()
    few = queries()
    for number in range(1, 6):
        add(number)
    assert Lead.objects.count() == 6
    assert queries() == few


def test_the_interface_is_described_and_its_page_needs_no_other_server(client: Client) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.")
    assert "/api/v1/leads" in described["paths"]
    page = client.get("/api/v1/docs")
    says = page.content.decode()
    assert "cdn" not in says
    assert "swagger-ui-bundle.js" in says
    assert "img-src 'self' data:" in page["Content-Security-Policy"]
    assert "unsafe" not in page["Content-Security-Policy"]
