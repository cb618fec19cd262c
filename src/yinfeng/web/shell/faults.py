"""What went wrong that a person can mend: a full disk, a database that does not answer."""

import errno

from django.db import DatabaseError, InterfaceError, OperationalError

DISK_FULL = "磁盘已满，写不下了。请系统管理员清理磁盘，之后会自动重试。"
DISK_FULL_PAGE = (
    "服务器磁盘已满，这一步没有保存，原有数据没有改动。请告诉系统管理员清理磁盘，然后再提交一次。"
)
DATABASE_AWAY_PAGE = (
    "数据库暂时连不上或正忙，这一步没有保存，原有数据没有改动。请过一两分钟再试；"
    "一直不行的，请告诉系统管理员。"
)
UNKNOWN_PAGE = (
    "服务器没能完成这一步，您的数据没有改动。请稍后重试；"
    "仍不行的，请把当时的操作和时间告诉系统管理员。"
)


def is_disk_full(failure: BaseException | None) -> bool:
    """Whether there was no room left, for a file or for the database."""
    if isinstance(failure, DatabaseError):
        return "disk is full" in str(failure) or "No space left" in str(failure)
    return isinstance(failure, OSError) and failure.errno in (errno.ENOSPC, errno.EDQUOT)


def page_of(failure: BaseException | None) -> tuple[int, str]:
    """The status and the sentence of the page that tells of a failure."""
    if is_disk_full(failure):
        return 507, DISK_FULL_PAGE
    if isinstance(failure, OperationalError | InterfaceError):
        return 503, DATABASE_AWAY_PAGE
    return 500, UNKNOWN_PAGE
