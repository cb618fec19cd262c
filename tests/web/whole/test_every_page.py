"""Every form of a house in which a year has happened can be sent without script."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests.web.test_matrix import DOORS, Door
from tests.web.whole.conftest import SPACES, House, addresses_of

_SILENT = ("hidden", "submit", "reset", "button", "image")


class Controls(HTMLParser):
    """The forms of a page: how each is sent, its controls and its buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._form: dict[str, str | None] | None = None
        self._asks = self._has_button = self._has_file = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at what only a script could send."""
        told = dict(attrs)
        kind = (told.get("type") or "").lower()
        if tag == "form":
            self._form = told
            self._asks = self._has_button = self._has_file = False
        elif tag == "button":
            self._has_button |= kind in ("", "submit")
            # What a script does by itself is shown by it only.
            if kind == "button" and "hidden" not in told:
                self.faults.append(f"a button that sends nothing: {told}")
        elif tag in ("input", "select", "textarea"):
            self._has_button |= kind in ("submit", "image")
            self._has_file |= kind == "file"
            self._asks |= kind not in _SILENT
            if not told.get("name") and kind not in (*_SILENT, "checkbox"):
                self.faults.append(f"a control without a name: {told}")
        by_script = any(name in told for name in ("hx-post", "hx-put", "hx-delete"))
        if by_script and tag != "form" and "formaction" not in told:
            self.faults.append(f"sent by script alone: {tag} {told}")

    def handle_endtag(self, tag: str) -> None:
        """A form is over: what it asks must be sent by a button, its files whole."""
        if tag != "form" or self._form is None:
            return
        if self._asks and not self._has_button:
            self.faults.append(f"no button: {self._form}")
        if self._has_file and self._form.get("enctype") != "multipart/form-data":
            self.faults.append(f"files without multipart: {self._form}")
        self._form = None


@pytest.mark.parametrize("space", SPACES)
def test_every_form_can_be_sent_without_script(space: str, house: House, db: None) -> None:
    wrong = []
    for door, says in _pages(space, house):
        page = Controls()
        page.feed(says)
        wrong += [(door.name, fault) for fault in page.faults]
    assert not wrong


def _pages(space: str, house: House) -> Iterator[tuple[Door, str]]:
    """The pages behind the doors of a room, each of one thing where it takes one."""
    for door in DOORS:
        if door.name.rpartition(":")[0] != space:
            continue
        browser = house.browser(door)
        for address in addresses_of(house, door):
            answer = browser.get(address)
            assert answer.status_code < 500, (door.name, address)
            if answer.status_code == 405:
                break
            if answer.status_code == 200 and "html" in answer.get("Content-Type", ""):
                house.found(address)
                yield door, answer.content.decode()
                break
