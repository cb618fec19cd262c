"""The weekly meeting: its pack, its seal, its tasks, what the next one opens with, its minutes."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document

from tests.web.conftest import browser_of
from tests.web.desks.delivery.made import TODAY, a_problem
from tests.web.desks.projects.made import a_project
from yinfeng.reports.renderings.minutes import context_of_minutes
from yinfeng.web.desks.delivery.actions import meetings
from yinfeng.web.desks.delivery.models import Meeting, Pack
from yinfeng.web.desks.delivery.packs import pack_of, seal_of
from yinfeng.web.desks.delivery.papers import SAMPLE, minutes_file
from yinfeng.web.notices.models import Notice
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

WEEK = timedelta(days=7)


def _held(town: OrgUnit, head: User, day: date) -> Meeting:
    made = meetings.call_meeting(town, by=head, title="重大项目周例会", day=day, chair="方镇长")
    return meetings.hold_meeting(made, by=head, today=day, version=made.version)


def _items(meeting: Meeting) -> dict[str, str]:
    meeting = Meeting.objects.select_related("unit", "pack").get(pk=meeting.pk)
    return {
        item.key: "\n".join([item.lead, *(row.says for row in item.rows)])
        for item in pack_of(meeting)
    }


def test_the_next_meeting_opens_with_what_was_promised(
    town: OrgUnit, clerk: User, head: User
) -> None:
    first = _held(town, head, TODAY)
    assert _items(first)["promised"] == "此前没有开过例会。"
    due = TODAY + timedelta(days=5)
    tasks = [
        meetings.decide(first, by=head, says=f"事项{n}", owner="供电所", due=due, person=clerk)
        for n in range(1, 5)
    ]
    assert Notice.objects.filter(to=clerk, kind="delivery.task").count() == 4
    for task in tasks[:3]:
        meetings.claim_task(task, by=clerk, today=due, version=1, result="办完")
    for task in tasks[:2]:
        meetings.confirm_task(task, by=head, today=due, version=2, done=True)
    second = meetings.call_meeting(town, by=head, title="周例会", day=TODAY + WEEK, chair="方镇长")
    told = _items(second)["promised"]
    assert "到期4项，确认完成2项，完成率50.0%" in told
    assert "自报完成、尚未确认1项" in told
    assert "4. 事项4（供电所，2026-03-23）在办，已超期" in told


def test_who_says_that_a_task_is_done_does_not_confirm_it(town: OrgUnit, head: User) -> None:
    task = meetings.decide(
        _held(town, head, TODAY), by=head, says="协调", owner="镇", due=TODAY + WEEK
    )
    task = meetings.claim_task(task, by=head, today=TODAY, version=1, result="办完")
    with pytest.raises(Refused, match="另一人确认"):
        meetings.confirm_task(task, by=head, today=TODAY, version=2, done=True)


def test_new_problems_and_what_waits_for_a_word_are_in_the_pack(
    town: OrgUnit, clerk: User, head: User
) -> None:
    _held(town, head, TODAY - WEEK)
    a_problem(a_project(town, clerk), clerk, TODAY - timedelta(days=3))
    made = meetings.call_meeting(town, by=head, title="周例会", day=TODAY, chair="方镇长")
    found = _items(made)
    assert "新登记1个，销号0个，在办1个" in found["problems"]
    assert "前应交办，还没有责任单位" in found["decisions"]
    assert list(found) == ["promised", "reds", "slips", "problems", "decisions", "money"]


def test_once_held_the_pack_never_changes(town: OrgUnit, clerk: User, head: User) -> None:
    meeting = _held(town, head, TODAY)
    before = _items(meeting)
    a_problem(a_project(town, clerk), clerk, TODAY)
    assert _items(meeting) == before
    pack = Pack.objects.get()
    assert seal_of(pack.content) == pack.sha256
    with pytest.raises(Refused, match="已经封存"):
        meetings.hold_meeting(meeting, by=head, today=TODAY, version=meeting.version)
    with pytest.raises(Refused, match="已有一次例会"):
        meetings.call_meeting(town, by=head, title="x", day=TODAY, chair="y")


def test_meetings_are_numbered_and_held_in_order(town: OrgUnit, head: User) -> None:
    first = meetings.call_meeting(town, by=head, title="例会", day=TODAY, chair="x")
    second = meetings.call_meeting(town, by=head, title="例会", day=TODAY + WEEK, chair="x")
    assert (first.number, second.number) == ("〔2026〕第1期", "〔2026〕第2期")
    with pytest.raises(Refused, match="还没有封存"):
        meetings.hold_meeting(second, by=head, today=TODAY + WEEK, version=1)
    with pytest.raises(Refused, match="还没有到"):
        meetings.hold_meeting(first, by=head, today=TODAY - WEEK, version=1)


def test_the_minutes_say_what_was_decided_and_by_whom_it_is_done(
    town: OrgUnit, clerk: User, head: User
) -> None:
    meeting = _held(town, head, TODAY)
    meetings.decide(meeting, by=head, says="协调用电专线", owner="供电所 陆某", due=TODAY + WEEK)
    meetings.correct_meeting(
        meeting, by=head, version=meeting.version, present="方镇长 陆某", words="抓紧办。\n每周报。"
    )
    meeting = Meeting.objects.select_related("unit", "pack").get(pk=meeting.pk)
    lines = [one.text for one in Document(BytesIO(minutes_file(meeting))).paragraphs]
    assert "云泽镇会议纪要" in lines
    assert "1. 协调用电专线。责任单位（人）：供电所 陆某；2026年3月25日前完成。" in lines
    assert "出席：方镇长、陆某" in lines
    assert "每周报。" in lines


def test_the_page_of_templates_names_every_mark_that_minutes_fill(head: User) -> None:
    browser = browser_of(head)
    page = browser.get("/delivery/minutes-template").content.decode()
    for mark in context_of_minutes(SAMPLE):
        assert f"<code>{mark}</code>" in page, mark
    blank = browser.get("/delivery/minutes-template/blank.docx")
    lines = [one.text for one in Document(BytesIO(blank.getvalue())).paragraphs]
    assert any("{{ opening }}" in line for line in lines)


def test_a_template_that_cannot_be_filled_is_refused(town: OrgUnit, head: User) -> None:
    with pytest.raises(Refused, match="原来的模板继续使用"):
        meetings.set_minutes_template(by=head, unit=town, name="x.docx", content=b"no word file")
    own = Document()
    own.add_paragraph("{{ office }} {{ number }}")
    kept = BytesIO()
    own.save(kept)
    meetings.set_minutes_template(by=head, unit=town, name="x.docx", content=kept.getvalue())
    meeting = _held(town, head, TODAY)
    lines = [one.text for one in Document(BytesIO(minutes_file(meeting))).paragraphs]
    assert lines == ["云泽镇 〔2026〕第1期"]
