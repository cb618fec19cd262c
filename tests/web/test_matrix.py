"""Every address × every role × own and other office, made from the table of addresses.

An address that takes a key needs a thing of the other office; a new one without it fails here.
What each role may do is read from the table of rights: a wrong door shows as a wrong status.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest
from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.urls.resolvers import RoutePattern
from django.utils import timezone

from tests.house.modules import ROOT
from tests.web.conftest import Hire, browser_of
from tests.web.papers import NAME, PAPER
from tests.web.test_house import OPEN, SIGNED_IN
from yinfeng.web.desks.hooks.models import Allowed, Delivery, Hook
from yinfeng.web.desks.leads import actions as leads
from yinfeng.web.desks.library.actions import set_beside
from yinfeng.web.desks.library.models import Telling
from yinfeng.web.desks.outreach import actions as outreach
from yinfeng.web.people.models import OrgUnit, Outside, Post, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role
from yinfeng.web.shell import actions
from yinfeng.web.shell.models import Event
from yinfeng.web.store.actions import take_in
from yinfeng.web.store.models import Entry

DAY = date(2026, 3, 2)

# What the addresses of a desk take beside keys of things: any of these will do.
WORDS = {
    "form": "csv",
    "key": "trips",
    "part_key": "legs",
    "name": "x",
    "batch": "x",
    "facts": "999999999",
}
NOWHERE = 9_999_999
ASK = RequestFactory()


class Door(NamedTuple):
    """One address with its action, and what it takes."""

    name: str
    action: str
    takes: tuple[str, ...]

    def at(self, key: int) -> str:
        """The address of a thing."""
        given = {one: WORDS.get(one, key) for one in self.takes}
        return reverse(self.name, kwargs=given)


def _doors() -> Iterator[Door]:
    yield from _below(get_resolver(), "")


def _below(resolver: URLResolver, space: str) -> Iterator[Door]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            if one.namespace != "api-1":
                inner = f"{one.namespace}:" if one.namespace else space
                yield from _below(one, inner)
        else:
            yield from _door(one, space)


def _door(one: URLPattern, space: str) -> Iterator[Door]:
    action = getattr(one.callback, "action", "")
    if action:
        assert isinstance(one.pattern, RoutePattern)
        yield Door(f"{space}{one.name}", action, tuple(one.pattern.converters))


DOORS = tuple(_doors())
NAMES = [door.name for door in DOORS]
MET = frozenset({200, 302, 404, 405, 409, 422})
# Where who reads the rules of a room finds the form by which others lay theirs over them.
_OF_RULES = {
    door: MAY[f"{door.name.partition(':')[0]}.set_rules"]
    for door in DOORS
    if door.name.endswith(":rules")
}
# They are shown; laying others over them is refused, or has an address of its own.
_TURNED = ([200, 403], [200, 405])


def _both(browser: Client, address: str) -> list[HttpResponseBase]:
    return [browser.get(address), browser.post(address, {})]


def test_the_table_is_whole() -> None:
    assert len(NAMES) == len(set(NAMES))
    assert len(NAMES) > 100
    plain = {p.name for p in get_resolver().url_patterns if isinstance(p, URLPattern)}
    assert plain <= OPEN | SIGNED_IN


@pytest.mark.parametrize("role", sorted(Role))
def test_a_role_passes_no_door_that_is_not_open_to_it(
    role: Role, hire: Hire, town: OrgUnit
) -> None:
    user = hire("one", town, role)
    shut = [door for door in DOORS if role not in MAY[door.action]]
    assert shut
    assert not [door.name for door in shut if not _is_shut(door, user)]


def _is_shut(door: Door, user: User) -> bool:
    """Whether the user is turned away, by either method that the address takes."""
    address = door.at(NOWHERE)
    match = resolve(address)
    turned_away = 0
    for request in (ASK.get(address), ASK.post(address)):
        request.user = user
        request.resolver_match = match
        try:
            answer = match.func(request, *match.args, **match.kwargs)
        except PermissionDenied:
            turned_away += 1
        else:
            if answer.status_code != 405:
                return False
    return turned_away > 0


def test_who_has_not_signed_in_passes_no_door(db: None) -> None:
    wrong = [
        (door.name, answer.status_code)
        for door in DOORS
        for answer in _both(Client(), door.at(NOWHERE))
        if answer.status_code != 405
        and not (answer.status_code == 302 and answer["Location"].startswith("/sign-in"))
    ]
    assert not wrong


def test_who_has_no_post_passes_no_door(hire: Hire, town: OrgUnit) -> None:
    user = hire("none", town, Role.FIELD)
    user.posts.update(until=user.posts.get().since)
    assert not [door.name for door in DOORS if not _is_shut(door, user)]


def test_an_address_of_a_thing_that_is_not_there_never_breaks(hire: Hire, town: OrgUnit) -> None:
    everyone = {role: browser_of(hire(role, town, role)) for role in Role}
    wrong = []
    for door in DOORS:
        role = min(MAY[door.action] & _OF_RULES.get(door, MAY[door.action]))
        for key in (NOWHERE, 10**30) if door.takes else (NOWHERE,):
            for answer in _both(everyone[role], door.at(key)):
                if answer.status_code not in MET:
                    wrong.append((door.name, key, answer.status_code))
    assert not wrong


def test_who_only_reads_the_rules_of_a_room_lays_none_over_them(hire: Hire, town: OrgUnit) -> None:
    everyone = {role: browser_of(hire(role, town, role)) for role in Role}
    wrong = [
        (door.name, role)
        for door, setting in _OF_RULES.items()
        for role in sorted(MAY[door.action] - setting)
        if [answer.status_code for answer in _both(everyone[role], door.at(NOWHERE))] not in _TURNED
    ]
    assert _OF_RULES
    assert not wrong


def test_another_offices_things_are_not_there(
    hire: Hire, town: OrgUnit, other_town: OrgUnit
) -> None:
    """Every thing of the other office that an address could show, by its own key."""
    theirs = _things(hire, other_town)
    browsers = {role: browser_of(hire(f"own-{role}", town, role)) for role in Role}
    before = Event.objects.count()
    wrong = []
    for door in DOORS:
        if door.name in theirs:
            for role in sorted(MAY[door.action]):
                for answer in _both(browsers[role], door.at(theirs[door.name])):
                    if answer.status_code not in (404, 405):
                        wrong.append((door.name, role, answer.status_code))
    assert not wrong
    assert Event.objects.count() == before


def test_every_address_of_a_thing_has_one(hire: Hire, other_town: OrgUnit) -> None:
    made = _things(hire, other_town)
    keyed = {door.name for door in DOORS if set(door.takes) - set(WORDS)}
    unmade = [name for name in keyed - set(made) if not _elsewhere(name)]
    assert not unmade, "its thing in _things, or tests/web/desks/<desk>/test_doors.py"
    assert set(made) <= keyed


# Addresses whose things are made in the tests of their own room, which ask the same there.
ELSEWHERE = {
    r".*-(drop|journal|end-field|sheet|match|rule|run|undo)": "tests/web/lists",
    r"outreach:(?!trips)\w+-(record|edit|remove|reveal)": "tests/web/desks/outreach",
    r"outreach:(adopt|add-part|edit-part|remove-part)": "tests/web/desks/outreach",
    r"land:.*": "tests/web/desks/test_land.py",
    r"reports:.*": "tests/web/desks",
    r"jobs:.*": "tests/web/work",
    r"end-robot": "tests/web",
}


def _elsewhere(name: str) -> bool:
    space = name.partition(":")[0]
    if (ROOT / "tests" / "web" / "desks" / space / "test_doors.py").exists():
        return True
    return any(re.fullmatch(one, name) and (ROOT / at).exists() for one, at in ELSEWHERE.items())


def _things(hire: Hire, unit: OrgUnit) -> dict[str, int]:
    clerk = hire("their-clerk", unit, Role.FIELD)
    system = hire("their-system", unit, Role.SYSTEM)
    made = {
        **_of_staff(clerk, system, unit),
        **_of_papers(clerk),
        **_of_hooks(clerk, system, unit),
        **_of_leads(clerk, unit),
        **_of_trips(clerk, unit),
    }
    return {name: key for name, key in made.items() if name in NAMES}


def _of_staff(clerk: User, system: User, unit: OrgUnit) -> dict[str, int]:
    alias = actions.add_alias(unit, by=system, name="第二块牌子", since=DAY)
    now = timezone.now()
    token, _ = actions.issue_token(clerk, name="x", scopes=["library:read"], days=1, now=now)
    outside = Outside.objects.create(source="ldap", subject="their", user=clerk)
    persons = ("person", "reset-password", "close", "reopen", "drop-factor")
    units = ("unit", "rename-unit", "move-unit", "add-alias", "give-code")
    return {
        **{f"staff:{one}": clerk.pk for one in persons},
        **{f"staff:{one}": unit.pk for one in units},
        "staff:end-post": Post.objects.get(user=clerk).pk,
        "staff:end-token": token.pk,
        "staff:tie": outside.pk,
        "staff:untie": outside.pk,
        "staff:end-alias": alias.pk,
        "audit:event": Event.objects.filter(unit=unit).latest("number").pk,
    }


def _of_papers(clerk: User) -> dict[str, int]:
    take_in(PAPER, NAME, by=clerk)
    entry = Entry.objects.latest("pk")
    set_beside(entry.fact.reading.document)
    return {
        "library:choose": Telling.objects.latest("pk").pk,
        "library:document": entry.fact.reading.document_id,
        "library:fact": entry.fact_id,
        "library:accept": entry.fact_id,
        "library:decide": entry.pk,
        "library:add-field": entry.fact_id,
        "library:add-fact": entry.fact.reading.document_id,
        "library:read-through": entry.fact.reading.document_id,
    }


def _of_hooks(clerk: User, system: User, unit: OrgUnit) -> dict[str, int]:
    allowed = Allowed.objects.create(host="platform.example", port=443, why="x", by=system)
    hook = Hook.objects.create(
        unit=unit,
        name="x",
        address="https://platform.example/",
        secret="",
        desks=[],
        by=clerk,
        cursor=0,
    )
    event = Event.objects.latest("number")
    delivery = Delivery.objects.create(hook=hook, event=event)
    return {
        "hooks:forbid": allowed.pk,
        "hooks:hook": hook.pk,
        "hooks:end": hook.pk,
        "hooks:send-again": delivery.pk,
    }


def _of_leads(clerk: User, unit: OrgUnit) -> dict[str, int]:
    form = leads.Form("轴承项目", "上海推荐", "苏州恒锐精密机械有限公司", "沈某")
    lead = leads.register(form, by=clerk, unit=unit, today=timezone.localdate())
    own = {d.name for d in DOORS if d.name.startswith("leads:") and d.takes == ("pk",)}
    return {name: lead.pk for name in own if not _elsewhere(name)}


def _of_trips(clerk: User, unit: OrgUnit) -> dict[str, int]:
    trip = outreach.ask_for_trip(
        by=clerk,
        unit=unit,
        place="上海",
        outside=True,
        purpose="拜访企业",
        since=DAY,
        until=DAY,
        since_half=0,
        until_half=1,
    )
    doings = ("trips-record", "trips-edit", "trips-remove", "trips-reveal")
    ways = ("approve", "refuse", "reopen", "cancel", "report")
    return {f"outreach:{one}": trip.pk for one in (*doings, *ways)}
