"""The second factor: set up with the first code, asked for at the door, and its spare codes."""

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.web.conftest import Hire, browser_of
from yinfeng.web.people.models import Factor, OrgUnit, RecoveryCode, User
from yinfeng.web.people.roles import Role
from yinfeng.web.people.sealing import unsealed
from yinfeng.web.shell import actions
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

RIGHT = {"username": "clerk", "password": "Right-Words-1"}
NOON = datetime(2026, 6, 1, 4, 0, tzinfo=UTC)
CODE = re.compile(r"<code>([A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5})</code>")


def _code(user: User, ago: timedelta = timedelta()) -> str:
    return pyotp.TOTP(unsealed(Factor.objects.get(user=user).secret)).at(timezone.now() - ago)


@pytest.fixture
def spares(clerk: User) -> list[str]:
    """The clerk has a second factor since yesterday; the spare codes."""
    secret = actions.begin_factor(clerk)
    code = pyotp.TOTP(secret).at(NOON)
    return actions.confirm_factor(clerk, code=code, now=NOON)


def test_the_square_is_shown_and_the_first_code_sets_it_up(as_clerk: Client, clerk: User) -> None:
    page = as_clerk.get("/account/factor").content.decode()
    assert "<svg" in page
    assert 'class="square"' in page
    secret = pyotp.TOTP(unsealed(Factor.objects.get(user=clerk).secret)).secret
    assert " ".join(re.findall("....", secret)) in page
    assert as_clerk.post("/account/factor", {"code": "000000"}).status_code == 422
    answer = as_clerk.post("/account/factor", {"code": _code(clerk)})
    assert len(CODE.findall(answer.content.decode())) == 10
    assert as_clerk.get("/account/factor")["Location"] == "/account"
    assert Event.objects.latest("number").action == "account.begin_factor"


def test_at_the_door_the_code_is_asked_for_after_the_password(
    client: Client, clerk: User, spares: list[str]
) -> None:
    assert client.post("/sign-in?next=x", {**RIGHT, "next": "/library/"})["Location"] == (
        "/sign-in/code"
    )
    assert client.get("/library/")["Location"].startswith("/sign-in")
    assert client.post("/sign-in/code", {"code": "123"}).status_code == 422
    assert client.post("/sign-in/code", {"code": _code(clerk)})["Location"] == "/library/"
    assert client.get("/library/").status_code == 200
    told = Event.objects.filter(action="account.sign_in").latest("number").after
    assert told["has_factor"] is True


def test_a_code_opens_once(client: Client, clerk: User, spares: list[str]) -> None:
    code = _code(clerk)
    client.post("/sign-in", RIGHT)
    assert client.post("/sign-in/code", {"code": code}).status_code == 302
    client.post("/sign-out")
    client.post("/sign-in", RIGHT)
    answer = client.post("/sign-in/code", {"code": code})
    assert (answer.status_code, "已经用过" in answer.content.decode()) == (422, True)


def test_a_code_holds_for_half_a_minute_more_and_no_longer(clerk: User, spares: list[str]) -> None:
    totp = pyotp.TOTP(unsealed(Factor.objects.get(user=clerk).secret))
    later = NOON + timedelta(hours=1)
    for seconds, opens in ((90, False), (30, True)):
        early = totp.at(later - timedelta(seconds=seconds))
        assert actions.passes_factor(clerk, code=early, now=later) is opens


def test_a_recovery_code_opens_once_and_is_on_the_trail(
    client: Client, clerk: User, spares: list[str]
) -> None:
    client.post("/sign-in", RIGHT)
    assert client.post("/sign-in/code", {"code": spares[0].lower()}).status_code == 302
    assert Event.objects.get(action="account.use_recovery_code").after == {"left": 9}
    client.post("/sign-out")
    client.post("/sign-in", RIGHT)
    assert client.post("/sign-in/code", {"code": spares[0]}).status_code == 422


