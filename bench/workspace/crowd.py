"""Fifty people at once: each signs in, looks at pages, tells of leads, pauses and goes on.

Every telling that the server acknowledged is noted, so that none of them can be lost unseen. Now
and then two people open one lead and both tell of it: the second has to be told of the first.
"""

import random
import re
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from secrets import token_hex
from urllib.parse import quote, urlencode, urlsplit

from bench.workspace.pages import EDIT, LEAD, Page, chosen
from bench.workspace.words import PASSWORD

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_VERSION = re.compile(r'name="version" value="(\d+)"')
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_UNPROCESSABLE, _FOUND, _FINE = 422, 302, 200
_PATIENCE = 120.0
_SAFE = "/?=&%"


@dataclass
class Diary:
    """What the crowd lived through; a house that is used again tells its mornings apart."""

    morning: str = field(default_factory=lambda: token_hex(3))
    taken: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    warned: int = 0
    lost: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, page: Page, seconds: float) -> None:
        """A page that came."""
        with self.lock:
            self.taken.setdefault(page.name, []).append(seconds)

    def wrong(self, says: str) -> None:
        """A page that did not."""
        with self.lock:
            self.errors.append(says)


class Person:
    """One person with a browser."""

    def __init__(self, address: str, username: str, diary: Diary) -> None:
        self._line = HTTPConnection(urlsplit(address).netloc, timeout=60)
        self._cookies: dict[str, str] = {}
        self._diary, self._username = diary, username
        self._origin = address

    def sign_in(self) -> None:
        """Through the door, as anyone does."""
        token = _first(_TOKEN, self.ask("/sign-in")[1])
        given = {"csrfmiddlewaretoken": token, "username": self._username, "password": PASSWORD}
        status, _ = self.ask("/sign-in", given)
        assert status == _FOUND, f"{self._username} was not let in: {status}"

    def leave(self) -> None:
        """Hang up."""
        self._line.close()

    def ask(self, address: str, form: Mapping[str, str] | None = None) -> tuple[int, str]:
        """The status and the page."""
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self._cookies.items())}
        body = None
        if form is not None:
            body = urlencode(form)
            headers |= {**_FORM, "Origin": self._origin, "Referer": self._origin}
        method = "GET" if form is None else "POST"
        self._line.request(method, quote(address, safe=_SAFE), body, headers)
        answer = self._line.getresponse()
        page = answer.read().decode()
        for header in answer.headers.get_all("Set-Cookie") or ():
            self._cookies |= {name: one.value for name, one in SimpleCookie(header).items()}
        return answer.status, page

    def look(self, page: Page, address: str) -> str:
        """A page, timed."""
        begun = time.perf_counter()
        try:
            status, text = self.ask(address)
        except (OSError, HTTPException) as wrong:
            self._diary.wrong(f"{address}: {wrong!r}")
            self._line.close()
            return ""
        self._diary.note(page, time.perf_counter() - begun)
        if status != _FINE:
            self._diary.wrong(f"{address}: {status}")
        return text

    def tell(self, lead: int, page: str, says: str) -> int:
        """Tell of a lead with the version that the page showed; the status of the answer."""
        form = {
            "csrfmiddlewaretoken": _first(_TOKEN, page),
            "version": _first(_VERSION, page),
            "kind": "contact",
            "day": date.today().isoformat(),
            "says": says,
            # What comes next is overwritten by whoever tells: here an update could be lost.
            "next_step": says,
        }
        begun = time.perf_counter()
        try:
            status, text = self.ask(f"/leads/{lead}/tell", form)
        except (OSError, HTTPException) as wrong:
            self._diary.wrong(f"telling of {lead}: {wrong!r}")
            self._line.close()
            return 0
        self._diary.note(EDIT, time.perf_counter() - begun)
        if status == _FOUND:
            self._diary.told.append(says)
        elif status != _UNPROCESSABLE or "打开之后" not in text:
            self._diary.wrong(f"telling of {lead}: {status}")
        return status


def crowd(
    address: str, leads: Mapping[str, Sequence[int]], past: date, seconds: float, pause: float
) -> Diary:
    """What the people of *leads*, each with the own leads, lived through in so many seconds."""
    diary, over = Diary(), threading.Event()
    # Nobody begins before the last one is in: signing in costs the server half a second each.
    inside = threading.Barrier(len(leads) + 1)
    morning = _Morning(address, past, pause, diary, inside, over)
    threads = [threading.Thread(target=morning.live, args=one) for one in leads.items()]
    for thread in threads:
        thread.start()
    with suppress(threading.BrokenBarrierError):
        inside.wait(_PATIENCE)
        over.wait(seconds)
    over.set()
    for thread in threads:
        thread.join()
    return diary


@dataclass(frozen=True, slots=True)
class _Morning:
    """What everybody's morning has in common."""

    address: str
    past: date
    pause: float
    diary: Diary
    inside: threading.Barrier
    over: threading.Event

    def live(self, username: str, leads: Sequence[int]) -> None:
        """One person's morning, up to its end."""
        dice = random.Random(username)
        person, number = Person(self.address, username, self.diary), 0
        try:
            person.sign_in()
            self.inside.wait(_PATIENCE)
        except (AssertionError, OSError, HTTPException, threading.BrokenBarrierError) as wrong:
            self.diary.wrong(f"{username} did not begin: {wrong!r}")
            self.inside.abort()
            person.leave()
            return
        while not self.over.wait(dice.uniform(0.2, 1.8) * self.pause):
            page, lead = chosen(dice), dice.choice(leads)
            if page is not EDIT:
                person.look(page, dice.choice(page.addresses).format(lead=lead, past=self.past))
                continue
            number += 1
            text = person.look(LEAD, f"/leads/{lead}")
            if _VERSION.search(text):
                person.tell(lead, text, f"{username}第{number}次联系{self.diary.morning}")
        person.leave()


def two_at_once(address: str, pairs: Sequence[tuple[str, str, int]], diary: Diary) -> None:
    """Two people open one lead and both tell of it: the second is told, or an update is lost."""
    for first, second, lead in pairs:
        one, other = Person(address, first, diary), Person(address, second, diary)
        one.sign_in()
        other.sign_in()
        seen, seen_too = (who.look(LEAD, f"/leads/{lead}") for who in (one, other))
        one.tell(lead, seen, f"{first}先写{lead}{diary.morning}")
        status = other.tell(lead, seen_too, f"{second}后写{lead}{diary.morning}")
        diary.warned += status == _UNPROCESSABLE
        diary.lost += status == _FOUND
        one.leave()
        other.leave()


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""
