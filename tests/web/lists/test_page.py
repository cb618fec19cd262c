"""The page of a list: filters, sort, columns, pages, what htmx swaps in, who sees what."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import browser_of
from tests.web.lists.conftest import Make
from tests.web.lists.things.models import Place
from yinfeng.web.lists.models import ChosenColumns, SavedFilter
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event

PART = {"HX-Request": "true", "HX-Target": "list"}


def says(browser: Client, address: str, **headers: str) -> str:
    """What the address answers."""
    return browser.get(address, headers=headers).content.decode()


def names(words: str) -> list[str]:
    """The places that a page lists, in order."""
    known = ("河东仓库", "北门空地", "老粮站")
    body = words.split('<div id="list">')[-1].split("<tbody>")[-1]
    return sorted((name for name in known if name in body), key=body.index)


def test_the_list_shows_each_place_with_its_columns(as_clerk: Client, places: list[Place]) -> None:
    page = says(as_clerk, "/places/")
    assert names(page) == ["河东仓库", "北门空地", "老粮站"]
    assert "面积（亩）" in page
    assert ">1,200<" in page
    assert "“面积12.50亩”（场地清单.txt）" in page
    assert '<span class="tag bad">停用</span>' in page
    assert "最后修改" not in page.split("<table")[-1]


def test_another_office_is_not_on_the_list(neighbour: User, places: list[Place]) -> None:
    page = says(browser_of(neighbour), "/places/")
    assert not names(page)
    assert "还没有场地。请先登记一处。" in page


@pytest.mark.parametrize(
    ("asks", "found", "chip"),
    [
        ("q=仓库", ["河东仓库"], "关键字：仓库"),
        ("q=A 空", ["北门空地"], "关键字：A 空"),
        ("state=empty&state=shut", ["北门空地", "老粮站"], "状况：闲置、停用"),
        ("area_from=12.5", ["河东仓库", "北门空地"], "面积：12.5亩起"),
        ("area_to=100", ["河东仓库"], "面积：至100亩"),
        ("fenced=no", ["北门空地", "老粮站"], "有围挡：否"),
        ("seen_from=2026-01-01&seen_to=2026-02-01", [], "查看：2026-01-01至2026-02-01"),
    ],
)
def test_a_filter_narrows_the_list_and_says_so(
    as_clerk: Client, places: list[Place], asks: str, found: list[str], chip: str
) -> None:
    page = says(as_clerk, f"/places/?{asks}")
    assert names(page) == found
    assert chip in page


def test_a_unit_stands_for_what_lies_below_it(
    as_clerk: Client, places: list[Place], town: OrgUnit, county: OrgUnit
) -> None:
    assert len(names(says(as_clerk, f"/places/?unit={town.pk}"))) == 3
    outside = as_clerk.get(f"/places/?unit={county.pk}")
    assert outside.status_code == 422
    assert not names(outside.content.decode())


def test_a_filter_that_cannot_be_read_lists_nothing_and_says_why(
    as_clerk: Client, places: list[Place]
) -> None:
    answer = as_clerk.get("/places/?area_from=很多")
    assert answer.status_code == 422
    assert not names(answer.content.decode())
    assert "面积从" in answer.content.decode()


def test_a_column_sorts_upwards_and_then_downwards(as_clerk: Client, places: list[Place]) -> None:
    page = says(as_clerk, "/places/?sort=area")
    assert 'aria-sort="ascending"' in page
    assert 'href="?sort=-area"' in page
    down = names(says(as_clerk, "/places/?sort=-area"))
    assert [name for name in down if name != "老粮站"] == ["北门空地", "河东仓库"]


def test_what_htmx_swaps_in_is_what_a_reload_shows(as_clerk: Client, places: list[Place]) -> None:
    address = "/places/?q=仓库&sort=name"
    part = says(as_clerk, address, **PART)
    assert "<html" not in part
    assert part.strip() in says(as_clerk, address)


def test_pages_keep_what_was_asked(as_clerk: Client, make: Make) -> None:
    for number in range(51):
        make(f"C{number:03}")
    page = says(as_clerk, "/places/?q=场地&sort=number")
    assert "第1页，共2页" in page
    assert "?q=%E5%9C%BA%E5%9C%B0&amp;sort=number&amp;page=2" in page
    assert "C050" in says(as_clerk, "/places/?q=场地&sort=number&page=2")


def test_the_number_of_queries_does_not_grow(as_clerk: Client, make: Make) -> None:
    make("A1")
    says(as_clerk, "/places/")
    with CaptureQueriesContext(connection) as few:
        says(as_clerk, "/places/")
    for number in range(40):
        make(f"C{number}")
    with CaptureQueriesContext(connection) as many:
        says(as_clerk, "/places/")
    assert len(many) == len(few)


def test_columns_are_chosen_ordered_and_kept_for_the_person(
    as_clerk: Client, head: User, places: list[Place], clerk: User
) -> None:
    wanted = {"see_name": "on", "see_changed": "on", "place_name": "2", "place_changed": "1"}
    answer = as_clerk.post("/places/columns", wanted, follow=True).content.decode()
    table = answer.split("<table")[-1]
    assert table.index("最后修改") < table.index("名称")
    assert "面积（亩）" not in table
    assert ChosenColumns.objects.get().columns == ["changed", "name"]
    assert Event.objects.get(action="lists.choose").actor == clerk
    assert "面积（亩）" in says(browser_of(head), "/places/")
    back = as_clerk.post("/places/columns", {"reset": "1"}, follow=True).content.decode()
    assert "面积（亩）" in back


def test_a_question_is_saved_shared_and_dropped(
    as_clerk: Client, head: User, neighbour: User, places: list[Place]
) -> None:
    own = {"name": "闲置的", "query": "state=empty&page=3"}
    page = as_clerk.post("/places/filters", own, follow=True).content.decode()
    assert names(page) == ["北门空地"]
    assert "闲置的" in says(as_clerk, "/places/")
    assert "闲置的" not in says(browser_of(head), "/places/")
    as_clerk.post("/places/filters", {**own, "is_shared": "on"})
    assert "云泽镇共用" in says(browser_of(head), "/places/")
    assert "闲置的" not in says(browser_of(neighbour), "/places/")
    saved = SavedFilter.objects.get()
    refused = browser_of(head).post(f"/places/filters/{saved.pk}/drop", follow=True)
    assert "只能删除自己保存的筛选。" in refused.content.decode()
    as_clerk.post(f"/places/filters/{saved.pk}/drop", follow=True)
    assert "闲置的" not in says(as_clerk, "/places/")


def test_the_viewer_keeps_filters_and_shares_none(viewer: User, places: list[Place]) -> None:
    browser = browser_of(viewer)
    own = {"name": "停用的", "query": "state=shut"}
    assert browser.post("/places/filters", own, follow=True).status_code == 200
    shared = browser.post("/places/filters", {**own, "is_shared": "on"})
    assert shared.status_code == 403


def test_the_part_tells_the_browser_an_address_without_what_was_left_open(
    as_clerk: Client, places: list[Place]
) -> None:
    answer = as_clerk.get("/places/?q=A&state=&area_from=&page=1", headers=PART)
    assert answer["HX-Push-Url"] == "/places/?q=A&page=1"
    assert as_clerk.get("/places/?q=", headers=PART)["HX-Push-Url"] == "/places/"


def test_a_browser_that_comes_back_is_given_the_whole_page(
    as_clerk: Client, places: list[Place]
) -> None:
    back = {**PART, "HX-History-Restore-Request": "true"}
    assert "<html" in says(as_clerk, "/places/?q=A", **back)


def test_what_a_person_typed_never_becomes_marks_of_the_page(as_clerk: Client, make: Make) -> None:
    sly = """<script>"'&</script>"""
    make("A1", name=sly)
    page = says(as_clerk, "/places/")
    assert sly not in page
    assert "&lt;script&gt;&quot;&#x27;&amp;&lt;/script&gt;" in page
    again = says(as_clerk, '/places/?q="><script>x')
    assert "<script>x" not in again
    assert "&quot;&gt;&lt;script&gt;x" in again
