"""Arguments that several commands take: the paths of documents, each of which must exist."""

from pathlib import Path

import click

PATHS = "文件或文件夹…"
_STDIN = Path("-")


def existing(ctx: click.Context, param: click.Parameter, value: object) -> object:
    """The path or paths, refused where one is not there; `-` is standard input."""
    for path in value if isinstance(value, tuple) else (value,):
        if isinstance(path, Path) and path != _STDIN and not path.exists():
            raise click.BadParameter(f"找不到 {path}。请检查路径。", ctx, param)
    return value
