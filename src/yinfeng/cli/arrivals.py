"""The documents of a command: walked, read one by one, problems told as they come.

Progress goes to standard error and only to a terminal; problems go there always, as sentences.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from yinfeng.cli.progress import Progress
from yinfeng.corpus.collecting import collect_seldom
from yinfeng.intake.folders import walk
from yinfeng.intake.opening import documents_of
from yinfeng.reading import Reading, read_document
from yinfeng.values import Document, Problem

# Told, but nothing is lost: the other copy was read.
_HARMLESS = frozenset({"duplicate"})
_STDIN = Path("-")


class Readings:
    """The readings of some paths in order; afterwards `problems` holds what could not be read."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self.problems: list[Problem] = []

    @property
    def has_problems(self) -> bool:
        """Whether something was lost."""
        return any(problem.code not in _HARMLESS for problem in self.problems)

    def __iter__(self) -> Iterator[Reading]:
        collect_seldom()
        progress = Progress()
        read = 0
        for found in _found(self._paths):
            if isinstance(found, Problem):
                self._tell(found, progress)
                continue
            progress.say(f"正在读第{read + 1}份：{found.name}")
            yield read_document(found)
            read += 1
        progress.over(f"读完{read}份。")

    def _tell(self, problem: Problem, progress: Progress) -> None:
        self.problems.append(problem)
        where = f"（{problem.place}）" if problem.place else ""
        progress.over()
        click.echo(f"{problem.document}{where}：{problem.says}", err=True)


def _found(paths: tuple[Path, ...]) -> Iterator[Document | Problem]:
    if _STDIN in paths:
        yield from documents_of(sys.stdin.buffer.read(), "标准输入")
    yield from walk(path for path in paths if path != _STDIN)
