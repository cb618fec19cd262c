"""A management command of Django or of the workspace, with its help and its errors in Chinese."""

import re
from argparse import SUPPRESS, ArgumentParser, _ArgumentGroup
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.core.management import get_commands, load_command_class
from django.core.management.base import (
    BaseCommand,
    CommandError,
    DjangoHelpFormatter,
    SystemCheckError,
    handle_default_options,
)
from django.db import connections

if TYPE_CHECKING:
    from argparse import Action

PROGRAM = "yinfeng manage"
# What an office may need of Django's own commands; the others are for who changes the program.
DJANGO = {
    "migrate": "升级数据库结构（serve 启动时自动做）",
    "showmigrations": "列出数据库结构的各次变更，带 X 的已做",
    "check": "检查程序和设置有没有明显的问题",
    "clearsessions": "清理过期的登录会话",
    "axes_reset": "解除因多次输错密码而锁住的账号和地址",
    "axes_list_attempts": "列出登录失败的记录",
    "diffsettings": "列出与 Django 默认不同的设置（含密钥，勿外传）",
}
_OPTIONS = {
    "help": "显示本说明并退出",
    "verbosity": "说多少：0 只说结果，1 一般，2 详细，3 全部",
    "database": "哪一个数据库，一般不用写",
    "interactive": "不提问，按默认的做",
    "noinput": "不提问，按默认的做",
    "app_label": "哪一个模块；不写则全部",
    "migration_name": "升级到哪一次变更；zero 为全部撤销",
    "plan": "只列出要做的，不做",
    "fake": "只记作已做，不改数据库",
    "fake_initial": "表已存在的，把第一次变更记作已做",
    "run_syncdb": "为没有变更记录的模块建表",
    "check_unapplied": "还有没做的变更时以退出码 1 结束",
    "prune": "删去已不存在的变更的记录",
    "format": "怎样排列",
    "list": "按模块列出",
    "tags": "只做这几类检查",
    "list_tags": "列出有哪几类检查",
    "deploy": "加做正式使用前的检查",
    "fail_level": "从哪一级起算失败",
    "databases": "检查哪几个数据库",
    "all": "相同的也列出",
    "default": "与哪一个设置模块比较",
    "output": "怎样写出",
}
# What every command of Django takes and nobody in an office needs.
_UNTOLD = frozenset(
    {
        "version",
        "settings",
        "pythonpath",
        "traceback",
        "no_color",
        "force_color",
        "skip_checks",
    }
)
_TITLES = {"positional arguments": "参数", "options": "选项"}


class _Says(NamedTuple):
    """One of argparse's sentences, and ours."""

    theirs: "re.Pattern[str]"
    ours: str


_SENTENCES = tuple(
    _Says(re.compile(theirs), ours)
    for theirs, ours in (
        (r"the following arguments are required: (.+)", r"缺少\1。"),
        (r"unrecognized arguments: (.+)", r"多写了 \1。"),
        (
            r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.+)\)",
            r"\1不能是 \2，只能从 \3 里选。",
        ),
        (r"argument (\S+): invalid (\w+) value: '(.*)'", r"\1 的值 \3 不对。"),
        (r"argument (\S+): expected one argument", r"\1 后面要写一个值。"),
        (r"argument (\S+): expected (\d+) arguments?", r"\1 后面要写 \2 个值。"),
        (r"argument (\S+): expected at least one argument", r"\1 后面至少要写一个值。"),
        (r"argument (\S+): ignored explicit argument '(.*)'", r"\1 后面不写值。"),
        (r"argument (\S+): not allowed with argument (\S+)", r"\1 和 \2 不能同时写。"),
        (r"one of the arguments (.+) is required", r"\1 要写一个。"),
        (r"ambiguous option: (\S+) could match (.+)", r"\1 不明确，可能是 \2。"),
    )
)


class _Formatter(DjangoHelpFormatter):
    def add_usage(
        self,
        usage: "str | None",
        actions: "Iterable[Action]",
        groups: "Iterable[_ArgumentGroup]",
        prefix: "str | None" = None,  # noqa: ARG002
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：")


def own_commands() -> dict[str, str]:
    """The workspace's own commands, each with what it does."""
    known = sorted(name for name, app in get_commands().items() if app.startswith("yinfeng."))
    return {name: str(_loaded(name).help) for name in known}


def carry_out(name: str, arguments: Sequence[str]) -> None:
    """Do the command; leave with its code where it fails, and with 0 after its help."""
    command = _loaded(name)
    parser = in_chinese(command.create_parser(PROGRAM, name), name)
    try:
        given = vars(_options(parser, arguments))
        positional = given.pop("args", ())
        command.execute(*positional, **given)
    except SystemCheckError as failure:
        command.stderr.write(str(failure), lambda words: words)
        raise SystemExit(1) from failure
    except CommandError as failure:
        command.stderr.write(str(failure))
        raise SystemExit(failure.returncode) from failure
    finally:
        connections.close_all()


def in_chinese(parser: ArgumentParser, name: str) -> ArgumentParser:
    """The parser with its headings and options in Chinese."""
    parser.formatter_class = _Formatter
    if name in DJANGO:
        parser.description = DJANGO[name]
    elif not get_commands().get(name, "").startswith("yinfeng."):
        parser.description = (
            f"{name} 是 Django 自带的命令，供开发人员用：{parser.description or ''}"
        )
    for group in parser._action_groups:
        group.title = _TITLES.get(str(group.title), group.title)
    for action in parser._actions:
        if action.dest in _UNTOLD:
            action.help = SUPPRESS
        elif action.dest in _OPTIONS and action.help:
            action.help = _OPTIONS[action.dest]
    return parser


def complaint(says: str) -> str:
    """What is wrong with the arguments, in Chinese."""
    for theirs, ours in _SENTENCES:
        if theirs.fullmatch(says):
            return theirs.sub(ours, says)
    return "用法不对。"


def _loaded(name: str) -> BaseCommand:
    app = get_commands()[name]
    return app if isinstance(app, BaseCommand) else load_command_class(app, name)


def _options(parser: ArgumentParser, arguments: Sequence[str]) -> "object":
    try:
        given = parser.parse_args(arguments)
    except CommandError as failure:
        said = str(failure).removeprefix("Error: ")
        # Which of its deeds a command is to do has a name in the program only.
        says = complaint(re.sub(r"\bwhat\b", "子命令", said)).replace("'", "")
        usage = parser.format_usage()
        raise CommandError(f"{usage}{says}加 --help 看怎样写。", returncode=2) from failure
    handle_default_options(given)
    return given
