"""The desks for programs: what a button of a page does is done here by the same action."""

from base64 import b64encode
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.api.conftest import Program, Programmed
from tests.web.conftest import Hire
from tests.web.desks.tenancy.grounds import ROOM
from yinfeng.web.api.rooms import THINGS
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.projects.models import Seat
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.people.scopes import open_scopes
from yinfeng.web.shell.models import Event

LEAD = {
    "name": "冷链装备项目",
    "investors": "柳川冷链有限公司",
    "source": "客商介绍",
    "reporter": "沈某",
}
PROJECT = {
    "name": "轴承项目",
    "investors": "云泽精工机械有限公司",
    "amount": "3.2亿元",
    "kind": "new_land",
}


@pytest.fixture
def ours(program: Programmed, head: User) -> Program:
    """A program of the head's that may do all that the head may."""
    return program(head, *open_scopes(head))


@pytest.fixture
def theirs(program: Programmed, hire: Hire, other_town: OrgUnit) -> Program:
    """A program of the other town's head."""
    away = hire("away", other_town, Role.HEAD)
    return program(away, *open_scopes(away))


def done(answer: Any, status: int = 200) -> dict[str, Any]:
    """What came of it."""
    assert answer.status_code == status, answer.content.decode()
    made: dict[str, Any] = answer.json()
    return made


@pytest.fixture
def project(ours: Program) -> dict[str, Any]:
    """A project that a program registered."""
    fields = ours.get("/openapi.json").json()["components"]["schemas"]["ProjectIn"]["properties"]
    kinds = fields["kind"]["description"]
    kind = next(one.partition("：")[0] for one in kinds.split("；") if "：" in one)
    return done(ours.send("post", "/projects", {**PROJECT, "kind": kind}), 201)


def test_every_doing_has_one_address() -> None:
    operations = [
        (path, method)
        for path, view in routes.path_operations.items()
        for one in view.operations
        for method in one.methods
    ]
    assert [one for one, count in Counter(operations).items() if count > 1] == []
    paths = {path for path, method in operations if method == "POST"}
    for things in THINGS:
        for name in set(things.doings) - things.but - {"note"}:
            assert f"/{things.key}/{{int:pk}}/{name}" in paths


def test_a_lead_is_dispatched_and_answered(
    ours: Program, program: Programmed, hire: Hire, town: OrgUnit
) -> None:
    mayor = hire("mayor", town, Role.LEADER)
    lead = done(ours.send("post", "/leads", LEAD), 201)
    at = f"/leads/{lead['id']}"
    body = {"leader": mayor.pk, "instruction": "请约见对方", "version": lead["version"]}
    assert done(ours.send("post", f"{at}/dispatch", body))["says"] == "已派单。"
    (sent,) = done(ours.get(f"{at}/dispatches"))["rows"]
    assert sent["values"]["leader"]["id"] == mayor.pk
    assert sent["values"]["answered"] is None
    own = program(mayor, *open_scopes(mayor))
    answer = {"thing": sent["id"], "says": "周三见面"}
    done(own.send("post", f"{at}/answer", answer))
    (kept,) = done(ours.get(f"{at}/dispatches"))["rows"]
    assert kept["values"]["answer"] == "周三见面"
    assert kept["values"]["answered"] == timezone.localdate().isoformat()
    event = Event.objects.get(action="leads.answer")
    assert event.actor == mayor


