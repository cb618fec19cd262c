"""The tree kept over time: one body stays one unit, renamed, moved or with a second name."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from tests.web.conftest import Hire, browser_of
from yinfeng.web.people.may import may
from yinfeng.web.people.models import Alias, Code, OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell import actions
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

TODAY = date(2026, 6, 1)


@pytest.fixture
def keeper(hire: Hire, county: OrgUnit) -> User:
    """The county's system administrator."""
    return hire("sys", county, Role.SYSTEM)


@pytest.fixture
def village(keeper: User, town: OrgUnit) -> OrgUnit:
    """新桥村, of the town."""
    return actions.add_unit("新桥村", by=keeper, kind="village", parent=town)


def test_a_former_name_finds_the_unit_on_the_days_it_was_borne(keeper: User, town: OrgUnit) -> None:
    actions.rename_unit(town, by=keeper, name="云泽街道", today=TODAY, reason="撤镇设街")
    assert OrgUnit.objects.called("云泽镇", date(2020, 1, 1)).get() == town
    assert OrgUnit.objects.called("云泽街道", TODAY).get().pk == town.pk
    assert not OrgUnit.objects.called("云泽镇", date(2026, 7, 1)).exists()
    event = Event.objects.latest("number")
    assert (event.before, event.after) == ({"name": "云泽镇"}, {"name": "云泽街道"})
    later = date(2027, 1, 1)
    actions.rename_unit(town, by=keeper, name="云湖街道", today=later, reason="更名")
    assert list(town.aliases.order_by("since").values_list("name", "until")) == [
        ("云泽镇", TODAY),
        ("云泽街道", later),
    ]