def test_neither_secret_nor_spare_code_stands_in_the_database(
    clerk: User, spares: list[str]
) -> None:
    secret = unsealed(Factor.objects.get(user=clerk).secret)
    with connection.cursor() as cursor:
        for table in ("people_factor", "people_recoverycode", "shell_event"):
            cursor.execute(f"SELECT * FROM {table}")
            says = str(cursor.fetchall())
            assert secret not in says
            assert spares[0].replace("-", "") not in says


def test_the_half_way_session_runs_out(client: Client, clerk: User, spares: list[str]) -> None:
    client.post("/sign-in", RIGHT)
    session = client.session
    session["half-way"] = {**session["half-way"], "at": session["half-way"]["at"] - 301}
    session.save()
    assert client.post("/sign-in/code", {"code": _code(clerk)})["Location"] == "/sign-in"
    assert not any("_auth_user_id" in one.get_decoded() for one in Session.objects.all())


def test_five_wrong_codes_lock_like_five_wrong_passwords(
    client: Client, clerk: User, spares: list[str], settings: Settings
) -> None:
    settings.AXES_ENABLED = True
    client.post("/sign-in", RIGHT)
    answers = [client.post("/sign-in/code", {"code": "1"}).status_code for _ in range(5)]
    assert answers == [422, 422, 422, 422, 429]
    assert client.post("/sign-in/code", {"code": _code(clerk)}).status_code == 429
    assert client.post("/sign-in", RIGHT).status_code == 429


@pytest.mark.parametrize(
    ("asked", "role", "must"),
    [
        ("optional", Role.SYSTEM, False),
        ("administrators", Role.SYSTEM, True),
        ("administrators", Role.FIELD, False),
        ("everyone", Role.FIELD, True),
    ],
)
def test_who_must_have_a_second_factor_sets_it_up_before_anything_else(
    asked: str, role: Role, must: bool, hire: Hire, town: OrgUnit, settings: Settings
) -> None:
    settings.SECOND_FACTOR = asked
    user = hire("wang", town, role)
    browser = browser_of(user)
    page = browser.get("/staff/" if role == Role.SYSTEM else "/library/")
    assert (page.status_code == 302) is must
    if must:
        assert page["Location"] == "/account/factor"
        assert browser.get("/account/factor").status_code == 200
        browser.post("/account/factor", {"code": _code(user)})
        assert browser.get("/account").status_code == 200
        with pytest.raises(Refused, match="必须"):
            actions.end_factor(user, code="1", now=timezone.now())


def test_fresh_spare_codes_take_the_place_of_the_old(clerk: User, spares: list[str]) -> None:
    browser = browser_of(clerk)
    assert browser.post("/account/factor/codes", {"code": "1"}).status_code == 422
    fresh = CODE.findall(
        browser.post("/account/factor/codes", {"code": _code(clerk)}).content.decode()
    )
    assert len(fresh) == 10
    assert not actions.passes_factor(clerk, code=spares[1], now=timezone.now())
    assert actions.passes_factor(clerk, code=fresh[1], now=timezone.now())


def test_the_own_factor_ends_with_a_code(clerk: User, spares: list[str]) -> None:
    browser = browser_of(clerk)
    assert browser.post("/account/factor/end", {"code": "1"}).status_code == 422
    assert browser.post("/account/factor/end", {"code": _code(clerk)}).status_code == 302
    assert not Factor.objects.exists()
    assert not RecoveryCode.objects.exists()


def test_the_security_administrator_drops_a_lost_factor_with_a_reason(
    client: Client, clerk: User, spares: list[str], hire: Hire, town: OrgUnit
) -> None:
    security = browser_of(hire("sec", town, Role.SECURITY))
    system = browser_of(hire("sys", town, Role.SYSTEM))
    address = f"/staff/users/{clerk.pk}/factor/drop"
    assert system.post(address, {"reason": "丢失手机"}).status_code == 403
    assert security.post(address, {}).status_code == 422
    assert security.post(address, {"reason": "丢失手机"}).status_code == 302
    assert client.post("/sign-in", RIGHT)["Location"] == "/"
    assert Event.objects.get(action="people.drop_factor").reason == "丢失手机"
