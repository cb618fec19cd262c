"""The pictures of the READMEs, taken of a fresh house with the example papers.

    python scripts/screens.py

opens the workspace in a folder of its own, registers what a first morning brings, then lets the
stories of the examples happen (scripts/town.py), and writes docs/screens/*.png. It needs Chromium
and a font for Chinese (scripts/system_packages.sh).
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
SCREENS = ROOT / "docs" / "screens"
LARGEST = 200 * 1024
_SERVE = "from yinfeng.cli import main; main()"
_PORT = 8972
_PASSWORD = "Qinghe-2026-fenghuang"
_FLAGS = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--lang=zh-CN")
_PAPER = "03_县政府网站"
_LEAD = {
    "name": "冷链装备项目",
    "investors": "海州鲜达供应链有限公司",
    "source": "驻沪联络站",
    "content": "年产2万台冷藏设备",
    "amount": "1.6亿元",
    "land": "租用厂房8000平方米",
}
_VISIT = {"group": "宁港桥架有限公司", "heads": "4", "purpose": "看标准厂房"}
_PARK = "云泽智造园"
_TRIP = {"purpose": "回访碳纤维制品项目投资方", "place": "上海"}


def take() -> None:
    """Open a house, live a morning in it, take the pictures."""
    binary = shutil.which("chromium") or shutil.which("google-chrome")
    if binary is None:
        sys.exit("No Chromium here (Debian: apt-get install chromium fonts-noto-cjk).")
    SCREENS.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, _house(Path(folder)) as password, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=binary, args=list(_FLAGS), env=_language())
        size = {"width": 1280, "height": 800}
        page = browser.new_page(viewport=size, locale="zh-CN")  # type: ignore[arg-type]
        _come_in(page, password)
        adopted = _adopt_first(page)
        _register(page)
        _travel(page)
        _picture(page, "/today/", "today")
        _picture(page, _paper(page), "paper")
        _picture(page, adopted, "lead")
        _picture(page, "/reports/1", "daily")
        _picture(page, "/outreach/", "outreach")
        _live(Path(folder))
        _picture(page, _latest_meeting(page), "meeting")
        _picture(page, "/plans/drawn", "plans")
        _picture(page, "/renewal/battle?day=2026-04-30", "renewal")
        _picture(page, _park(page), "park")
        _picture(page, "/siting/runs/1", "siting")
        browser.close()


def _language() -> dict[str, str | float | bool]:
    return {**os.environ, "LANGUAGE": "zh_CN", "LANG": "zh_CN.UTF-8"}


@contextmanager
def _house(data: Path) -> Iterator[str]:
    """The workspace with the examples; the one-time password of its head."""
    given = ("--docs", "examples/inbox", "--data", str(data), "--port", str(_PORT))
    command = [sys.executable, "-c", _SERVE, "serve", *given, "--workers", "1"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    password = ""
    for line in server.stdout:
        if found := re.match(r"\s+zhuren\s+(\S+)", line):
            password = found[1]
        if line.startswith("工作台"):
            break
    try:
        yield password
    finally:
        server.terminate()
        server.wait(30)


def _at(address: str) -> str:
    return f"http://127.0.0.1:{_PORT}{address}"


def _come_in(page: Page, password: str) -> None:
    _wait_ready()
    page.goto(_at("/"))
    page.fill("#id_username", "zhuren")
    page.fill("#id_password", password)
    page.keyboard.press("Enter")
    page.fill("#id_old", password)
    page.fill("#id_new", _PASSWORD)
    page.fill("#id_again", _PASSWORD)
    page.click("main button")
    page.wait_for_selector("nav a[aria-current]")


def _wait_ready() -> None:
    """Until the server answers; it says its address a moment before."""
    for _ in range(300):
        try:
            with urlopen(_at("/ready")):
                return
        except URLError:
            time.sleep(0.2)
    sys.exit("The workspace does not answer.")


def _adopt_first(page: Page) -> str:
    """The address of the lead made of the ripest that the papers tell of."""
    page.goto(_at("/leads/proposals"))
    page.locator(".proposals a.button").first.click()
    page.wait_for_selector(".picks")
    if not page.input_value("#id_source"):
        page.fill("#id_source", "镇领导外出招商")
    page.click("form.register button")
    page.wait_for_selector(".timeline")
    return page.url.removeprefix(_at(""))


def _register(page: Page) -> None:
    page.goto(_at("/leads/new"))
    for field, says in _LEAD.items():
        page.fill(f"#id_{field}", says)
    page.click("form.register button")
    page.wait_for_selector(".timeline")


def _travel(page: Page) -> None:
    """A trip of two days last week that waits for approval, and a visit to the office."""
    since = date.today() - timedelta(days=6)
    page.goto(_at("/outreach/trips/add"))
    for field, says in _TRIP.items():
        page.fill(f"#id_{field}", says)
    page.fill("#id_since", since.isoformat())
    page.fill("#id_until", (since + timedelta(days=1)).isoformat())
    page.click("main form.sheet > button")
    page.wait_for_url(re.compile(r"/outreach/trips/\d+"))
    _add(page, "travellers", "姓名", "沈致远")
    _add(page, "visits", "企业", "上海澜图新材料有限公司", on=since.isoformat())
    page.goto(_at("/outreach/receptions/add"))
    for field, says in {**_VISIT, "on": since.isoformat()}.items():
        page.fill(f"#id_{field}", says)
    page.click("main form.sheet > button")
    page.wait_for_url(re.compile(r"/outreach/receptions/\d+"))


def _add(page: Page, part: str, label: str, says: str, on: str = "") -> None:
    """A row of a record's part."""
    found = page.locator(f"#{part}")
    found.locator("summary", has_text="添加").click()
    if on:
        found.locator("input[name=on]").fill(on)
    found.get_by_label(label).first.fill(says)
    found.locator("button", has_text="添加").click()
    found.get_by_text(says).first.wait_for()


def _paper(page: Page) -> str:
    page.goto(_at("/library/"))
    page.click(f"text={_PAPER}")
    page.wait_for_selector("article.card")
    page.locator("article.card header button").first.click()
    page.locator("article.card li.accept").first.wait_for()
    return page.url.removeprefix(_at("")).partition("#")[0]


def _live(data: Path) -> None:
    """Let a year of projects, a renewal, a park and a siting happen in the house."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "YINFENG_DATA": str(data)}
    subprocess.run([sys.executable, "-m", "scripts.town", "zhuren"], cwd=ROOT, env=env, check=True)


def _latest_meeting(page: Page) -> str:
    page.goto(_at("/delivery/meetings/?sort=-day"))
    return page.locator("#list tbody th a, #list tbody td a").first.get_attribute("href") or ""


def _park(page: Page) -> str:
    page.goto(_at("/tenancy/parks"))
    address = page.locator("table a", has_text=_PARK).first.get_attribute("href")
    return f"{address}?first=2025-11-01&last=2026-10-31"


def _picture(page: Page, address: str, name: str) -> None:
    page.goto(_at(address), wait_until="networkidle")
    if page.locator("#map").count():
        page.locator("#map[data-drawn]").wait_for(state="attached", timeout=60_000)
    path = SCREENS / f"{name}.png"
    page.screenshot(path=path)
    with Image.open(path) as taken:
        # A page has few colours; a palette of them takes a third of the room.
        taken.convert("RGB").quantize(128).save(path, optimize=True)
    if path.stat().st_size > LARGEST:
        sys.exit(f"{path.name} is larger than {LARGEST} bytes.")


if __name__ == "__main__":
    take()
