"""A list in a real browser: it follows what is typed, by keyboard, and works without script."""

from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.browser.conftest import House

LIST = "/library/figures/"


def test_the_list_follows_what_is_typed_and_the_keyboard(page: Page, house: House) -> None:
    page.goto(f"{house.address}{LIST}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.closest('tr').rowIndex") == 2
    page.keyboard.press("k")
    assert page.evaluate("() => document.activeElement.closest('tr').rowIndex") == 1
    page.keyboard.press("/")
    page.keyboard.insert_text("亿元")
    page.wait_for_url("**/library/figures/?q=*")
    assert page.locator(".chip").inner_text().startswith("关键字：亿元")
    page.click("thead a >> text=发布日期")
    page.wait_for_url("**sort=published*")
    assert page.locator("th[aria-sort=ascending]").count() == 1
    page.go_back()
    page.wait_for_url("**/library/figures/?q=*")
    assert page.locator("header.top").count() == 1


def test_the_list_is_filtered_without_script(
    house: House, head: BrowserContext, chromium: Browser
) -> None:
    state = head.storage_state()
    plain = chromium.new_context(java_script_enabled=False, storage_state=state, locale="zh-CN")
    page = plain.new_page()
    page.goto(f"{house.address}{LIST}")
    page.fill("#f_q", "亿元")
    page.click("form.filters button")
    assert page.locator(".chip").count() == 1
    assert page.locator("#list tbody tr").count() > 0
    plain.close()
