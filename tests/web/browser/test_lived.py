"""The pages of an office with a year of projects, a renewal, a park and a siting: for everybody.

Each is looked at by axe at both sizes, is no wider than the screen or the paper, and is dark on it.
"""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.browser.conftest import ROOT, House, environment, first_time, listened_to, served
from tests.web.browser.test_access import _A4, _CUT, _PALE, _WIDTH, _wrong

PROJECTS = 12
PAGES = {
    "land": (
        "/land/",
        "/land/parks/2",
        "/land/parcels/",
        "/land/parcels/4",
        "/land/zones/1",
        "/land/drawings/",
        "/land/rules",
        "/land/proposals/",
        "/land/map",
    ),
    "standard": (
        "/standard/",
        "/standard/1",
        "/standard/commitments/1",
        "/standard/checks/",
        "/standard/checks/3",
        "/standard/checks/11",
        "/standard/rules",
    ),
    "siting": (
        "/siting/",
        "/siting/1",
        "/siting/1/edit",
        "/siting/runs",
        "/siting/runs/1",
        "/siting/terms",
        "/siting/rules",
    ),
    "renewal": (
        "/renewal/",
        "/renewal/blocks/1",
        "/renewal/battle?day=2026-04-30",
        "/renewal/owners/1",
        "/renewal/told",
        "/renewal/rules",
    ),
    "tenancy": (
        "/tenancy/",
        "/tenancy/1",
        "/tenancy/parks",
        "/tenancy/parks/1",
        "/tenancy/ahead",
        "/tenancy/land",
        "/tenancy/rules",
    ),
    "projects": (
        "/projects/",
        "/projects/1",
        "/projects/board",
        "/agreements/",
        "/counts/?start=2025-01-01&last=2025-12-31",
    ),
    "delivery": (
        "/plans/drawn",
        "/delivery/",
        "/delivery/lights/",
        "/delivery/board",
        "/delivery/money/",
        "/delivery/meetings/",
        "/delivery/meetings/47",
        "/delivery/tasks/",
    ),
}


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of its own in which the stories of the examples have happened."""
    data = tmp_path_factory.mktemp("lived")
    with served(data) as house:
        filling = [sys.executable, "-m", "scripts.town", "zhuren", str(PROJECTS)]
        subprocess.run(filling, cwd=ROOT, env=environment(data), check=True, timeout=300)
        yield house


@pytest.fixture(scope="module")
def office(lived: House, chromium: Browser) -> Iterator[BrowserContext]:
    """The browser of its head."""
    context = chromium.new_context(locale="zh-CN")
    page = context.new_page()
    first_time(page, lived, "zhuren")
    page.close()
    yield context
    context.close()


@pytest.fixture
def tab(lived: House, office: BrowserContext) -> Iterator[Page]:
    """A tab of the head, in which nothing may go wrong unseen."""
    page = listened_to(office.new_page(), lived)
    yield page
    page.close()
    complaints, lived.complaints = lived.complaints, []
    assert not complaints


@pytest.mark.parametrize("room", PAGES)
def test_pages_that_are_full_meet_the_rules_of_access(tab: Page, lived: House, room: str) -> None:
    assert [says for one in PAGES[room] for says in _wrong(tab, lived, one)] == []


@pytest.mark.parametrize("room", PAGES)
def test_pages_that_are_full_stand_whole_and_dark_on_paper(
    tab: Page, lived: House, room: str
) -> None:
    tab.set_viewport_size(_A4)
    wrong = []
    for address in PAGES[room]:
        tab.emulate_media(media="screen")
        tab.goto(f"{lived.address}{address}", wait_until="networkidle")
        tab.emulate_media(media="print")
        if tab.evaluate(_WIDTH) > 0:
            wrong.append(f"{address} is wider than the paper")
        wrong += [f"{address} is cut: {says}" for says in tab.evaluate(_CUT)]
        wrong += [f"{address} is pale: {says}" for says in tab.evaluate(_PALE)]
    assert wrong == []


def test_the_map_beside_a_ranking_finds_a_lot_and_leads_back_to_it(tab: Page, lived: House) -> None:
    tab.set_viewport_size({"width": 1366, "height": 768})
    tab.goto(f"{lived.address}/siting/1")
    tab.locator("#map[data-drawn]").wait_for(state="attached", timeout=60_000)
    tab.locator("#fits-1 button", has_text="看图").click()
    tab.wait_for_function("() => Number(document.getElementById('map').dataset.drawn) > 1")
    tab.locator("#map").click()
    tab.click("#map-found a")
    tab.wait_for_url(re.compile(r"#fits-\d+$"))
    assert tab.locator("tr:target").count() == 1
