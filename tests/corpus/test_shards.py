"""A shard is read whole or not at all, the same everywhere, and once."""

import json
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from yinfeng.corpus.running import read_shards
from yinfeng.corpus.shards import Shard, read_shard, receipt_of, shards_of

SAYS = "今年1至6月，柳塘镇完成工业投资{n}亿元，同比增长12.5%。柳塘镇招商引资项目{n}个。\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Seven small articles and one file that no format reads."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for n in range(1, 8):
        (folder / f"{n}.txt").write_text(SAYS.format(n=n + 10), encoding="utf-8")
    (folder / "空.docx").write_bytes(b"")
    return folder


def _bytes(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_files_are_dealt_in_sorted_order(corpus: Path) -> None:
    shards = shards_of(corpus, size=3)
    assert [shard.name for shard in shards] == ["part-00000", "part-00001", "part-00002"]
    assert [len(shard.files) for shard in shards] == [3, 3, 2]


def test_a_shard_holds_facts_with_their_proof_and_problems(corpus: Path, tmp_path: Path) -> None:
    (shard,) = shards_of(corpus)
    receipt = read_shard(shard, tmp_path / "out")
    part = (tmp_path / "out" / "part-00000.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(row) for row in part.splitlines()]
    problems = [row for row in rows if row["kind"] == "problem"]
    assert (receipt.documents, receipt.problems) == (7, len(problems)) == (7, 1)
    assert receipt.facts == len(rows) - 1 >= 7
    for row in rows:
        if row["kind"] != "problem":
            source = Path(row["path"]).read_text(encoding="utf-8")
            for start, end, quote in (one for field in row["evidence"].values() for one in field):
                assert source[start:end] == quote


def test_a_shard_that_stands_is_not_read_again(corpus: Path, tmp_path: Path) -> None:
    (shard,) = shards_of(corpus)
    first = read_shard(shard, tmp_path)
    stood = (tmp_path / "part-00000.jsonl").stat().st_ino
    assert read_shard(shard, tmp_path) == first
    assert (tmp_path / "part-00000.jsonl").stat().st_ino == stood


def test_a_part_that_was_cut_short_is_read_again(corpus: Path, tmp_path: Path) -> None:
    (shard,) = shards_of(corpus)
    read_shard(shard, tmp_path)
    part = tmp_path / "part-00000.jsonl"
    whole = part.read_bytes()
    part.write_bytes(whole[:40])
    assert receipt_of(shard, tmp_path) is None
    read_shard(shard, tmp_path)
    assert part.read_bytes() == whole


def test_a_file_that_changed_is_read_again(corpus: Path, tmp_path: Path) -> None:
    (before,) = shards_of(corpus)
    read_shard(before, tmp_path)
    (corpus / "1.txt").write_text("柳塘镇签约项目90个，总投资10亿元。", encoding="utf-8")
    (after,) = shards_of(corpus)
    assert receipt_of(after, tmp_path) is None


def test_a_file_that_is_gone_costs_only_itself(corpus: Path, tmp_path: Path) -> None:
    (shard,) = shards_of(corpus)
    missing = Shard(shard.name, (str(corpus / "没有.txt"), *shard.files), shard.fingerprint)
    receipt = read_shard(missing, tmp_path)
    assert (receipt.documents, receipt.problems) == (7, 2)


def test_rows_of_parquet_are_read_as_the_files_would_be(corpus: Path, tmp_path: Path) -> None:
    texts = [SAYS.format(n=n + 10) for n in range(1, 8)]
    names = [f"{n}.txt" for n in range(1, 8)]
    parquet.write_table(pyarrow.table({"name": names, "text": texts}), tmp_path / "all.parquet")
    (shard,) = shards_of(tmp_path / "all.parquet")
    receipt = read_shard(shard, tmp_path / "rows")
    (files,) = shards_of(corpus)
    assert receipt.facts == read_shard(files, tmp_path / "files").facts
    assert receipt.documents == 7


def test_processes_write_what_one_would_and_a_manifest(corpus: Path, tmp_path: Path) -> None:
    shards = shards_of(corpus, size=3)
    alone, pool = tmp_path / "alone", tmp_path / "pool"
    for shard in shards:
        read_shard(shard, alone)
    receipts = list(read_shards(shards, pool, workers=2))
    assert len(receipts) == 3
    written = _bytes(pool)
    manifest = [json.loads(row) for row in written.pop("manifest.jsonl").splitlines()]
    assert written == _bytes(alone)
    assert [row["name"] for row in manifest] == [shard.name for shard in shards]
    assert sum(row["documents"] for row in manifest) == 7
