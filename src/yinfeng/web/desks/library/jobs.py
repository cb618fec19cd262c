"""The job of the library: papers that came, were read again or decided on are set side by side."""

from datetime import timedelta

from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from yinfeng.web.desks.library.actions import set_beside
from yinfeng.web.store.models import Decision, Document
from yinfeng.web.work.job import Every, Job
from yinfeng.web.work.running import Run

_AT_ONCE = 300
_RECENT = timedelta(days=2)


def waiting() -> "QuerySet[Document]":
    """The papers that are not set beside the others as they are read and decided on now."""
    fresh = Q(compared=None) | ~Q(compared__reading=F("current"))
    return Document.objects.exclude(current=None).filter(fresh)


def _decided() -> list[int]:
    """The papers on which something was decided since they were set beside the others."""
    recent = Decision.objects.filter(at__gte=timezone.now() - _RECENT).order_by()
    last = recent.values("document").annotate(latest=Max("pk"))
    behind = last.filter(latest__gt=F("document__compared__decision"))
    return list(behind.values_list("document", flat=True)[:_AT_ONCE])


def compare(run: Run) -> str:
    """Set the papers side by side that are not yet."""
    keys = [*_decided(), *waiting().order_by("pk").values_list("pk", flat=True)[:_AT_ONCE]]
    for document in Document.objects.filter(pk__in=keys).order_by("pk"):
        with run.hold():
            set_beside(document)
    return f"比对了{len(set(keys))}份材料。" if keys else "没有要比对的材料。"


JOBS = (
    Job(
        "library.compare",
        "比对各份材料的说法",
        compare,
        Every(timedelta(minutes=1)),
        rank=3,
        is_idle=lambda: not _decided() and not waiting().exists(),
    ),
)
