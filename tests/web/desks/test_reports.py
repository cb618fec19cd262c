"""Reports: sealed, numbered, compared, put right by a new issue only; the tests of a desk."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pypdfium2  # type: ignore[import-untyped]
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document
from openpyxl import load_workbook

from tests.web.conftest import Hire, browser_of
from tests.web.desks.leads.office import FORM, MET, registered, told
from tests.web.desks.outreach_year import Town
from yinfeng.reports.report import Section
from yinfeng.web.desks.leads.actions import adopt, dispatch
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.proposals import proposals
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.outreach.models import Reception, Signing, Talk
from yinfeng.web.desks.reports import actions, files
from yinfeng.web.desks.reports.content import from_json, sealed, to_json
from yinfeng.web.desks.reports.kinds import KINDS, Kind, kind_of
from yinfeng.web.desks.reports.models import APPEND_ONLY, Issue, IssueFile
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault
from yinfeng.web.store.actions import take_in
from yinfeng.web.work.worker import work_off

MONDAY = date(2026, 3, 2)
DAY = MONDAY + timedelta(days=2)
TODAY = date(2026, 3, 31)
PAPER = (
    "云泽镇招商动态\n\n"
    "2026年3月18日，云泽镇党委书记沈立群带队赴苏州，走访苏州博川传动科技有限公司，洽谈高精度轴承项目。\n"
).encode()

SIGNED_SOON = (
    "云泽镇招商动态\n\n2026年3月18日，云泽镇党委书记沈立群带队赴苏州，与苏州博川传动科技有限公司"
    "洽谈高精度轴承项目，该项目计划总投资3.2亿元，用地45亩。\n"
).encode()


@pytest.fixture
def daily() -> Kind:
    """The daily report."""
    return KINDS[0]


@pytest.fixture
def office(town: OrgUnit, clerk: User, head: User) -> Town:
    """The town in the year 2026."""
    return Town(town, clerk, head, 2026)


@pytest.fixture
def lead(office: Town) -> Lead:
    """A lead of which was talked, with a leader asked to step in, and a busy week around it."""
    lead = registered(office.clerk, office.unit)
    lead = told(lead, office.clerk, "talk", DAY, "谈了厂房和电价", next_step="邀请来访")
    trip = office.approve(office.trip(DAY, 3, "苏州"))
    office.goes(trip, "沈立群", leader=True)
    office.meets(trip, 4)
    office.keep(
        Reception, on=DAY, group="上海卓川电气公司", heads=5, received="chief", purpose="看地"
    )
    office.keep(
        Talk, on=DAY, project="高精度轴承项目", firm="恒锐", topic="协议条款", lead=lead.number
    )
    signed = {"kind": "investment", "paper": "云协1", "amount": 12000}
    office.keep(Signing, on=DAY, project="丝杠项目", firm="苏州朗通公司", **signed)
    return lead


def _issued(kind: Kind, office: Town, last: date = DAY) -> Issue:
    return actions.issue(kind, by=office.head, unit=office.unit, last=last, today=TODAY)


def _lines(made: Issue, section: str) -> list[list[str]]:
    report = from_json(made.content).report
    (found,) = [one for one in report.sections if one.key == section]
    return [[cell.says for cell in line.cells] for line in found.lines]


def test_a_daily_report_holds_what_its_day_brought(daily: Kind, office: Town, lead: Lead) -> None:
    made = _issued(daily, office)
    assert made.number == "云泽镇招商信息日报〔2026〕第1期"
    (line,) = _lines(made, "leads")
    assert line[0] == "新增"
    assert "高精度轴承项目" in line[1]
    assert "3.2亿元，供地45亩" in line[3]
    assert [row[2] for row in _lines(made, "progress")] == ["洽谈", "洽谈"]
    assert "沈立群" in _lines(made, "trips")[0][1]
    assert _lines(made, "receptions")[0][1:4] == ["上海卓川电气公司", "5人", "主要领导接待"]


def test_every_figure_of_a_lead_opens_to_the_words_that_prove_it(
    daily: Kind, office: Town, lead: Lead
) -> None:
    content = from_json(_issued(daily, office).content)
    (section,) = [one for one in content.report.sections if one.key == "leads"]
    size = section.lines[0].cells[3]
    words = {source.words.quote for source in size.sources}
    assert {"3.2亿元"} <= words
    for source in content.report.sources:
        start, end = source.mark
        assert source.around.quote[start:end] == source.words.quote
        assert content.addresses[source.around.paper.key].startswith("/")


def test_an_issue_says_what_is_new_changed_and_stalled_since_the_last(
    daily: Kind, office: Town, lead: Lead
) -> None:
    _issued(daily, office)
    quiet = _issued(daily, office, DAY + timedelta(days=1))
    assert _lines(quiet, "leads") == []
    other = replace(FORM, name="丝杠项目", investors="宁波明岳传动公司", met_on=None, met="")
    registered(office.clerk, office.unit, other, today=DAY + timedelta(days=2))
    told(
        Lead.objects.get(pk=lead.pk), office.clerk, "visit_in", DAY + timedelta(days=2), "来镇看地"
    )
    moved = _issued(daily, office, DAY + timedelta(days=2))
    assert sorted(line[0] for line in _lines(moved, "leads")) == ["新增", "有变化"]
    later = _issued(daily, office, DAY + timedelta(days=27))
    assert {line[0] for line in _lines(later, "leads")} == {"停滞"}


def test_an_issue_is_sealed_and_its_files_are_the_same_bytes_again(
    daily: Kind, office: Town, lead: Lead
) -> None:
    made = _issued(daily, office)
    assert work_off() >= 1
    assert sealed(made.content) == made.sha256
    assert to_json(from_json(made.content)) == made.content
    kept = {one.form: one for one in made.files.all()}
    assert set(kept) == {"docx", "xlsx", "pdf"}
    told(Lead.objects.get(pk=lead.pk), office.clerk, "visit_in", DAY + timedelta(days=9), "来镇")
    again = Issue.objects.select_related("template", "replaces").get(pk=made.pk)
    for form, one in kept.items():
        assert files.rendered(again, form) == vault.get(one.sha256), form
    assert actions.keep_files(again, actions.missing_files(again)) == 0


def test_what_was_issued_cannot_be_changed_or_deleted(
    daily: Kind, office: Town, lead: Lead
) -> None:
    made = _issued(daily, office)
    work_off()
    actions.set_template(daily, by=office.head, unit=office.unit, name="", content=b"")
    for model in APPEND_ONLY:
        rows: Any = model._default_manager
        assert rows.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**{_own(model): F(_own(model))})
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.all()._raw_delete("default")
    with pytest.raises(DatabaseError), transaction.atomic():
        Issue.objects.filter(pk=made.pk).update(reason="改一改")


def _own(model: Any) -> str:
    return str(model._meta.concrete_fields[-1].attname)


def test_a_wrong_issue_is_put_right_by_a_new_one_that_names_it(
    daily: Kind, office: Town, lead: Lead
) -> None:
    wrong = _issued(daily, office)
    with pytest.raises(Refused, match="已经签发"):
        _issued(daily, office)
    office.keep(Reception, on=DAY, group="漏登的团组", heads=2, received="office", purpose="考察")
    with pytest.raises(Refused, match="理由"):
        actions.correct(wrong, daily, by=office.head, reason=" ")
    right = actions.correct(wrong, daily, by=office.head, reason="漏登一批次接待")
    assert (right.serial, right.replaces) == (2, wrong)
    assert len(_lines(right, "receptions")) == 2
    assert "更正云泽镇招商信息日报〔2026〕第1期" in files.replacing(right)
    assert Event.objects.latest("number").action in ("reports.correct", "work.enqueue")
    with pytest.raises(Refused, match="已经更正过"):
        actions.correct(wrong, daily, by=office.head, reason="再改")
    after = _issued(daily, office, DAY + timedelta(days=1))
    assert _lines(after, "leads") == []


def test_numbers_run_by_unit_and_year_and_kind(
    office: Town, other_town: OrgUnit, hire: Hire
) -> None:
    daily, weekly = KINDS[0], KINDS[1]
    other = hire("other", other_town, Role.HEAD)
    assert _issued(daily, office, date(2025, 12, 31)).serial == 1
    assert _issued(daily, office, date(2026, 1, 4)).serial == 1
    assert _issued(daily, office, date(2026, 1, 5)).serial == 2
    assert _issued(weekly, office, date(2026, 1, 5)).serial == 1
    theirs = actions.issue(daily, by=other, unit=other_town, last=DAY, today=TODAY)
    assert theirs.number == "柳桥镇招商信息日报〔2026〕第1期"


def test_a_daily_report_takes_up_where_the_last_one_ended(daily: Kind, office: Town) -> None:
    _issued(daily, office, date(2026, 3, 6))
    monday = _issued(daily, office, date(2026, 3, 9))
    assert (monday.first, monday.last) == (date(2026, 3, 7), date(2026, 3, 9))


def test_a_weekly_report_counts_the_week_the_month_and_the_year(office: Town, lead: Lead) -> None:
    early = office.approve(office.trip(date(2026, 1, 12), 4, "上海"))
    office.goes(early, "何一鸣")
    office.meets(early, 9)
    made = _issued(KINDS[1], office, date(2026, 3, 8))
    counts = {line[0]: line[1:4] for line in _lines(made, "counts")}
    assert counts["外出招商天数（天）"] == ["1.5", "1.5", "3.5"]
    assert counts["签约项目（个）"] == ["1", "1", "1"]
    assert _lines(made, "signings")[0][3] == "12000万元"
    assert [line[4][:1] for line in _lines(made, "leads")] == ["A"]


def test_a_monthly_report_tells_reported_from_recognised(office: Town, lead: Lead) -> None:
    made = _issued(KINDS[2], office, date(2026, 3, 31))
    (line,) = _lines(made, "units")
    assert line[1:3] == ["1", "0"]
    (claim,) = lead.claims.all()
    claim.confirmed, claim.confirmed_by = DAY, office.head
    claim.save()
    again = actions.correct(made, KINDS[2], by=office.head, reason="已认定")
    assert _lines(again, "units")[0][1:3] == ["1", "1"]


def test_a_leader_is_asked_and_what_is_late_is_told(
    daily: Kind, office: Town, lead: Lead, hire: Hire
) -> None:
    leader = hire("leader", office.unit, Role.LEADER)
    found = Lead.objects.get(pk=lead.pk)
    dispatch(found, by=office.head, leader=leader, instruction="请出面洽谈用地", today=DAY)
    made = _issued(daily, office)
    assert _lines(made, "asks")[0][:2] == ["leader同志", "高精度轴承项目"]
    late = _issued(daily, office, DAY + timedelta(days=20))
    owed = {line[0] for line in _lines(late, "overdue")}
    assert {"领导交办结果", "外出报告"} <= owed


def test_what_papers_tell_stands_in_the_report_unless_it_was_rejected(
    daily: Kind, office: Town
) -> None:
    take_in(PAPER, "动态.txt", by=office.clerk)
    today = timezone.localdate()
    content = actions.draft(daily, office.unit, today)
    (moves,) = [one for one in content.report.sections if one.key == "moves"]
    assert "博川传动" in moves.lines[0].cells[2].says
    assert content.addresses[moves.lines[0].sources[0].around.paper.key].startswith("/library/")


def test_leads_of_papers_that_nobody_registered_stand_apart_until_one_is_adopted(
    daily: Kind, office: Town
) -> None:
    take_in(SIGNED_SOON, "动态.txt", by=office.clerk)
    today = timezone.localdate()

    def untaken() -> Section:
        report = actions.draft(daily, office.unit, today).report
        (found,) = [one for one in report.sections if one.key == "unregistered"]
        assert f"待核实线索{len(found.lines)}条" in report.summary
        assert "在跟踪线索1条" in report.summary or found.lines
        return found

    (line,) = untaken().lines
    assert line.cells[0].says[0] in "ABC"
    assert "轴承" in line.cells[1].says
    assert "洽谈" in line.cells[2].says
    assert {source.words.quote for source in line.cells[1].sources} & {"3.2亿元"}
    (proposal,) = proposals(office.unit, rules_of(office.unit, today), today)
    form = replace(FORM, name=proposal.graded.name, met_on=None, met="")
    adopt(form, proposal.facts, by=office.clerk, unit=office.unit, today=today)
    assert untaken().lines == ()


def test_word_excel_and_pdf_hold_the_lines_with_their_sources(
    daily: Kind, office: Town, lead: Lead
) -> None:
    made = _issued(daily, office)
    words = "\n".join(
        cell.text
        for table in Document(BytesIO(files.rendered(made, "docx"))).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "高精度轴承项目" in words
    book = load_workbook(BytesIO(files.rendered(made, "xlsx")))
    assert book.sheetnames[0] == "首页"
    assert book["线索"]["A2"].value == "新增"
    assert book["出处"].max_row == len(from_json(made.content).report.sources) + 1
    paper = pypdfium2.PdfDocument(files.rendered(made, "pdf"))
    text = "".join(page.get_textpage().get_text_bounded() for page in paper)
    paper.close()
    assert "高精度轴承项目" in "".join(text.split())
    assert "第1期" in "".join(text.split())


def test_an_issue_of_a_day_that_runs_on_says_what_to_do_next(
    daily: Kind, office: Town, lead: Lead
) -> None:
    today = timezone.localdate()
    made = actions.issue(daily, by=office.head, unit=office.unit, last=today, today=today)
    page = browser_of(office.head).get(f"/reports/{made.pk}").content.decode()
    assert "急的，点“更正”写明理由，按现在的记录另发一期" in page
    reader = browser_of(office.clerk).get(f"/reports/{made.pk}").content.decode()
    assert "请有签发权限的人更正" in reader
    past = _issued(daily, office)
    assert "还没有过完" not in browser_of(office.head).get(f"/reports/{past.pk}").content.decode()


def test_every_sheet_of_a_workbook_prints_on_a4_with_its_head_on_each_page(
    office: Town, lead: Lead
) -> None:
    for kind, last in zip(KINDS, (DAY, date(2026, 3, 8), date(2026, 3, 31)), strict=False):
        book = load_workbook(BytesIO(files.rendered(_issued(kind, office, last), "xlsx")))
        sheets: list[Any] = book.worksheets
        for sheet in sheets:
            assert int(sheet.page_setup.paperSize) == 9
            assert int(sheet.page_setup.fitToWidth or 1) == 1
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert int(sheet.page_setup.fitToHeight) == 0
            # A sheet of one column is cut where it is wider than the paper, not shrunk.
            assert sheet.max_column > 1 or sheet.merged_cells.ranges
            wraps = [cell.alignment.wrap_text for row in sheet.iter_rows(min_row=2) for cell in row]
            assert any(wraps)
            if sheet.title != "首页":
                assert sheet.print_title_rows == "$1:$1"


def test_words_that_look_like_markup_or_formulas_stay_words(daily: Kind, office: Town) -> None:
    strange = '=1+1 #strong[x] {{ title }} <b> & "'
    office.keep(Reception, on=DAY, group=strange, heads=1, received="chief", purpose=strange)
    made = _issued(daily, office)
    book = load_workbook(BytesIO(files.rendered(made, "xlsx")))
    assert book["来访接待"]["B2"].value == strange
    assert book["来访接待"]["B2"].data_type == "s"
    word = Document(BytesIO(files.rendered(made, "docx")))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert any("#strong[x] {{ title }} <b> &" in says for says in cells)
    paper = pypdfium2.PdfDocument(files.rendered(made, "pdf"))
    text = "".join(page.get_textpage().get_text_bounded() for page in paper)
    paper.close()
    assert "#strong[x]" in text.replace("\r\n", "")


def test_a_template_of_the_office_is_checked_before_it_is_taken(
    daily: Kind, office: Town, lead: Lead, head: User
) -> None:
    browser = browser_of(head)
    at = f"/reports/templates/{daily.key}"
    house = b"".join(browser.get(f"{at}/blank.docx"))
    own = house_with(house, "{{ office }}", "本单位 {{ office }}")
    taken = browser.post(at, {"template": SimpleUploadedFile("本镇.docx", own)}, follow=True)
    assert "今后按“本镇.docx”生成 Word" in taken.content.decode()
    for bad in (b"not a file", house_with(house, "{{ summary }}", "{{ weather }}")):
        refused = browser.post(at, {"template": SimpleUploadedFile("x.docx", bad)})
        assert refused.status_code == 422
        assert "这个模板不能用" in refused.content.decode()
    made = _issued(daily, office)
    word = Document(BytesIO(files.rendered(made, "docx")))
    assert any("本单位 云泽镇" in paragraph.text for paragraph in word.paragraphs)
    browser.post(at, {"back": "1"})
    assert files.template_of(office.unit, daily.key) is None


def house_with(template: bytes, words: str, other: str) -> bytes:
    """The template with some words of its text put differently."""
    changed = BytesIO()
    with ZipFile(BytesIO(template)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(words.encode(), other.encode()))
    return changed.getvalue()


def test_the_head_issues_and_everybody_reads(
    office: Town, lead: Lead, head: User, viewer: User, as_clerk: Client
) -> None:
    draft = as_clerk.get("/reports/daily/draft?last=2026-03-04").content.decode()
    assert "草稿" in draft
    assert "签发并封存" not in draft
    assert as_clerk.post("/reports/daily/issue", {"last": "2026-03-04"}).status_code == 403
    answer = browser_of(head).post("/reports/daily/issue", {"last": "2026-03-04"}, follow=True)
    assert "正在后台编成" in answer.content.decode()
    assert not Issue.objects.exists()
    assert browser_of(viewer).get(answer.redirect_chain[-1][0]).status_code == 403
    work_off()
    page = browser_of(head).get(answer.redirect_chain[-1][0], follow=True).content.decode()
    assert "第1期" in page
    assert 'href="#s1"' in page
    made = Issue.objects.get()
    for form in files.FORMS:
        assert browser_of(viewer).get(f"/reports/{made.pk}/file.{form}").status_code == 200
    reason = {"reason": "漏登"}
    assert browser_of(viewer).post(f"/reports/{made.pk}/correct", reason).status_code == 403
    again = browser_of(head).post("/reports/daily/issue", {"last": "2026-03-04"})
    assert (again.status_code, "已经签发" in again.content.decode()) == (422, True)
    empty = browser_of(head).post(f"/reports/{made.pk}/correct", {})
    assert (empty.status_code, "请写明更正的理由" in empty.content.decode()) == (422, True)
    right = browser_of(head).post(f"/reports/{made.pk}/correct", reason, follow=True)
    work_off()
    right = browser_of(head).get(right.redirect_chain[-1][0], follow=True)
    assert "原期作废" in right.content.decode()
    assert "已被" in browser_of(viewer).get(f"/reports/{made.pk}").content.decode()


def test_two_who_issue_the_same_report_both_see_how_far_it_is(
    office: Town, lead: Lead, head: User, hire: Hire, other_town: OrgUnit
) -> None:
    day = {"last": "2026-03-04"}
    browser_of(head).post("/reports/daily/issue", day)
    second = browser_of(hire("tongji", office.unit, Role.STATISTICS))
    answer = second.post("/reports/daily/issue", day, follow=True)
    assert (answer.status_code, "正在后台编成" in answer.content.decode()) == (200, True)
    address = answer.redirect_chain[-1][0]
    elsewhere = browser_of(hire("linzhen", other_town, Role.HEAD))
    assert elsewhere.get(address).status_code == 404
    work_off()
    assert "第1期" in second.get(address, follow=True).content.decode()
    assert Issue.objects.count() == 1


def test_another_towns_issue_is_not_there(daily: Kind, office: Town, neighbour: User) -> None:
    made = _issued(daily, office)
    browser = browser_of(neighbour)
    assert browser.get(f"/reports/{made.pk}").status_code == 404
    assert browser.get(f"/reports/{made.pk}/file.pdf").status_code == 404
    assert made.number not in browser.get("/reports/").content.decode()


def test_a_report_as_of_a_past_day_knows_nothing_later(office: Town, lead: Lead) -> None:
    today = timezone.localdate()
    kind = kind_of("weekly")
    assert kind is not None
    past = actions.draft(kind, office.unit, today, today - timedelta(days=1))
    (leads,) = [one for one in past.report.sections if one.key == "leads"]
    assert not leads.lines
    now = actions.draft(kind, office.unit, today)
    (leads,) = [one for one in now.report.sections if one.key == "leads"]
    assert len(leads.lines) == 1


def test_a_day_to_come_is_not_reported(office: Town, daily: Kind, head: User) -> None:
    with pytest.raises(Refused, match="以后日子"):
        _issued(daily, office, TODAY + timedelta(days=1))
    later = timezone.localdate() + timedelta(days=1)
    assert browser_of(head).get(f"/reports/daily/draft?last={later}").status_code == 422


def test_the_number_of_queries_does_not_grow(office: Town, as_clerk: Client) -> None:
    def queries(page: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_clerk.get(page).status_code == 200
        return len(asked)

    pages = ["/reports/"] + [f"/reports/{kind.key}/draft?last={DAY}" for kind in KINDS]
    pages.append("/reports/?kind=daily")

    def more(start: int) -> None:
        for number in range(start, start + 3):
            form = replace(MET, name=f"{'甲乙丙丁戊己'[number]}项目", investors=f"{number}号公司")
            told(registered(office.clerk, office.unit, form), office.clerk, "talk", DAY)
            office.keep(
                Reception, on=DAY, group=f"{number}团", heads=1, received="chief", purpose="x"
            )
            _issued(KINDS[0], office, DAY + timedelta(days=number + 1))

    more(0)
    for page in pages:
        queries(page)
    few = [queries(page) for page in pages]
    more(3)
    assert [queries(page) for page in pages] == few


def test_files_asked_for_before_they_are_kept_are_made_now(
    daily: Kind, office: Town, as_clerk: Client
) -> None:
    made = _issued(daily, office)
    assert not IssueFile.objects.exists()
    early = b"".join(as_clerk.get(f"/reports/{made.pk}/file.xlsx"))
    work_off()
    kept = IssueFile.objects.get(form="xlsx")
    assert vault.get(kept.sha256) == early
