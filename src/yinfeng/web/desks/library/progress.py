"""How far a sending of files is read, in one line for each sort of outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yinfeng.web.store.models import Arrival, Problem
from yinfeng.web.work.models import State as TaskState

State = Arrival.State


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many are read, and what came of them."""

    done: int
    total: int
    failed: int
    told: tuple[tuple[str, str], ...]
    has_facts: bool

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be waited for."""
        return self.done + self.failed == self.total


def progress(rows: Sequence[Arrival]) -> Progress:
    """How far the rows of one sending are."""
    done = sum(row.state != State.WAITING for row in rows)
    failed = sum(has_failed(row) for row in rows)
    has_facts = any(row.facts for row in rows)
    return Progress(done, len(rows), failed, tuple(_told(rows)), has_facts)


def reasons(rows: Sequence[Arrival]) -> dict[int, list[str]]:
    """Why files could not be read, or not whole, by their uploads."""
    told: dict[int, list[str]] = {}
    uploads = [row.upload_id for row in rows if row.problems]
    if not uploads:
        return told
    found = Problem.objects.standing().filter(upload__in=uploads).select_related("upload")
    for one in found.order_by("pk"):
        inside = "" if one.place in ("", one.upload.name) else f"{one.place}："
        told.setdefault(one.upload_id, []).append(f"{inside}{one.says}")
    return told


def has_failed(row: Arrival) -> bool:
    """Whether reading it was given up, until somebody lets it be tried again."""
    gave_up = row.task is not None and row.task.state == TaskState.FAILED
    return row.state == State.WAITING and gave_up


def _told(rows: Sequence[Arrival]) -> Iterator[tuple[str, str]]:
    if documents := sum(row.documents for row in rows):
        facts = sum(row.facts for row in rows)
        yield "success", f"读入{documents}份材料，得事实{facts}条，请逐份核实。"
    if known := sum(row.state == State.KNOWN for row in rows):
        yield "info", f"{known}份已在库中，没有重复保存。"
    if packed := sum(row.known for row in rows):
        yield "info", f"压缩包或邮件里有{packed}份已在库中，没有重复保存。"
    if unread := sum(bool(row.problems) for row in rows):
        yield "warning", f"{unread}份没能读取或没能全部读取，原因写在各行。"
    if refused := sum(row.state == State.REFUSED for row in rows):
        yield (
            "error",
            (
                f"{refused}份带有密级标志，没有保存。涉密材料不得进入本系统：请立即从这台电脑上移除，"
                "并按保密规定处理。确系误判的，去掉标志后再导入。"
            ),
        )
