"""Leads and today in a real browser: at both sizes, by keyboard, and without any script."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.browser.conftest import SIZES, House

_WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_HEIGHT = "() => document.documentElement.scrollHeight - document.documentElement.clientHeight"
_UNNAMED = """() => [...document.querySelectorAll('input:not([type=hidden]), button, a, select')]
    .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label')))
    .map(e => e.outerHTML)"""
_FORM = {
    "name": "冷链装备项目",
    "investors": "海州鲜达供应链有限公司",
    "source": "展会接触",
    "content": "年产2万台冷藏设备",
    "amount": "1.6亿元",
    "land": "供地30亩",
}


def _registered(page: Page, house: House, name: str, investor: str) -> str:
    page.goto(f"{house.address}/leads/new")
    for field, words in {**_FORM, "name": name, "investors": investor}.items():
        page.fill(f"#id_{field}", words)
    page.click("form.register button")
    if page.locator(".clash").count():
        page.fill("#id_reason", "另一个项目")
        page.click("form.register button")
    page.wait_for_selector(".timeline")
    return page.url


@pytest.mark.parametrize("size", SIZES)
def test_no_page_is_wider_than_the_screen(page: Page, house: House, size: str) -> None:
    page.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
    one = _registered(page, house, f"冷链装备{size}项目", f"海州{size}供应链有限公司")
    addresses = ("/today/", "/leads/", "/leads/board", "/leads/pool", "/leads/proposals")
    for address in (one, *addresses, "/leads/rules", "/leads/new"):
        page.goto(address if address.startswith("http") else f"{house.address}{address}")
        assert page.evaluate(_WIDTH) <= 0, address
        assert page.evaluate(_UNNAMED) == [], address
        assert page.evaluate("() => document.querySelectorAll('h1').length") == 1


def test_today_stands_on_one_screen(page: Page, house: House) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"{house.address}/today/", wait_until="networkidle")
    assert page.evaluate(_HEIGHT) <= 0
    assert page.locator(".blocks section").count() == 6


def test_an_event_is_told_by_keyboard_and_moves_the_grade(page: Page, house: House) -> None:
    _registered(page, house, "智能水表项目", "甬城仪表有限公司")
    summary = page.locator("summary", has_text="记一次进展")
    summary.focus()
    page.keyboard.press("Enter")
    page.select_option("#tell_kind", "terms")
    page.fill(
        "#tell_day", page.evaluate("() => new Date(Date.now() + 288e5).toISOString().slice(0, 10)")
    )
    page.fill("#tell_says", "交换了协议草案")
    page.locator("#tell_says").focus()
    page.locator("form:has(#tell_says) button").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("text=进展已登记")
    assert page.locator(".lead-head .grade").inner_text() == "A级"


def test_a_card_of_the_board_moves_without_script(
    house: House, head: BrowserContext, chromium: Browser
) -> None:
    plain = chromium.new_context(
        java_script_enabled=False, storage_state=head.storage_state(), locale="zh-CN"
    )
    page = plain.new_page()
    _registered(page, house, "医用耗材项目", "越州康宁医疗器械有限公司")
    page.goto(f"{house.address}/leads/board?by=stage")
    card = page.locator(".card-lead", has_text="医用耗材项目")
    card.locator("summary").click()
    card.locator("select").select_option("talk")
    card.locator("input[name=says]").fill("双方初步洽谈")
    card.locator("button").click()
    page.goto(f"{house.address}/leads/board?by=stage")
    lane = page.locator("section", has=page.locator("#lnegotiating"))
    assert lane.locator(".card-lead", has_text="医用耗材项目").count() == 1
    plain.close()


def test_a_lead_of_the_papers_is_adopted_with_its_words(page: Page, house: House) -> None:
    page.goto(f"{house.address}/leads/proposals")
    name = page.locator(".proposals h2").first.inner_text()
    page.locator(".proposals a.button").first.click()
    assert page.locator(".picks input:checked").count() > 0
    for field in ("name", "investors", "source"):
        if not page.input_value(f"#id_{field}"):
            page.fill(f"#id_{field}", "待核实")
    page.click("form.register button")
    page.wait_for_selector(".timeline")
    assert page.locator("h1").inner_text() == name
    proof = page.locator(".facts a.proof").first
    assert "/library/" in (proof.get_attribute("href") or "")
