"""Leads: the six tests of a desk, and its pages."""

from dataclasses import replace
from datetime import timedelta
from typing import Protocol

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.leads.office import MET, registered
from tests.web.desks.leads.test_papers import PAPER
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.doings import DOINGS
from yinfeng.web.desks.leads.models import Lead, OfficeRule
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.store.actions import take_in

HTMX = {"HX-Request": "true"}
TODAY = timezone.localdate()


class Answer(Protocol):
    """What a view answers, in bytes."""

    @property
    def content(self) -> bytes:
        """The bytes."""
        ...


def _says(response: Answer) -> str:
    return response.content.decode()


def _plain(says: str) -> str:
    """Without what differs from answer to answer."""
    return "\n".join(line for line in says.splitlines() if "csrfmiddlewaretoken" not in line)


@pytest.fixture
def lead(clerk: User, town: OrgUnit) -> Lead:
    """A lead of the town."""
    today = replace(MET, met_on=TODAY)
    return actions.register(today, by=clerk, unit=town, today=TODAY)


def _page(lead: Lead) -> str:
    return f"/leads/{lead.pk}"


def _tell(lead: Lead, **more: str) -> dict[str, str]:
    return {
        "version": str(lead.version),
        "kind": "talk",
        "day": TODAY.isoformat(),
        "says": "双方就用地交换了意见",
        **more,
    }


FORM = {
    "name": "高精度轴承项目",
    "source": "联络站推荐",
    "investors": "苏州恒锐精密机械有限公司",
    "reporter": "clerk同志",
    "amount": "3.2亿元",
    "contact": "方文石",
    "contact_phone": "13800001234",
}


def test_the_clerk_registers_tells_and_sees_it_all(as_clerk: Client) -> None:
    says = _says(as_clerk.post("/leads/new", FORM, follow=True))
    assert "已登记线索" in says
    assert "为什么是C级" in says
    assert "3.2亿元" in says
    assert "clerk同志 2" in says
    assert "138****1234" in says
    assert "13800001234" not in says
    lead = Lead.objects.get()
    says = _says(as_clerk.post(f"{_page(lead)}/tell", _tell(lead), follow=True))
    assert "进展已登记" in says
    assert "双方就用地交换了意见" in says
    assert "B级" in says
    listed = _says(as_clerk.get("/leads/?grade=B"))
    assert "高精度轴承项目" in listed
    assert "高精度轴承项目" not in _says(as_clerk.get("/leads/?grade=A"))


def test_the_viewer_sees_no_form_and_gets_403(lead: Lead, viewer: User) -> None:
    browser = browser_of(viewer)
    says = _says(browser.get(_page(lead)))
    assert "高精度轴承项目" in says
    assert "<form" not in says.split("<main")[1]
    for name in DOINGS:
        assert browser.post(f"{_page(lead)}/{name}", {}).status_code == 403, name
    for address in ("/leads/new", f"/leads/pool/{lead.pk}/take", f"{_page(lead)}/remove"):
        assert browser.post(address, {}).status_code == 403


def test_for_another_office_it_is_not_there(lead: Lead, hire: Hire, other_town: OrgUnit) -> None:
    browser = browser_of(hire("other-head", other_town, Role.HEAD))
    assert "高精度轴承项目" not in _says(browser.get("/leads/"))
    assert "高精度轴承项目" not in _says(browser.get("/leads/board"))
    assert browser.get(_page(lead)).status_code == 404
    assert browser.get(f"{_page(lead)}?as_of={TODAY - timedelta(days=1)}").status_code == 404
    assert browser.post(f"{_page(lead)}/tell", _tell(lead)).status_code == 404
    assert browser.post(f"{_page(lead)}/remove", {}).status_code == 404
    assert browser.post(f"/leads/pool/{lead.pk}/take", {}).status_code == 404


def test_what_another_office_is_told_of_a_like_lead(
    lead: Lead, neighbour: User, as_clerk: Client
) -> None:
    form = {**FORM, "name": "精密主轴项目"}
    response = browser_of(neighbour).post("/leads/new", form)
    says = _says(response).split("<main")[1]
    assert response.status_code == 422
    assert "云泽镇" in says
    assert "投资方相同" in says
    for secret in ("方文石", "13800001234", "联络站推荐 ", "年产50万套", "供地45亩", "高精度轴承"):
        assert secret not in says.replace(form["contact"], "", 1).replace(
            form["contact_phone"], "", 1
        )
    own = _says(as_clerk.post("/leads/new", form))
    assert f'href="{_page(lead)}"' in own
    again = {**form, "reason": "对方另一个项目"}
    assert browser_of(neighbour).post("/leads/new", again).status_code == 302


def test_the_plain_form_leads_back_to_the_lead(as_clerk: Client, lead: Lead) -> None:
    response = as_clerk.post(f"{_page(lead)}/tell", _tell(lead))
    assert (response.status_code, response["Location"]) == (302, _page(lead))
    lead.refresh_from_db()
    response = as_clerk.post(f"{_page(lead)}/tell", _tell(lead, back="board"))
    assert response["Location"] == "/leads/board"


