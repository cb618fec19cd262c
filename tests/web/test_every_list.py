"""Every list of the house, in every order, by every filter, as of a past day, and taken away.

A sort or a filter that seldom anybody chooses is asked of the database here: live, and of the
versions of a past day, where a path that only the record has would fail.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest
from django import forms
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.web.conftest import Hire, browser_of
from yinfeng.web.lists.known import listings
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.rights import MAY

PAST = "2026-03-02"
WORDS = {
    forms.DateField: "2026-03-01",
    forms.DecimalField: "1",
    forms.IntegerField: "1",
    forms.CharField: "云泽",
}


class Place(NamedTuple):
    """A list and its address."""

    listing: Listing
    address: str


def _places(resolver: URLResolver, space: str = "") -> Iterator[Place]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            inner = f"{one.namespace}:" if one.namespace else space
            yield from _places(one, inner)
        elif (one.name or "").endswith("-export") and (listing := _held_by(one.callback)):
            yield Place(listing, reverse(f"{space}{(one.name or '').removesuffix('-export')}"))


def _held_by(view: object) -> Listing | None:
    """The list that a view shows, found through what its doors are wrapped around."""
    for cell in getattr(view, "__closure__", None) or ():
        inside = cell.cell_contents
        if isinstance(inside, Listing):
            return inside
        if callable(inside) and (found := _held_by(inside)):
            return found
    return None


PLACES = {one.listing.key: one for one in _places(get_resolver())}


def _one(field: forms.Field) -> str:
    """Something that the input takes."""
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        keys = [str(key) for key, _ in choices if key not in ("", None)]
        return keys[0] if keys else ""
    return next((word for kind, word in WORDS.items() if isinstance(field, kind)), "")


def _questions(listing: Listing, reader: User) -> Iterator[dict[str, str]]:
    yield {}
    for column in listing.columns:
        if column.sort:
            yield {"sort": column.key}
            yield {"sort": f"-{column.key}"}
    for filter_ in listing.filters:
        for name, field in filter_.inputs(reader).items():
            if said := _one(field):
                yield {name: said}


def test_every_list_has_its_address() -> None:
    known = {key for key, one in listings().items() if one.model.__module__.startswith("yinfeng")}
    assert known
    assert known <= set(PLACES)


@pytest.mark.parametrize("key", sorted(PLACES))
def test_a_list_answers_every_order_and_filter_today_and_as_of_a_past_day(
    key: str, hire: Hire, town: OrgUnit
) -> None:
    listing, place = PLACES[key]
    reader = hire("reader", town, min(MAY[listing.reads]))
    browser = browser_of(reader)
    wrong = [
        f"{question}: {answer}"
        for asked in _questions(listing, reader)
        for question in (asked, {**asked, "as_of": PAST})
        if (answer := browser.get(f"{place}?{urlencode(question)}").status_code) != 200
    ]
    assert wrong == []


@pytest.mark.parametrize("key", sorted(PLACES))
def test_a_list_of_a_past_day_says_so_and_offers_nothing_to_write(
    key: str, hire: Hire, town: OrgUnit
) -> None:
    listing, place = PLACES[key]
    browser = browser_of(hire("reader", town, min(MAY[listing.reads])))
    says = browser.get(f"{place}?as_of={PAST}").content.decode()
    assert "2026年3月2日" in says
    for writing in ("bulk", "note"):
        assert f'action="{place}{writing}"' not in says


@pytest.mark.parametrize("key", sorted(PLACES))
def test_a_list_goes_out_also_while_it_is_empty(key: str, hire: Hire, town: OrgUnit) -> None:
    listing, place = PLACES[key]
    browser = browser_of(hire("reader", town, min(MAY[listing.reads])))
    _goes_out(browser, f"{place}export.csv")
    _goes_out(browser, f"{place}export.xlsx?as_of={PAST}")


def _goes_out(browser: Client, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    assert len(answer.getvalue()) > 3


@pytest.mark.parametrize("key", sorted(PLACES))
def test_a_list_says_what_it_is_for_and_has_words_of_its_own_while_empty(key: str) -> None:
    listing = PLACES[key].listing
    assert listing.about.endswith("。")
    assert listing.empty != "还没有记录。"
