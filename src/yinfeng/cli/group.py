"""Commands that load late, speak Chinese, and leave with codes that a script can use.

0: fine. 1: some documents had problems. 2: used wrongly. A closed pipe (| head) is fine.
"""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper

import click

from yinfeng.cli.wrong import wrong

FINE, PROBLEMS, USAGE = 0, 1, 2
_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


class _Formatter(click.HelpFormatter):
    """Help with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        args = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …")
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class _PipeClosed(Exception):
    """The reader of our output has enough. click would call a broken pipe a failure."""


class Command(click.Command):
    """One command, its help in Chinese."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本说明并退出"
        return option


class Commands(click.Group):
    """The commands by name; a module is imported when its command is asked for."""

    context_class = _Context

    def __init__(self, commands: Mapping[str, tuple[str, str]], name: str, help: str) -> None:
        super().__init__(name=name, help=help, no_args_is_help=True)
        self._listed = commands

    def invoke(self, ctx: click.Context) -> object:
        """What the command returns; a closed pipe passes click by."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as closed:
            raise _PipeClosed from closed

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with."""
        if args[0] not in self._listed and not args[0].startswith("-"):
            raise click.UsageError(f"没有“{args[0]}”这条命令。加 --help 看有哪些命令。", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names in the order of the list."""
        return list(self._listed)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name, loaded."""
        if cmd_name not in self._listed:
            return None
        command = import_module(self._listed[cmd_name][0]).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the list from its own words, so that help loads no command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in self._listed.items()])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本说明并退出"
        return option


def run(commands: click.Group) -> None:
    """Run the command of this process and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Whatever the locale says: Chinese is written, and a lone surrogate stops nothing.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_code(commands))


def _code(commands: click.Group) -> int:
    try:
        code = commands.main(prog_name=commands.name, standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as help_:
        click.echo(help_.format_message())
        return USAGE
    except click.UsageError as error:
        usage = f"{error.ctx.get_usage()}\n" if error.ctx else ""
        click.echo(f"{usage}{wrong(error)}", err=True)
        return USAGE
    except click.ClickException as error:
        # click's own words on a file that does not open are English.
        name = getattr(error, "ui_filename", "")
        click.echo(f"{name} 打不开。请检查路径。" if name else error.message, err=True)
        return USAGE
    except (KeyboardInterrupt, click.Abort):
        click.echo("已中断。", err=True)
        return 130
    except (_PipeClosed, BrokenPipeError):
        # The reader of the pipe has enough; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        where = error.filename or "输出"
        click.echo(f"{where} 写不进去。请检查文件夹是否存在、有没有权限、磁盘是否已满。", err=True)
        return USAGE
    return code if isinstance(code, int) else FINE
