"""`yinfeng manage store verify | reread`: whether every proof holds; reading all files again."""

from collections.abc import Iterator
from itertools import islice

from django.core.management.base import BaseCommand, CommandError, CommandParser

from yinfeng.web.store import vault
from yinfeng.web.store.actions import ENGINE, read_again
from yinfeng.web.store.keeping import Unproved, check, stretches
from yinfeng.web.store.models import Entry, Reading, Upload

_SHOWN = 20


class Command(BaseCommand):
    """Look after the store."""

    help = "verify：核对每一处出处与原文逐字相同、每个文件未变；reread：用当前版本重读旧材料。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Which of the two."""
        parser.add_argument("what", choices=["verify", "reread"])

    def handle(self, **options: str) -> None:
        """Do it."""
        if options["what"] == "reread":
            self._reread()
        else:
            self._verify()

    def _verify(self) -> None:
        found = list(islice(_faults(), _SHOWN))
        if found:
            raise CommandError("\n".join(["存储有误：", *found]))
        files, entries = Upload.objects.count(), Entry.objects.count()
        self.stdout.write(f"存储完好：文件{files}个，条目{entries}条，出处逐字相同。")

    def _reread(self) -> None:
        read = 0
        for upload in Upload.objects.exclude(engine=ENGINE).order_by("pk").iterator():
            read += read_again(upload, by=None).documents
        self.stdout.write(f"用{ENGINE}版重读{read}份材料，人工核实的结果保持不变。")


def _faults() -> Iterator[str]:
    for upload in Upload.objects.order_by("pk").iterator():
        if not vault.is_whole(upload.sha256):
            yield f"文件“{upload.name}”丢失或被改动过。"
    for reading in Reading.objects.select_related("document").order_by("pk").iterator():
        for entry in Entry.objects.filter(fact__reading=reading).order_by("pk").iterator():
            try:
                for evidence in stretches(entry):
                    check(reading.source, evidence)
            except Unproved:
                yield f"“{reading.document}”的条目{entry.pk}与原文不符。"