def test_a_plan_is_made_moved_and_its_milestones_marked(
    ours: Program, project: dict[str, Any]
) -> None:
    today = timezone.localdate()
    fixed = {
        key: (today + timedelta(days=days)).isoformat()
        for key, days in (("start", 300), ("acceptance", 800), ("production", 1000))
    }
    wrong = ours.send("post", f"/projects/{project['id']}/plans", {"template": "x", "fixed": {}})
    assert wrong.status_code == 422
    body = {"template": "new-land", "fixed": fixed}
    plan = done(ours.send("post", f"/projects/{project['id']}/plans", body), 201)
    assert done(ours.get("/plans"))["count"] == 1
    every = done(ours.get(f"/plans/{plan['id']}/milestones"))["rows"]
    rows = [row for row in every if not row["values"]["gate"]]
    first = rows[0]["values"]
    told = {"version": first["version"], "owner": "投资促进中心"}
    row = done(ours.send("post", f"/milestones/{rows[0]['id']}/assign", told))
    late = ours.send("post", f"/milestones/{rows[0]['id']}/assign", {**told, "owner": "别处"})
    assert late.status_code == 409
    given = {"version": row["version"], "day": today.isoformat(), "proof": "会议纪要"}
    done(ours.send("post", f"/milestones/{rows[0]['id']}/finish", given))
    kept = done(ours.get(f"/milestones/{rows[0]['id']}"))
    assert kept["values"]["ended"] == today.isoformat()
    assert kept["values"]["owner"] == "投资促进中心"
    move = {
        "key": "production", "what": "fixed", "reason": "设备晚到",
        "day": (today + timedelta(days=1030)).isoformat(),
        "version": done(ours.get(f"/plans/{plan['id']}"))["version"],
    }  # fmt: skip
    done(ours.send("post", f"/plans/{plan['id']}/move", move))
    assert len(done(ours.get(f"/plans/{plan['id']}/editions"))["rows"]) > 1


def test_an_agreement_is_drafted_and_its_promises_kept_count(
    ours: Program, project: dict[str, Any]
) -> None:
    body = {
        "kind": "binding", "title": "轴承项目投资协议", "ours": "云泽镇人民政府",
        "theirs": "云泽精工机械有限公司", "amount": "3.2亿元",
    }  # fmt: skip
    made = done(ours.send("post", f"/projects/{project['id']}/agreements", body), 201)
    promise = {"side": "theirs", "says": "一年内开工", "due": "2027-03-01"}
    sides = ours.send("post", f"/agreements/{made['id']}/promise", {**promise, "side": "?"})
    assert sides.status_code == 422
    side = next(
        one
        for one in ("theirs", "firm", "ours", "them", "second", "b")
        if ours.send(
            "post", f"/agreements/{made['id']}/promise", {**promise, "side": one}
        ).status_code
        == 200
    )
    (row,) = done(ours.get(f"/agreements/{made['id']}/promises"))["rows"]
    assert row["values"]["says"] == "一年内开工"
    assert row["values"]["side"] == side
    assert done(ours.get("/agreements"))["count"] == 1
    paper = {
        "name": "草案.txt",
        "content": b64encode("第一条 甲方支持项目建设。".encode()).decode(),
    }
    done(ours.send("post", f"/agreements/{made['id']}/draft", {"file": paper}))
    bad = ours.send("post", f"/agreements/{made['id']}/draft", {"file": {**paper, "content": "!"}})
    assert bad.json()["error"]["fields"] == {"body.file": ["文件内容要用base64写。"]}


def test_a_problem_goes_from_hand_to_hand(
    ours: Program, project: dict[str, Any], clerk: User
) -> None:
    body = {
        "project": project["id"],
        "kind": "power",
        "severity": "ordinary",
        "text": "没有接入方案",
    }
    made = done(ours.send("post", "/problems", body), 201)
    told = {"owner": "供电所", "handler": clerk.pk, "version": made["version"]}
    assigned = done(ours.send("post", f"/problems/{made['id']}/assign", told))
    proof = {"name": "批复.txt", "content": b64encode("已接入。".encode()).decode()}
    closing = {"says": "专线已接入", "file": proof, "version": assigned["version"]}
    done(ours.send("post", f"/problems/{made['id']}/ask-close", closing))
    row = done(ours.get(f"/problems/{made['id']}"))
    assert row["values"]["owner"] == "供电所"
    late = ours.send("post", f"/problems/{made['id']}/feedback", {**told, "says": "再报"})
    assert late.status_code == 409


