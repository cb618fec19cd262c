"""Numbers of rules are changed in a form, on every page alike, and saved as a dated row."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.conftest import browser_of
from yinfeng.web.desks.agreements.rules import reviewing_of
from yinfeng.web.desks.leads.models import OfficeRule
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.plans.models import PlanRule
from yinfeng.web.desks.plans.rules import template_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.rule_numbers import Numbers, form_of

TODAY = timezone.localdate()


@pytest.fixture
def as_head(head: User) -> Client:
    """The browser of the head of the office."""
    return browser_of(head)


def _sent(numbers: Numbers, unit: OrgUnit, **changed: object) -> dict[str, object]:
    """What the form sends where only these inputs were changed."""
    model = PlanRule if numbers.key == "plan" else OfficeRule
    form = form_of(numbers, model, unit, TODAY)
    held = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    about = {
        "version": "云泽镇2026",
        "since": TODAY,
        "reason": "镇党委会纪要",
        "numbers": numbers.name,
    }
    return {**held, **about, **changed}


def _says(browser: Client, address: str) -> str:
    return browser.get(address).getvalue().decode()


def test_the_form_shows_what_holds_beside_what_the_house_says(as_head: Client) -> None:
    page = _says(as_head, "/leads/rules")
    (row,) = re.findall(r"<tr><th[^>]*><label[^>]*>保护期</label>.*?</tr>", page, re.DOTALL)
    assert 'value="90"' in row
    assert '<option value="calendar" selected>天' in row
    assert "90天" in row
    assert "首报首谈制（重庆、江门、通海公开做法）" in page


def test_a_changed_number_holds_from_its_day_and_is_told_in_the_history(
    as_head: Client, head: User, town: OrgUnit
) -> None:
    later = TODAY + timedelta(days=3)
    sent = _sent(Numbers("claims"), town, protection=120, quiet__lapse=45, since=later)
    sent["quiet__notice"] = 30
    assert as_head.post("/leads/rules", sent).status_code == 302
    assert rules_of(town, TODAY).claims.protection.days == 90
    made = rules_of(town, later).claims
    assert (made.protection.days, made.notice, made.lapse) == (120, 30, 45)
    row = OfficeRule.objects.get()
    assert (row.kind, row.by, row.since, row.why) == ("claims", head, later, "镇党委会纪要")
    event = Event.objects.get(action="leads.set_rules")
    assert event.reason == "镇党委会纪要"


def test_a_clock_may_count_in_other_days(as_head: Client, town: OrgUnit) -> None:
    name = "clocks__steps__answer"
    sent = _sent(Numbers("maturity"), town, **{name: 7, f"{name}__kind": "calendar"})
    assert as_head.post("/leads/rules", sent).status_code == 302
    clocks = rules_of(town, TODAY).policy.clocks
    answer = next(step for step in clocks.steps if step.key == "answer")
    assert (answer.term.days, answer.term.working) == (7, False)
    assert next(s for s in clocks.steps if s.key == "first_contact").large is not None


def test_a_second_change_keeps_the_first(as_head: Client, town: OrgUnit) -> None:
    as_head.post("/leads/rules", _sent(Numbers("claims"), town, protection=120))
    as_head.post("/leads/rules", _sent(Numbers("claims"), town, longest=300))
    made = rules_of(town, TODAY).claims
    assert (made.protection.days, made.longest) == (120, 300)
    assert 'value="120"' in _says(as_head, "/leads/rules")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({}, "没有改动任何数字"),
        ({"protection": ""}, "这个字段是必填项"),
        ({"protection": "很久"}, "输入整数"),
        ({"protection": -1}, "大于或等于"),
        ({"credit__first": 70}, "两项之和应为100"),
        ({"longest": 300, "reason": ""}, "请写明依据或理由"),
        ({"longest": 300, "since": "2020-01-01"}, "从今天或以后起施行"),
        ({"protection__kind": "moons"}, "moons"),
    ],
)
def test_what_cannot_hold_is_refused_with_a_sentence(
    as_head: Client, town: OrgUnit, changed: dict[str, object], says: str
) -> None:
    answer = as_head.post("/leads/rules", _sent(Numbers("claims"), town, **changed))
    assert answer.status_code == 422
    assert says in answer.getvalue().decode()
    assert not OfficeRule.objects.exists()


def test_reviews_and_plans_have_the_same_form(as_head: Client, town: OrgUnit) -> None:
    sent = _sent(Numbers("review"), town, pass_from=75, scope__compulsory_from=8000)
    assert as_head.post("/agreements/rules", sent).status_code == 302
    assert reviewing_of(town, TODAY).pass_from == 75
    assert reviewing_of(town, TODAY).compulsory_from == 80_000_000
    plan = Numbers("plan", "template", "leased-plant")
    changed = next(name for name in _sent(plan, town) if name.endswith("__target"))
    page = "/plans/templates?template=leased-plant"
    assert as_head.post(page, _sent(plan, town, **{changed: 9})).status_code == 302
    key = changed.split("__")[1]
    made = template_of(town, "leased-plant", TODAY)
    assert next(one for one in made.milestones if one.key == key).takes.count == 9


def test_who_may_not_set_rules_has_no_form_and_is_refused(viewer: User, town: OrgUnit) -> None:
    browser = browser_of(viewer)
    assert "改数字" not in _says(browser, "/leads/rules")
    sent = _sent(Numbers("claims"), town, protection=120)
    assert browser.post("/leads/rules", sent).status_code == 403


def test_the_file_itself_may_still_be_written(as_head: Client, town: OrgUnit) -> None:
    text = "version: 云泽镇\nprotection: {days: 60}\n"
    sent = {"kind": "claims", "text": text, "since": TODAY, "reason": "会议纪要"}
    assert as_head.post("/leads/rules", sent).status_code == 302
    assert rules_of(town, TODAY).claims.protection.days == 60
