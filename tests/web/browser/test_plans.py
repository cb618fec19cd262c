"""A plan in a real browser: made, dragged, tried out, kept; on paper it is A3."""

import re

import pytest
from playwright.sync_api import Page

from tests.web.browser.conftest import SIZES, House
from tests.web.browser.test_access import _AXE, _RUN

_WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_AHEAD = "n => new Date(Date.now() + n * 86400000).toISOString().slice(0, 10)"


@pytest.fixture
def plan(page: Page, house: House) -> str:
    """The address of a plan that the head made."""
    page.goto(f"{house.address}/plans/")
    if page.locator(".listing tbody a").count():
        page.locator(".listing tbody a").first.click()
    else:
        _make(page, house)
    page.wait_for_url(re.compile(r"/plans/\d+$"))
    return page.url


def _make(page: Page, house: House) -> None:
    page.goto(f"{house.address}/projects/new")
    page.fill("#id_name", "桥架生产线项目")
    page.locator("main form[method=post] button").last.click()
    page.wait_for_url(re.compile(r"/projects/\d+"))
    page.click("a:has-text('编制倒排计划')")
    for key, days in (("start", 300), ("acceptance", 800), ("production", 1000)):
        page.fill(f"#id_fixed_{key}", page.evaluate(_AHEAD, days))
    page.click("form.make-form button")


def test_a_bar_is_dragged_tried_out_and_kept_with_a_reason(page: Page, plan: str) -> None:
    bar = page.locator("rect[data-key=roof]")
    bar.scroll_into_view_if_needed()
    was = bar.get_attribute("data-ends")
    box = bar.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y, steps=4)
    page.mouse.up()
    assert page.input_value("#move_key") == "roof"
    assert page.input_value("#move_what") == "moved"
    assert page.input_value("#move_day") > (was or "")
    assert page.evaluate("() => document.activeElement.id") == "move_reason"
    page.click("#do-move button:has-text('试算')")
    page.wait_for_selector(".tried")
    page.fill("#move_reason", "钢构到货推迟")
    page.click("#do-move button:has-text('存为新版')")
    page.wait_for_selector("#plan:has-text('第2版')")
    assert "钢构到货推迟" in page.inner_text("#plan")


@pytest.mark.parametrize("size", SIZES)
def test_a_plan_fits_the_screen_and_everybody(page: Page, plan: str, size: str) -> None:
    page.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
    first = page.locator(".plan-table tbody a").first.get_attribute("href")
    addresses = (plan, f"{plan}/compare", f"{plan.partition('/plans/')[0]}{first}")
    for address in (*addresses, re.sub(r"\d+$", "drawn", plan)):
        page.goto(address)
        assert page.evaluate(_WIDTH) <= 0, address
        page.evaluate(_AXE.read_text(encoding="utf-8"))
        assert page.evaluate(_RUN) == [], address


def test_the_drawing_prints_on_one_sheet_of_a3(page: Page, plan: str) -> None:
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)", paper)
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {(1191, 842)}
