"""Notices: told with what causes them, read in the workspace, sent as digests in working hours."""

import json
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from yinfeng.web.notices.actions import add_robot, announce, end_robot, tell, wish
from yinfeng.web.notices.hours import next_morning, next_open
from yinfeng.web.notices.models import Notice, Posting, Robot, Wish
from yinfeng.web.notices.sending import digest, send_due
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

SHANGHAI = ZoneInfo("Asia/Shanghai")
State = Posting.State


def _hold() -> AbstractContextManager[None]:
    return transaction.atomic()


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI)


def _later() -> datetime:
    return timezone.localtime() + timedelta(days=30)


def _tell(user: User, says: str = "线索到期", key: str = "") -> int:
    with transaction.atomic():
        return tell([user], kind="due", says=says, key=key, address="/leads/1", unit=user.unit)


class Chat:
    """A group chat that keeps what it is sent, or refuses it."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, str]] = []
        self.status = 200
        chat = self

        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                says = self.rfile.read(int(self.headers["Content-Length"]))
                if chat.status == 200:
                    chat.bodies.append(json.loads(says))
                self.send_response(chat.status)
                self.end_headers()

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Answer)
        self.address = f"json://127.0.0.1:{self.server.server_address[1]}/"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)


@pytest.fixture
def chat() -> Iterator[Chat]:
    """A group chat on this machine."""
    made = Chat()
    made.thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-09-18T10:00", "2026-09-18T10:00"),
        ("2026-09-18T06:00", "2026-09-18T08:30"),
        ("2026-09-18T20:00", "2026-09-20T08:30"),
        ("2026-09-19T10:00", "2026-09-20T08:30"),
        ("2026-10-01T10:00", "2026-10-08T08:30"),
    ],
)
def test_nobody_is_told_outside_working_days_and_hours(moment: str, due: str) -> None:
    assert next_open(_at(moment)) == _at(due)


def test_the_morning_is_the_next_one() -> None:
    assert next_morning(_at("2026-09-18T08:30")) == _at("2026-09-20T08:30")


def test_one_thing_is_told_once(clerk: User, head: User) -> None:
    assert [_tell(clerk, key="lead:1"), _tell(clerk, key="lead:1")] == [1, 0]
    assert [_tell(clerk), _tell(clerk)] == [1, 1]
    with transaction.atomic():
        assert tell([clerk, head, head], kind="due", says="到期", key="lead:1") == 1
    assert Notice.objects.count() == 4


def test_what_is_rolled_back_is_not_told(clerk: User) -> None:
    def refused() -> None:
        with transaction.atomic():
            tell([clerk], kind="due", says="到期")
            raise Refused("不行")

    with pytest.raises(Refused):
        refused()
    assert not Notice.objects.exists()


def test_many_notices_are_one_mail_to_each_who_wants_it(clerk: User, head: User) -> None:
    wish(clerk, mail="clerk@example.com", when=Wish.When.SOON)
    for number in range(30):
        _tell(clerk, f"第{number}条线索到期")
        _tell(head, "不要邮件")
    assert send_due(_hold, timezone.now() - timedelta(days=1)) == (0, 0)
    assert send_due(_hold, _later()) == (1, 0)
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["clerk@example.com"], "引凤：30条通知")
    assert "30. 第29条线索到期" in str(message.body)
    assert send_due(_hold, _later()) == (0, 0)
    assert len(mail.outbox) == 1


def test_a_mail_that_was_killed_midway_goes_out_under_the_same_number(clerk: User) -> None:
    wish(clerk, mail="clerk@example.com", when=Wish.When.MORNING)
    _tell(clerk)
    Posting.objects.update(state=State.SENDING, message="abc")
    assert send_due(_hold, _later()) == (1, 0)
    assert mail.outbox[0].extra_headers["Message-ID"] == "<abc@yinfeng>"


def test_a_group_gets_one_message_that_is_small_enough(
    chat: Chat, town: OrgUnit, hire: Hire
) -> None:
    system = hire("system", town, Role.SYSTEM)
    add_robot(by=system, unit=town, name="招商群", address=chat.address)
    for number in range(200):
        with transaction.atomic():
            assert announce(town, kind="issue", says=f"第{number}期日报已发", key=str(number))
            assert not announce(town, kind="issue", says="又", key=str(number))
    assert send_due(_hold, _later()) == (1, 0)
    (body,) = chat.bodies
    assert body["title"] == "引凤：200条通知"
    assert "……共200条，请登录引凤查看" in body["message"]
    assert len(body["message"].encode()) < 2048
    assert not Posting.objects.exclude(state=State.SENT).exists()


def test_a_group_that_does_not_answer_is_tried_again_and_given_up(
    chat: Chat, town: OrgUnit, hire: Hire
) -> None:
    robot = Robot.objects.create(unit=town, name="群", address=chat.address)
    with transaction.atomic():
        announce(town, kind="issue", says="日报已发")
    chat.status = 500
    now = _later()
    for number in range(1, 6):
        assert send_due(_hold, now) == (0, 1)
        posting = Posting.objects.get()
        assert posting.state == (State.WAITING if number < 5 else State.FAILED)
        assert send_due(_hold, now) == (0, 0)
        now += timedelta(hours=2)
    assert send_due(_hold, now) == (0, 0)
    with transaction.atomic():
        announce(town, kind="issue", says="又一期")
    end_robot(robot, by=hire("system", town, Role.SYSTEM))
    chat.status = 200
    assert send_due(_hold, now) == (0, 0)
    with transaction.atomic():
        assert not announce(town, kind="issue", says="再一期")


def test_a_digest_says_how_many_did_not_fit() -> None:
    lines = ["短讯"] * 3
    assert digest(lines, 1000) == "1. 短讯\n2. 短讯\n3. 短讯"
    assert digest(lines, 25) == "1. 短讯\n2. 短讯\n……共3条，请登录引凤查看。"


def test_one_reads_the_own_notices_only(as_clerk: Client, clerk: User, head: User) -> None:
    _tell(clerk, "给经办人的")
    _tell(head, "给主任的")
    says = as_clerk.get("/notices/").content.decode()
    assert "给经办人的" in says
    assert "给主任的" not in says
    assert "1</span>" in as_clerk.get("/notices/count").content.decode()
    as_clerk.post("/notices/read")
    assert "1</span>" not in as_clerk.get("/notices/count").content.decode()
    assert Notice.objects.get(to=head).read is None


def test_one_says_how_one_wants_to_be_told(as_clerk: Client, clerk: User) -> None:
    assert as_clerk.post("/notices/wish", {"mail": "", "when": "soon"}).status_code == 422
    as_clerk.post("/notices/wish", {"mail": "a@example.com", "when": "morning"})
    assert Wish.objects.get(user=clerk).when == "morning"
    as_clerk.post("/notices/wish", {"mail": "a@example.com", "when": "never"})
    _tell(clerk)
    assert not Posting.objects.exists()


def test_robots_are_for_the_administrator_and_of_known_kinds(
    as_clerk: Client, town: OrgUnit, other_town: OrgUnit, hire: Hire
) -> None:
    robot = {"unit": town.pk, "name": "群", "address": "wecombot://abcdef"}
    assert as_clerk.post("/notices/robots", robot).status_code == 403
    system = browser_of(hire("system", town, Role.SYSTEM))
    bad = {**robot, "address": "json://127.0.0.1/"}
    assert system.post("/notices/robots", bad).status_code == 422
    assert system.post("/notices/robots", {**robot, "unit": other_town.pk}).status_code == 422
    assert "已添加" in system.post("/notices/robots", robot, follow=True).content.decode()
    made = Robot.objects.get()
    assert "abcdef" not in json.dumps(Event.objects.get(action="notices.robot").after)
    neighbour = browser_of(hire("far", other_town, Role.SYSTEM))
    assert neighbour.post(f"/notices/robots/{made.pk}/end").status_code == 404
    system.post(f"/notices/robots/{made.pk}/end")
    assert Robot.objects.get().ended is not None
