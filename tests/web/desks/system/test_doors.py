"""The administrator's pages of backups and settings: who sees them, what they tell and do."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.web.conftest import Hire, browser_of
from yinfeng.web.backup.archive import written
from yinfeng.web.desks.system.variables import GROUPS, in_force
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.work import actions as work
from yinfeng.web.work.models import State, Task
from yinfeng.web.work.running import run

_NAME = "yinfeng-20260302-020000.zip"


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """An empty folder of backups."""
    settings.BACKUPS = tmp_path / "kept"
    return tmp_path / "kept"


@pytest.fixture
def top(hire: Hire, county: OrgUnit) -> User:
    """The administrator of the system, at the top of the tree."""
    return hire("keeper", county, Role.SYSTEM)


@pytest.fixture
def as_top(top: User) -> Client:
    """The administrator's browser."""
    return browser_of(top)


def _work_off() -> None:
    while task := work.begin("here/1/1", timezone.now()):
        run(task)


def _lay(folder: Path) -> Path:
    """A whole backup of next to nothing, in the folder."""
    with written(folder / _NAME) as archive:
        archive.add_lines("tables/x.jsonl", [1])
        archive.close_with({"saved": "2026-03-02T02:00:00+08:00", "rows": 1})
    return folder / _NAME


def _page(browser: Client, address: str = "/system/") -> str:
    return browser.get(address).getvalue().decode()


def test_the_empty_page_says_what_to_do_and_how_to_restore(as_top: Client) -> None:
    page = _page(as_top)
    assert "还没有备份。点“立即备份”做第一份" in page
    assert "yinfeng restore" in page


def test_a_backup_is_asked_for_and_told_in_the_history(as_top: Client, top: User) -> None:
    as_top.post("/system/backups/new")
    assert "备份在排队" in _page(as_top)
    task = Task.objects.get(job="backup.now")
    event = Event.objects.get(action="system.back_up")
    assert (event.actor, event.key) == (top, str(task.pk))


def test_a_kept_backup_is_listed_with_what_its_check_found(as_top: Client, folder: Path) -> None:
    _lay(folder)
    assert "还没有核对过" in _page(as_top)
    as_top.post("/system/backups/check", {"name": _NAME})
    assert "正在核对" in _page(as_top)
    _work_off()
    page = _page(as_top)
    assert "逐个核对过校验值" in page
    assert f'{folder}/{_NAME}" --check' in page.replace("&quot;", '"')


def test_of_two_who_ask_at_once_the_second_is_told(as_top: Client) -> None:
    as_top.post("/system/backups/new")
    as_top.post("/system/backups/new")
    assert "已经有一次备份在进行" in _page(as_top)
    assert Task.objects.filter(job="backup.now").count() == 1


def test_a_changed_backup_is_found_out_when_it_is_checked(
    as_top: Client, top: User, folder: Path
) -> None:
    kept = _lay(folder)
    as_top.post("/system/backups/check", {"name": _NAME})
    _work_off()
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2])
    assert "还没有核对过" in _page(as_top), "the check was of another file"
    as_top.post("/system/backups/check", {"name": _NAME})
    _work_off()
    assert "已损坏或被改动过" in _page(as_top)
    assert Event.objects.filter(action="system.check_backup", actor=top).count() == 2


@pytest.mark.parametrize("name", ["没有.zip", "../secret.zip", "/etc/passwd", ""])
def test_only_what_lies_in_the_folder_is_checked(as_top: Client, name: str) -> None:
    as_top.post("/system/backups/check", {"name": name})
    assert "备份文件夹里没有" in _page(as_top)
    assert not Task.objects.exists()


def test_a_backup_that_fails_is_told_on_the_page(as_top: Client, folder: Path) -> None:
    folder.write_text("in the way", encoding="utf-8")
    as_top.post("/system/backups/new")
    _work_off()
    assert Task.objects.get(job="backup.now").state == State.FAILED
    assert "最近一次备份没有成功" in _page(as_top)


def test_who_keeps_the_system_of_one_office_sees_and_makes_no_copy_of_the_whole(
    hire: Hire, town: OrgUnit
) -> None:
    local = browser_of(hire("local", town, Role.SYSTEM))
    for address in ("/system/", "/system/settings"):
        page = _page(local, address)
        assert "只有最上级单位的系统管理员能看" in page
        assert "YINFENG_DATA" not in page
    local.post("/system/backups/new")
    local.post("/system/backups/check", {"name": "x.zip"})
    assert not Task.objects.exists()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SYSTEM}))
def test_no_other_role_comes_in(hire: Hire, county: OrgUnit, role: Role) -> None:
    browser = browser_of(hire("other", county, role))
    for address in ("/system/", "/system/settings"):
        assert browser.get(address).status_code == 403
    for address in ("/system/backups/new", "/system/backups/check"):
        assert browser.post(address).status_code == 403


def test_the_settings_tell_the_value_and_where_it_comes_from(
    as_top: Client, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setenv("YINFENG_IDLE_MINUTES", "20")
    monkeypatch.setenv("YINFENG_MAIL_OUT", "smtp://robot:Geheim7@mail.example:25")
    settings.OIDC = {**settings.OIDC, "secret": "Geheim8"}
    page = _page(as_top, "/system/settings")
    (line,) = re.findall(r"<tr>(?:(?!</tr>).)*YINFENG_IDLE_MINUTES.*?</tr>", page, re.DOTALL)
    assert ">20<" in line
    assert "环境变量或启动选项" in line
    assert "smtp://robot:••••••@mail.example:25" in page


def test_no_secret_stands_on_the_page(
    as_top: Client, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://yf:Geheim6@db.example/yf")
    settings.OIDC = {**settings.OIDC, "secret": "Geheim8"}
    settings.LDAP = {**settings.LDAP, "password": "Geheim9"}
    settings.MAIL_IN = "imaps://robot@x:Geheim:7@mail.example/INBOX"
    page = _page(as_top, "/system/settings")
    assert "Geheim" not in page
    assert settings.SECRET_KEY not in page
    assert "已设，不显示" in page


def test_every_variable_of_the_settings_stands_on_the_page() -> None:
    source = Path(__file__).parents[4] / "src" / "yinfeng"
    says = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    asked = set(re.findall(r"""["'](YINFENG_[A-Z_]+|DATABASE_URL)["']""", says))
    named = [one.name for _, variables in GROUPS for one in variables]
    assert sorted(named) == sorted(asked)
    assert [line for _, lines in in_force() for line in lines if line.value == ""] == []
