"""Standard land for programs: from the parcel to the money, by the same rights and actions."""

from typing import Any

import pytest

from tests.web.api.conftest import Program, Programmed
from tests.web.conftest import Hire
from tests.web.desks.standard.grounds import parcel_of
from yinfeng.web.desks.standard.models import Check, Commitment, StandardPlot
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.people.scopes import open_scopes
from yinfeng.web.shell.models import Event

LIMITS = {
    "investment": {"low": 300},
    "plot_ratio": {"low": "1.0", "high": "2.0"},
    "energy": {"high": "0.52"},
    "emission": {"high": "0.9"},
    "tax": {"low": 20},
}
PROMISE = {
    "firm": "云泽精密有限公司", "paper": "云监管〔2022〕3号", "signed": "2022-03-01",
    "handed_over": "2022-04-01", "price": 1200, "deposit": 120,
}  # fmt: skip


@pytest.fixture
def ours(program: Programmed, head: User) -> Program:
    """A program of the head's that may do all that the head may."""
    return program(head, *open_scopes(head))


def _done(answer: Any, status: int = 200) -> dict[str, Any]:
    assert answer.status_code == status, answer.content.decode()
    made: dict[str, Any] = answer.json()
    return made


def _plot(ours: Program, by: User) -> dict[str, Any]:
    parcel_of(by)
    made = _done(ours.send("post", "/standard-plots", {"parcel": "YZ-08"}), 201)
    told = {"version": made["version"], "since": "2022-01-10", "paper": "云出让〔2022〕1号"}
    at = f"/standard-plots/{made['id']}"
    return _done(ours.send("post", f"{at}/set", {**told, "limits": LIMITS}))


def _committed(ours: Program, by: User) -> dict[str, Any]:
    plot = _plot(ours, by)
    return _done(ours.send("post", f"/standard-plots/{plot['id']}/commit", PROMISE), 201)


def test_a_program_keeps_a_plot_sets_its_indicators_and_takes_a_promise(
    ours: Program, head: User
) -> None:
    made = _committed(ours, head)
    kept = Commitment.objects.get(pk=made["id"])
    assert str(kept.limits["tax"].low) == "20"
    assert _done(ours.get("/standard-checks"))["count"] > 0
    assert {"standard.keep", "standard.set", "standard.commit"} <= set(
        Event.objects.values_list("action", flat=True)
    )
    told = {"version": made["version"], "reason": "补充协议1号", "note": "二期"}
    more = {"agreed": {"start": "2022-09-01"}, "limits": {"tax": {"low": 25}}}
    _done(ours.send("post", f"/standard-commitments/{made['id']}/amend", {**told, **more}))
    kept.refresh_from_db()
    assert (str(kept.limits["tax"].low), kept.note, kept.firm) == ("25", "二期", PROMISE["firm"])


def test_what_is_not_sent_of_a_plot_stays(ours: Program, head: User) -> None:
    plot = _plot(ours, head)
    at = f"/standard-plots/{plot['id']}"
    first = _done(ours.send("patch", at, {"version": plot["version"], "note": "三期用地"}))
    _done(ours.send("patch", at, {"version": first["version"], "paper": "云出让〔2022〕2号"}))
    kept = StandardPlot.objects.get()
    assert (kept.note, kept.paper) == ("三期用地", "云出让〔2022〕2号")
    stale = ours.send("patch", at, {"version": first["version"], "note": "别的"})
    assert stale.status_code == 409
    assert "改过" in stale.json()["error"]["says"]


def test_a_key_that_the_rules_have_not_is_named_with_those_they_have(
    ours: Program, head: User
) -> None:
    plot = _plot(ours, head)
    told = {"version": plot["version"], "since": "2022-02-10", "paper": "x", "reason": "改"}
    wrong = {**told, "limits": {"investmint": {"low": 1}}}
    answer = ours.send("post", f"/standard-plots/{plot['id']}/set", wrong)
    assert answer.status_code == 422
    assert "investment" in str(answer.json()["error"]["fields"]["body.limits.investmint"])
    wrong = {**PROMISE, "agreed": {"begin": "2022-09-01"}}
    answer = ours.send("post", f"/standard-plots/{plot['id']}/commit", wrong)
    assert answer.status_code == 422


