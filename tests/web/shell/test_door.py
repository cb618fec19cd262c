"""The door: who comes in, who is locked out, what a password must be."""

from datetime import date, timedelta

import pytest
from axes.utils import reset
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from yinfeng.web.people.may import may
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.passwords import one_time_password
from yinfeng.web.people.roles import Role
from yinfeng.web.shell import actions
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

TODAY = date(2026, 6, 1)
RIGHT = "Right-Words-1"


def _sign_in(client: Client, password: str, way_on: str = "", address: str = "10.0.0.1") -> int:
    data = {"username": "clerk", "password": password, "next": way_on}
    return client.post("/sign-in", data, REMOTE_ADDR=address).status_code


def test_whoever_knows_the_password_comes_in(client: Client, clerk: User) -> None:
    assert client.get("/", follow=True).redirect_chain == [("/sign-in?next=/", 302)]
    assert _sign_in(client, "wrong") == 422
    response = client.post("/sign-in", {"username": "clerk", "password": RIGHT, "next": "/account"})
    assert response["Location"] == "/account"
    assert Event.objects.get().action == "account.sign_in"
    assert client.get("/account").status_code == 200
    client.post("/sign-out")
    assert client.get("/account").status_code == 302
    assert Event.objects.latest("number").action == "account.sign_out"


def test_the_way_on_never_leads_out_of_the_house(client: Client, clerk: User) -> None:
    data = {"username": "clerk", "password": RIGHT, "next": "https://elsewhere.example/"}
    assert client.post("/sign-in", data)["Location"] == "/"


def test_five_wrong_passwords_lock_that_name_at_that_address(
    client: Client, clerk: User, settings: object
) -> None:
    settings.AXES_ENABLED = True  # type: ignore[attr-defined]
    reset()
    assert [_sign_in(client, "wrong") for _ in range(5)] == [422, 422, 422, 422, 429]
    assert _sign_in(client, RIGHT) == 429
    assert (
        "锁定"
        in client.post(
            "/sign-in", {"username": "clerk", "password": RIGHT}, REMOTE_ADDR="10.0.0.1"
        ).content.decode()
    )
    assert _sign_in(Client(), RIGHT, address="10.0.0.2") == 302


def test_who_has_left_does_not_come_in(client: Client, clerk: User) -> None:
    browser = browser_of(clerk)
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert _sign_in(client, RIGHT) == 422
    assert browser.get("/library/").status_code == 302


