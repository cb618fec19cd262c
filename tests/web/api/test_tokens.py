"""Tokens: shown once, hashed, of a scope and for a time; on the trail; taken back."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.web.api.conftest import Program, Programmed
from tests.web.conftest import Hire, browser_of
from yinfeng.web.people.models import OrgUnit, Post, Token, User
from yinfeng.web.people.roles import Role
from yinfeng.web.people.scopes import open_scopes, scope_of
from yinfeng.web.shell.models import Event

WORDS = re.compile(r"<code>(yf_[a-z0-9]{8}_[\w-]{40,})</code>")
NEW = {"name": "县平台取数", "days": "30", "scopes": ["library:read", "leads:write"]}


def test_a_person_makes_a_token_that_is_shown_once(as_clerk: Client, clerk: User) -> None:
    answer = as_clerk.post("/account/tokens", NEW)
    found = WORDS.search(answer.content.decode())
    assert found
    assert "no-store" in answer["Cache-Control"]
    assert Program(found[1]).get("/me").json()["username"] == "clerk"
    assert found[1] not in as_clerk.get("/account").content.decode()
    event = Event.objects.get(action="account.issue_token")
    assert event.after["scopes"] == ["leads:write", "library:read"]


def test_only_its_hash_stands_in_the_database(program: Programmed, clerk: User) -> None:
    secret = program(clerk, "library:read").words.rpartition("_")[2]
    with connection.cursor() as cursor:
        for table in ("people_token", "shell_event"):
            cursor.execute(f"SELECT * FROM {table}")
            assert secret not in str(cursor.fetchall())


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"days": "0"},
        {"days": "366"},
        {"scopes": []},
        {"scopes": ["people:write"]},
        {"scopes": ["audit:read"]},
        {"scopes": ["leads:everything"]},
    ],
)
def test_a_token_without_use_end_or_fitting_scope_is_not_made(
    as_clerk: Client, wrong: dict[str, object]
) -> None:
    assert as_clerk.post("/account/tokens", {**NEW, **wrong}).status_code == 422
    assert not Token.objects.exists()


def test_nobody_administers_the_house_by_token(hire: Hire, town: OrgUnit) -> None:
    for role in (Role.SYSTEM, Role.SECURITY, Role.AUDIT):
        user = hire(role, town, role)
        assert not open_scopes(user)


def test_reading_and_writing_are_scopes_of_their_own() -> None:
    assert scope_of("library.read") == "library:read"
    assert scope_of("library.decide") == "library:write"


def test_without_a_token_that_holds_nothing_opens(program: Programmed, clerk: User) -> None:
    good = program(clerk, "library:read")
    assert good.get("/papers").status_code == 200
    prefix = good.prefix
    for words in ("", "x", f"yf_{prefix}_", f"yf_{prefix}_wrong", good.words + "x", "yf__"):
        answer = Program(words).get("/papers")
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "token")
    assert Client().get("/api/v1/papers").status_code == 401
    assert browser_of(clerk).get("/api/v1/papers").status_code == 401


def test_a_token_ends_with_its_day_its_owner_and_its_taking_back(
    program: Programmed, clerk: User, as_clerk: Client
) -> None:
    late, taken, good = (program(clerk, "library:read") for _ in range(3))
    Token.objects.filter(prefix=late.prefix).update(until=timezone.now() - timedelta(seconds=1))
    assert late.get("/me").status_code == 401
    pk = Token.objects.get(prefix=taken.prefix).pk
    assert as_clerk.post(f"/account/tokens/{pk}/end").status_code == 302
    assert as_clerk.post(f"/account/tokens/{pk}/end").status_code == 422
    assert taken.get("/me").status_code == 401
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert good.get("/me").status_code == 401


def test_the_security_administrator_takes_a_token_back_and_others_do_not(
    program: Programmed, clerk: User, head: User, hire: Hire, town: OrgUnit, other_town: OrgUnit
) -> None:
    made = program(clerk, "library:read")
    pk = Token.objects.get().pk
    assert browser_of(head).post(f"/account/tokens/{pk}/end").status_code == 404
    away = browser_of(hire("away", other_town, Role.SECURITY))
    assert away.post(f"/staff/tokens/{pk}/end").status_code == 404
    security = browser_of(hire("sec", town, Role.SECURITY))
    assert "数据平台" in security.get(f"/staff/users/{clerk.pk}").content.decode()
    assert security.post(f"/staff/tokens/{pk}/end").status_code == 302
    assert made.get("/me").status_code == 401
    assert Event.objects.latest("number").action == "people.end_token"


def test_a_token_opens_no_more_than_its_scopes(program: Programmed, clerk: User) -> None:
    reads = program(clerk, "library:read")
    assert reads.get("/papers").status_code == 200
    for address in ("/leads", "/trips"):
        answer = reads.get(address)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "scope")
    body = {"verdict": "accept"}
    assert reads.send("post", "/entries/1/decide", body).status_code == 403


def test_a_token_opens_no_more_than_its_owner_may(
    program: Programmed, viewer: User, clerk: User
) -> None:
    for owner in (viewer, clerk):
        token = program(owner, "library:write", "library:read")
        answer = token.send("post", "/facts/1/accept", {})
        assert answer.status_code == (403 if owner == viewer else 404)
    Post.objects.filter(user=clerk).update(until=timezone.localdate())
    assert token.get("/papers").status_code == 403


def test_what_a_program_does_is_its_owners_and_names_the_token(
    program: Programmed, clerk: User
) -> None:
    made = program(clerk, "library:write")
    answer = made.upload("/papers", file=[])
    assert answer.status_code == 422
    from django.core.files.uploadedfile import SimpleUploadedFile

    paper = SimpleUploadedFile("简报.txt", "云泽镇新签约项目3个。".encode())
    answer = made.upload("/papers", file=paper)
    assert answer.status_code == 202, answer.content
    event = Event.objects.get(action="library.receive")
    assert event.actor == clerk
    assert event.actor_name == f"clerk同志（clerk·{made.prefix}）"
    assert event.request == answer["X-Request-ID"]


def test_the_last_use_of_a_token_is_noted(program: Programmed, clerk: User) -> None:
    program(clerk, "library:read").get("/me")
    used = Token.objects.get().used
    assert used is not None
    assert timezone.now() - used < timedelta(minutes=5)
