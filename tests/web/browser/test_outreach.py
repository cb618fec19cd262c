"""Outreach and reports in a browser: a trip by hand, a report that is issued, at both sizes."""

import re

import pytest
from playwright.sync_api import Page

from tests.web.browser.conftest import SIZES, House

_WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_UNNAMED = """() => [...document.querySelectorAll('input:not([type=hidden]), button, a, select')]
    .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label')))
    .map(e => e.outerHTML)"""
PAGES = (
    "/outreach/",
    "/outreach/trips/",
    "/outreach/trips/add",
    "/outreach/receptions/add",
    "/outreach/rules",
    "/outreach/proposals",
    "/reports/",
    "/reports/daily/draft",
    "/reports/monthly/draft",
    "/reports/templates",
)


@pytest.mark.parametrize("size", SIZES)
def test_no_page_of_outreach_or_reports_is_wider_than_the_screen(
    page: Page, house: House, size: str
) -> None:
    page.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
    for address in PAGES:
        page.goto(f"{house.address}{address}")
        assert page.evaluate(_WIDTH) <= 0, address
        assert page.evaluate(_UNNAMED) == [], address
        assert page.evaluate("() => document.querySelectorAll('h1').length") == 1, address


def test_a_trip_is_registered_and_a_traveller_added_without_leaving_the_page(
    page: Page, house: House
) -> None:
    page.goto(f"{house.address}/outreach/trips/add")
    page.fill("#id_purpose", "对接丝杠项目")
    page.fill("#id_since", "2026-03-03")
    page.fill("#id_until", "2026-03-04")
    page.fill("#id_place", "苏州")
    page.click("main form.sheet > button")
    page.wait_for_url("**/outreach/trips/*")
    part = page.locator("#travellers")
    part.locator("summary", has_text="添加外出人员").click()
    part.get_by_label("姓名").fill("何一鸣")
    part.locator("button", has_text="添加").click()
    page.locator("#travellers th", has_text="何一鸣").wait_for()
    assert "对接丝杠项目" in page.inner_text("main")


def test_a_report_is_issued_and_every_number_leads_to_its_words(page: Page, house: House) -> None:
    page.goto(f"{house.address}/reports/weekly/draft")
    page.click("text=签发并封存")
    page.wait_for_url(re.compile(r"/reports/\d+$"))
    assert "招商工作周报〔" in page.inner_text("main")
    page.locator("sup a").first.click()
    assert page.locator("li:target mark").count() == 1
