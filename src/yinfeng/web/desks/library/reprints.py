"""Papers that tell the same story as this one: reprints by other sites, with other head and foot.

The index gives the papers that hold one of a few sentences of this one word by word; which of them
tell the same story the engine says, as it does for the daily report.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.intake.reprints import reprint_groups
from yinfeng.web.people.models import User
from yinfeng.web.search.finding import found, holding, words_of
from yinfeng.web.store.models import Document

# A sentence of so many characters hardly stands in two stories, a longer one is often changed.
_PROBE = 14
_PROBES = 3
_MOST = 20
_RUN = re.compile(rf"[\u4e00-\u9fff]{{{_PROBE},}}")


def same_story(document: Document, user: User) -> list[Document]:
    """The other papers in the user's scope that tell what this one tells, the earliest first."""
    if document.current is None:
        return []
    text = document.current.restored
    keys = {
        int(passage.key)
        for probe in _probes(text)
        for passage in found(user, words_of(probe), "store.document")[:_MOST]
    } - {document.pk}
    if not keys:
        return []
    seen = Document.objects.visible_to(user).filter(pk__in=keys).select_related("unit", "current")
    others = sorted(seen, key=lambda one: one.pk)
    return [one for one in others if one.current and _is_same(text, one.current.restored)]


def first_of(document: Document) -> Document | None:
    """The earliest paper of the house that tells what this one tells, if it came before."""
    if document.current is None:
        return None
    text = document.current.restored
    keys: set[int] = set()
    for probe in _probes(text):
        passages = holding("store.document", probe)
        if passages is not None:
            keys |= {int(key) for key in passages.values_list("key", flat=True)[:_MOST]}
    earlier = Document.objects.filter(pk__in=keys, pk__lt=document.pk).select_related("current")
    for one in earlier.order_by("pk"):
        if one.current and _is_same(text, one.current.restored):
            return one
    return None


def _is_same(text: str, other: str) -> bool:
    groups = reprint_groups((("this", text), ("other", other)))
    return groups["other"] == "this"


def _probes(text: str) -> Iterator[str]:
    """The beginnings of runs without a sign, spread over the text."""
    runs: Sequence[str] = _RUN.findall(text)
    step = max(1, len(runs) // _PROBES)
    for run in runs[step // 2 :: step][:_PROBES]:
        yield run[:_PROBE]
