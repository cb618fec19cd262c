"""On a Ray cluster of this machine the same parts come out, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

from yinfeng.corpus.shards import read_shard, shards_of

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from pathlib import Path
from yinfeng.corpus.running import read_shards
from yinfeng.corpus.shards import shards_of
if __name__ == "__main__":
    print(len(list(read_shards(shards_of(Path(sys.argv[1]), 2), Path(sys.argv[2]), ray="local"))))
"""


def test_a_cluster_writes_what_one_process_would(tmp_path: Path) -> None:
    corpus, alone, cluster = tmp_path / "corpus", tmp_path / "alone", tmp_path / "cluster"
    corpus.mkdir()
    for n in range(1, 5):
        says = f"青石镇上半年签约项目{n + 10}个，总投资{n + 20}亿元。"
        (corpus / f"{n}.txt").write_text(says, encoding="utf-8")
    for shard in shards_of(corpus, 2):
        read_shard(shard, alone)
    script = tmp_path / "run.py"
    script.write_text(RUN, encoding="utf-8")
    # A process of its own: the cluster leaves threads and signal handlers behind.
    ran = subprocess.run(
        [sys.executable, script, corpus, cluster],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "2"
    for part in sorted(alone.iterdir()):
        assert (cluster / part.name).read_bytes() == part.read_bytes()
