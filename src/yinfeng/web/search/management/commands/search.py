"""`yinfeng manage search rebuild`: compare the index with everything, now."""

from django.core.management.base import BaseCommand, CommandParser

from yinfeng.web.search.actions import all_kinds, catch_up, forget_unknown


class Command(BaseCommand):
    """Look after the index."""

    help = "rebuild：核对检索索引，补上缺的、更新旧的、清除已不存在的。每夜自动做一次。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Only one thing."""
        parser.add_argument("what", choices=["rebuild"])

    def handle(self, **options: str) -> None:  # noqa: ARG002
        """Do it and say how many."""
        count = sum(some for kind in all_kinds() for some in catch_up(kind))
        self.stdout.write(f"检索索引已核对，更新{count}条，清除{forget_unknown()}条。")
