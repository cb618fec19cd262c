"""The list of papers has one line a story; reprints are folded into it."""

import pytest
from django.test import Client

from tests.web.conftest import Hire, browser_of
from yinfeng.web.desks.library.actions import set_beside
from yinfeng.web.desks.library.jobs import waiting
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.store.actions import take_in

pytestmark = pytest.mark.django_db

STORY = (
    "云泽镇党委书记带队赴苏州考察智能装备企业并与当地商会座谈交流合作事宜。座谈会上双方就产业链协同和人才"
    "共育等方面深入交换意见，一致同意尽快建立常态化对接机制。考察组随后走访了三家精密机械制造企业，详细了解"
    "其扩产计划和用地需求，并邀请企业负责人近期到云泽镇实地考察。云泽镇将安排专人跟踪服务，争取早日签约。\n"
)
OTHER = "柳桥镇召开安全生产工作例会，部署夏季高温期间企业用电和消防隐患排查，要求压实责任。\n"


def _take(by: User, name: str, says: str) -> None:
    take_in(says.encode(), name, by=by)
    for document in waiting().order_by("pk"):
        set_beside(document)


def test_reprints_stand_in_one_line_and_are_unfolded(as_clerk: Client, clerk: User) -> None:
    _take(clerk, "原文.txt", STORY)
    _take(clerk, "转载甲.txt", f"来源：某某网\n{STORY}")
    _take(clerk, "转载乙.txt", f"{STORY}责任编辑：某某\n")
    _take(clerk, "另一件事.txt", OTHER)
    says = as_clerk.get("/library/").content.decode()
    assert "原文" in says
    assert "另有2篇转载" in says
    assert "转载甲" not in says
    assert "另一件事" in says
    says = as_clerk.get("/library/?unfolded=1").content.decode()
    assert "转载甲" in says
    assert "折叠转载" in says


def test_who_asks_for_papers_and_who_exports_sees_each(as_clerk: Client, clerk: User) -> None:
    _take(clerk, "原文.txt", STORY)
    _take(clerk, "转载甲.txt", f"来源：某某网\n{STORY}")
    assert "转载甲" in as_clerk.get("/library/?q=转载甲").content.decode()
    export = as_clerk.get("/library/export.csv")
    lines = b"".join(export.streaming_content).decode()  # type: ignore[attr-defined]
    assert "原文" in lines
    assert "转载甲" in lines


def test_a_reprint_stands_for_its_story_where_the_first_paper_is_out_of_scope(
    as_clerk: Client, clerk: User, neighbour: User, hire: Hire, county: OrgUnit
) -> None:
    _take(neighbour, "原文.txt", STORY)
    _take(clerk, "转载甲.txt", f"来源：某某网\n{STORY}")
    _take(clerk, "转载乙.txt", f"{STORY}责任编辑：某某\n")
    says = as_clerk.get("/library/").content.decode()
    assert "转载甲" in says
    assert "转载乙" not in says
    assert "另有1篇转载" in says
    says = browser_of(hire("county", county, Role.SUPERVISOR)).get("/library/").content.decode()
    assert "另有2篇转载" in says
    assert "转载甲" not in says
