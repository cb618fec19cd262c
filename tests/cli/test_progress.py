"""Long commands say how far they are on a terminal, and nothing of it in a pipe."""

from pathlib import Path

import pytest

from tests.cli.running import on_a_terminal, yinfeng

_PAPER = "云泽镇轴承项目总投资3亿元，用地45亩，计划2026年9月开工。"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with two papers."""
    for number in (1, 2):
        (tmp_path / f"来稿{number}.txt").write_text(_PAPER + "。" * number, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", [("read",), ("daily", "--date", "2026-03-02")])
def test_reading_says_which_paper_it_is_at(papers: Path, command: tuple[str, ...]) -> None:
    assert "正在读第1份：来稿1" in on_a_terminal(*command, papers)
    assert on_a_terminal(*command, papers).endswith("\r\033[K读完2份。\r\n")
    assert yinfeng(*command, papers).err == ""


def test_reading_in_shards_says_how_many_are_done(papers: Path, tmp_path: Path) -> None:
    assert "1/1（100%）" in on_a_terminal("corpus", papers, tmp_path / "甲", "--workers", "1")
    assert "%" not in yinfeng("corpus", papers, tmp_path / "乙", "--workers", "1").err
