"""The files of an issue: the same bytes again, with sources, on A4, by the office's template."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.db.models import F
from django.test import Client
from docx import Document
from openpyxl import load_workbook

from tests.web.conftest import browser_of
from tests.web.desks.leads.office import told
from tests.web.desks.outreach_year import Town
from tests.web.desks.reports.made import DAY, an_issue, house_with, table_of
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.outreach.models import Reception
from yinfeng.web.desks.reports import actions, files
from yinfeng.web.desks.reports.content import from_json, sealed, to_json
from yinfeng.web.desks.reports.kinds import KINDS, Kind
from yinfeng.web.desks.reports.models import APPEND_ONLY, Issue, IssueFile
from yinfeng.web.people.models import User
from yinfeng.web.store import vault
from yinfeng.web.work.worker import work_off


def test_an_issue_is_sealed_and_its_files_are_the_same_bytes_again(
    daily: Kind, office: Town, lead: Lead
) -> None:
    made = an_issue(daily, office)
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
    made = an_issue(daily, office)
    work_off()
    actions.set_template(daily, by=office.head, unit=office.unit, name="", content=b"")
    for model in APPEND_ONLY:
        rows: Any = model._default_manager
        assert rows.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**{table_of(model): F(table_of(model))})
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.all()._raw_delete("default")
    with pytest.raises(DatabaseError), transaction.atomic():
        Issue.objects.filter(pk=made.pk).update(reason="改一改")


def test_word_excel_and_pdf_hold_the_lines_with_their_sources(
    daily: Kind, office: Town, lead: Lead
) -> None:
    made = an_issue(daily, office)
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


def test_every_sheet_of_a_workbook_prints_on_a4_with_its_head_on_each_page(
    office: Town, lead: Lead
) -> None:
    for kind, last in zip(KINDS, (DAY, date(2026, 3, 8), date(2026, 3, 31)), strict=False):
        book = load_workbook(BytesIO(files.rendered(an_issue(kind, office, last), "xlsx")))
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
    made = an_issue(daily, office)
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
    made = an_issue(daily, office)
    word = Document(BytesIO(files.rendered(made, "docx")))
    assert any("本单位 云泽镇" in paragraph.text for paragraph in word.paragraphs)
    browser.post(at, {"back": "1"})
    assert files.template_of(office.unit, daily.key) is None


def test_files_asked_for_before_they_are_kept_are_made_now(
    daily: Kind, office: Town, as_clerk: Client
) -> None:
    made = an_issue(daily, office)
    assert not IssueFile.objects.exists()
    early = b"".join(as_clerk.get(f"/reports/{made.pk}/file.xlsx"))
    work_off()
    kept = IssueFile.objects.get(form="xlsx")
    assert vault.get(kept.sha256) == early
