"""Management commands explain themselves and complain in Chinese, exit codes as everywhere."""

import re
from pathlib import Path

import pytest
from django.core.management.base import CommandError, CommandParser

from tests.cli.running import Outcome, yinfeng
from yinfeng.cli.managing import complaint

_ENGLISH = re.compile(r"\b(usage|options|arguments|required|invalid|choice|show)\b", re.I)


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A data folder with nothing in it."""
    return {"YINFENG_DATA": str(tmp_path)}


def _manage(env: dict[str, str], *arguments: str) -> Outcome:
    return yinfeng("manage", *arguments, environment=env)


@pytest.mark.parametrize("name", ["audit", "migrate"])
def test_the_help_of_a_command_is_chinese(env: dict[str, str], name: str) -> None:
    said = _manage(env, name, "--help")
    assert said.code == 0
    assert said.out.startswith(f"用法：yinfeng manage {name}")
    assert "显示本说明并退出" in said.out
    assert not _ENGLISH.findall(said.out)
    assert _manage(env, "help", name).out == said.out


def test_the_list_of_commands_is_chinese(env: dict[str, str]) -> None:
    said = _manage(env, "help")
    assert said.code == 0
    assert re.search(r"  audit +核验事件链", said.out)
    assert not _ENGLISH.findall(said.out)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("store",), "缺少子命令。"),
        (("store", "reed"), "子命令不能是 reed，只能从 verify, reread 里选。"),
    ],
)
def test_what_is_wrong_is_said_in_chinese(
    env: dict[str, str], given: tuple[str, ...], says: str
) -> None:
    said = _manage(env, *given)
    assert said.code == 2
    assert says in said.err
    assert not _ENGLISH.findall(said.err)


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("a", "--one"),
        ("a", "--one", "x"),
        ("a", "--one", "1", "more"),
        ("c",),
        ("a", "--two", "1"),
        ("a", "--many"),
        ("a", "--flag=3"),
        ("a", "--one", "1", "--other", "2"),
        ("a", "--ot", "2"),
        ("a",),
    ],
)
def test_every_complaint_of_a_parser_is_understood(given: tuple[str, ...]) -> None:
    with pytest.raises(CommandError) as raised:
        _parser().parse_args(given)
    says = complaint(str(raised.value).removeprefix("Error: "))
    assert says != "用法不对。"
    assert not _ENGLISH.findall(says)


def _parser() -> CommandParser:
    """A parser with an argument of every sort."""
    parser = CommandParser(prog="x")
    parser.add_argument("deed", choices=["a", "b"])
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--one", type=int)
    group.add_argument("--other")
    group.add_argument("--otter")
    parser.add_argument("--two", nargs=2)
    parser.add_argument("--many", nargs="+")
    parser.add_argument("--flag", action="store_true")
    return parser
