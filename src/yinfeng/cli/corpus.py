"""`yinfeng corpus IN OUT`: the reader over shards, on this machine or on a Ray cluster."""

from pathlib import Path

import click

from yinfeng.cli.arguments import existing
from yinfeng.cli.group import FINE, PROBLEMS, Command
from yinfeng.cli.progress import Progress

_HELP = """成批读取大量材料：分片并行，写出每片的事实和一份清单。中断后再运行，从断处接着读。

\b
“来源”是文件夹，或 .parquet、.warc 文件（需另装 yinfeng[cluster]）。每片写成一个 jsonl，
其中每条事实带出处，读不了的材料写成 kind 为 problem 的一行；manifest.jsonl 记每片的
份数和校验值。

\b
例子：
  yinfeng corpus 历年材料/ 结果/
  yinfeng corpus 历年材料/ 结果/ --workers 8
  yinfeng corpus /共享盘/材料 /共享盘/结果 --ray auto       在 Ray 集群上

退出码：0 正常，1 有材料读不了（其余照读），2 用法不对。
"""


@click.command("corpus", cls=Command, help=_HELP)
@click.argument("source", metavar="来源", callback=existing, type=click.Path(path_type=Path))
@click.argument("out", metavar="结果", type=click.Path(path_type=Path, file_okay=False))
@click.option("--workers", metavar="个数", type=click.IntRange(1), help="进程数，不写则按核数")
@click.option("--ray", metavar="地址", default="", help="Ray 集群地址；local 为在本机起一个")
def command(source: Path, out: Path, workers: int | None, ray: str) -> int:
    """Read everything below *source* into parts below *out*."""
    # Loading the reader takes longer than showing this help.
    from yinfeng.corpus.running import read_shards
    from yinfeng.corpus.shards import shards_of

    shards = shards_of(source)
    progress, documents, facts, problems = Progress(), 0, 0, 0
    for done, receipt in enumerate(read_shards(shards, out, workers=workers, ray=ray), 1):
        documents += receipt.documents
        facts += receipt.facts
        problems += receipt.problems
        progress.count("正在读第几片", done, len(shards))
    progress.over()
    click.echo(
        f"读取{documents}份材料，得事实{facts}条，{problems}份有问题；清单在 {out}/manifest.jsonl"
    )
    return PROBLEMS if problems else FINE
