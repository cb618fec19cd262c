"""The job of lists: a long sheet is imported while its clerk does something else."""

from django.utils import timezone

from yinfeng.web.lists.actions.imports import import_rows, send_back
from yinfeng.web.lists.known import listings
from yinfeng.web.lists.models import Batch
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.job import Job
from yinfeng.web.work.running import Run


def import_sheet(run: Run, batch: int, seal: str, leaves_bad: bool) -> str:
    """Import the sheet as it was shown; whoever is killed leaves nothing of it behind."""
    kept = Batch.objects.select_related("by").get(pk=batch)
    if kept.state != Batch.State.WAITING:
        return f"“{kept}”{kept.get_state_display()}。"
    run.tell(0, len(kept.rows))
    try:
        with run.hold():
            done = import_rows(
                listings()[kept.listing],
                kept,
                by=kept.by,
                seal=seal,
                leaves_bad=leaves_bad,
                now=timezone.now(),
            )
    except Refused as refusal:
        with run.hold():
            send_back(kept, str(refusal))
        return f"“{kept}”没有导入：{refusal}"
    return f"“{kept}”已导入：新建{done.created}条，修改{done.changed}条。"


JOBS = (Job("lists.import", "导入表格", import_sheet, tries=20),)
