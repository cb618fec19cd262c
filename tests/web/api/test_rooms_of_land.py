"""Renewal, siting and standard land for programs: the lists and actions of the desks."""

from typing import Any

import pytest

from tests.web.api.conftest import Program, Programmed
from tests.web.conftest import Hire
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.people.scopes import open_scopes
from yinfeng.web.shell.models import Event

LISTS = (
    "renewal-blocks", "renewal-owners", "renewal-lessees", "renewal-hard", "renewal-sheets",
    "renewal-public", "siting-needs", "standard-plots", "standard-commitments", "standard-checks",
)  # fmt: skip


NEED = {"on": "land", "low": "20亩", "high": "30亩", "priority": "2", "environment": "general"}


@pytest.fixture
def ours(program: Programmed, head: User) -> Program:
    """A program of the head's that may do all that the head may."""
    return program(head, *open_scopes(head))


def _done(answer: Any, status: int = 200) -> dict[str, Any]:
    assert answer.status_code == status, answer.content.decode()
    made: dict[str, Any] = answer.json()
    return made


@pytest.mark.parametrize("key", LISTS)
def test_every_list_has_its_address(ours: Program, key: str) -> None:
    assert _done(ours.get(f"/{key}"))["count"] == 0


def test_a_program_keeps_changes_and_removes_what_is_renewed(
    ours: Program, program: Programmed, hire: Hire, other_town: OrgUnit
) -> None:
    block = _done(ours.send("post", "/renewal-blocks", {"name": "老粮库区块"}), 201)
    one = f"/renewal-blocks/{block['id']}"
    assert _done(ours.get("/renewal-blocks"))["count"] == 1
    changed = _done(ours.send("patch", one, {"version": block["version"], "note": "一期"}))
    assert changed["version"] > block["version"]
    away = hire("away", other_town, Role.HEAD)
    theirs = program(away, *open_scopes(away))
    assert theirs.send("patch", one, {"version": 2, "note": "二期"}).status_code == 404
    assert theirs.send("post", f"{one}/remove", {"reason": "不是我们的"}).status_code == 404
    _done(ours.send("post", f"{one}/remove", {"reason": "登记重复"}))
    assert _done(ours.get("/renewal-blocks"))["count"] == 0
    assert Event.objects.filter(action="renewal.remove").exists()


def test_a_party_signs_moves_out_and_the_plot_is_pulled_down(ours: Program) -> None:
    block = _done(ours.send("post", "/renewal-blocks", {"name": "老粮库区块"}), 201)
    plot = _done(
        ours.send(
            "post", "/renewal-plots", {"block": block["id"], "number": "A-1", "area": "20亩"}
        ),
        201,
    )
    owner = {"plot": plot["id"], "sort": "firm", "name": "云泽粮油有限公司"}
    made = _done(ours.send("post", "/renewal-owners", owner), 201)
    one = f"/renewal-owners/{made['id']}"
    signing = {"version": made["version"], "day": "2026-03-02", "agreement": "协2026-1"}
    signed = _done(ours.send("post", f"{one}/sign", signing))
    refused = ours.send(
        "post", f"{one}/vacate", {"version": signed["version"], "day": "2026-03-01"}
    )
    assert refused.status_code == 409
    out = _done(
        ours.send("post", f"{one}/vacate", {"version": signed["version"], "day": "2026-03-09"})
    )
    assert out["says"] == "腾空已登记。"
    told = {"version": plot["version"], "day": "2026-03-20"}
    assert ours.send("post", f"/renewal-plots/{plot['id']}/clear", told).status_code == 409
    _done(ours.send("post", f"/renewal-plots/{plot['id']}/demolish", told))


def test_a_program_asks_for_counts_and_keeps_what_a_project_needs(ours: Program) -> None:
    project = {"name": "轴承项目", "investors": "云泽精工机械有限公司", "amount": "3.2亿元"}
    made = _done(ours.send("post", "/projects", {**project, "kind": "new_land"}), 201)
    counts = _done(ours.get("/counts"))["counts"]
    assert counts
    one = _done(ours.get(f"/counts/{counts[0]['key']}"))
    assert (one["count"], one["rows"]) == (counts[0]["count"], [])
    assert ours.get("/counts/none").status_code == 404
    assert ours.get("/counts", start="2026-13-01").status_code == 422
    at = f"/projects/{made['id']}/siting-needs"
    need = _done(ours.send("post", at, NEED), 201)
    assert ours.send("post", at, NEED).status_code == 409
    gone = f"/siting-needs/{need['id']}/remove"
    _done(ours.send("post", gone, {"reason": "项目换了地方"}))
    assert _done(ours.get("/siting-needs"))["count"] == 0