def test_a_name_is_borne_once_under_one_parent_and_changed_for_a_reason(
    keeper: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    with pytest.raises(Refused, match="已有"):
        actions.rename_unit(town, by=keeper, name="柳桥镇", today=TODAY, reason="x")
    with pytest.raises(Refused, match="相同"):
        actions.rename_unit(town, by=keeper, name="云泽镇", today=TODAY, reason="x")
    with pytest.raises(Refused, match="理由"):
        actions.rename_unit(town, by=keeper, name="云湖镇", today=TODAY, reason="")


def test_a_unit_moves_with_all_below_it_and_rights_move_with_it(
    keeper: User, hire: Hire, town: OrgUnit, other_town: OrgUnit, village: OrgUnit
) -> None:
    grid = actions.add_unit("第一网格", by=keeper, kind="grid", parent=village)
    clerk, neighbour = hire("a", town, Role.FIELD), hire("b", other_town, Role.FIELD)
    actions.move_unit(village, by=keeper, parent=other_town, today=TODAY, reason="村划转")
    for one in (village, grid):
        one.refresh_from_db()
    assert village.path == f"{other_town.path}0001"
    assert grid.path == f"{village.path}0001"
    assert may(neighbour, "library.decide", grid)
    assert not may(clerk, "library.decide", grid)
    assert str(village.old_places.get()) == "云泽镇（至2026-06-01）"
    event = Event.objects.latest("number")
    assert (event.before["parent"], event.after["parent"]) == ("云泽镇", "柳桥镇")


def test_a_unit_does_not_move_below_itself_nor_to_where_it_is(
    keeper: User, county: OrgUnit, town: OrgUnit, village: OrgUnit
) -> None:
    for unit, parent, says in (
        (town, village, "自己的下级"),
        (town, town, "自己的下级"),
        (village, town, "已在"),
        (county, town, "最上级"),
    ):
        with pytest.raises(Refused, match=says):
            actions.move_unit(unit, by=keeper, parent=parent, today=TODAY, reason="x")


def test_a_towns_keeper_neither_takes_nor_gives_outside_the_town(
    hire: Hire, town: OrgUnit, other_town: OrgUnit, village: OrgUnit
) -> None:
    own = hire("own", town, Role.SYSTEM)
    with pytest.raises(PermissionDenied):
        actions.move_unit(village, by=own, parent=other_town, today=TODAY, reason="x")


def test_one_body_with_two_names_has_both_for_their_time(keeper: User, town: OrgUnit) -> None:
    since = date(2024, 1, 1)
    alias = actions.add_alias(town, by=keeper, name="云泽经济开发区", since=since)
    assert OrgUnit.objects.called("云泽经济开发区", TODAY).get() == town
    with pytest.raises(Refused, match="已有"):
        actions.add_alias(town, by=keeper, name="云泽经济开发区", since=TODAY)
    actions.end_alias(alias, by=keeper, until=TODAY)
    assert not OrgUnit.objects.called("云泽经济开发区", TODAY).exists()
    with pytest.raises(Refused, match="已经停用"):
        actions.end_alias(alias, by=keeper, until=TODAY)
    with pytest.raises(Refused, match="晚于"):
        actions.add_alias(town, by=keeper, name="云湖新城", since=TODAY, until=TODAY)


def test_a_new_region_code_ends_the_one_before(
    keeper: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    first, second = date(2010, 1, 1), date(2022, 1, 1)
    actions.give_code(town, by=keeper, scheme="region", code="330499101", since=first)
    actions.give_code(town, by=keeper, scheme="region", code="330499001", since=second)
    assert list(Code.objects.order_by("since").values_list("code", "until")) == [
        ("330499101", second),
        ("330499001", None),
    ]
    with pytest.raises(Refused, match="现属云泽镇"):
        actions.give_code(other_town, by=keeper, scheme="region", code="330499001", since=TODAY)


def test_the_keeper_does_all_that_on_the_page(
    keeper: User, town: OrgUnit, other_town: OrgUnit, village: OrgUnit
) -> None:
    browser = browser_of(keeper)
    assert "新桥村" in browser.get("/staff/units").content.decode()
    page = f"/staff/units/{village.pk}"
    for what, given in (
        ("rename", {"name": "新桥社区", "reason": "村改居"}),
        ("move", {"parent": other_town.pk, "reason": "划转"}),
        ("alias", {"name": "新桥居委会", "since": "2026-01-01"}),
        ("code", {"scheme": "region", "code": "330499101201", "since": "2026-01-01"}),
    ):
        assert browser.post(f"{page}/{what}", given).status_code == 302, what
        assert browser.post(f"{page}/{what}", {}).status_code == 422, what
    alias = Alias.objects.get(name="新桥居委会")
    ended = browser.post(f"/staff/aliases/{alias.pk}/end", {"until": "2026-05-01"})
    assert ended.status_code == 302
    says = browser.get(page).content.decode()
    for word in ("新桥社区", "新桥村", "曾用名", "新桥居委会", "330499101201", "云泽镇（至"):
        assert word in says, word
    bad = browser.post(f"{page}/code", {"scheme": "region", "code": "33", "since": "2026-01-01"})
    assert "区划代码为6、9或12位数字" in bad.content.decode()


def test_who_reads_the_tree_does_not_change_it_and_another_towns_is_not_there(
    hire: Hire, town: OrgUnit, other_town: OrgUnit, village: OrgUnit, as_clerk: Client
) -> None:
    audit = browser_of(hire("aud", town, Role.AUDIT))
    page = audit.get(f"/staff/units/{village.pk}").content.decode()
    assert "登记变化" not in page
    given = {"name": "x", "reason": "y"}
    assert audit.post(f"/staff/units/{village.pk}/rename", given).status_code == 403
    assert as_clerk.get("/staff/units").status_code == 403
    own = browser_of(hire("own", town, Role.SYSTEM))
    assert own.get(f"/staff/units/{other_town.pk}").status_code == 404
    assert own.post(f"/staff/units/{other_town.pk}/rename", given).status_code == 404
    moved = {"parent": other_town.pk, "reason": "y"}
    assert own.post(f"/staff/units/{village.pk}/move", moved).status_code == 422


def test_accounts_are_closed_for_a_reason_and_opened_again(
    keeper: User, hire: Hire, town: OrgUnit
) -> None:
    clerk = hire("clerk", town, Role.FIELD)
    theirs, browser = browser_of(clerk), browser_of(keeper)
    page = f"/staff/users/{clerk.pk}"
    assert browser.post(f"{page}/close", {}).status_code == 422
    assert browser.post(f"{page}/close", {"reason": "调离"}).status_code == 302
    assert theirs.get("/library/")["Location"].startswith("/sign-in")
    assert "已停用" in browser.get("/staff/").content.decode()
    assert browser.post(f"{page}/close", {"reason": "调离"}).status_code == 422
    assert "<code>" in browser.post(f"{page}/reopen").content.decode()
    assert browser.post(f"{page}/reopen").status_code == 422
    own = f"/staff/users/{keeper.pk}/close"
    assert browser.post(own, {"reason": "x"}).status_code == 422
