"""A full disk and a database that is away get a clear page, also where no query can be asked."""

import errno
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client

from tests.web.papers import NAME, PAPER
from yinfeng.web.shell.faults import page_of
from yinfeng.web.store.models import Arrival, Upload
from yinfeng.web.work.worker import work_off

Ask = Callable[..., object]


def _failing(failure: Exception, only: str = "") -> AbstractContextManager[None]:
    """Every query that holds *only* fails."""

    def refuse(execute: Ask, sql: str, params: object, many: bool, context: object) -> object:
        if only in sql:
            raise failure
        return execute(sql, params, many, context)

    return connection.execute_wrapper(refuse)


@pytest.fixture
def browser(as_clerk: Client) -> Client:
    """The clerk's browser, which shows pages of failure like a real one."""
    as_clerk.raise_request_exception = False
    return as_clerk


def test_a_database_that_is_away_is_told_and_work_goes_on_afterwards(browser: Client) -> None:
    with _failing(OperationalError("server closed the connection unexpectedly")):
        answer = browser.get("/library/")
    says = answer.content.decode()
    assert (answer.status_code, "数据库暂时连不上" in says) == (503, True)
    assert browser.get("/library/").status_code == 200


def test_a_full_disk_is_told_and_the_paper_comes_in_when_there_is_room(browser: Client) -> None:
    papers = {"papers": SimpleUploadedFile(NAME, PAPER)}
    with _failing(OperationalError("database or disk is full"), only="INSERT INTO"):
        answer = browser.post("/library/upload", papers)
    assert (answer.status_code, "磁盘已满" in answer.content.decode()) == (507, True)
    assert not Arrival.objects.exists()
    papers = {"papers": SimpleUploadedFile(NAME, PAPER)}
    assert browser.post("/library/upload", papers).status_code == 302
    work_off()
    assert Upload.objects.count() == 1


def test_a_folder_that_takes_no_file_is_told(browser: Client) -> None:
    folder = Path(settings.DATA) / "waiting"
    kept = folder.with_name("waiting.aside")
    if folder.exists():
        folder.rename(kept)
    folder.write_bytes(b"in the way")
    try:
        papers = {"papers": SimpleUploadedFile(NAME, PAPER)}
        assert browser.post("/library/upload", papers).status_code == 500
        assert not Arrival.objects.exists()
    finally:
        folder.unlink()
        if kept.exists():
            kept.rename(folder)


@pytest.mark.parametrize(
    ("failure", "status"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 507),
        (OSError(errno.EDQUOT, "Quota exceeded"), 507),
        (OperationalError("database is locked"), 503),
        (ValueError("odd"), 500),
        (None, 500),
    ],
)
def test_each_failure_has_its_page(failure: Exception | None, status: int) -> None:
    assert page_of(failure)[0] == status
