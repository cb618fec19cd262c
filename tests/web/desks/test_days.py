"""Every page of a record that can be seen as of a day bears a day that no calendar has."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.web.conftest import browser_of
from yinfeng.web.people.models import User

_KEY = re.compile(r"<int:\w+>")


def _pages(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """The addresses that ask for the key of one thing and nothing else, of a thing of none."""
    for one in resolver.url_patterns:
        here = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _pages(one, here)
        elif isinstance(one, URLPattern) and len(_KEY.findall(here)) == 1:
            yield _KEY.sub("0", here)


PAGES = sorted(page for page in set(_pages(get_resolver())) if page.endswith("/0"))


@pytest.fixture
def as_head(head: User) -> Client:
    return browser_of(head)


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "yesterday"])
def test_a_day_that_no_calendar_has_is_none(day: str, as_head: Client) -> None:
    assert {"/standard/0", "/agreements/0", "/siting/needs/0", "/tenancy/0"} & set(PAGES)
    for page in PAGES:
        answer = as_head.get(page, {"as_of": day})
        assert answer.status_code in (302, 401, 403, 404, 405, 422), page
