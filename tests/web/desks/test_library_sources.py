"""Papers that tell one figure differently stand side by side, and a person chooses."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import Hire, browser_of
from yinfeng.web.desks.library import actions
from yinfeng.web.desks.library.jobs import waiting
from yinfeng.web.desks.library.models import Choice, Telling
from yinfeng.web.desks.library.sources import Side, odd_keys, overruled, sides_of
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import decide, read_again, take_in
from yinfeng.web.store.models import Decision, Document, Entry, Upload
from yinfeng.web.work.worker import work_off

pytestmark = pytest.mark.django_db

FIRST = "2026年1至3月，云泽镇实现规模以上工业产值56.58亿元。\n"
SECOND = "2026年1至3月，云泽镇规模以上工业产值55.1亿元，形势平稳。\n"
ALIKE = "一季度好消息：2026年1至3月，云泽镇规模以上工业产值56.6亿元。\n"
LATER = "2026年1至6月，云泽镇规模以上工业产值101亿元。\n"
PROJECT = "云泽镇高精度轴承项目总投资{}亿元，用地45亩，由苏州恒锐精密机械有限公司投资。\n"


def _take(by: User, *says: str) -> None:
    for number, one in enumerate(says, 1):
        take_in(one.encode(), f"{by.username}{number}-{one[:4]}.txt", by=by)
    _compare()


def _compare() -> None:
    for document in waiting().order_by("pk"):
        actions.set_beside(document)


def _side(user: User) -> Side:
    (side,) = sides_of(user, list(odd_keys(user)))
    return side


def _standing(side: Side) -> Telling | None:
    return next((one.telling for one in side.told if one.stands), None)


def test_two_papers_that_differ_stand_side_by_side_with_the_words_of_each(
    as_clerk: Client, clerk: User
) -> None:
    _take(clerk, FIRST, SECOND, LATER)
    side = _side(clerk)
    assert "规模以上工业产值" in side.title
    assert (side.state, len(side.told)) == ("waiting", 2)
    says = as_clerk.get("/library/sources").content.decode()
    assert "56.58亿元" in says
    assert "55.1亿元" in says
    assert "101" not in says
    paper = Telling.objects.filter(key=side.key).earliest("pk").document
    assert "对不上" in as_clerk.get(f"/library/{paper.pk}").content.decode()
    assert "56.58" in as_clerk.get(f"/library/sources?paper={paper.pk}").content.decode()


def test_figures_that_can_both_be_true_do_not_differ(as_clerk: Client, clerk: User) -> None:
    _take(clerk, FIRST, ALIKE, LATER)
    assert not odd_keys(clerk)
    assert "没有说法对不上的数" in as_clerk.get("/library/sources").content.decode()


def test_a_goal_is_not_set_against_a_result(clerk: User) -> None:
    _take(clerk, FIRST, "2026年1至3月，云泽镇规模以上工业产值目标60亿元。\n")
    assert not odd_keys(clerk)


def test_a_choice_is_a_row_with_its_reason_and_stands_until_another_paper_differs(
    as_clerk: Client, clerk: User
) -> None:
    _take(clerk, FIRST, SECOND)
    chosen = Telling.objects.get(key=_side(clerk).key, entry__quote__contains="55.1")
    at = f"/library/sources/{chosen.pk}/choose"
    assert "请写明理由" in as_clerk.post(at, follow=True).content.decode()
    assert not Choice.objects.exists()
    as_clerk.post(at, {"why": "与统计站核对过"})
    side = _side(clerk)
    assert (side.state, _standing(side)) == ("chosen", chosen)
    assert Event.objects.get(action="library.choose").reason == "与统计站核对过"
    assert "与统计站核对过" in as_clerk.get("/library/sources").content.decode()
    _take(clerk, "补充：2026年1至3月，云泽镇规模以上工业产值60.3亿元。\n")
    side = _side(clerk)
    assert side.state == "waiting"
    assert _standing(side) is not None
    as_clerk.post(at, {"undo": "1", "why": "重新核对"})
    assert _standing(_side(clerk)) is None
    with pytest.raises(Refused, match="没有选定"):
        actions.unchoose(chosen, by=clerk, why="再来")


def test_the_chosen_one_is_what_reports_show(clerk: User) -> None:
    _take(clerk, FIRST, SECOND)
    first, second = Telling.objects.filter(key=_side(clerk).key).order_by("pk")
    actions.choose(second, by=clerk, why="核对过")
    units = in_scope(clerk, "library.read")
    facts = [first.entry.fact_id, second.entry.fact_id]
    assert overruled(facts, units) == {first.entry.fact_id: second.entry.fact_id}


def test_a_stated_rule_chooses_where_the_house_counts_for_more(clerk: User) -> None:
    title = "云泽镇2026年一季度统计公报"
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{SECOND}</p></body>"
    take_in(f"{page}</html>".encode(), "公报.html", by=clerk)
    _take(clerk, FIRST)
    side = _side(clerk)
    assert (side.state, side.says) == ("ruled", "以统计部门公布的为准")


def test_a_choice_holds_when_the_paper_is_read_again(clerk: User, head: User) -> None:
    _take(clerk, FIRST, SECOND)
    chosen = Telling.objects.get(key=_side(clerk).key, entry__quote__contains="55.1")
    actions.choose(chosen, by=clerk, why="核对过")
    for upload in Upload.objects.all():
        read_again(upload, by=head, engine="99.0")
    assert waiting().count() == 2
    _compare()
    stands = _standing(_side(clerk))
    assert stands is not None
    assert (stands.value, stands.pk != chosen.pk) == (chosen.value, True)


def test_what_was_rejected_or_put_right_is_compared_as_it_stands(clerk: User) -> None:
    _take(clerk, FIRST, SECOND)
    entry = Entry.objects.get(quote__contains="55.1", field="value")
    decide(entry, by=clerk, verdict=Decision.Verdict.REJECT)
    work_off()
    assert odd_keys(clerk)
    for document in Document.objects.all():
        actions.set_beside(document)
    assert not odd_keys(clerk)


def test_papers_of_two_towns_differ_for_the_county_only(
    clerk: User, neighbour: User, hire: Hire, county: OrgUnit
) -> None:
    _take(clerk, FIRST)
    _take(neighbour, SECOND)
    above = hire("county", county, Role.FIELD)
    assert not odd_keys(clerk)
    assert not odd_keys(neighbour)
    assert _side(above).state == "waiting"
    theirs = Telling.objects.exclude(document__unit=clerk.unit).first()
    assert theirs is not None
    assert browser_of(clerk).post(f"/library/sources/{theirs.pk}/choose").status_code == 404


def test_projects_are_compared_and_told_apart(as_clerk: Client, clerk: User) -> None:
    _take(
        clerk, PROJECT.format("3.2"), PROJECT.format("4.5").replace("高精度轴承", "高精度轴承制造")
    )
    named = set(Telling.objects.filter(sort="project").values_list("name", "thing"))
    assert len({thing for _, thing in named}) == 1
    side = _side(clerk)
    assert "总投资" in side.title
    assert side.other is not None
    page = as_clerk.get("/library/sources").content.decode()
    assert "不是一回事" in page
    data = {"other": side.other.pk, "why": "两家公司的两个项目"}
    as_clerk.post(f"/library/sources/{side.first.pk}/choose", data)
    assert not odd_keys(clerk)
    assert Telling.objects.filter(sort="project").exists()


def test_who_may_not_decide_chooses_nothing(clerk: User, viewer: User) -> None:
    _take(clerk, FIRST, SECOND)
    telling = Telling.objects.latest("pk")
    answer = browser_of(viewer).post(f"/library/sources/{telling.pk}/choose", {"why": "看过"})
    assert answer.status_code == 403
    assert "以此为准" not in browser_of(viewer).get("/library/sources").content.decode()


def test_the_number_of_queries_does_not_grow(as_clerk: Client, clerk: User) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            as_clerk.get("/library/sources")
        return len(queries)

    _take(clerk, FIRST, SECOND)
    asked()
    few = asked()
    _take(clerk, PROJECT.format("3.2"), PROJECT.format("4.5"))
    assert len(odd_keys(clerk)) == 2
    assert asked() == few
