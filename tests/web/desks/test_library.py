"""The library: the six tests of a desk, and its pages."""

from pathlib import Path
from typing import Protocol

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import browser_of
from tests.web.papers import NAME, PAPER, SIGNING, naming_otherwise
from yinfeng.web.people.models import User
from yinfeng.web.store.actions import decide, read_again, take_in
from yinfeng.web.store.models import Arrival, Decision, Document, Entry, Fact, Problem, Upload
from yinfeng.web.work.worker import work_off

HTMX = {"HX-Request": "true"}
ACCEPT = {"verdict": "accept"}


@pytest.fixture
def document(clerk: User) -> Document:
    """A paper of the town."""
    take_in(PAPER, NAME, by=clerk)
    return Document.objects.get()


@pytest.fixture
def entry(document: Document) -> Entry:
    """56.58亿元, in that paper."""
    return Entry.objects.get(fact__kind="indicator", field="value")


def _decide(entry: Entry) -> str:
    return f"/library/entries/{entry.pk}/decide"


def _page(document: Document) -> str:
    return f"/library/{document.pk}"


class Answer(Protocol):
    """What a view answers, in bytes."""

    @property
    def content(self) -> bytes:
        """The bytes."""
        ...


def _says(response: Answer) -> str:
    return response.content.decode()


def test_the_clerk_takes_in_reads_and_decides(as_clerk: Client) -> None:
    files = [SimpleUploadedFile(NAME, PAPER), SimpleUploadedFile("空.txt", b"")]
    sent = as_clerk.post("/library/upload", {"papers": files})
    assert "正在读取" in _says(as_clerk.get("/library/"))
    assert "等待读取" in _says(as_clerk.get(sent["Location"]))
    assert work_off() == 2
    says = _says(as_clerk.get(sent["Location"]))
    assert "已读2个，共2个" in says
    assert "读入1份材料，得事实" in says
    assert "1份没能读取" in says
    says = _says(as_clerk.get("/library/"))
    assert "文件是空的" in says
    assert "正在读取" not in says
    entry = Entry.objects.get(fact__kind="indicator", field="value")
    says = _says(as_clerk.post(_decide(entry), ACCEPT, follow=True))
    assert "已核实" in says
    assert Decision.objects.get().entry == entry


def test_the_viewer_sees_no_button_and_gets_403(
    document: Document, entry: Entry, viewer: User
) -> None:
    browser = browser_of(viewer)
    says = _says(browser.get(_page(document)))
    assert "56.58亿元" in says
    assert "<button" not in says.split("<main")[1]
    assert "导入并读取" not in _says(browser.get("/library/"))
    files = {"papers": SimpleUploadedFile(NAME, PAPER)}
    for address, data in ((_decide(entry), ACCEPT), ("/library/upload", files)):
        response = browser.post(address, data)
        assert response.status_code == 403
        assert "没有权限" in _says(response)


def test_for_another_office_it_is_not_there(
    document: Document, entry: Entry, neighbour: User
) -> None:
    browser = browser_of(neighbour)
    assert document.name not in _says(browser.get("/library/"))
    assert browser.get(_page(document)).status_code == 404
    assert browser.post(_decide(entry), ACCEPT).status_code == 404
    assert browser.post(f"/library/facts/{entry.fact_id}/accept").status_code == 404
    assert not Decision.objects.exists()


def test_who_has_not_signed_in_is_sent_to_the_door(document: Document, entry: Entry) -> None:
    response = Client().get(_page(document))
    assert (response.status_code, response["Location"]) == (302, f"/sign-in?next={_page(document)}")
    answer = Client().post(_decide(entry), ACCEPT, headers=HTMX)
    assert answer["HX-Redirect"] == "/sign-in"


def test_the_plain_form_leads_back_to_the_fact(
    as_clerk: Client, document: Document, entry: Entry
) -> None:
    response = as_clerk.post(_decide(entry), ACCEPT)
    assert response.status_code == 302
    assert response["Location"] == f"{_page(document)}#f{entry.fact_id}"