def test_a_check_is_found_confirmed_and_decided_by_program(
    ours: Program, program: Programmed, clerk: User, head: User
) -> None:
    _committed(ours, head)
    theirs = program(clerk, *open_scopes(clerk))
    start = Check.objects.get(point="start")
    at = f"/standard-checks/{start.pk}"
    found = {"version": start.version, "is_done": "yes", "day": "2022-08-01", "proof": "许可证"}
    made = _done(theirs.send("post", f"{at}/measure", found))
    # Who found it does not confirm it, by program either.
    own = theirs.send("post", f"{at}/confirm", {"version": made["version"]})
    assert own.status_code in (403, 409)
    made = _done(ours.send("post", f"{at}/confirm", {"version": made["version"]}))
    told = {"version": made["version"], "result": "passed"}
    _done(ours.send("post", f"{at}/decide", told))
    start.refresh_from_db()
    assert start.state == Check.State.DECIDED


def test_values_are_measured_by_their_parts(ours: Program, head: User) -> None:
    _committed(ours, head)
    check = Check.objects.get(point="acceptance")
    at = f"/standard-checks/{check.pk}/measure"
    parts = {"建安投资": 8000, "设备投资": 5000}
    readings: dict[str, Any] = {"investment": {"parts": parts}, "plot_ratio": {"value": "1.2"}}
    told = {"version": check.version, "day": "2024-01-10", "proof": "竣工验收备案表"}
    _done(ours.send("post", at, {**told, "readings": readings}))
    check.refresh_from_db()
    assert check.state == Check.State.FOUND
    readings["investment"]["parts"] = {"别的": 1}
    refused = ours.send("post", at, {**told, "version": check.version, "readings": readings})
    assert "建安投资" in str(refused.json()["error"]["fields"])


def test_another_office_finds_nothing_and_a_reader_does_nothing(
    ours: Program, program: Programmed, hire: Hire, other_town: OrgUnit, head: User, viewer: User
) -> None:
    made = _committed(ours, head)
    away = hire("away", other_town, Role.HEAD)
    theirs = program(away, *open_scopes(away))
    plot, check = StandardPlot.objects.get(), Check.objects.order_by("pk").first()
    assert check is not None
    reason = {"version": 1, "reason": "不是我们的"}
    for at in (
        f"/standard-plots/{plot.pk}/remove",
        f"/standard-commitments/{made['id']}/remove",
        f"/standard-checks/{check.pk}/send-back",
    ):
        assert theirs.send("post", at, reason).status_code == 404
        read_only = program(viewer, *open_scopes(viewer))
        assert read_only.send("post", at, reason).status_code == 403
    gone = f"/standard-commitments/{made['id']}/remove"
    _done(ours.send("post", gone, {"version": made["version"], "reason": "登记错了"}))
    plot.refresh_from_db()
    _done(
        ours.send(
            "post", f"/standard-plots/{plot.pk}/remove",
            {"version": plot.version, "reason": "登记错了"},
        )
    )  # fmt: skip
    assert _done(ours.get("/standard-plots"))["count"] == 0


def test_a_list_names_the_conditions_that_it_has(ours: Program) -> None:
    answer = ours.get("/leads", stat="open", grade="A")
    assert answer.status_code == 400
    fields = answer.json()["error"]["fields"]
    assert "state" in str(fields["stat"])
    assert "as_of" in str(fields["stat"])
    assert ours.get("/leads", columns="nome").status_code == 400
    assert "number" in str(ours.get("/leads", sort="-nome").json()["error"]["fields"]["sort"])
    assert ours.get("/leads/1", grade="A").status_code == 400
    _done(ours.get("/leads", grade="A", sort="-score", page="1", as_of="2026-03-31"))
