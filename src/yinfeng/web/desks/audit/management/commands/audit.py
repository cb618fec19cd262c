"""`yinfeng manage audit verify`: whether the trail of events and the records are whole."""

from itertools import islice

from django.core.management.base import BaseCommand, CommandError, CommandParser

from yinfeng.web.lists.tampering import altered
from yinfeng.web.shell.events import chain_end, faults

_SHOWN = 20


class Command(BaseCommand):
    """Check the chain from the first event to the last, and each record against its versions."""

    help = "核验事件链和台账：事件被改、被删、被调换次序，记录被绕过系统改动，都会指出。"

    def add_arguments(self, parser: CommandParser) -> None:
        """One sub-command, and what the end of the chain was when it was last written down."""
        parser.add_argument("what", choices=["verify"])
        parser.add_argument("--since", metavar="封印", help="上次抄下的链尾封印，须仍在链上")

    def handle(self, **options: str | None) -> None:
        """Print the end of the chain, or what is wrong with it."""
        found = list(islice(faults(since=options["since"]), _SHOWN))
        if found:
            raise CommandError("\n".join(["事件链不完整：", *found]))
        found = list(islice(altered(), _SHOWN))
        if found:
            raise CommandError("\n".join(["事件链完整，但台账被绕过系统改动过：", *found]))
        count, last = chain_end()
        self.stdout.write(
            f"事件链完整，共{count}条。链尾封印（请抄存于别处）：\n{last or '（空）'}"
        )
