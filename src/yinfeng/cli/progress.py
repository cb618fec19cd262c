"""How far a long command is: one line on a terminal, rewritten; nothing in a pipe or a file."""

import sys
import time

import click

_CLEAR = "\r\033[K"
_PAUSE = 0.1


class Progress:
    """One line of standard error that says how far the work is, gone when it is done."""

    def __init__(self) -> None:
        self.shows = sys.stderr.isatty()
        self._next = 0.0

    def say(self, words: str) -> None:
        """Write the line anew; of many in a moment only some are written."""
        now = time.monotonic()
        if self.shows and now >= self._next:
            self._next = now + _PAUSE
            click.echo(f"{_CLEAR}{words}", nl=False, err=True)

    def count(self, what: str, done: int, total: int) -> None:
        """Say how many are done, and the last one surely."""
        if done >= total:
            self._next = 0.0
        self.say(f"{what} {done}/{total}（{done * 100 // max(total, 1)}%）")

    def over(self, words: str = "") -> None:
        """Take the line away, and leave *words* for whoever watched."""
        if self.shows:
            click.echo(f"{_CLEAR}{words}", nl=bool(words), err=True)
