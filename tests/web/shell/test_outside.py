"""People of other directories: known from outside, opened only by the security administrator."""

from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client
from pytest_django import Settings

from tests.web.conftest import Hire, browser_of
from tests.web.shell.conftest import Directory
from yinfeng.web.people.models import OrgUnit, Outside, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell import actions
from yinfeng.web.shell.models import Event

LIN = {"username": "lin", "password": "Willow-Bridge-7"}


@pytest.fixture
def by_pattern(directory: Directory, settings: Settings) -> None:
    """The door asks the directory, by the pattern of names."""
    settings.LDAP = {
        **settings.LDAP,
        "url": directory.sealed,
        "pattern": "uid={},ou=people,dc=qingxi",
        "certificate": str(directory.certificate),
    }


@pytest.fixture
def by_search(directory: Directory, settings: Settings) -> None:
    """The door asks the directory, looking for the person first, and seals what was open."""
    settings.LDAP = {
        **settings.LDAP,
        "url": directory.plain,
        "base": "dc=qingxi",
        "account": "cn=reader,dc=qingxi",
        "password": "Only-Reads-9",
        "certificate": str(directory.certificate),
    }


@pytest.fixture
def security(hire: Hire, town: OrgUnit) -> User:
    """The security administrator."""
    return hire("sec", town, Role.SECURITY)