@pytest.mark.parametrize("ago", [timedelta(days=91), None], ids=["stale", "one-time"])
def test_a_password_from_others_or_too_old_must_be_changed_first(
    clerk: User, ago: timedelta | None
) -> None:
    clerk.one_time = ago is None
    clerk.password_set = timezone.now() - (ago or timedelta())
    clerk.save()
    browser = browser_of(clerk)
    assert browser.get("/library/")["Location"] == "/account/password"
    bad = {"old": RIGHT, "new": RIGHT, "again": RIGHT}
    assert browser.post("/account/password", bad).status_code == 422
    good = {"old": RIGHT, "new": "Other-Words-2", "again": "Other-Words-2"}
    assert browser.post("/account/password", good)["Location"] == "/"
    assert browser.get("/library/").status_code == 200
    assert "Words" not in str(Event.objects.latest("number").after)


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("Ab1-short", "至少10位"),
        ("onlysmallletters", "三种"),
        ("12345678901", "三种"),
        ("Clerk-2026-ok", "用户名"),
        ("Right-Words-1", "最近5次"),
        ("Password123", "常见"),
    ],
)
def test_a_weak_password_is_refused(clerk: User, password: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        validate_password(password, clerk)


def test_one_of_the_last_five_is_refused_and_the_sixth_is_not(clerk: User) -> None:
    for number in range(5):
        actions.change_password(clerk, new=f"Fresh-Words-{number}")
    clerk.refresh_from_db()
    with pytest.raises(ValidationError):
        validate_password("Fresh-Words-0", clerk)
    validate_password(RIGHT, clerk)


def test_a_password_that_the_house_makes_meets_its_own_rules() -> None:
    for _ in range(20):
        validate_password(one_time_password())


def test_a_new_house_has_its_first_people_once(db: None) -> None:
    passwords = actions.found_house([[actions.Body("云泽镇", "town")]], today=TODAY)
    assert list(passwords) == ["zhuren", "system", "security", "audit"]
    assert not actions.found_house([[actions.Body("云泽镇", "town")]], today=TODAY)
    head = User.objects.get(username="zhuren")
    assert head.one_time
    assert head.check_password(passwords["zhuren"])
    assert may(head, "library.take_in", head.unit)


def test_three_administrators_are_three_persons(
    hire: Hire, county: OrgUnit, town: OrgUnit, clerk: User
) -> None:
    system, security = hire("sys", county, Role.SYSTEM), hire("sec", county, Role.SECURITY)
    made, password = actions.add_user("new", by=system, name="新人", unit=town)
    assert made.check_password(password)
    assert not may(made, "library.read")
    with pytest.raises(PermissionDenied):
        actions.give_post(made, by=system, unit=town, role=Role.FIELD, today=TODAY)
    with pytest.raises(PermissionDenied):
        actions.add_user("other", by=security, name="别人", unit=town)
    actions.give_post(made, by=security, unit=town, role=Role.FIELD, today=TODAY)
    for person, role in ((system, Role.AUDIT), (made, Role.AUDIT), (system, Role.FIELD)):
        with pytest.raises(Refused, match="不同的人"):
            actions.give_post(person, by=security, unit=town, role=role, today=TODAY)
    with pytest.raises(Refused, match="自己"):
        actions.give_post(security, by=security, unit=town, role=Role.FIELD, today=TODAY)


def test_a_post_is_taken_back_with_a_reason(hire: Hire, county: OrgUnit, clerk: User) -> None:
    security = hire("sec", county, Role.SECURITY)
    post = Post.objects.get(user=clerk)
    with pytest.raises(Refused, match="理由"):
        actions.end_post(post, by=security, today=TODAY, reason="")
    actions.end_post(post, by=security, today=TODAY, reason="调离")
    assert not may(User.objects.get(pk=clerk.pk), "library.read")
    with pytest.raises(Refused, match="已经终止"):
        actions.end_post(post, by=security, today=TODAY, reason="调离")


def test_units_take_their_places_in_the_tree(hire: Hire, county: OrgUnit, town: OrgUnit) -> None:
    system = hire("sys", county, Role.SYSTEM)
    village = actions.add_unit("新桥村", by=system, kind="village", parent=town)
    second = actions.add_unit("石门村", by=system, kind="village", parent=town)
    assert (village.path, second.path) == (f"{town.path}0001", f"{town.path}0002")
    with pytest.raises(Refused, match="已有"):
        actions.add_unit("新桥村", by=system, kind="village", parent=town)


def test_every_answer_carries_its_guards(client: Client, as_clerk: Client) -> None:
    for response in (client.get("/sign-in"), as_clerk.get("/library/"), as_clerk.get("/nothing")):
        policy = response["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert response["X-Frame-Options"] == "DENY"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert len(response["X-Request-ID"]) == 32
    cookie = as_clerk.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_an_event_carries_the_number_of_its_request(client: Client, clerk: User) -> None:
    response = client.post("/sign-in", {"username": "clerk", "password": RIGHT})
    assert Event.objects.get().request == response["X-Request-ID"]


def test_a_form_from_elsewhere_is_refused_in_chinese(clerk: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/sign-in", {"username": "clerk", "password": RIGHT})
    assert (response.status_code, "页面已过期" in response.content.decode()) == (403, True)


def test_who_is_idle_is_signed_out(as_clerk: Client) -> None:
    def left() -> timedelta:
        return Session.objects.get().expire_date - timezone.now()

    as_clerk.get("/library/")
    assert timedelta(minutes=19) < left() <= timedelta(minutes=20)
    session = as_clerk.session
    session["seen"] -= 120
    session.save()
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    assert as_clerk.get("/library/").status_code == 200
    assert left() > timedelta(minutes=19)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert as_clerk.get("/library/").status_code == 302


def test_no_migration_is_missing(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
