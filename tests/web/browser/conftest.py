"""A real server with a data folder of its own, and a real browser that looks at it."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    sync_playwright,
)

from scripts.with_postgresql import free_port

ROOT = Path(__file__).parents[3]
PASSWORD = "Yunze-2026-zhen"
SIZES = {"desk": (1366, 768), "phone": (390, 844)}
_FLAGS = (
    "--no-sandbox",
    # Maps are drawn by WebGL in software, on a machine with or without a screen.
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_START = "from yinfeng.cli import main; main()"


@dataclass
class House:
    """Where the server answers, and the one-time password of each of its first people."""

    address: str
    passwords: dict[str, str]
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house with the examples that all tests live in."""
    with served(tmp_path_factory.mktemp("house")) as opened:
        yield opened


def environment(data: Path) -> dict[str, str]:
    """In which a program works on the house of a folder."""
    return {
        **os.environ,
        "YINFENG_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "yinfeng.web.settings",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
    }


@contextmanager
def served(data: Path) -> Iterator[House]:
    """`yinfeng serve` on a fresh folder with the examples, stopped in the end."""
    port, env = free_port(), environment(data)
    given = ("--docs", str(ROOT / "examples" / "inbox"), "--port", str(port), "--workers", "1")
    command = [sys.executable, "-c", _START, "serve", *given]
    server = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    try:
        yield _opened(server, f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(30)
        assert server.stdout is not None
        server.stdout.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine."""
    binary = shutil.which("chromium") or shutil.which("google-chrome")
    if binary is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium fonts-noto-cjk)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def head(house: House, chromium: Browser) -> Iterator[BrowserContext]:
    """The head of the office, who came with the one-time password and chose another."""
    width, height = SIZES["desk"]
    viewport = ViewportSize(width=width, height=height)
    context = chromium.new_context(viewport=viewport, locale="zh-CN")
    page = context.new_page()
    first_time(page, house, "zhuren")
    page.close()
    yield context
    context.close()


@pytest.fixture
def page(house: House, head: BrowserContext) -> Iterator[Page]:
    """A tab of the head, in which nothing may go wrong unseen."""
    tab = head.new_page()
    yield listened_to(tab, house)
    tab.close()
    complaints, house.complaints = house.complaints, []
    assert not complaints


def first_time(page: Page, house: House, who: str) -> None:
    """Come with the one-time password and choose another."""
    page.goto(house.address)
    page.fill("#id_username", who)
    page.fill("#id_password", house.passwords[who])
    page.keyboard.press("Enter")
    page.fill("#id_old", house.passwords[who])
    page.fill("#id_new", PASSWORD)
    page.fill("#id_again", PASSWORD)
    page.click("main button")
    page.wait_for_selector("nav a[aria-current]")


def listened_to(tab: Page, house: House) -> Page:
    """The tab, its errors and warnings written down."""

    def note(message: ConsoleMessage) -> None:
        # The driver of the drawing in software tells how long it takes; a page has no part in it.
        if message.type in ("error", "warning") and "GL Driver Message" not in message.text:
            house.complaints.append(message.text)

    tab.on("console", note)
    tab.on("pageerror", lambda error: house.complaints.append(str(error)))
    return tab


def _opened(server: "subprocess.Popen[str]", address: str) -> House:
    assert server.stdout is not None
    passwords = {}
    for line in server.stdout:
        if found := re.match(r"\s+([a-z]+)\s+(\S+)$", line):
            passwords[found[1]] = found[2]
        if line.startswith("工作台"):
            break
    for _ in range(300):
        try:
            with urlopen(f"{address}/ready"):
                return House(address, passwords)
        except URLError:
            time.sleep(0.2)
    raise AssertionError("the server does not answer")
