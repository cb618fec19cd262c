"""The pages in a real browser: at both sizes, by keyboard, and without any script."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.browser.conftest import SIZES, House

_WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_UNNAMED = """() => [...document.querySelectorAll('input:not([type=hidden]), button, a')]
    .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label')))
    .map(e => e.outerHTML)"""


def _open_paper(page: Page, house: House, name: str = "01_全镇招商动员") -> None:
    page.goto(f"{house.address}/library/")
    page.click(f"text={name}")
    page.wait_for_selector("article.card")


@pytest.mark.parametrize("size", SIZES)
def test_no_page_is_wider_than_the_screen(page: Page, house: House, size: str) -> None:
    page.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
    _open_paper(page, house, "05_重点项目台账")
    for address in (page.url, "/library/", "/account", "/account/password"):
        page.goto(address if address.startswith("http") else f"{house.address}{address}")
        assert page.evaluate(_WIDTH) <= 0, address
        assert page.evaluate(_UNNAMED) == []
        assert page.evaluate("() => document.querySelectorAll('h1').length") == 1


def test_the_words_light_up_under_pointer_and_keyboard(page: Page, house: House) -> None:
    _open_paper(page, house)
    proof = page.locator("article.card .proof").nth(2)
    mark = page.locator(f"mark#{proof.get_attribute('data-mark')}")
    proof.hover()
    assert "lit" in (mark.get_attribute("class") or "")
    page.mouse.move(0, 0)
    assert "lit" not in (mark.get_attribute("class") or "")
    proof.focus()
    assert "lit" in (mark.get_attribute("class") or "")


def test_a_figure_is_decided_by_keyboard_and_the_focus_stays(page: Page, house: House) -> None:
    _open_paper(page, house)
    button = page.locator("article.card li button.yes").first
    name = button.get_attribute("id")
    button.focus()
    page.keyboard.press("Enter")
    undo = page.locator(f"#{name}", has_text="撤回")
    undo.wait_for()
    page.wait_for_function(f"() => document.activeElement.id === '{name}'")
    page.keyboard.press("Enter")
    page.locator(f"#{name}", has_text="采用").wait_for()


def test_everything_works_without_script(
    house: House, head: BrowserContext, chromium: Browser
) -> None:
    plain = chromium.new_context(
        java_script_enabled=False, storage_state=head.storage_state(), locale="zh-CN"
    )
    page = plain.new_page()
    _open_paper(page, house, "03_县政府网站")
    proof = page.locator("article.card .proof").first
    proof.click()
    assert page.url.endswith(f"#{proof.get_attribute('data-mark')}")
    page.locator("article.card header button").first.click()
    page.wait_for_url("**#f*")
    assert page.locator("article.card").first.locator("li.accept").count() > 0
    page.click("text=看复原文")
    assert page.locator("mark").count() > 3
    plain.close()
