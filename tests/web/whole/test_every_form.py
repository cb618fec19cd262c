"""A form that is empty or full of nonsense is answered in Chinese at every door, never broken."""

import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http.response import HttpResponseBase

from tests.web.test_matrix import DOORS, Door
from tests.web.whole.conftest import SPACES, House, addresses_of

GONE, NOT_SO = 404, 405
READ_ONLY = {"search", "today"}
TURNS = 2
FAILED = 500
GARBAGE = ("垃圾\x00￿", "9" * 400, "2026-13-45", "<script>alert(1)</script>")
# What Django and Python say where nobody said it better.
_ENGLISH = re.compile(
    r"This field|Enter a |Ensure |Select a valid|is required|Invalid |Traceback|invalid literal"
)
_NAMES = re.compile(r'<(?:input|select|textarea)[^>]* name="([^"]+)"')
_HAN = re.compile("[一-鿿]")


@pytest.mark.parametrize("space", SPACES)
def test_an_empty_or_nonsensical_form_is_answered_in_chinese(
    space: str, house: House, db: None
) -> None:
    wrong, asked = [], 0
    for door in DOORS:
        if door.name.rpartition(":")[0] == space:
            for answer, sent in _answers(house, door):
                asked += 1
                if why := _fault(answer):
                    wrong.append((door.name, sent, why))
    assert not wrong
    assert asked or space in READ_ONLY


def _answers(house: House, door: Door) -> Iterator[tuple[HttpResponseBase, str]]:
    """What the door answers to an empty form, and to each kind of nonsense in every field."""
    browser = house.browser(door)
    for address in addresses_of(house, door):
        empty = _sent(browser, address, {})
        if empty.status_code == NOT_SO:
            return
        if empty.status_code == GONE:
            continue
        house.found(address)
        yield empty, "nothing"
        names = sorted(_fields(empty) or _fields(browser.get(address)))
        for turn in range(TURNS if names else 0):
            # Each field gets other nonsense at each turn.
            nonsense = {name: GARBAGE[(at + turn) % len(GARBAGE)] for at, name in enumerate(names)}
            yield _sent(browser, address, nonsense), str(nonsense)[:200]
        return


def _sent(browser: object, address: str, given: dict[str, str]) -> HttpResponseBase:
    """The answer to a form; whatever was done by it is undone."""
    with transaction.atomic():
        answer: HttpResponseBase = browser.post(address, given)  # type: ignore[attr-defined]
        transaction.set_rollback(True)
    return answer


def _fields(answer: HttpResponseBase) -> set[str]:
    return set(_NAMES.findall(_says(answer))) - {"csrfmiddlewaretoken"}


def _fault(answer: HttpResponseBase) -> str:
    if answer.status_code >= FAILED:
        return str(answer.status_code)
    says = _says(answer)
    if found := _ENGLISH.search(says):
        return says[max(0, found.start() - 40) : found.end() + 40]
    if answer.status_code < 300 or answer.status_code in (400, 409, 422):
        return "" if not says or _HAN.search(says) else "not Chinese"
    return ""


def _says(answer: HttpResponseBase) -> str:
    if answer.streaming or "html" not in answer.get("Content-Type", ""):
        return ""
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]