def test_what_htmx_swaps_in_is_what_a_reload_shows(
    as_clerk: Client, document: Document, entry: Entry
) -> None:
    for data in (ACCEPT, {"verdict": "withdraw"}, {"verdict": "reject", "why": "口径不同"}):
        part = _says(as_clerk.post(_decide(entry), data, headers=HTMX))
        assert _without_token(part) in _without_token(_says(as_clerk.get(_page(document))))
    part = _says(as_clerk.post(f"/library/facts/{entry.fact_id}/accept", headers=HTMX))
    assert _without_token(part) in _without_token(_says(as_clerk.get(_page(document))))
    assert "口径不同" in part


def test_a_refusal_is_the_part_with_its_reason(
    as_clerk: Client, clerk: User, document: Document, entry: Entry
) -> None:
    undo = {"verdict": "withdraw"}
    response = as_clerk.post(_decide(entry), undo, headers=HTMX)
    assert (response.status_code, "无需撤回" in _says(response)) == (422, True)
    assert _says(response).startswith("<article")
    response = as_clerk.post(_decide(entry), undo)
    assert (response.status_code, "无需撤回" in _says(response)) == (422, True)
    assert "<html" in _says(response)
    assert as_clerk.post(_decide(entry), {"verdict": "maybe"}).status_code == 422


def test_a_card_of_an_older_reading_asks_for_a_reload(
    as_clerk: Client, head: User, document: Document, entry: Entry
) -> None:
    read_again(document.upload, by=head, reader=naming_otherwise, engine="99.0")
    answer = as_clerk.post(_decide(entry), ACCEPT, headers=HTMX)
    assert answer["HX-Redirect"] == _page(document)
    assert "请刷新" in _says(as_clerk.get(_page(document)))
    assert as_clerk.post(_decide(entry), ACCEPT)["Location"] == _page(document)


def test_the_number_of_queries_does_not_grow(as_clerk: Client, clerk: User) -> None:
    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_clerk.get(address).status_code == 200
        return len(asked)

    def grow(rows: int) -> Document:
        for number in range(rows):
            take_in(PAPER + b" " * number + b"\n" * rows, f"{rows}-{number}.txt", by=clerk)
        document = Document.objects.latest("pk")
        for entry in Entry.objects.filter(fact__reading=document.current)[:rows]:
            decide(entry, by=clerk, verdict=Decision.Verdict.ACCEPT)
        return document

    as_clerk.get("/library/")
    document = grow(2)
    few = queries("/library/"), queries(_page(document))
    document = grow(12)
    assert (queries("/library/"), queries(_page(document))) == few
    # PostgreSQL looks for a common phrase among the latest first: one question more.
    assert max(few) <= 17 + (connection.vendor == "postgresql")


def test_the_list_counts_what_is_decided_now(
    as_clerk: Client, clerk: User, document: Document
) -> None:
    first, second, third = Entry.objects.order_by("pk")[:3]
    for entry in (first, second, third):
        decide(entry, by=clerk, verdict=Decision.Verdict.ACCEPT)
    decide(second, by=clerk, verdict=Decision.Verdict.REJECT)
    decide(third, by=clerk, verdict=Decision.Verdict.WITHDRAW)
    assert Document.objects.listed().get().decided == 2  # type: ignore[attr-defined]
    assert '<td class="number" data-label="已核实">2</td>' in _says(as_clerk.get("/library/"))


def test_the_original_stands_as_published_with_every_proof_marked(
    as_clerk: Client, document: Document, entry: Entry
) -> None:
    says = _says(as_clerk.get(_page(document)))
    assert f'<mark id="w{entry.start}-{entry.end}">56.58亿元</mark>' in says
    assert f'href="#w{entry.start}-{entry.end}"' in says
    assert "复原文" in _says(as_clerk.get(f"{_page(document)}?text=restored"))


