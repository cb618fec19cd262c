"""The watched folder and the mail box: taken in once, moved or marked, and told where refused."""

import os
import socketserver
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.test import override_settings
from django.utils import timezone

from tests.web.conftest import Hire
from tests.web.papers import NAME, PAPER
from yinfeng.intake.limits import MAX_FILE
from yinfeng.web.notices.actions import wish
from yinfeng.web.notices.models import Notice, Wish
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.store.folder import Collected, collect
from yinfeng.web.store.mailbox import collect_mail
from yinfeng.web.store.models import Document, Upload
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.models import State, Task
from yinfeng.web.work.worker import work_off

SECRET = "机密★1年\n关于某事的通知\n".encode()


def _collected(folder: Path, by: User) -> Collected:
    return collect(folder, by=by, now=timezone.localtime() + timedelta(minutes=1))


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_is_taken_in_once_and_moved(tmp_path: Path, clerk: User) -> None:
    for _ in range(2):
        (tmp_path / NAME).write_bytes(PAPER)
        assert _collected(tmp_path, clerk).taken == 1
    assert Upload.objects.count() == 1
    assert [path.parent.parent.name for path in tmp_path.rglob("*.txt")] == ["已收", "已收"]
    assert _names(tmp_path) == ["赴苏州招商.txt", "赴苏州招商（2）.txt"]
    assert str(_collected(tmp_path, clerk)) == "没有新材料。"


def test_a_folder_called_like_a_unit_is_that_units(
    tmp_path: Path, town: OrgUnit, other_town: OrgUnit, county: OrgUnit, hire: Hire
) -> None:
    above = hire("above", county, Role.HEAD)
    for unit in (town, other_town):
        (tmp_path / unit.name).mkdir()
        (tmp_path / unit.name / NAME).write_bytes(PAPER)
    (tmp_path / "别的").mkdir()
    (tmp_path / "别的" / NAME).write_bytes(PAPER)
    (tmp_path / NAME).write_bytes(PAPER)
    assert _collected(tmp_path, above).taken == 3
    assert {upload.unit for upload in Upload.objects.all()} == {town, other_town, county}
    assert (tmp_path / "别的" / NAME).exists()


def test_what_is_still_being_written_is_left_alone(tmp_path: Path, clerk: User) -> None:
    for name in (".隐藏", "~$公文.docx", "下载.part"):
        (tmp_path / name).write_bytes(PAPER)
    (tmp_path / NAME).write_bytes(PAPER)
    assert collect(tmp_path, by=clerk, now=timezone.localtime()).taken == 0
    assert len(_names(tmp_path)) == 4


def test_a_secret_or_huge_file_is_set_aside_and_told(tmp_path: Path, clerk: User) -> None:
    (tmp_path / "密件.txt").write_bytes(SECRET)
    with (tmp_path / "大.txt").open("wb") as stream:
        os.ftruncate(stream.fileno(), MAX_FILE + 1)
    assert _collected(tmp_path, clerk).left == 2
    assert not Upload.objects.exists()
    assert len(list((tmp_path / "未收").rglob("*.txt"))) == 2
    told = " ".join(Notice.objects.filter(to=clerk).values_list("says", flat=True))
    assert "涉密" in told
    assert "拆小" in told
    assert "密件.txt" not in told


def test_who_may_not_take_in_collects_nothing(tmp_path: Path, viewer: User) -> None:
    (tmp_path / NAME).write_bytes(PAPER)
    with pytest.raises(PermissionDenied):
        _collected(tmp_path, viewer)
    assert (tmp_path / NAME).exists()


@pytest.mark.django_db
def test_the_jobs_say_what_is_not_set_up(tmp_path: Path) -> None:
    with override_settings(FOLDER=str(tmp_path), FOLDER_USER="nobody"):
        enqueue("library.folder")
        work_off()
    task = Task.objects.get()
    assert (task.state, "YINFENG_FOLDER_USER" in task.says) == (State.FAILED, True)
    enqueue("library.mail")
    work_off()
    assert "没有设置收件邮箱" in Task.objects.latest("pk").says


class Box(socketserver.ThreadingTCPServer):
    """A mail box with letters and their flags, as far as a reader asks for it."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, *letters: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.letters = dict(enumerate(letters, 1))
        self.flags: dict[int, str] = {}
        self.address = f"imap://clerk%40x:secret@127.0.0.1:{self.server_address[1]}/INBOX"


class _Answers(socketserver.StreamRequestHandler):
    server: Box

    def handle(self) -> None:
        self._say(b"* OK ready")
        for line in self.rfile:
            tag, _, rest = line.strip().partition(b" ")
            verdict = self._answer(rest.decode())
            self._say(tag + b" " + verdict)
            if rest.upper() == b"LOGOUT":
                return

    def _answer(self, asked: str) -> bytes:
        words = asked.split(" ", 3)
        if asked.startswith("CAPABILITY"):
            self._say(b"* CAPABILITY IMAP4rev1")
        if asked.startswith("LOGIN") and "secret" not in asked:
            return b"NO wrong password"
        if asked.startswith("SELECT"):
            self._say(b"* %d EXISTS" % len(self.server.letters))
        if asked.startswith("UID SEARCH"):
            unread = [str(n) for n in self.server.letters if n not in self.server.flags]
            self._say(f"* SEARCH {' '.join(unread)}".encode())
        if asked.startswith("UID FETCH"):
            letter = self.server.letters[int(words[2])]
            if "SIZE" in words[3]:
                self._say(b"* 1 FETCH (UID 1 RFC822.SIZE %d)" % len(letter))
            else:
                self._say(b"* 1 FETCH (UID 1 BODY[] {%d}" % len(letter))
                self.wfile.write(letter)
                self._say(b")")
        if asked.startswith("UID STORE"):
            self.server.flags[int(words[2])] = words[3]
        return b"OK done"

    def _say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")


@pytest.fixture
def box() -> Iterator[Box]:
    """A box with a letter on a trip, one with a mark of secrecy, and one from a neighbour."""
    head = "From: {}\r\nSubject: {}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    letters = (
        head.format("someone@example.com", "trip").encode() + PAPER,
        head.format("someone@example.com", "x").encode() + SECRET,
        head.format("N <neighbour@example.com>", "ours").encode() + PAPER + b"more\n",
    )
    made = Box(*letters)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def test_unread_letters_are_taken_in_once_and_marked(
    box: Box, clerk: User, neighbour: User
) -> None:
    wish(neighbour, mail="neighbour@example.com", when=Wish.When.SOON)
    done = collect_mail(box.address, by=clerk)
    assert (done.taken, done.left) == (2, 1)
    assert r"\Flagged" not in box.flags[1]
    assert r"\Seen" in box.flags[1]
    assert r"\Flagged" in box.flags[2]
    assert {upload.by for upload in Upload.objects.all()} == {clerk, neighbour}
    assert Document.objects.filter(unit=clerk.unit).exists()
    assert "涉密" in Notice.objects.get(to=clerk).says
    assert collect_mail(box.address, by=clerk).taken == 0
    # Killed between taking in and marking: the bytes are known.
    box.flags.clear()
    assert collect_mail(box.address, by=clerk).taken == 2
    assert Upload.objects.count() == 2


def test_a_wrong_password_is_told(box: Box, clerk: User) -> None:
    address = box.address.replace("secret", "wrong")
    with override_settings(MAIL_IN=address, MAIL_IN_USER="clerk"):
        enqueue("library.mail")
        work_off()
    assert "登录不上" in Task.objects.get().says
