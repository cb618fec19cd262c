"""Papers are kept once, with every figure tied to its words; nothing that was read is changed."""

import hashlib
from collections.abc import Iterator
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import DatabaseError, models, transaction

from tests.web.papers import NAME, PAPER, SIGNING
from yinfeng.reading import Reading as Read
from yinfeng.reading import read, read_document
from yinfeng.values import Document as Arrived
from yinfeng.values import Evidence
from yinfeng.values import Problem as Unread
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import faults
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault
from yinfeng.web.store.actions import decide, take_in
from yinfeng.web.store.facts import facts_of
from yinfeng.web.store.keeping import Unproved, check, stretches
from yinfeng.web.store.models import (
    APPEND_ONLY,
    Decision,
    Document,
    Entry,
    Fact,
    Problem,
    Reading,
    Sameness,
    Upload,
)


def _zip(**files: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.txt", content)
    return packed.getvalue()


def _told() -> Read:
    (found,) = read(PAPER, NAME)
    assert isinstance(found, Read)
    return found


def test_a_paper_is_kept_with_its_bytes_its_text_and_its_facts(clerk: User) -> None:
    receipt = take_in(PAPER, NAME, by=clerk)
    document = Document.objects.get()
    assert (receipt.documents, receipt.problems, receipt.is_new) == (1, 0, True)
    assert vault.get(document.sha256) == PAPER
    assert document.current is not None
    assert document.current.source == SIGNING
    assert document.current.told == receipt.facts == len(_told().facts)


def test_the_facts_come_back_as_the_engine_told_them(clerk: User) -> None:
    take_in(PAPER, NAME, by=clerk)
    assert facts_of(Reading.objects.get()) == _told().facts


def test_every_stretch_quotes_the_source(clerk: User) -> None:
    take_in(PAPER, NAME, by=clerk)
    entries = Entry.objects.select_related("fact__reading")
    assert entries.count() > 15
    for entry in entries:
        for start, end, quote in stretches(entry):
            assert entry.fact.reading.source[start:end] == quote


@pytest.mark.parametrize(
    "evidence",
    [Evidence(0, 3, "云泽村"), Evidence(-3, 0, ""), Evidence(4, 2, ""), Evidence(0, 999, "")],
)
def test_words_that_do_not_stand_there_are_refused(evidence: Evidence) -> None:
    with pytest.raises(Unproved):
        check(SIGNING, evidence)


def test_the_same_bytes_again_add_nothing(clerk: User, head: User) -> None:
    first = take_in(PAPER, NAME, by=clerk)
    again = take_in(PAPER, "另存为.txt", by=head)
    assert not again.is_new
    assert again.upload == first.upload
    assert [one.objects.count() for one in (Upload, Document, Reading)] == [1, 1, 1]
    assert Event.objects.filter(action="library.take_in").count() == 1


def test_another_office_keeps_its_own_row_of_the_same_bytes(clerk: User, neighbour: User) -> None:
    take_in(PAPER, NAME, by=clerk)
    assert take_in(PAPER, NAME, by=neighbour).is_new
    assert Document.objects.visible_to(neighbour).get().unit == neighbour.unit


def test_a_packed_file_gives_a_document_each_and_knows_what_is_there(clerk: User) -> None:
    take_in(PAPER, NAME, by=clerk)
    receipt = take_in(_zip(a=PAPER, b=PAPER + b"!", c=PAPER + b"?"), "打包.zip", by=clerk)
    assert (receipt.documents, receipt.known) == (2, 1)
    assert Document.objects.count() == 3


def test_what_cannot_be_read_is_kept_with_the_reason(clerk: User) -> None:
    receipt = take_in(b"", "空.txt", by=clerk)
    assert (receipt.documents, receipt.problems) == (0, 1)
    assert "空的" in Problem.objects.visible_to(clerk).get().says


@pytest.mark.parametrize(
    "head_line",
    [
        "机密★5年",
        "绝 密 ★ 长期",
        "秘密☆",
        "　　机密",
        "秘密件",
        "密级：机密",
        "密级: 秘密　保密期限：5年",
        "【秘密】云泽镇招商情况",
        "内部资料 绝密",
        "机密　10年",
    ],
    ids=lambda words: words,
)
def test_a_secret_paper_is_refused_and_nothing_of_it_kept(clerk: User, head_line: str) -> None:
    content = f"{head_line}\n\n{SIGNING}".encode()
    with pytest.raises(Refused, match="涉密"):
        take_in(content, "通知.txt", by=clerk)
    with pytest.raises(Refused, match="涉密"):
        take_in(_zip(inner=content), "打包.zip", by=clerk)
    assert not Upload.objects.exists()
    assert not vault.is_whole(hashlib.sha256(content).hexdigest())
    assert set(Event.objects.values_list("action", flat=True)) == {"library.refuse_classified"}


def test_a_paper_about_keeping_secrets_is_not_secret(clerk: User) -> None:
    head = "保守国家秘密，保护企业商业秘密\n机密机械厂\n双方保守商业秘密 5年\n密级：公开"
    content = f"{head}\n{SIGNING}".encode()
    assert take_in(content, "学习.txt", by=clerk).is_new


def test_who_may_not_take_in_keeps_nothing(viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        take_in(PAPER, NAME, by=viewer)
    assert not Upload.objects.exists()


def test_characters_that_no_database_takes_keep_every_offset(clerk: User) -> None:
    def with_nul(content: bytes, name: str) -> Iterator[Read | Unread]:
        source = SIGNING.replace("招商", "\0\0")
        return iter([read_document(Arrived(name, source, hashlib.sha256(content).hexdigest()))])

    take_in(PAPER, NAME, by=clerk, reader=with_nul)
    assert "\ufffd" in Reading.objects.get().source
    call_command("store", "verify", stdout=StringIO())


def test_the_store_is_verified_and_a_changed_file_is_found(clerk: User) -> None:
    receipt = take_in(PAPER + b"\n", NAME, by=clerk)
    told = StringIO()
    call_command("store", "verify", stdout=told)
    assert "存储完好" in told.getvalue()
    path = vault.path_of(receipt.upload.sha256)
    path.write_bytes(b"changed")
    with pytest.raises(CommandError, match="丢失或被改动"):
        call_command("store", "verify")
    path.unlink()


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)
def test_the_database_refuses_to_change_or_delete(clerk: User, model: type[models.Model]) -> None:
    take_in(PAPER, NAME, by=clerk)
    decide(Entry.objects.all()[0], by=clerk, verdict=Decision.Verdict.ACCEPT)
    Sameness.objects.create(
        unit=clerk.unit, kind="project", left="甲", right="乙", ruling="same", by=clerk, why="同一"
    )
    rows = model._default_manager
    row = rows.all()[:1].get()
    for change in (
        lambda: rows.filter(id=row.pk).update(id=row.pk),
        lambda: rows.filter(id=row.pk)._raw_delete("default"),
        row.save,
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_all_is_on_the_trail(clerk: User) -> None:
    take_in(PAPER, NAME, by=clerk)
    event = Event.objects.get()
    assert (event.action, event.actor, event.unit) == ("library.take_in", clerk, clerk.unit)
    assert event.after["sha256"] == hashlib.sha256(PAPER).hexdigest()
    assert event.after["facts"] == Fact.objects.count()
    assert not list(faults())