def test_what_a_paper_says_is_never_markup(as_clerk: Client, clerk: User) -> None:
    take_in(f"<script>alert(1)</script>\n{SIGNING}".encode(), "<b>x</b>.txt", by=clerk)
    document = Document.objects.get()
    for address in ("/library/", _page(document)):
        says = _says(as_clerk.get(address))
        assert "<script>alert" not in says
        assert "<b>x" not in says


def test_a_long_paper_comes_in_pages(as_clerk: Client, clerk: User) -> None:
    take_in((SIGNING * 300).encode(), "长.txt", by=clerk)
    document = Document.objects.get()
    says = _says(as_clerk.get(_page(document)))
    assert "第1页，共2页" in says
    assert len(says) < 400_000
    for odd in ("0", "99", "x", "-1"):
        assert as_clerk.get(f"{_page(document)}?page={odd}").status_code == 200
    last = Fact.objects.order_by("-start")[0]
    answer = as_clerk.post(f"/library/facts/{last.pk}/accept")
    assert f"#f{last.pk}" in answer["Location"]
    assert f'id="f{last.pk}"' in _says(as_clerk.get(answer["Location"]))


@pytest.mark.parametrize(
    ("kind", "field", "words", "shown"),
    [
        ("project", "investment", "3.5亿元以上", "3.5亿元以上"),
        ("project", "land", "50亩", "50亩"),
        ("project", "name", "精密轴承项目", "精密轴承项目"),
        ("project", "investors", "恒锐机械、长河钢构", "恒锐机械、长河钢构"),
        ("project", "stage", "开工", "开工"),
        ("indicator", "yoy", "17.5%", "17.5%"),
        ("engagement", "date", "2026年3月19日", "2026年3月19日"),
    ],
)
def test_a_figure_is_corrected_beside_the_readers_answer(
    as_clerk: Client, document: Document, kind: str, field: str, words: str, shown: str
) -> None:
    entry = Entry.objects.get(fact__kind=kind, field=field)
    data = {"verdict": "correct", "words": words, "why": "以合同为准"}
    says = _says(as_clerk.post(_decide(entry), data, headers=HTMX))
    assert "已更正" in says
    assert "以合同为准" in says
    assert "原读作" in says
    assert shown in says
    assert Decision.objects.get().value != entry.value


@pytest.mark.parametrize(
    ("kind", "field", "words", "says"),
    [
        ("project", "investment", "很多钱", "没有读懂"),
        ("project", "investment", "45亩", "不是同一种计量单位"),
        ("project", "investment", "3亿元和4亿元", "没有读懂"),
        ("project", "stage", "快开工了", "请填写其中之一：线索、"),
        ("engagement", "date", "前些天", "请写明年份"),
        ("project", "name", "  ", "更正后"),
        ("engagement", "people", "沈立群", "更正后"),
    ],
)
def test_a_correction_that_cannot_be_read_is_refused(
    as_clerk: Client, document: Document, kind: str, field: str, words: str, says: str
) -> None:
    entry = Entry.objects.get(fact__kind=kind, field=field)
    data = {"verdict": "correct", "words": words, "why": "以合同为准"}
    answer = as_clerk.post(_decide(entry), data, headers=HTMX)
    assert (answer.status_code, says in _says(answer)) == (422, True)
    assert not Decision.objects.exists()


def test_a_correction_without_a_reason_is_refused(as_clerk: Client, entry: Entry) -> None:
    answer = as_clerk.post(_decide(entry), {"verdict": "correct", "words": "57亿元"}, headers=HTMX)
    assert (answer.status_code, "请写明理由" in _says(answer)) == (422, True)
    assert not Decision.objects.exists()


def test_an_empty_library_says_what_to_do(as_clerk: Client) -> None:
    assert "还没有材料" in _says(as_clerk.get("/library/"))
    response = as_clerk.post("/library/upload", {})
    assert (response.status_code, "请先选择" in _says(response)) == (422, True)


