"""Search: whatever is in scope is found by any two characters of it, on both databases alike."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.papers import NAME, PAPER, decoding_otherwise
from tests.web.search.papers import papers, queries
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.search.actions import LENGTH, catch_up, cut, put
from yinfeng.web.search.findable import findables
from yinfeng.web.search.finding import found, words_of
from yinfeng.web.search.folding import folded
from yinfeng.web.search.grams import grams, marks
from yinfeng.web.search.models import Passage
from yinfeng.web.store.actions import read_again, take_in
from yinfeng.web.store.models import Document, Upload
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.models import Task
from yinfeng.web.work.worker import work_off


def _keys(user: User, asked: str) -> set[str]:
    return {passage.key for passage in found(user, words_of(asked))}


def _take(text: str, name: str, by: User) -> Document:
    receipt = take_in(text.encode(), name, by=by)
    return Document.objects.get(upload=receipt.upload)


def _says(browser: Client, asked: str, **more: str) -> str:
    answer = browser.get("/search/", {"q": asked, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_two_hundred_queries_miss_nothing(clerk: User) -> None:
    texts = papers(40)
    for number, text in enumerate(texts):
        _take(text, f"{number}.txt", clerk)
    documents = {
        str(d.pk): folded(d.current.restored) + "\0" + folded(d.name)
        for d in Document.objects.select_related("current")
        if d.current is not None
    }
    asked = queries([text for text in texts if len(text) > 20], 200)
    assert {len(one) for one in asked} == {2, 3, 4, 5, 6}
    for one in asked:
        holding = {key for key, text in documents.items() if folded(one) in text}
        assert holding
        assert _keys(clerk, one) >= holding, one


@pytest.mark.parametrize(
    "asked", ["土地", "锂电", "轴承", "云泽", "3.2亿", "56.58", "45亩", "2026年3月"]
)
def test_two_characters_and_numbers_are_found(clerk: User, asked: str) -> None:
    document = _take(PAPER.decode() + "流转土地建锂电项目。", NAME, clerk)
    assert _keys(clerk, asked) == {str(document.pk)}


@pytest.mark.parametrize(
    "asked",
    ["雲澤鎮", "赴蘇州", "３．２亿", "党委 轴承", "恒锐（精密）", "沈立群  56.58亿元", "泽"],
)
def test_ways_of_writing_do_not_matter(clerk: User, asked: str) -> None:
    document = _take(PAPER.decode(), NAME, clerk)
    assert _keys(clerk, asked) == {str(document.pk)}


@pytest.mark.parametrize("asked", ["32亿", "云镇", "泽云", "轴承 锂电", "柳桥"])
def test_what_is_not_there_is_not_found(clerk: User, asked: str) -> None:
    _take(PAPER.decode(), NAME, clerk)
    assert not _keys(clerk, asked)


@pytest.mark.parametrize("asked", ["fszzs", "yzzf", "YZZ", "szzs", "cqsfs", "zqsfs"])
def test_names_are_found_by_their_initials(clerk: User, asked: str) -> None:
    wanted = "重庆市访商.txt" if asked[1:] == "qsfs" else "云泽镇赴苏州招商.txt"
    documents = {
        name: _take(f"无标题的材料{name[:2]}\n", name, clerk)
        for name in ("云泽镇赴苏州招商.txt", "重庆市访商.txt", "柳桥镇.txt")
    }
    if asked == "fszzs":
        assert _keys(clerk, asked) == {str(documents[wanted].pk)}
    assert str(documents[wanted].pk) in _keys(clerk, asked)
    assert str(documents["柳桥镇.txt"].pk) not in _keys(clerk, asked)


def test_words_in_different_passages_of_one_paper_are_found_together(clerk: User) -> None:
    far = "开头有土地。" + "中间的话。" * LENGTH + "末尾有锂电。"
    document = _take(far, "远.txt", clerk)
    _take("只有土地。", "近.txt", clerk)
    assert Passage.objects.filter(key=document.pk).count() > 4
    assert _keys(clerk, "土地 锂电") == {str(document.pk)}


def test_a_word_across_two_passages_is_found_in_one() -> None:
    text = "".join(chr(0x4E00 + number) for number in range(3 * LENGTH))
    pieces = list(cut(text))
    assert len(pieces) > 2
    for start in range(0, len(text) - 30, 7):
        assert any(text[start : start + 30] in piece for piece in pieces)
    assert list(cut("  ，。 ")) == []


def test_another_offices_papers_are_not_found_and_the_county_finds_all(
    clerk: User, neighbour: User, hire: Hire, county: OrgUnit
) -> None:
    ours, theirs = _take(PAPER.decode(), NAME, clerk), _take(PAPER.decode(), NAME, neighbour)
    above = hire("above", county, Role.COUNTY)
    assert _keys(clerk, "轴承") == {str(ours.pk)}
    assert _keys(neighbour, "轴承") == {str(theirs.pk)}
    assert _keys(above, "轴承") == {str(ours.pk), str(theirs.pk)}


def test_an_administrator_may_not_search(hire: Hire, town: OrgUnit) -> None:
    browser = browser_of(hire("system", town, Role.SYSTEM))
    assert browser.get("/search/", {"q": "轴承"}).status_code == 403
    assert 'role="search"' not in browser.get("/account").content.decode()


def test_a_hit_shows_the_words_around_marked_and_leads_to_the_facts(
    as_clerk: Client, clerk: User
) -> None:
    document = _take(PAPER.decode(), NAME, clerk)
    says = _says(as_clerk, "轴承")
    assert "找到1条" in says
    assert f'href="/library/{document.pk}"' in says
    assert "高精度<mark>轴承</mark>项目" in says
    assert "事实：" in says
    address = says.split('<li><a href="')[1].split('"')[0]
    assert as_clerk.get(address)["Location"].startswith(f"/library/{document.pk}#f")


def test_what_is_asked_is_never_markup(as_clerk: Client, clerk: User) -> None:
    _take("小于号<与轴承。", "<i>斜体.txt", clerk)
    says = _says(as_clerk, "斜体")
    assert "&lt;i&gt;<mark>斜体</mark>" in says
    assert "<i>斜" not in says
    assert "小于号&lt;与<mark>轴承</mark>" in _says(as_clerk, "轴承")
    assert "<script>" not in _says(as_clerk, "<script>alert(1)</script>")


def test_odd_questions_get_an_answer(as_clerk: Client, clerk: User) -> None:
    _take(PAPER.decode(), NAME, clerk)
    for asked in (
        "",
        "，。",
        '"',
        "' OR 1",
        "*",
        "NEAR(",
        "a\0b",
        "\ud800",
        "轴 " * 99,
        "轴承" * 99,
    ):
        assert as_clerk.get("/search/", {"q": asked.encode("utf-8", "replace")}).status_code == 200
    assert "只有标点" in _says(as_clerk, "，。")
    assert "两个字就能找" in _says(as_clerk, "")
    assert "没有找到" in _says(as_clerk, "没有的词")
    assert "找到1条" in _says(as_clerk, "轴承", kind="store.document", page="x")


def test_reading_again_leaves_one_hit_with_the_new_words(clerk: User, head: User) -> None:
    document = _take(PAPER.decode(), NAME, clerk)
    read_again(Upload.objects.get(), by=head, reader=decoding_otherwise, engine="99.0")
    assert _keys(clerk, "网站供稿") == {str(document.pk)}
    assert len(found(clerk, words_of("轴承"))) == 1
    assert Passage.objects.filter(ordinal=0).count() == 1


def test_what_was_forgotten_or_is_gone_is_mended_by_the_catch_up(clerk: User) -> None:
    document = _take(PAPER.decode(), NAME, clerk)
    (kind,) = [one for one in findables().values() if one.model is Document]
    assert sum(catch_up(kind)) == 0
    Passage.objects.all().delete()
    assert not _keys(clerk, "轴承")
    enqueue("search.refresh")
    work_off()
    # The paper and the clerk.
    assert "更新2条" in Task.objects.get().says
    assert _keys(clerk, "轴承") == {str(document.pk)}
    Passage.objects.create(
        kind="store.document", key="0", unit=clerk.unit, ordinal=0, title="x", text="x", grams="x"
    )
    call_command("search", "rebuild", verbosity=0)
    assert not Passage.objects.filter(key="0").exists()


def test_what_cannot_be_found_is_passed_over(clerk: User) -> None:
    put(clerk.unit)
    assert not Passage.objects.exists()


def test_the_number_of_queries_does_not_grow(as_clerk: Client, clerk: User) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            _says(as_clerk, "轴承")
        return len(queries)

    _take(PAPER.decode(), NAME, clerk)
    _says(as_clerk, "轴承")
    few = asked()
    for number in range(12):
        _take(PAPER.decode() + "又" * number, f"{number}.txt", clerk)
    assert asked() == few <= 12


def test_many_hits_come_in_pages(as_clerk: Client, clerk: User) -> None:
    now = timezone.localdate()
    for number in range(230):
        Passage.objects.create(
            kind="store.document",
            key=str(number),
            unit=clerk.unit,
            ordinal=0,
            title="轴承",
            text="轴承",
            grams="",
            day=now,
        )
    for row in Passage.objects.all():
        row.grams = f"{grams('轴承')} {marks(clerk.unit.pk, row.kind, is_head=True)}"
        row.save()
    says = _says(as_clerk, "轴承")
    assert "只列最近200条" in says
    assert "第1页，共10页" in says
    assert "第10页，共10页" in _says(as_clerk, "轴承", page="10")
    assert "q=%E8%BD%B4%E6%89%BF" in says
