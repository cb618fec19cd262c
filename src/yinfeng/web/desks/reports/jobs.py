"""The jobs of reports: an issue is made and sealed, then its files are made."""

from datetime import date

from django.utils import timezone

from yinfeng.web.desks.reports import actions
from yinfeng.web.desks.reports.actions import issued_by, keep_files, missing_files
from yinfeng.web.desks.reports.kinds import kind_of
from yinfeng.web.desks.reports.models import Issue
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.job import Job
from yinfeng.web.work.running import Run

# An issue is compared with the one before: where that is another by now, it is made anew.
_TURNS = 5


def issue(run: Run, kind: str, last: str, wrong: int | None, reason: str) -> str:
    """Seal what was asked for; whoever is killed after that seals nothing twice."""
    task = run.task
    made, found = issued_by(task), kind_of(kind)
    if made is not None:
        return f"已签发：{made}。"
    assert found is not None
    assert task.by is not None
    assert task.unit is not None
    for _ in range(_TURNS):
        try:
            if wrong is None:
                day, today = date.fromisoformat(last), timezone.localdate()
                made = actions.issue(
                    found, by=task.by, unit=task.unit, last=day, today=today, tell=run.tell
                )
            else:
                old = Issue.objects.select_related("unit").get(pk=wrong)
                made = actions.correct(old, found, by=task.by, reason=reason, tell=run.tell)
        except actions.Overtaken:
            continue
        return f"已签发：{made}。"
    raise Refused("同时签发的报表太多，请稍后再签发。")


def make_files(run: Run, issue: int) -> str:
    """Make whatever file of the issue is missing."""
    made = Issue.objects.select_related("unit", "template", "replaces").get(pk=issue)
    # Made before the row is held: setting pages takes longer than others may wait.
    missing = missing_files(made)
    with run.hold():
        count = keep_files(made, missing)
    return f"{made}：生成了{count}个文件。" if count else f"{made}的文件都已生成。"


JOBS = (
    Job("reports.issue", "签发报表", issue),
    Job("reports.keep_files", "生成报表文件", make_files),
)