def test_what_htmx_swaps_in_is_what_a_reload_shows(as_clerk: Client, lead: Lead) -> None:
    part = _says(as_clerk.post(f"{_page(lead)}/tell", _tell(lead), headers=HTMX))
    assert part.count("进展已登记。") == 1
    assert "<html" not in part
    part = part.replace('<p class="note success" role="status">进展已登记。</p>', "")
    assert _plain(part).strip() in _plain(_says(as_clerk.get(_page(lead))))


def test_a_refusal_is_the_part_with_its_reason(as_clerk: Client, head: User, lead: Lead) -> None:
    early = _tell(lead)
    browser_of(head).post(f"{_page(lead)}/tell", _tell(lead, says="主任先到一步"))
    response = as_clerk.post(f"{_page(lead)}/tell", early, headers=HTMX)
    says = _says(response)
    assert (response.status_code, "<html" in says) == (422, False)
    assert "head同志于" in says
    assert "双方就用地交换了意见" in says
    response = as_clerk.post(f"{_page(lead)}/tell", early)
    assert (response.status_code, "<html" in _says(response)) == (422, True)
    late = _tell(lead, day=(TODAY + timedelta(days=2)).isoformat())
    lead.refresh_from_db()
    late["version"] = str(lead.version)
    assert "还没有到" in _says(as_clerk.post(f"{_page(lead)}/tell", late))


def test_the_number_of_queries_does_not_grow(
    as_clerk: Client, clerk: User, head: User, town: OrgUnit, lead: Lead
) -> None:
    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_clerk.get(address).status_code == 200
        return len(asked)

    addresses = (_page(lead), "/leads/", "/leads/board", "/leads/pool", "/leads/rules")
    few = [queries(address) for address in addresses]
    for number in range(6):
        form = replace(MET, name=f"第{number}号项目", met_on=TODAY, investors=f"甲{number}有限公司")
        registered(clerk, town, form, today=TODAY)
        lead.refresh_from_db()
        actions.tell(lead, by=clerk, kind="talk", day=TODAY, says="又谈了一次", today=TODAY)
    many = [queries(address) for address in addresses]
    assert all(after <= before for after, before in zip(many, few, strict=True)), (few, many)


def test_the_contact_is_shown_for_a_reason_that_stands_on_the_trail(
    as_clerk: Client, lead: Lead
) -> None:
    response = as_clerk.post(f"{_page(lead)}/show-contact", {"reason": ""})
    assert (response.status_code, "13800001234" in _says(response)) == (422, False)
    assert "13800001234" in _says(as_clerk.post(f"{_page(lead)}/show-contact", {"reason": "回访"}))
    assert Event.objects.filter(action="private.read", reason="回访").count() == 2


def test_the_list_is_exported_with_personal_data_masked(as_clerk: Client, lead: Lead) -> None:
    response = as_clerk.get("/leads/export.csv?columns=name&columns=contact_phone")
    assert "138****1234" in b"".join(response).decode("utf-8-sig")


def test_the_past_of_a_lead_is_shown_without_forms(
    as_clerk: Client, clerk: User, lead: Lead
) -> None:
    yesterday = TODAY - timedelta(days=1)
    assert as_clerk.get(f"{_page(lead)}?as_of={yesterday}").status_code == 404
    moment = timezone.now() - timedelta(days=3)
    Lead.history.filter(id=lead.pk).update(history_date=moment)
    says = _says(as_clerk.get(f"{_page(lead)}?as_of={yesterday}"))
    assert "只供查看" in says
    assert "<form" not in says.split("<main")[1]
    assert "高精度轴承项目" in _says(as_clerk.get(f"/leads/?as_of={yesterday}"))


def test_a_lead_of_a_paper_is_adopted_on_its_page(as_clerk: Client, clerk: User) -> None:
    take_in(PAPER.encode(), "招商信息.txt", by=clerk)
    says = _says(as_clerk.get("/leads/proposals"))
    assert "高精度轴承项目" in says
    address = says.split('href="/leads/proposals/')[1].split('"')[0]
    form = as_clerk.get(f"/leads/proposals/{address}").context["form"]
    data = {
        name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()
    }
    assert data["amount"] == "3.2亿元"
    page = f"/leads/proposals/{address}"
    says = _says(as_clerk.post(page, {**data, "fact": address.split("-")}, follow=True))
    assert "已登记线索" in says
    assert "看原文" in says
    assert as_clerk.get(page.replace(address, "999999")).status_code == 404


def test_an_office_lays_its_own_rules_and_a_bad_file_is_refused(head: User, viewer: User) -> None:
    browser = browser_of(head)
    form = {
        "kind": "maturity",
        "since": TODAY.isoformat(),
        "reason": "参照江门",
        "text": "clocks: x",
    }
    response = browser.post("/leads/rules", form)
    assert (response.status_code, "没有写版本" in _says(response)) == (422, True)
    form["text"] = "version: 本镇1\nclocks: jiangmen\n"
    assert "江府办函" in _says(browser.post("/leads/rules", form, follow=True))
    assert OfficeRule.objects.count() == 1
    assert browser_of(viewer).post("/leads/rules", form).status_code == 403
