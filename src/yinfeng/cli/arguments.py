"""Arguments that several commands take: paths that must exist, and places to write to."""

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


def writable(ctx: click.Context, param: click.Parameter, value: object) -> object:
    """The path or paths to write to, refused before the work begins where no folder holds them."""
    for path in value if isinstance(value, tuple) else (value,):
        if isinstance(path, Path) and (path.is_dir() or not path.absolute().parent.is_dir()):
            raise click.BadParameter(f"写不到 {path}。请检查文件夹是否存在。", ctx, param)
    return value
