"""The jobs of reports: the files of an issue are made after it was sealed."""

from yinfeng.web.desks.reports.actions import keep_files, missing_files
from yinfeng.web.desks.reports.models import Issue
from yinfeng.web.work.job import Job
from yinfeng.web.work.running import Run


def make_files(run: Run, issue: int) -> str:
    """Make whatever file of the issue is missing."""
    made = Issue.objects.select_related("unit", "template", "replaces").get(pk=issue)
    # Made before the row is held: setting pages takes longer than others may wait.
    missing = missing_files(made)
    with run.hold():
        count = keep_files(made, missing)
    return f"{made}：生成了{count}个文件。" if count else f"{made}的文件都已生成。"


JOBS = (Job("reports.keep_files", "生成报表文件", make_files),)
