"""What a person adds to a paper: its words are proved, it counts as missed, it outlives readers."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from tests.web.conftest import browser_of
from tests.web.papers import NAME, PAPER, decoding_otherwise, finding_no_projects
from yinfeng.reading import Reading as Read
from yinfeng.reading import read
from yinfeng.values import Evidence, Problem, Project
from yinfeng.web.desks.leads.papers import accepted, fields_of
from yinfeng.web.desks.library import actions as library
from yinfeng.web.desks.library.quality import quality_of
from yinfeng.web.desks.library.quoting import Ambiguous, places, the_place
from yinfeng.web.desks.library.typed import typed_anew
from yinfeng.web.people.models import User
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import actions
from yinfeng.web.store.actions import Added
from yinfeng.web.store.models import ADDED, Decision, Document, Entry, Fact, Reading, Upload
from yinfeng.web.store.standing import standings
from yinfeng.web.store.values import from_json

pytestmark = pytest.mark.django_db
Verdict = Decision.Verdict
WORDS = "用地45亩，达产后年销售5亿元"


def landless(content: bytes, name: str) -> Iterator[Read | Problem]:
    """A reader that does not see how much land a project takes."""
    for found in read(content, name):
        assert isinstance(found, Read)
        facts = tuple(
            replace(fact, land=None) if isinstance(fact, Project) else fact for fact in found.facts
        )
        yield replace(found, facts=facts)


@pytest.fixture
def paper(clerk: User) -> Document:
    """A paper of which the reader saw no project."""
    actions.take_in(PAPER, NAME, by=clerk, reader=finding_no_projects, engine="1")
    return Document.objects.get()


def _reading() -> Reading:
    reading = Document.objects.get().current
    assert reading is not None
    return reading


def _add(by: User, **fields: str) -> Fact:
    reading = _reading()
    evidence = the_place(
        reading, "签约高精度轴承项目，项目总投资3.2亿元，用地45亩，达产后年销售5亿元"
    )
    added = {name: Added(typed_anew(v, "project", name), evidence) for name, v in fields.items()}
    return actions.add_fact(
        reading, by=by, kind="project", host="云泽镇", says=evidence.quote,
        evidence=evidence, fields=added,
    )  # fmt: skip


def _standing() -> dict[tuple[str, str], tuple[str, object, str]]:
    """By kind and field of the reading that holds: the verdict, the value, who read it."""
    document = Document.objects.get()
    entries = Entry.objects.filter(fact__reading=document.current).select_related("fact")
    found, lost = standings(entries, document.decisions.select_related("entry__fact"))
    assert not lost
    return {
        (s.entry.fact.kind, s.entry.field): (s.verdict, s.value, s.entry.pattern)
        for s in found.values()
        if s.entry.fact.kind == "project"
    }


def test_a_fact_is_added_by_plain_forms_and_stands_as_accepted(
    as_clerk: Client, paper: Document
) -> None:
    at = f"/library/{paper.pk}/add"
    page = as_clerk.get(at, {"kind": "project", "words": WORDS})
    assert "补录一条项目" in page.content.decode()
    data = {"kind": "project", "words": WORDS, "host": "云泽镇", "v_land": "45亩"}
    answer = as_clerk.post(at, {**data, "v_annual_sales": "5亿元", "v_stage": "签约"})
    fact = Fact.objects.get(kind="project")
    assert answer["Location"] == f"/library/{paper.pk}#f{fact.pk}"
    assert {e.field: e.quote for e in fact.entries.all()} == {
        "land": "45亩", "annual_sales": "5亿元", "stage": WORDS,
    }  # fmt: skip
    source = _reading().source
    assert all(source[e.start : e.end] == e.quote for e in fact.entries.all())
    assert set(accepted(fields_of([fact])[fact.pk])) == {"land", "annual_sales", "stage"}
    assert Event.objects.filter(action="library.add").count() == 1
    says = as_clerk.get(answer["Location"]).content.decode()
    assert "人工补录" in says


@pytest.mark.parametrize("words", ["用地54亩", "用地45亩,达产", "地"])
def test_words_that_do_not_stand_in_the_paper_are_refused_with_a_sentence(
    as_clerk: Client, paper: Document, words: str
) -> None:
    page = as_clerk.get(f"/library/{paper.pk}/add", {"kind": "project", "words": words})
    assert page.status_code == 422
    assert "请从原文中照抄" in page.content.decode() or "太短" in page.content.decode()
    assert not Entry.objects.filter(pattern=ADDED).exists()


def test_words_that_stand_twice_are_chosen_among(as_clerk: Client, paper: Document) -> None:
    page = as_clerk.get(f"/library/{paper.pk}/add", {"kind": "role", "words": "云泽镇"})
    says = page.content.decode()
    assert "是哪一处" in says
    with pytest.raises(Ambiguous):
        the_place(_reading(), "云泽镇")
    second = places(_reading(), "云泽镇")[1].evidence
    assert f'value="{second.start}"' in says
    assert the_place(_reading(), "云泽镇", second.start) == second


def test_line_breaks_and_spaces_are_not_typed(paper: Document) -> None:
    evidence = the_place(_reading(), "赴苏州招商2026年3月18日")
    assert evidence.quote == "赴苏州招商\n\n2026年3月18日"


@pytest.mark.parametrize(
    ("says", "field", "low"), [("下降3%", "yoy", "-0.03"), ("同比增长17.49%", "yoy", "0.1749")]
)
def test_growth_is_typed_as_papers_write_it(says: str, field: str, low: str) -> None:
    value = typed_anew(says, "indicator", field)
    assert isinstance(value, dict)
    assert value["low"] == low


def test_what_is_typed_must_be_of_the_right_measure(as_clerk: Client, paper: Document) -> None:
    data = {"kind": "project", "words": WORDS, "v_land": "45亿元"}
    answer = as_clerk.post(f"/library/{paper.pk}/add", data)
    assert answer.status_code == 422
    assert "计量单位" in answer.content.decode()
    assert "沈立群" in str(from_json(typed_anew("沈立群（镇党委书记）", "engagement", "people")))


def test_what_was_read_is_not_added_again(clerk: User) -> None:
    actions.take_in(PAPER, NAME, by=clerk)
    with pytest.raises(Refused, match="已在右侧列出"):
        _add(clerk, name="高精度轴承项目", land="45亩")


def test_a_field_is_added_to_a_fact_and_once_only(as_clerk: Client, clerk: User) -> None:
    actions.take_in(PAPER, NAME, by=clerk, reader=landless, engine="1")
    fact = Fact.objects.get(kind="project")
    at = f"/library/facts/{fact.pk}/add"
    assert "用地" in as_clerk.get(at).content.decode()
    answer = as_clerk.post(at, {"field": "land", "value": "45亩", "words": "用地45亩"})
    assert answer.status_code == 302
    assert fact.entries.get(field="land").pattern == ADDED
    again = Added(fact.entries.get(field="land").value, the_place(_reading(), "用地45亩"))
    with pytest.raises(Refused, match="已有这一项"):
        actions.add_field(fact, by=clerk, field="land", added=again)
    wrong = replace(again, evidence=Evidence(0, 4, "用地45"))
    with pytest.raises(Refused, match="原文里没有"):
        actions.add_field(fact, by=clerk, field="capacity", added=wrong)


def test_what_was_added_is_taken_back_with_a_reason_and_restored(
    as_clerk: Client, clerk: User, paper: Document
) -> None:
    fact = _add(clerk, name="高精度轴承项目")
    entry = fact.entries.get()
    with pytest.raises(Refused, match="撤回补录"):
        actions.decide(entry, by=clerk, verdict=Verdict.WITHDRAW)
    with pytest.raises(Refused, match="理由"):
        actions.decide(entry, by=clerk, verdict=Verdict.REJECT)
    at = f"/library/entries/{entry.pk}/decide"
    part = as_clerk.post(at, {"verdict": "reject", "why": "抄错了"}, headers={"HX-Request": "true"})
    says = part.content.decode()
    assert "补录已撤回" in says
    assert "抄错了" in says
    assert Event.objects.get(action="library.retract").reason == "抄错了"
    assert not accepted(fields_of([fact])[fact.pk])
    as_clerk.post(at, {"verdict": "accept"})
    assert accepted(fields_of([fact])[fact.pk])


def test_a_newer_reader_that_finds_it_meets_what_was_added(
    clerk: User, head: User, paper: Document
) -> None:
    _add(clerk, name="高精度轴承项目", land="45亩", investment="3.3亿元", origin="苏州")
    actions.read_again(Upload.objects.get(), by=head, engine="2")
    stand = _standing()
    assert Fact.objects.filter(kind="project", reading=_reading()).count() == 1
    assert stand["project", "land"][0] == "accept"
    assert stand["project", "land"][2] != ADDED
    verdict, value, _ = stand["project", "investment"]
    assert (verdict, value["low"]) == ("correct", "330000000")  # type: ignore[index]
    assert {d.by for d in Decision.objects.all()} == {clerk}


@pytest.mark.parametrize("later", [finding_no_projects, decoding_otherwise])
def test_what_no_newer_reader_finds_stands_as_it_stood(
    clerk: User, head: User, paper: Document, later: object
) -> None:
    _add(clerk, name="某某配套项目", site="云泽镇")
    actions.read_again(Upload.objects.get(), by=head, reader=later, engine="2")  # type: ignore[arg-type]
    added = Entry.objects.filter(fact__reading=_reading(), pattern=ADDED)
    assert {entry.field for entry in added} == {"name", "site"}
    source = _reading().source
    assert all(source[e.start : e.end] == e.quote for e in added)
    found, lost = standings(
        Entry.objects.filter(fact__reading=_reading()).select_related("fact"),
        Document.objects.get().decisions.select_related("entry__fact"),
    )
    assert {found[e.pk].verdict for e in added} == {"accept"}
    assert not lost


def test_what_was_taken_back_is_not_carried_on(clerk: User, head: User, paper: Document) -> None:
    entry = _add(clerk, name="高精度轴承项目").entries.get()
    actions.decide(entry, by=clerk, verdict=Verdict.REJECT, why="抄错了")
    actions.read_again(Upload.objects.get(), by=head, reader=finding_no_projects, engine="2")
    assert not Entry.objects.filter(fact__reading=_reading(), pattern=ADDED).exists()


def test_only_papers_read_through_tell_what_was_missed(
    as_clerk: Client, clerk: User, paper: Document
) -> None:
    _add(clerk, name="高精度轴承项目", land="45亩")
    assert quality_of(clerk).total.recall == "—"
    at = f"/library/{paper.pk}/read-through"
    refused = as_clerk.post(at, follow=True).content.decode()
    assert "没有核实" in refused
    as_clerk.post(at, {"accepts_rest": "1"})
    found = quality_of(clerk)
    project = next(line for line in found.kinds if line.label == "项目")
    assert (project.missed, project.right, project.recall) == (2, 0, "0.0%")
    read_right = Entry.objects.filter(fact__reading=_reading()).exclude(pattern=ADDED).count()
    assert found.total.right == read_right
    assert found.total.recall == f"{100 * read_right / (read_right + 2):.1f}%"
    rows = as_clerk.get(project.addresses["missed"]).content.decode()
    assert "2条" in rows
    assert "只算有人标记看完的1份材料" in as_clerk.get("/library/quality").content.decode()
    assert "1条" in as_clerk.get("/library/?through=yes").content.decode()
    as_clerk.post(at, {"ends": "1"})
    assert quality_of(clerk).total.recall == "—"
    with pytest.raises(Refused, match="没有看完"):
        library.read_on(paper, by=clerk)


def test_who_may_not_decide_adds_nothing(
    paper: Document, viewer: User, neighbour: User, clerk: User
) -> None:
    fact = _add(clerk, name="高精度轴承项目")
    for address in (f"/library/{paper.pk}/add", f"/library/facts/{fact.pk}/add"):
        assert browser_of(viewer).get(address).status_code == 403
        assert browser_of(neighbour).get(address).status_code == 404
    assert browser_of(viewer).post(f"/library/{paper.pk}/read-through").status_code == 403
    assert browser_of(neighbour).post(f"/library/{paper.pk}/read-through").status_code == 404
    with pytest.raises(PermissionDenied):
        _add(viewer, name="另一个项目")
    assert "补录漏读" not in browser_of(viewer).get(f"/library/{paper.pk}").content.decode()
