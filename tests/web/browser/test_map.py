"""The map of land in a real browser: drawn by software, without the internet, as the list says."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.mapping.shapes import PLAIN, kept, square
from tests.web.browser.conftest import SIZES, House, listened_to
from tests.web.browser.test_access import _A4, _AXE, _RUN
from yinfeng.mapping.systems import swapped
from yinfeng.mapping.writing import Named, geojson

_WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# The colour of the dot of the drawing at a share of its width and height.
_DOT = """([x, y]) => {
    const drawn = document.querySelector("#map canvas");
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [drawn.width, drawn.height];
    const pen = copy.getContext("2d");
    pen.drawImage(drawn, 0, 0);
    return [...pen.getImageData(drawn.width * x, drawn.height * y, 1, 1).data];
}"""
_NO_WEBGL = """() => {
    const given = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
        return kind.startsWith("webgl") ? null : given.call(this, kind, ...more);
    };
}"""
# What Chromium 90 did not have yet, taken away from the one of today.
_OF_2021 = """delete Object.hasOwn;
    for (const kind of [Array, String, Object.getPrototypeOf(Int8Array)]) delete kind.prototype.at;
"""
_GROUND = [245, 246, 247, 255]
_SECONDS = 60_000


@pytest.fixture(scope="module")
def drawn(house: House, head: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> House:
    """The house after its head sent a file of three parcels, saw them on the map, took them."""
    shapes = [Named(kept(square(at * 200)), {"宗地号": f"G{at}"}) for at in range(3)]
    file = tmp_path_factory.mktemp("drawn") / "宗地.geojson"
    file.write_bytes(geojson(shapes, swapped(PLAIN)).replace(b"EPSG::4549", b""))
    page = listened_to(head.new_page(), house)
    page.goto(f"{house.address}/land/drawings/")
    page.set_input_files("input[type=file]", str(file))
    page.click("text=上传并预览")
    page.check('input[value="zone40-swapped"]')
    page.click("text=按此预览")
    _wait_drawn(page)
    assert "可以导入3个" in page.inner_text("main")
    page.click("text=导入这3个")
    page.wait_for_load_state()
    page.close()
    return house


def _wait_drawn(page: Page, turn: int = 1) -> None:
    page.wait_for_function(
        "turn => Number(document.getElementById('map').dataset.drawn || 0) >= turn",
        arg=turn,
        timeout=_SECONDS,
    )


def _open(page: Page, house: House, query: str = "") -> None:
    page.goto(f"{house.address}/land/map{query}")
    _wait_drawn(page)


def test_the_map_draws_its_own_layers_and_asks_nobody_else(page: Page, drawn: House) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open(page, drawn)
    assert "3个图形" in page.inner_text("#map-says")
    assert "G1" in page.inner_text("table")
    assert page.evaluate(_DOT, [0.5, 0.5]) != _GROUND
    assert page.evaluate(_DOT, [0.5, 0.05]) == _GROUND
    elsewhere = [url for url in asked if not url.startswith((drawn.address, "blob:"))]
    assert elsewhere == []


def test_a_browser_of_2021_draws_the_map_too(page: Page, drawn: House) -> None:
    taken = []

    def older(route: Route) -> None:
        taken.append(route.request.url)
        route.fulfill(response=(answer := route.fetch()), body=_OF_2021 + answer.text())

    page.route("**/maps/worker.js", older)
    page.add_init_script(_OF_2021)
    _open(page, drawn)
    assert taken
    assert "3个图形" in page.inner_text("#map-says")
    assert page.evaluate(_DOT, [0.5, 0.5]) != _GROUND


def test_the_filter_of_the_map_is_the_filter_of_the_list(page: Page, drawn: House) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open(page, drawn, "?q=G1")
    assert "1个图形" in page.inner_text("#map-says")
    assert page.locator("main table tbody tr").count() == 1
    layer = next(url for url in asked if "/land/map/parcels" in url)
    assert parse_qs(urlsplit(layer).query)["q"] == ["G1"]
    page.click("text=到宗地列表看全部")
    page.wait_for_url("**/land/parcels/?q=G1")
    assert page.locator("#list tbody tr").count() == 1


def test_a_layer_is_switched_off_and_on(page: Page, drawn: House) -> None:
    _open(page, drawn)
    page.uncheck('input[value="parcels"]')
    _wait_drawn(page, 2)
    assert "没有图形" in page.inner_text("#map-says")
    page.check('input[value="parcels"]')
    _wait_drawn(page, 3)
    assert "3个图形" in page.inner_text("#map-says")


def test_a_click_names_the_parcel_and_leads_to_it(page: Page, drawn: House) -> None:
    _open(page, drawn)
    page.locator("#map").click()
    page.click("#map-found a")
    page.wait_for_url(re.compile(r"/land/parcels/\d+$"))
    assert "G1" in page.inner_text("h1")


def test_an_area_is_measured_in_mu_by_clicks(page: Page, drawn: House) -> None:
    _open(page, drawn)
    page.click("#map-measure")
    box = page.locator("#map").bounding_box()
    assert box is not None
    for x, y in ((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6)):
        page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
    page.wait_for_function("() => document.getElementById('map-says').textContent.includes('亩')")
    assert len(page.input_value("#points").split()) >= 3
    page.click("#map-measure")
    assert page.get_attribute("#map-measure", "aria-pressed") == "false"


def test_the_map_is_moved_and_read_by_keyboard(page: Page, drawn: House) -> None:
    _open(page, drawn)
    page.locator("#map canvas").focus()
    assert "方向键" in (page.locator("#map canvas").get_attribute("aria-label") or "")
    page.keyboard.press("ArrowRight")
    _wait_drawn(page, 2)
    page.focus("#map-in")
    page.keyboard.press("Enter")
    _wait_drawn(page, 3)
    page.locator("main table tbody a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/land/parcels/\d+$"))


@pytest.mark.parametrize("size", SIZES)
def test_the_map_fits_the_screen_and_everybody(page: Page, drawn: House, size: str) -> None:
    page.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
    _open(page, drawn)
    assert page.evaluate(_WIDTH) <= 0
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    assert page.evaluate(_RUN) == []


def test_the_map_is_printed_with_its_table(page: Page, drawn: House) -> None:
    page.set_viewport_size(_A4)
    _open(page, drawn)
    page.emulate_media(media="print")
    assert page.evaluate(_WIDTH) <= 0
    assert page.locator("#map canvas").is_visible()
    assert not page.locator(".map-buttons").is_visible()
    assert page.evaluate(_DOT, [0.5, 0.5]) != _GROUND
    assert "G1" in page.inner_text("table")
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_browser_that_cannot_draw_shows_the_table_and_says_so(page: Page, drawn: House) -> None:
    page.add_init_script(f"({_NO_WEBGL})()")
    page.goto(f"{drawn.address}/land/map")
    page.wait_for_function("() => document.getElementById('map').hidden")
    assert "画不了图" in page.inner_text("#map-says")
    assert "G1" in page.inner_text("table")


def test_the_map_has_its_table_and_measure_without_script(
    drawn: House, head: BrowserContext, chromium: Browser
) -> None:
    plain = chromium.new_context(
        java_script_enabled=False, storage_state=head.storage_state(), locale="zh-CN"
    )
    page = plain.new_page()
    page.goto(f"{drawn.address}/land/map")
    assert "G1" in page.inner_text("table")
    page.fill("#points", "120.945,30.526 120.946,30.526 120.946,30.527 120.945,30.527")
    page.click("text=量算")
    assert "15.96亩" in page.inner_text("main")
    plain.close()
