"""The doors of reviews and agreements: the clerk's page, the viewer's 403, another office's 404."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.agreements.made import RED, a_talk, an_agreement, screened
from tests.web.test_matrix import DOORS
from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role

HTMX = {"HX-Request": "true"}
TODAY = timezone.localdate()


def _plain(says: str) -> str:
    """Without what differs from answer to answer."""
    return "\n".join(line for line in says.splitlines() if "csrfmiddlewaretoken" not in line)


@pytest.fixture
def agreement(town: OrgUnit, clerk: User) -> Agreement:
    made = an_agreement(a_talk(town, clerk), clerk)
    screened(made, clerk, RED)
    return made


def test_the_clerk_begins_an_agreement_and_sees_what_is_still_to_do(
    town: OrgUnit, clerk: User, as_clerk: Client
) -> None:
    project = a_talk(town, clerk)
    form = {
        "kind": "binding", "title": "投资协议", "ours": "云泽镇人民政府", "theirs": "远帆重工",
        "amount": "5亿元",
    }  # fmt: skip
    answer = as_clerk.post(f"/agreements/of/{project.pk}/agreement", form)
    page = f"/agreements/{Agreement.objects.get().pk}"
    assert answer["Location"] == page
    says = as_clerk.get(page).content.decode()
    assert "没有这项记录不能签订" in says
    assert "投资协议" in as_clerk.get("/agreements/").content.decode()
    sheet = as_clerk.get("/agreements/export.xlsx")
    assert sheet.status_code == 200
    assert as_clerk.get(f"/agreements/?as_of={TODAY - timedelta(days=1)}").status_code == 200
    assert "投资协议" in as_clerk.get(f"/projects/{project.pk}").content.decode()


def test_the_page_shows_each_clause_with_its_words_and_basis(
    agreement: Agreement, as_clerk: Client
) -> None:
    says = as_clerk.get(f"/agreements/{agreement.pk}").content.decode()
    assert "TAX-02" in says
    assert "<mark>" in says
    assert "地方留成的50%" in says
    assert "公平竞争审查条例" in says
    assert "可以写" in says


def test_the_viewer_sees_no_form_and_gets_403(agreement: Agreement, viewer: User) -> None:
    browser = browser_of(viewer)
    says = browser.get(f"/agreements/{agreement.pk}").content.decode()
    assert "TAX-02" in says
    assert "<form" not in says.split("<main")[1]
    for name in ("draft", "sign", "fair", "promise", "answer", "remove"):
        assert browser.post(f"/agreements/{agreement.pk}/{name}", {}).status_code == 403


def test_what_htmx_swaps_in_is_what_a_reload_shows(agreement: Agreement, as_clerk: Client) -> None:
    page = f"/agreements/{agreement.pk}"
    form = {"side": "ours", "says": "交付净地", "due": TODAY.isoformat()}
    part = as_clerk.post(f"{page}/promise", form, headers=HTMX).content.decode()
    assert "<html" not in part
    assert "交付净地" in part
    told = '<p class="note success" role="status">约定义务已登记。</p>'
    assert _plain(part.replace(told, "")).strip() in _plain(as_clerk.get(page).content.decode())


def test_a_refusal_is_the_part_with_its_sentence(agreement: Agreement, head: User) -> None:
    form = {
        "version": agreement.version, "day": TODAY.isoformat(), "scan_says": "存档案室",
    }  # fmt: skip
    answer = browser_of(head).post(f"/agreements/{agreement.pk}/sign", form, headers=HTMX)
    assert answer.status_code == 422
    assert "没有公平竞争审查记录" in answer.content.decode()


def test_another_offices_reviews_and_agreements_are_not_there(
    hire: Hire, town: OrgUnit, other_town: OrgUnit
) -> None:
    other = hire("other-clerk", other_town, Role.FIELD)
    project = a_talk(other_town, other)
    review = actions.open_review(project, by=other, day=TODAY, today=TODAY)
    theirs = an_agreement(project, other)
    browsers = {role: browser_of(hire(f"own-{role}", town, role)) for role in Role}
    own = [d for d in DOORS if d.name.startswith("agreements:") and d.takes == ("pk",)]
    assert own
    for door in own:
        key = review.pk if ":review" in door.name else theirs.pk
        key = project.pk if door.name in ("agreements:open-review", "agreements:begin") else key
        address = reverse(door.name, args=[key])
        for role in sorted(MAY[door.action]):
            for answer in (browsers[role].get(address), browsers[role].post(address, {})):
                assert answer.status_code in (404, 405), (door.name, role)


def test_the_number_of_queries_does_not_grow(town: OrgUnit, clerk: User, as_clerk: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            as_clerk.get("/agreements/")
        return len(found)

    project = a_talk(town, clerk)
    an_agreement(project, clerk)
    queries()
    few = queries()
    for at in range(5):
        an_agreement(project, clerk, title=f"协议{at}")
    assert queries() == few
