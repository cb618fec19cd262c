"""Other systems are told: signed, to allowed servers only, again where it failed, once each."""

import hashlib
import hmac
import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from tests.web.conftest import Hire, browser_of
from yinfeng.web.desks.hooks import sending
from yinfeng.web.desks.hooks.models import Allowed, Delivery, Hook
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.people.sealing import unsealed
from yinfeng.web.shell.events import record
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.models import Task
from yinfeng.web.work.worker import work_off


class Receiver(ThreadingHTTPServer):
    """Another system: what it was told, and what it answers."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Told)
        self.told: list[tuple[dict[str, str], bytes]] = []
        self.status = 204

    @property
    def address(self) -> str:
        """Where it is told."""
        return f"http://127.0.0.1:{self.server_port}/told?of=yinfeng"


class _Told(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((dict(self.headers), body))
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is written."""


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Receiver]:
    """It runs on this machine, which has to be said."""
    settings.HOOKS_TO_LOOPBACK = True
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def system(hire: Hire, town: OrgUnit) -> Client:
    """The browser of the town's system administrator."""
    return browser_of(hire("sys", town, Role.SYSTEM))


@pytest.fixture
def secret(receiver: Receiver, system: Client, head: User, town: OrgUnit) -> str:
    """The town's head lets the receiver be told of the library; the secret that was shown."""
    allow = {"host": "127.0.0.1", "port": receiver.server_port, "why": "县平台"}
    assert system.post("/hooks/allow", allow).status_code == 302
    new = {
        "name": "县平台",
        "address": receiver.address,
        "unit": town.pk,
        "desks": ["library"],
    }
    answer = browser_of(head).post("/hooks/add", new)
    found = re.search(r"<code>(.+)</code>", answer.content.decode())
    assert found, answer.content.decode()
    return found[1]


def _happened(by: User, unit: OrgUnit, action: str = "library.decide") -> Event:
    with transaction.atomic():
        return record(by, action, unit, unit=unit, reason="因为")


def _gather() -> None:
    enqueue("hooks.gather", key="now")
    work_off()


def test_what_happens_is_told_once_and_signed(
    secret: str, receiver: Receiver, clerk: User, town: OrgUnit
) -> None:
    event = _happened(clerk, town)
    _gather()
    _gather()
    ((headers, body),) = receiver.told
    told = json.loads(body)
    assert (told["event"], told["action"], told["unit"]) == (
        event.number,
        "library.decide",
        "云泽镇",
    )
    moment, signed = (part[2:] for part in headers["X-Yinfeng-Signature"].split(",", 1))
    good = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    assert signed.removeprefix("=") == good
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.tries, delivery.status) == ("sent", 1, 204)
    assert headers["X-Yinfeng-Delivery"] == str(delivery.pk)


def test_only_what_was_chosen_in_the_own_units_is_told(
    secret: str, receiver: Receiver, clerk: User, neighbour: User, town: OrgUnit
) -> None:
    _happened(clerk, town, "outreach.keep")
    _happened(clerk, town, "account.sign_in")
    _happened(neighbour, neighbour.unit)
    _gather()
    assert not receiver.told
    assert Hook.objects.get().cursor >= Event.objects.latest("number").number - 1


def test_what_failed_waits_longer_each_time_and_is_given_up_in_the_end(
    secret: str, receiver: Receiver, clerk: User, head: User, town: OrgUnit
) -> None:
    receiver.status = 500
    _happened(clerk, town)
    pauses = []
    _gather()
    for _ in range(7):
        task = Task.objects.get(job="hooks.send")
        assert task.ended is not None or task.due > task.asked
        pauses.append(task.due)
        Task.objects.filter(pk=task.pk).update(due=task.asked)
        work_off()
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.tries, delivery.status) == ("failed", 8, 500)
    assert pauses == sorted(pauses)
    page = browser_of(head).get(f"/hooks/{delivery.hook_id}").content.decode()
    assert "未送达" in page
    receiver.status = 200
    again = browser_of(head).post(f"/hooks/deliveries/{delivery.pk}/again")
    assert again.status_code == 302
    work_off()
    delivery.refresh_from_db()
    assert delivery.state == "sent"


def test_a_redirection_is_no_receipt_and_is_not_followed(
    secret: str, receiver: Receiver, clerk: User, town: OrgUnit
) -> None:
    receiver.status = 302
    _happened(clerk, town)
    _gather()
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.status, len(receiver.told)) == ("waiting", 302, 1)


def test_an_address_that_is_not_allowed_any_more_is_not_told(
    secret: str, receiver: Receiver, system: Client, clerk: User, town: OrgUnit
) -> None:
    allowed = Allowed.objects.get()
    assert system.post(f"/hooks/allowed/{allowed.pk}/forbid").status_code == 302
    _happened(clerk, town)
    _gather()
    delivery = Delivery.objects.get()
    assert (delivery.state, "不在允许的推送地址" in delivery.says) == ("failed", True)
    assert not receiver.told


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "0.0.0.0",
        "169.254.169.254",
        "[::ffff:169.254.169.254]",
        "100.100.100.200",
        "224.0.0.1",
        "[fd00:ec2::254]",
    ],
)
def test_this_machine_and_the_inside_of_a_cloud_are_never_told(host: str) -> None:
    with pytest.raises(Refused, match="内部的地址"):
        sending.post(f"http://{host}:9/x", b"{}", secret="s", moment=1, number=1)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ftp://platform.example/x",
        "file:///etc/passwd",
        "http://user:word@platform.example/",
        "http:///x",
        "http://platform.example:99999/",
        "http://platform.example/#x",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(address: str, head: User, town: OrgUnit) -> None:
    new = {"name": "x", "address": address, "unit": town.pk, "desks": ["library"]}
    assert browser_of(head).post("/hooks/add", new).status_code == 422
    assert not Hook.objects.exists()


def test_each_does_only_the_own_part(
    receiver: Receiver,
    system: Client,
    head: User,
    clerk: User,
    town: OrgUnit,
    other_town: OrgUnit,
    hire: Hire,
) -> None:
    new = {"name": "x", "address": receiver.address, "unit": town.pk, "desks": ["library"]}
    boss = browser_of(head)
    answer = boss.post("/hooks/add", new)
    assert "请先找系统管理员登记" in answer.content.decode()
    allow = {"host": "127.0.0.1", "port": receiver.server_port, "why": "x"}
    assert boss.post("/hooks/allow", allow).status_code == 403
    assert system.post("/hooks/allow", allow).status_code == 302
    assert system.post("/hooks/allow", allow).status_code == 422
    assert system.post("/hooks/add", new).status_code == 403
    assert boss.post("/hooks/add", {**new, "unit": other_town.pk}).status_code == 422
    assert boss.post("/hooks/add", {**new, "desks": ["staff"]}).status_code == 422
    assert boss.post("/hooks/add", new).status_code == 200
    hook = Hook.objects.get()
    assert browser_of(clerk).get(f"/hooks/{hook.pk}").status_code == 403
    away = browser_of(hire("away", other_town, Role.HEAD))
    assert away.get(f"/hooks/{hook.pk}").status_code == 404
    assert away.post(f"/hooks/{hook.pk}/end").status_code == 404
    assert boss.post(f"/hooks/{hook.pk}/end").status_code == 302
    assert unsealed(hook.secret) not in str(list(Event.objects.values()))
    assert unsealed(hook.secret) not in hook.secret
