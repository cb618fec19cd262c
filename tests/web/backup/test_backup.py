"""A backup holds the whole house, is checked by hash, and makes another house the same."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.web.houses import House, new_house, settled
from yinfeng.web.backup.restoring import check
from yinfeng.web.shell.refusals import Refused

_TAKE_IN = """
from tests.web.papers import NAME, PAPER
from yinfeng.web.people.models import User
from yinfeng.web.store.actions import Arrived, accept_all, receive, take_in
from yinfeng.web.store.models import Fact
head = User.objects.get(username="zhuren")
take_in(PAPER, NAME, by=head)
accept_all(Fact.objects.order_by("pk")[0], by=head)
receive([Arrived("等着.txt", PAPER + b" ")], by=head)
"""
_COUNTS = """
import json
from django.apps import apps
from yinfeng.web.shell.models import Event
rows = {m._meta.label: m._base_manager.count() for m in apps.get_models()
    if m._meta.app_label in ("people", "shell", "store", "work", "axes", "search")}
rows["seals"] = list(Event.objects.order_by("number").values_list("seal", flat=True))
print(json.dumps(rows))
"""
_SEARCH = """
from yinfeng.web.people.models import User
from yinfeng.web.search.finding import found, words_of
print(len(found(User.objects.get(username="zhuren"), words_of("轴承"))))
"""


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house with a paper, a decision, and a file that waits."""
    house = settled(tmp_path_factory.mktemp("house"))
    house.python(_TAKE_IN)
    return house


@pytest.fixture(scope="module")
def saved(lived_in: House, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its backup."""
    path = tmp_path_factory.mktemp("kept") / "周五.zip"
    assert "已备份到周五.zip" in lived_in.yinfeng("backup", path)
    return path


def test_a_restored_house_is_the_same_to_the_last_row_and_seal(
    lived_in: House, saved: Path, tmp_path: Path
) -> None:
    house = new_house(tmp_path / "new")
    assert "事件链完整，共" in house.yinfeng("restore", saved)
    assert json.loads(house.python(_COUNTS)) == json.loads(lived_in.python(_COUNTS))
    assert "事件链完整" in house.yinfeng("manage", "audit", "verify")
    assert "存储完好：文件1个" in house.yinfeng("manage", "store", "verify")
    assert house.python(_SEARCH) == "1"
    # What waited is read in the new house, and rows get new numbers behind the old ones.
    assert "完成1项任务" in house.yinfeng("work", "--once")
    assert "存储完好：文件2个" in house.yinfeng("manage", "store", "verify")


def test_a_house_with_people_is_not_overwritten(lived_in: House, saved: Path) -> None:
    assert "已经有数据" in lived_in.yinfeng("restore", saved, code=1)


def test_a_damaged_backup_is_refused_and_nothing_restored(saved: Path, tmp_path: Path) -> None:
    house = new_house(tmp_path / "new")
    whole = saved.read_bytes()
    for name, content in {
        "短.zip": whole[: len(whole) // 2],
        "空.zip": b"",
        "别的.zip": b"not a zip at all",
    }.items():
        bad = tmp_path / name
        bad.write_bytes(content)
        assert "已损坏或被改动过" in house.yinfeng("restore", bad, "--check", code=1)
    assert "找不到备份文件" in house.yinfeng("restore", tmp_path / "没有.zip", code=1)
    assert not (house.folder / "documents").exists()
    assert "备份完好" in house.yinfeng("restore", saved, "--check")


@pytest.mark.parametrize("deed", ["changed", "added", "removed", "outside", "newer", "bare"])
def test_an_altered_backup_is_refused(saved: Path, tmp_path: Path, deed: str) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(bad, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "manifest.json":
                manifest = json.loads(content)
                if deed == "newer":
                    manifest["form"] = 99
                if deed == "outside":
                    manifest["entries"]["files/../../x"] = manifest["entries"]["files/audit.key"]
                content = json.dumps(manifest).encode()
                if deed == "bare":
                    continue
            if info.filename == "tables/store.entry.jsonl" and deed == "changed":
                content = content.replace(b"accept", b"reject").replace(b"1", b"2", 1)
            if info.filename != "files/audit.key" or deed != "removed":
                new.writestr(info.filename, content)
            if info.filename == "files/audit.key" and deed == "outside":
                new.writestr("files/../../x", content)
        if deed == "added":
            new.writestr("files/more.txt", b"x")
    with pytest.raises(Refused, match="更新的版本" if deed == "newer" else "损坏或被改动"):
        check(bad)


def test_an_archive_is_for_its_owner_only_and_holds_no_session(saved: Path) -> None:
    assert saved.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(saved) as archive:
        names = set(archive.namelist())
    assert "files/audit.key" in names
    assert not [name for name in names if "session" in name or "sqlite" in name]


def test_a_backup_while_others_write_is_of_one_moment(lived_in: House, tmp_path: Path) -> None:
    house = House(lived_in.folder, lived_in.database)
    writer = house.start("work")
    try:
        house.python(
            "from tests.web.papers import PAPER\n"
            "from yinfeng.web.people.models import User\n"
            "from yinfeng.web.store.actions import Arrived, receive\n"
            "papers = [Arrived(f'{n}.txt', PAPER + b'.' * n) for n in range(20)]\n"
            "receive(papers, by=User.objects.get(username='zhuren'))"
        )
        house.yinfeng("backup", tmp_path / "kept.zip")
    finally:
        writer.terminate()
        writer.wait(60)
    other = new_house(tmp_path / "new")
    assert "事件链完整" in other.yinfeng("restore", tmp_path / "kept.zip")
    other.yinfeng("manage", "store", "verify")


def test_the_nightly_job_keeps_the_latest_fourteen(lived_in: House) -> None:
    folder = lived_in.folder / "backups"
    folder.mkdir()
    for day in range(10, 30):
        (folder / f"yinfeng-202001{day}-020000.zip").write_bytes(b"")
    said = lived_in.python(
        "from yinfeng.web.work.actions import enqueue\n"
        "from yinfeng.web.work.models import Task\n"
        "from yinfeng.web.work.worker import work_off\n"
        "task = enqueue('backup.nightly')\n"
        "work_off()\n"
        "print(Task.objects.get(pk=task.pk).says)"
    )
    assert "已备份到yinfeng-" in said
    left = sorted(path.name for path in folder.iterdir())
    assert len(left) == 14
    assert not left[-1].startswith("yinfeng-2020")


def test_a_backup_asked_for_on_the_page_is_made_and_checked_by_the_queue(
    tmp_path: Path,
) -> None:
    house = settled(tmp_path)
    told = house.python(
        "from yinfeng.web.backup.kept import backups\n"
        "from yinfeng.web.desks.system.actions import back_up\n"
        "from yinfeng.web.people.models import User\n"
        "from yinfeng.web.work.worker import work_off\n"
        "back_up(by=User.objects.get(username='system'))\n"
        "done = work_off()\n"
        "(kept,) = backups()\n"
        "print(done, kept.state, kept.check.says, kept.size == kept.path.stat().st_size)"
    )
    assert told.startswith("2 done 备份完好")
    assert told.endswith("True")
