"""Every page, for everybody: WCAG 2.2 AA by axe, both sizes, paper, keyboard, no script.

axe-core is Deque's, under the MPL 2.0 (axe/LICENSE); it serves these tests and is not shipped.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.web.browser.conftest import SIZES, House, first_time, listened_to

_AXE = Path(__file__).parent / "axe" / "axe.min.js"
_AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
_RUN = """async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await axe.run(document, {runOnly: tags});
    return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 160)}`));
}"""
_WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_PALE = """() => {
    const seen = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
        && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
    const pale = e => {
        const [r, g, b] = getComputedStyle(e).color.match(/[0-9.]+/g).map(Number);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b > 140;
    };
    return seen.filter(pale).map(e => e.outerHTML.slice(0, 120));
}"""
_CUT = """() => [...document.querySelectorAll('main *')].filter(e => e.checkVisibility()
    && !['visible', 'clip'].includes(getComputedStyle(e).overflowX)
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
    && !e.closest('.unseen')).map(e => e.outerHTML.slice(0, 120))"""
_TWICE = """() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
    .filter(e => e.id && document.querySelectorAll(`[id="${e.id}"]`).length > 1)
    .map(e => e.outerHTML.slice(0, 120))"""
_A4 = ViewportSize(width=718, height=1047)

OF_THE_HEAD = (
    "/leads/1",
    "/leads/new",
    "/leads/board",
    "/leads/pool",
    "/leads/proposals",
    "/leads/rules",
    "/projects/",
    "/projects/new",
    "/projects/board",
    "/projects/map",
    "/projects/proposals",
    "/projects/told",
    "/projects/rules",
    "/outreach/trips/",
    "/outreach/trips/1",
    "/outreach/trips/add",
    "/outreach/receptions/add",
    "/outreach/rules",
    "/outreach/proposals",
    "/outreach/counts/days",
    "/plans/",
    "/plans/milestones/",
    "/plans/drawn",
    "/plans/month",
    "/plans/templates",
    "/delivery/new",
    "/delivery/rates",
    "/delivery/board",
    "/delivery/lights/",
    "/delivery/money/",
    "/delivery/permits/",
    "/delivery/photos/",
    "/delivery/meetings/",
    "/delivery/meetings/call",
    "/delivery/tasks/",
    "/delivery/sheets/",
    "/delivery/sheets/add",
    "/delivery/minutes-template",
    "/delivery/rules",
    "/agreements/",
    "/agreements/rules",
    "/counts/",
    "/land/map",
    "/land/parcels/",
    "/land/zones/",
    "/land/drawings/",
    "/land/proposals/",
    "/land/parks/add",
    "/land/zones/add",
    "/siting/",
    "/siting/runs",
    "/siting/terms",
    "/siting/rules",
    "/renewal/",
    "/renewal/battle",
    "/renewal/told",
    "/renewal/rules",
    "/tenancy/",
    "/tenancy/add",
    "/tenancy/parks",
    "/tenancy/ahead",
    "/tenancy/land",
    "/tenancy/rules",
    "/reports/1",
    "/reports/weekly/draft",
    "/reports/monthly/draft",
    "/reports/templates",
    "/library/1",
    "/library/figures/",
    "/library/quality",
    "/search/?q=碳纤维",
    "/search/firm?name=宁港桥架有限公司",
    "/notices/",
    "/account",
    "/account/password",
)
OF_OTHERS = {
    "system": (
        "/staff/units",
        "/staff/units/1",
        "/staff/users/1",
        "/system/",
        "/system/settings",
    ),
    "security": (),
    "audit": ("/audit/incidents", "/audit/events/1"),
}
ON_PAPER = ("/today/", "/leads/", "/leads/1", "/outreach/", "/outreach/trips/1", "/reports/1")


@pytest.fixture(scope="session")
def alive(house: House, head: BrowserContext) -> House:
    """The house after its head registered a lead and a trip."""
    page = head.new_page()
    page.goto(f"{house.address}/leads/new")
    page.fill("#id_name", "桥架生产线项目")
    page.fill("#id_investors", "宁港桥架有限公司")
    page.fill("#id_source", "老乡介绍")
    page.click("form.register button")
    page.wait_for_selector(".timeline")
    _trip(page, house, "对接桥架项目")
    page.close()
    return house


def _trip(page: Page, house: House, purpose: str) -> None:
    page.goto(f"{house.address}/outreach/trips/add")
    page.fill("#id_purpose", purpose)
    page.fill("#id_since", "2026-03-10")
    page.fill("#id_until", "2026-03-11")
    page.fill("#id_place", "宁港")
    page.click("main form.sheet > button")
    page.wait_for_url(re.compile(r"/outreach/trips/\d+"))


@pytest.fixture(params=OF_OTHERS)
def other(
    request: pytest.FixtureRequest, house: House, chromium: Browser
) -> Iterator[tuple[str, Page]]:
    """A tab of one of the three administrators."""
    who: str = request.param
    context = chromium.new_context(locale="zh-CN")
    page = listened_to(context.new_page(), house)
    first_time(page, house, who)
    yield who, page
    context.close()
    complaints, house.complaints = house.complaints, []
    assert not complaints


def _menu(page: Page) -> list[str]:
    links = page.locator("header.top nav a").all()
    return [address for link in links if (address := link.get_attribute("href"))]


def _wrong(page: Page, house: House, address: str) -> list[str]:
    """What is wrong with a page at each size."""
    wrong = []
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        if name == "desk":
            answer = page.goto(f"{house.address}{address}", wait_until="networkidle")
            if answer is None or not answer.ok:
                return [f"{address} answers {answer and answer.status}"]
            page.evaluate(_AXE.read_text(encoding="utf-8"))
        if page.evaluate(_WIDTH) > 0:
            wrong.append(f"{address} ({name}) is wider than the screen")
        wrong += [f"{address} has this name twice: {says}" for says in page.evaluate(_TWICE)]
        wrong += [f"{address} ({name}) {says}" for says in page.evaluate(_RUN)]
    return wrong


def test_the_checker_is_the_one_that_was_taken_in() -> None:
    assert hashlib.sha256(_AXE.read_bytes()).hexdigest() == _AXE_SHA256


def test_every_page_of_the_head_meets_the_rules_of_access(page: Page, alive: House) -> None:
    page.goto(f"{alive.address}/today/")
    addresses = [*_menu(page), *OF_THE_HEAD]
    assert len(addresses) > 25
    assert [says for one in addresses for says in _wrong(page, alive, one)] == []


def test_every_page_of_the_administrators_meets_the_rules_of_access(
    other: tuple[str, Page], house: House
) -> None:
    who, page = other
    addresses = [*_menu(page), *OF_OTHERS[who]]
    assert addresses
    assert [says for one in addresses for says in _wrong(page, house, one)] == []


def test_the_door_meets_the_rules_of_access(house: House, chromium: Browser) -> None:
    context = chromium.new_context(locale="zh-CN")
    assert _wrong(context.new_page(), house, "/sign-in") == []
    context.close()


@pytest.mark.parametrize("address", ON_PAPER)
def test_a_page_stands_whole_and_dark_on_paper(page: Page, alive: House, address: str) -> None:
    page.set_viewport_size(_A4)
    page.emulate_media(media="print")
    page.goto(f"{alive.address}{address}", wait_until="networkidle")
    assert page.evaluate(_WIDTH) <= 0
    assert page.evaluate(_CUT) == []
    assert page.evaluate(_PALE) == []
    assert not page.locator("header.top").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_keyboard_goes_from_the_head_of_the_page_into_it(page: Page, alive: House) -> None:
    page.goto(f"{alive.address}/leads/")
    focused = "() => document.activeElement.textContent.trim()"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "跳到正文"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "引凤"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "今日"
    page.keyboard.press("Control+k")
    assert page.evaluate("() => document.activeElement.id") == "search"
    page.keyboard.insert_text("桥架")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.keyboard.press("Tab")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"


def test_what_an_office_writes_daily_is_written_without_script(
    alive: House, head: BrowserContext, chromium: Browser
) -> None:
    plain = chromium.new_context(
        java_script_enabled=False, storage_state=head.storage_state(), locale="zh-CN"
    )
    page = plain.new_page()
    _trip(page, alive, "走访港区企业")
    assert "走访港区企业" in page.inner_text("main")
    page.goto(f"{alive.address}/library/")
    page.locator("details", has=page.locator("textarea")).locator("summary").first.click()
    page.locator("textarea").first.fill("青禾镇新签约项目6个，总投资3.2亿元。")
    page.locator("form", has=page.locator("textarea")).locator("button").last.click()
    page.wait_for_url("**/library/**")
    page.goto(f"{alive.address}/search/")
    page.fill("#q", "碳纤维")
    page.locator("main form button").click()
    assert page.locator(".hits > li").count() > 0
    page.goto(f"{alive.address}/today/")
    page.click("text=看资料里的线索")
    assert page.locator(".proposals > li").count() > 0
    plain.close()
