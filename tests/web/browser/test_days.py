"""A day that stands in a sentence is not split over two lines, however narrow the screen."""

import pytest
from playwright.sync_api import Page

from tests.web.browser.conftest import House

_SPLIT = """() => {
    const split = [];
    const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const words = walk.currentNode;
        if (words.parentElement.closest('.source, pre, textarea, select, script')) continue;
        for (const day of words.data.matchAll(/\\d{4}-\\d{2}(-\\d{2})?/g)) {
            const range = document.createRange();
            range.setStart(words, day.index);
            range.setEnd(words, day.index + day[0].length);
            const tops = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
            if (tops.size > 1) split.push(words.data);
        }
    }
    return split;
}"""
_HELD = "() => document.querySelectorAll('main .day').length"


@pytest.mark.parametrize("address", ["/leads/", "/today/", "/leads/pool", "/library/"])
def test_no_day_is_split(page: Page, house: House, address: str) -> None:
    page.goto(f"{house.address}{address}")
    for width in range(300, 420, 12):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(_SPLIT) == [], width


def test_a_day_that_comes_with_a_part_of_a_page_is_held_too(page: Page, house: House) -> None:
    page.goto(f"{house.address}/today/")
    before = page.evaluate(_HELD)
    page.evaluate("""() => {
        const part = document.createElement('p');
        part.textContent = '到期日是2026-11-23，尚未答复，上次谈过是2026-10-08 15:30。';
        document.querySelector('main').append(part);
        htmx.process(part);
        document.body.dispatchEvent(new CustomEvent('htmx:load', {detail: {elt: part}}));
    }""")
    assert page.evaluate(_HELD) == before + 2
    page.set_viewport_size({"width": 300, "height": 844})
    assert page.evaluate(_SPLIT) == []
