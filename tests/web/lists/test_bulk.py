"""Many rows at once: a preview from what to what, who lacks the right, and nothing half done."""

from decimal import Decimal

from django.db import transaction
from django.test import Client

from tests.web.conftest import Hire, browser_of
from tests.web.lists.conftest import Make
from tests.web.lists.test_page import says
from tests.web.lists.things.models import Place
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event

SHUT = {"step": "preview", "set_state": "on", "state": "停用"}


def _preview(browser: Client, rows: list[int], **sent: str) -> str:
    answer = browser.post("/places/bulk", {"row": rows, **SHUT, **sent})
    return answer.content.decode()


def _carried(page: str) -> str:
    return page.split('name="rows" value="')[1].split('"')[0]


def test_the_form_offers_the_fields_that_may_be_changed(
    as_clerk: Client, places: list[Place]
) -> None:
    page = as_clerk.post("/places/bulk", {"row": [places[0].pk]}).content.decode()
    assert "批量修改1条" in page
    assert 'name="set_state"' in page
    assert 'name="set_number"' not in page


def test_the_preview_says_from_what_to_what_and_writes_nothing(
    as_clerk: Client, places: list[Place]
) -> None:
    page = _preview(as_clerk, [place.pk for place in places])
    assert "将修改2条，1条已是新值、不变。" in page
    assert "状况：<del>在用</del>" in page
    assert "状况：<ins>停用</ins>" in page
    assert Place.objects.filter(state=Place.State.SHUT).count() == 1
    assert _carried(page) == f"{places[0].pk}:1,{places[1].pk}:1"


def test_what_was_shown_is_done_with_history_and_one_event(
    as_clerk: Client, places: list[Place]
) -> None:
    rows = _carried(_preview(as_clerk, [place.pk for place in places]))
    sent = {**SHUT, "step": "do", "rows": rows, "reason": "年底停用"}
    page = as_clerk.post("/places/bulk", sent, follow=True).content.decode()
    assert "已修改2条。" in page
    assert Place.objects.filter(state=Place.State.SHUT).count() == 3
    reasons = Place.history.filter(version=2).values_list("history_change_reason", flat=True)
    assert list(reasons) == ["年底停用", "年底停用"]
    event = Event.objects.get(action="lists.bulk_edit")
    assert event.before["rows"][str(places[1].pk)] == {"state": "empty"}
    assert event.after["rows"][str(places[1].pk)] == {"state": "shut"}
    assert event.reason == "年底停用"


def test_all_that_the_question_finds_can_be_picked(as_clerk: Client, make: Make) -> None:
    for number in range(60):
        make(f"C{number}", area=Decimal(number))
    page = _preview(as_clerk, [], all="1", query="area_from=10")
    assert "将修改50条" in page


def test_where_one_was_changed_since_none_is_changed(
    as_clerk: Client, places: list[Place], head: User
) -> None:
    rows = _carried(_preview(as_clerk, [place.pk for place in places]))
    with transaction.atomic():
        keeping.change(places[0], by=head, name="新名")
    sent = {**SHUT, "step": "do", "rows": rows}
    page = as_clerk.post("/places/bulk", sent, follow=True).content.decode()
    assert "head同志于" in page
    assert "名称由“河东仓库”改为“新名”" in page
    assert Place.objects.filter(state=Place.State.SHUT).count() == 1


def test_rows_of_which_the_person_has_no_right_are_named_and_left(
    make: Make, clerk: User, town: OrgUnit, other_town: OrgUnit, county: OrgUnit, hire: Hire
) -> None:
    own = make("A1")
    other = make("A2", unit=other_town)
    both = hire("both", county, Role.COUNTY)
    Post.objects.create(user=both, unit=town, role=Role.FIELD, since="2020-01-01")
    page = _preview(browser_of(both), [own.pk, other.pk])
    assert "将修改1条，1条不能修改。" in page
    assert "您在柳桥镇没有修改的权限" in page
    assert _carried(page) == f"{own.pk}:1"


def test_the_viewer_gets_403_and_another_office_finds_nothing(
    viewer: User, neighbour: User, places: list[Place]
) -> None:
    assert browser_of(viewer).post("/places/bulk", {"row": [places[0].pk]}).status_code == 403
    assert 'name="row"' not in says(browser_of(viewer), "/places/")
    page = browser_of(neighbour).post("/places/bulk", {"row": [places[0].pk]}, follow=True)
    assert "请先在清单里勾选要处理的行。" in page.content.decode()
    sent = {**SHUT, "step": "do", "rows": f"{places[0].pk}:1"}
    refused = browser_of(neighbour).post("/places/bulk", sent, follow=True).content.decode()
    assert "不在您的工作范围内" in refused
    assert Place.objects.get(pk=places[0].pk).version == 1


def test_a_value_that_cannot_be_read_is_told_at_its_field(
    as_clerk: Client, places: list[Place]
) -> None:
    sent = {"row": [places[0].pk], "step": "preview", "set_seen": "on", "seen": "2026-02-30"}
    answer = as_clerk.post("/places/bulk", sent)
    assert answer.status_code == 422
    assert "没有这一天" in answer.content.decode()


def test_a_telephone_that_is_replaced_is_masked(as_clerk: Client, make: Make) -> None:
    place = make("A1", phone="13812345678")
    sent = {"row": [place.pk], "step": "preview", "set_phone": "on", "phone": "13900001111"}
    page = as_clerk.post("/places/bulk", sent).content.decode()
    assert "联系电话：<del>138****5678</del>" in page
    assert "13812345678" not in page


def test_the_desk_has_its_own_word_on_each_change(
    as_clerk: Client, clerk: User, make: Make
) -> None:
    kept = make("A1", keeper=clerk)
    odd = make("AB", name="编号有误")
    page = _preview(as_clerk, [kept.pk, odd.pk])
    assert "看管人：<del>clerk同志</del>" in page
    assert "编号须为一个字母加数字" in page