def test_land_is_kept_and_let(ours: Program) -> None:
    park = done(ours.send("post", "/parks", {"name": "云泽智造园", "kind": "zone"}), 201)
    parcel = {"park": park["id"], "number": "YZ-01", "area": "30亩", "state": "supplied"}
    parcel = done(ours.send("post", "/parcels", parcel), 201)
    assert done(ours.get(f"/parcels/{parcel['id']}"))["says"]["area"].startswith("30")
    new = {"parcel": parcel["id"], "number": "1号楼", "area": 4000}
    building = done(ours.send("post", "/buildings", new), 201)
    floor = done(
        ours.send("post", "/floors", {"building": building["id"], "level": 2, "area": 2000}), 201
    )
    unit = done(
        ours.send("post", "/units", {"floor": floor["id"], "number": "201", "area": 1000}), 201
    )
    stay = {"firm": "云泽齿轮有限公司", "place": ROOM, "area": "1000", "since": "2026-01-01"}
    kept = done(ours.send("post", "/occupancies", {**stay, "rent": 0}), 201)
    stands = f"/occupancies/{kept['id']}"
    assert float(done(ours.get(stands))["values"]["rent"]) == 0, "nought is said, not left out"
    twice = ours.send("post", "/occupancies", {**stay, "firm": "另一家有限公司"})
    assert (twice.status_code, twice.json()["error"]["code"]) == (409, "refused")
    assert float(done(ours.get(f"/units/{unit['id']}"))["values"]["let_area"]) == 1000
    rent = {"rent": "12.5", "version": kept["version"]}
    changed = done(ours.send("patch", f"/occupancies/{kept['id']}", rent))
    again = ours.send("patch", f"/occupancies/{kept['id']}", {**rent, "rent": "13"})
    assert again.status_code == 409
    free = {"rent": None, "version": changed["version"]}
    changed = done(ours.send("patch", f"/occupancies/{kept['id']}", free))
    assert done(ours.get(stands))["values"]["rent"] in (None, "")
    nameless = {"since": None, "version": changed["version"]}
    assert ours.send("patch", f"/occupancies/{kept['id']}", nameless).status_code == 422
    kept["version"] = changed["version"]
    done(
        ours.send(
            "post", f"/occupancies/{kept['id']}/receive", {"day": "2026-02-01", "amount": 12500}
        ),
        201,
    )
    gone = {"day": "2026-06-30", "reason": "搬迁", "version": changed["version"]}
    done(ours.send("post", f"/occupancies/{kept['id']}/leave", gone), 201)
    assert done(ours.get("/tenants", q="云泽齿轮"))["count"] == 1


def test_the_owner_of_a_project_is_masked(ours: Program, project: dict[str, Any]) -> None:
    body = {
        "post": Seat.Post.OWNER.value, "name": "陆建平", "phone": "13812345678",
        "since": "2026-01-05", "version": project["version"],
    }  # fmt: skip
    done(ours.send("post", f"/projects/{project['id']}/seat", body))
    says = str(done(ours.get(f"/projects/{project['id']}/seats")))
    says += str(done(ours.get("/projects")))
    assert "138****5678" in says
    assert "陆建平" not in says
    assert "13812345678" not in says


def test_another_offices_things_are_not_there(
    ours: Program, theirs: Program, project: dict[str, Any]
) -> None:
    park = done(ours.send("post", "/parks", {"name": "云泽智造园", "kind": "zone"}), 201)
    before = Event.objects.count()
    at = f"/projects/{project['id']}"
    for address in (at, f"{at}/gates", f"{at}/seats", f"/parks/{park['id']}"):
        assert ours.get(address).status_code == 200, address
        assert theirs.get(address).status_code == 404, address
    assert theirs.send("post", f"{at}/resume", {"reason": "x", "version": 1}).status_code == 404
    assert theirs.send("post", f"{at}/list-permits", {"version": 1}).status_code == 404
    change = {"name": "别处", "version": 1}
    assert theirs.send("patch", f"/parks/{park['id']}", change).status_code == 404
    assert theirs.send("post", f"{at}/reviews", {"day": "2026-03-02"}).status_code == 404
    assert Event.objects.count() == before


def test_a_viewer_reads_and_does_nothing(
    program: Programmed, viewer: User, ours: Program, project: dict[str, Any]
) -> None:
    scopes = open_scopes(viewer)
    reads = program(viewer, *scopes, "projects:write", "land:write")
    assert reads.get(f"/projects/{project['id']}").status_code == 200
    body = {"reason": "x", "version": project["version"]}
    assert reads.send("post", f"/projects/{project['id']}/resume", body).status_code == 403
    assert reads.send("post", "/parks", {"name": "x", "kind": "zone"}).status_code == 403


def test_what_belongs_to_a_thing_is_asked_at_once(ours: Program) -> None:
    lead = done(ours.send("post", "/leads", LEAD), 201)
    with CaptureQueriesContext(connection) as asked:
        done(ours.get(f"/leads/{lead['id']}/clocks"))
    assert len(asked) < 12
