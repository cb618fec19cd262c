"""Folders on disk."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.intake.made import zipped
from yinfeng.intake.folders import walk
from yinfeng.values import Document, Problem


def _names(found: Sequence[Document | Problem]) -> list[str]:
    return [
        one.name if isinstance(one, Document) else f"{one.document}:{one.code}" for one in found
    ]


def test_files_come_in_sorted_order_from_folders_in_folders(tmp_path: Path) -> None:
    for name in ("乙/二.txt", "乙/一.txt", "甲/三.txt", "丙.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"这是{name}")
    first = _names(list(walk([tmp_path])))
    assert first == ["丙", "一", "二", "三"]
    assert _names(list(walk([tmp_path]))) == first


def test_hidden_files_locks_and_thumbnails_are_passed_over(tmp_path: Path) -> None:
    for name in (".DS_Store", "~$台账.docx", "Thumbs.db", "desktop.ini", "._a.txt", "台账.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("a")
    assert _names(list(walk([tmp_path]))) == ["台账"]


def test_a_second_copy_is_a_problem_that_names_the_first(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("签约项目5个")
    (tmp_path / "2.txt").write_text("签约项目5个")
    (tmp_path / "3.zip").write_bytes(zipped({"x.txt": "签约项目5个"}))
    found = list(walk([tmp_path]))
    assert _names(found) == ["1", "2:duplicate", "x:duplicate"]
    assert isinstance(found[1], Problem)
    assert "1.txt" in found[1].says


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "一.txt").write_text("签约")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    assert "一" in _names(list(walk([tmp_path])))


def test_a_path_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert _names(list(walk([tmp_path / "没有.txt"]))) == ["没有:missing"]


@pytest.mark.parametrize("size", [201 << 20])
def test_a_huge_file_is_not_even_opened(tmp_path: Path, size: int) -> None:
    with (tmp_path / "大.txt").open("wb") as file:
        file.truncate(size)
    (tmp_path / "小.txt").write_text("签约")
    assert _names(list(walk([tmp_path]))) == ["大:too-large", "小"]


def test_a_file_that_may_not_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("签约")
    (tmp_path / "1.txt").chmod(0)
    (tmp_path / "2.txt").write_text("开工")
    os.mkfifo(tmp_path / "3.txt")
    found = _names(list(walk([tmp_path])))
    # The superuser reads any file.
    assert found in (["1:unreadable", "2"], ["1", "2"])


def test_the_name_loses_its_ending_only(tmp_path: Path) -> None:
    for name in ("000_387c.txt", "项目清单2024.3.5.txt", "无结尾"):
        (tmp_path / name).write_text(name)
    found = [one for one in walk([tmp_path]) if isinstance(one, Document)]
    assert [one.name for one in found] == ["000_387c", "无结尾", "项目清单2024.3.5"]
    assert found[0].path == str(tmp_path / "000_387c.txt")
    assert len(found[0].sha256) == 64
