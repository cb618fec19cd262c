"""Backup, restore and the worker say how far they are on a terminal, and nothing in a pipe."""

import os
from pathlib import Path

import pytest

from tests.cli.running import on_a_terminal, yinfeng
from tests.web.houses import House, new_house, settled


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house with its first people."""
    return settled(tmp_path_factory.mktemp("house"))


def test_a_backup_counts_its_parts_to_the_last(house: House, tmp_path: Path) -> None:
    said = on_a_terminal("backup", tmp_path / "甲.zip", environment=house.env)
    assert "正在备份" in said
    assert "（100%）" in said
    assert yinfeng("backup", tmp_path / "乙.zip", environment=house.env).err == ""


def test_a_restore_counts_what_is_checked_and_what_is_filled(house: House, tmp_path: Path) -> None:
    house.yinfeng("backup", tmp_path / "甲.zip")
    fresh = new_house(tmp_path / "new")
    said = on_a_terminal("restore", tmp_path / "甲.zip", environment=fresh.env)
    assert said.index("正在核对") < said.index("正在恢复数据")
    assert said.count("（100%）") == 2
    assert yinfeng("restore", tmp_path / "甲.zip", "--check", environment=house.env).err == ""


def test_the_worker_names_the_task_it_is_at(house: House) -> None:
    ask = "from yinfeng.web.work.actions import enqueue; enqueue('work.weigh')"
    house.python(ask)
    assert "正在更新索引统计" in on_a_terminal("work", "--once", environment=house.env)
    house.python(ask)
    assert yinfeng("work", "--once", environment={**os.environ, **house.env}).err == ""
