"""The jobs of the store: files are fetched, read, and read again by a newer engine."""

from datetime import time, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions.receiving import clear_away, read_arrival
from yinfeng.web.store.actions.taking_in import ENGINE, read_again
from yinfeng.web.store.folder import collect
from yinfeng.web.store.mailbox import BoxFailed, collect_mail
from yinfeng.web.store.models import Upload
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.job import Daily, Every, Job
from yinfeng.web.work.running import Run

# So many are asked for at once: the queue stays short enough for what people wait for.
_AT_ONCE = 500
_HOUR = timedelta(hours=1)


def reread(run: Run, upload: int) -> str:
    """Read one kept file with this version of the engine."""
    kept = Upload.objects.select_related("unit").get(pk=upload)
    if kept.engine == ENGINE:
        return "已用当前版本读过。"
    receipt = read_again(kept, by=None, hold=run.hold)
    return f"重读{receipt.documents}份材料，得事实{receipt.facts}条，人工核实的结果保持不变。"


def find_stale(run: Run) -> str:
    """Ask for the re-reading of files that an older version of the engine has read."""
    stale = Upload.objects.exclude(engine=ENGINE).select_related("unit").order_by("pk")
    with run.hold():
        asked = [
            enqueue("library.reread", key=f"{upload.pk}", unit=upload.unit, upload=upload.pk)
            for upload in stale[:_AT_ONCE]
        ]
    return f"有{len(asked)}个文件要用{ENGINE}版重读。" if asked else "没有要重读的文件。"


def clear(run: Run) -> str:  # noqa: ARG001
    """Remove bytes of uploads that nobody waits for."""
    return f"清理了{clear_away()}个无主的临时文件。"


def collect_folder(run: Run) -> str:  # noqa: ARG001
    """Take in what lies in the watched folder."""
    if not settings.FOLDER:
        return "没有设置收件文件夹。"
    by = _in_charge(settings.FOLDER_USER, "YINFENG_FOLDER_USER")
    return str(collect(Path(settings.FOLDER), by=by, now=timezone.localtime()))


def collect_letters(run: Run) -> str:  # noqa: ARG001
    """Take in the unread letters of the mail box."""
    if not settings.MAIL_IN:
        return "没有设置收件邮箱。"
    by = _in_charge(settings.MAIL_IN_USER, "YINFENG_MAIL_IN_USER")
    try:
        return str(collect_mail(settings.MAIL_IN, by=by))
    except BoxFailed:
        raise Refused(
            "收件邮箱登录不上。请检查 YINFENG_MAIL_IN 里的用户名、密码和文件夹。"
        ) from None


def _in_charge(username: str, setting: str) -> User:
    """The person in whose name it is taken in."""
    user = User.objects.select_related("unit").filter(username=username, is_active=True).first()
    if user is None:
        raise Refused(f"请用 {setting} 写明由谁负责（用户名），并给该用户导入材料的岗位。")
    return user


JOBS = (
    Job("library.read", "读取材料", read_arrival, limit=_HOUR),
    Job("library.reread", "用新版本重读", reread, limit=_HOUR, rank=5),
    Job(
        "library.find_stale",
        "查找要重读的材料",
        find_stale,
        Every(_HOUR),
        is_idle=lambda: not Upload.objects.exclude(engine=ENGINE).exists(),
    ),
    Job(
        "library.folder",
        "查看收件文件夹",
        collect_folder,
        Every(timedelta(seconds=30)),
        limit=_HOUR,
        is_idle=lambda: not settings.FOLDER,
    ),
    Job(
        "library.mail",
        "查看收件邮箱",
        collect_letters,
        Every(timedelta(minutes=3)),
        limit=_HOUR,
        is_idle=lambda: not settings.MAIL_IN,
    ),
    Job("library.clear", "清理临时文件", clear, Daily(time(3, 40))),
)