@pytest.mark.parametrize("way", ["by_pattern", "by_search"])
def test_a_person_of_the_directory_comes_in_once_tied_by_hand(
    way: str, request: pytest.FixtureRequest, client: Client, clerk: User, security: User
) -> None:
    request.getfixturevalue(way)
    answer = client.post("/sign-in", LIN)
    assert (answer.status_code, "还没有绑定" in answer.content.decode()) == (422, True)
    stranger = Outside.objects.get()
    assert (stranger.source, stranger.name, stranger.user) == ("ldap", "林平", None)
    actions.tie(stranger, by=security, user=clerk)
    assert client.post("/sign-in", LIN)["Location"] == "/"
    assert client.get("/library/").status_code == 200
    assert Event.objects.latest("number").after["way"] == "DirectoryBackend"
    actions.untie(stranger, by=security, reason="调离")
    client.post("/sign-out")
    assert client.post("/sign-in", LIN).status_code == 422


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("lin", "wrong"),
        ("lin", ""),
        ("nobody", "Willow-Bridge-7"),
        ("*", "Willow-Bridge-7"),
        ("lin)(uid=*", "Willow-Bridge-7"),
        ("lin,ou=people", "Willow-Bridge-7"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("way", ["by_pattern", "by_search"])
def test_wrong_and_crafted_words_do_not_come_in(
    way: str, username: str, password: str, request: pytest.FixtureRequest, client: Client, db: None
) -> None:
    request.getfixturevalue(way)
    answer = client.post("/sign-in", {"username": username, "password": password})
    assert answer.status_code == 422
    assert not Outside.objects.exists()


def test_the_own_password_of_the_house_still_opens(
    by_pattern: None, client: Client, clerk: User
) -> None:
    right = {"username": "clerk", "password": "Right-Words-1"}
    assert client.post("/sign-in", right)["Location"] == "/"


def test_a_directory_that_shows_another_certificate_or_is_away_is_told_of(
    by_pattern: None, settings: Settings, client: Client, db: None
) -> None:
    for change in ({"certificate": ""}, {"url": "ldap://127.0.0.1:9", "plain": True}):
        settings.LDAP = {**settings.LDAP, **change}
        answer = client.post("/sign-in", LIN)
        assert (answer.status_code, "目录服务" in answer.content.decode()) == (422, True)


def test_a_password_goes_over_the_wire_in_the_open_only_where_that_is_said(
    by_pattern: None, directory: Directory, settings: Settings, client: Client, db: None
) -> None:
    settings.LDAP = {**settings.LDAP, "url": directory.plain, "certificate": ""}
    assert "目录服务" in client.post("/sign-in", LIN).content.decode()
    settings.LDAP = {**settings.LDAP, "plain": True}
    assert "还没有绑定" in client.post("/sign-in", LIN).content.decode()


def test_who_signs_in_by_a_directory_need_not_change_a_password_of_the_house(
    by_pattern: None, client: Client, clerk: User, security: User
) -> None:
    clerk.one_time = True
    clerk.save()
    client.post("/sign-in", LIN)
    actions.tie(Outside.objects.get(), by=security, user=clerk)
    client.post("/sign-in", LIN)
    assert client.get("/library/").status_code == 200


@pytest.fixture
def by_provider(provider: str, settings: Settings) -> str:
    """The door has a button to the identity provider."""
    settings.OIDC = {
        "issuer": provider,
        "client": "yinfeng",
        "secret": "between-us",
        "label": "清溪统一认证",
    }
    return provider


def _vouched(client: Client, subject: str = "qx-0042") -> str:
    """Where the provider sends the browser back to."""
    away = client.get("/sign-in/outside")["Location"]
    answer = requests.post(away, data={"sub": subject}, allow_redirects=False, timeout=10)
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def test_a_person_of_the_provider_comes_in_once_tied_by_hand(
    by_provider: str, client: Client, clerk: User, security: User
) -> None:
    assert "用清溪统一认证登录" in client.get("/sign-in").content.decode()
    answer = client.get(_vouched(client))
    assert (answer.status_code, "还没有绑定" in answer.content.decode()) == (422, True)
    stranger = Outside.objects.get()
    assert (stranger.subject, stranger.name) == (f"{by_provider}#qx-0042", "林平")
    actions.tie(stranger, by=security, user=clerk)
    assert client.get(_vouched(client))["Location"] == "/"
    assert client.get("/library/").status_code == 200


def test_the_way_to_the_provider_carries_state_nonce_and_proof_key(
    by_provider: str, client: Client, db: None
) -> None:
    asked = parse_qs(urlsplit(client.get("/sign-in/outside")["Location"]).query)
    assert {"state", "nonce", "code_challenge"} <= set(asked)
    assert asked["code_challenge_method"] == ["S256"]


def test_an_answer_that_was_not_asked_for_opens_nothing(by_provider: str, db: None) -> None:
    asked, other = Client(), Client()
    back = _vouched(asked)
    answer = other.get(back)
    assert (answer.status_code, "没有通过" in answer.content.decode()) == (422, True)
    assert asked.get("/sign-in/outside/back?error=access_denied&state=x").status_code == 422
    assert not Outside.objects.exists()


def test_a_provider_that_is_away_is_told_of(
    by_provider: str, settings: Settings, client: Client, db: None
) -> None:
    settings.OIDC = {**settings.OIDC, "issuer": "http://127.0.0.1:9"}
    answer = client.get("/sign-in/outside")
    assert (answer.status_code, "暂时连不上" in answer.content.decode()) == (422, True)


def test_without_a_provider_there_is_no_such_door(client: Client, db: None) -> None:
    assert "to-outside" not in client.get("/sign-in").content.decode()
    for address in ("/sign-in/outside", "/sign-in/outside/back"):
        assert client.get(address)["Location"] == "/sign-in"


def test_who_has_left_does_not_come_in_from_outside(
    by_provider: str, client: Client, clerk: User, security: User, hire: Hire, town: OrgUnit
) -> None:
    client.get(_vouched(client))
    actions.tie(Outside.objects.get(), by=security, user=clerk)
    actions.close_account(clerk, by=hire("sys", town, Role.SYSTEM), reason="调离")
    assert client.get(_vouched(client)).status_code == 422


def test_the_security_administrator_ties_on_the_page(
    by_pattern: None, client: Client, clerk: User, security: User, hire: Hire, town: OrgUnit
) -> None:
    client.post("/sign-in", LIN)
    stranger = Outside.objects.get()
    page = browser_of(security).get("/staff/outside").content.decode()
    assert "林平" in page
    address = f"/staff/outside/{stranger.pk}"
    system = browser_of(hire("sys", town, Role.SYSTEM))
    assert system.post(f"{address}/tie", {"user": clerk.pk}).status_code == 403
    tied = browser_of(security).post(f"{address}/tie", {"user": clerk.pk})
    assert tied.status_code == 302
    assert client.post("/sign-in", LIN).status_code == 302
    assert browser_of(security).post(f"{address}/untie", {"reason": ""}).status_code == 422
    untied = browser_of(security).post(f"{address}/untie", {"reason": "调离"})
    assert untied.status_code == 302
