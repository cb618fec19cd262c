"""`yinfeng corpus` writes parts and a manifest, and says what it read."""

import json
from pathlib import Path

from tests.cli.running import yinfeng


def test_parts_and_manifest_are_written(tmp_path: Path) -> None:
    papers, out = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    (papers / "1.txt").write_text("石榴镇上半年签约项目12个，总投资25亿元。", encoding="utf-8")
    ran = yinfeng("corpus", papers, out, "--workers", 1)
    assert ran.code == 0, ran.err
    assert "读取1份材料" in ran.out
    (row,) = (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(row)["documents"] == 1


def test_an_unreadable_paper_is_counted_and_told_by_the_exit_code(tmp_path: Path) -> None:
    papers, out = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    (papers / "空.docx").write_bytes(b"")
    ran = yinfeng("corpus", papers, out, "--workers", 1)
    assert ran.code == 1
    assert '"kind": "problem"' in (out / "part-00000.jsonl").read_text(encoding="utf-8")