def test_a_secret_paper_is_refused_with_an_explanation(as_clerk: Client) -> None:
    files = SimpleUploadedFile("关于某事的通知.txt", "机密★1年\n关于某事的通知\n".encode())
    sent = as_clerk.post("/library/upload", {"papers": files})
    work_off()
    says = _says(as_clerk.get(sent["Location"]))
    assert "涉密材料不得进入本系统" in says
    assert "本批第1份" in says
    assert "关于某事" not in says
    assert not Upload.objects.exists()
    token = Arrival.objects.get().token
    assert not (Path(settings.DATA) / "waiting" / token).exists()


def test_progress_is_the_same_by_reload_and_by_polling_and_then_stops(as_clerk: Client) -> None:
    sent = as_clerk.post("/library/upload", {"papers": SimpleUploadedFile(NAME, PAPER)})
    part = _says(as_clerk.get(sent["Location"], headers=HTMX))
    assert 'hx-trigger="every 2s"' in part
    assert "后台程序没有运行" in part
    assert part in _says(as_clerk.get(sent["Location"]))
    work_off()
    part = _says(as_clerk.get(sent["Location"], headers=HTMX))
    assert "hx-trigger" not in part
    assert "全部处理完" in part
    assert part in _says(as_clerk.get(sent["Location"]))


def test_the_same_bytes_again_are_told_as_known(as_clerk: Client) -> None:
    for _ in range(2):
        file = SimpleUploadedFile(NAME, PAPER)
        sent = as_clerk.post("/library/upload", {"papers": file})
        work_off()
    assert "1份已在库中，没有重复保存" in _says(as_clerk.get(sent["Location"]))
    assert Upload.objects.count() == 1


def test_a_file_that_cannot_be_read_says_why_in_its_row(as_clerk: Client) -> None:
    torn = SimpleUploadedFile("汇报.docx", b"PK\x03\x04 torn")
    sent = as_clerk.post("/library/upload", {"papers": torn})
    assert "正在后台读取" in _says(as_clerk.get(sent["Location"]))
    work_off()
    says = _says(as_clerk.get(sent["Location"]))
    assert Problem.objects.get().says in says
    assert "没能读取" in says
    assert "正在后台读取" not in says
    assert "到资料里核实" not in says


def test_pasted_words_are_read_as_a_paper(as_clerk: Client) -> None:
    sent = as_clerk.post("/library/paste", {"name": "群聊", "says": SIGNING})
    work_off()
    assert "读入1份材料" in _says(as_clerk.get(sent["Location"]))
    assert Document.objects.get().name == "群聊"
    response = as_clerk.post("/library/paste", {"name": "群聊", "says": ""})
    assert (response.status_code, "请先粘贴" in _says(response)) == (422, True)


def test_a_sending_of_another_office_is_not_there(as_clerk: Client, neighbour: User) -> None:
    sent = as_clerk.post("/library/upload", {"papers": SimpleUploadedFile(NAME, PAPER)})
    assert browser_of(neighbour).get(sent["Location"]).status_code == 404
    assert browser_of(neighbour).get("/library/batches/nothing").status_code == 404


def _without_token(says: str) -> str:
    """The words without the tokens against forged forms, which differ from page to page."""
    pieces = says.split('name="csrfmiddlewaretoken" value="')
    return pieces[0] + "".join(piece.split('"', 1)[1] for piece in pieces[1:])


def test_a_paper_names_the_reprints_of_its_story_and_no_other(
    as_clerk: Client, clerk: User, document: Document
) -> None:
    reprint = f"来源：云泽发布\n\n{SIGNING.strip()}\n（编辑：小李）\n"
    other = SIGNING.replace("3.2亿元", "7.1亿元").replace("45亩", "90亩").replace("56.58", "61.3")
    take_in(reprint.encode(), "转载.txt", by=clerk)
    take_in(
        other.replace("17.49%", "9.2%").replace("3月18日", "6月9日").encode(), "另.txt", by=clerk
    )
    again, another = Document.objects.exclude(pk=document.pk).order_by("pk")
    page = _says(as_clerk.get(_page(document)))
    assert f'href="/library/{again.pk}"' in page
    assert f'href="/library/{another.pk}"' not in page
    assert "讲的是同一件事" not in _says(as_clerk.get(_page(another)))
