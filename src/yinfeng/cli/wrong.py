"""What is wrong with a command line, in Chinese: click's own words are English."""

import re

import click

_HAN = re.compile(r"[\u4e00-\u9fff]")
_QUOTED = re.compile(r"'([^'\n]*)'")
_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")


def wrong(error: click.UsageError) -> str:
    """One Chinese sentence or two on what is wrong, and what to write instead."""
    match error:
        case click.NoSuchOption(option_name=name):
            return f"没有这个选项：{name}。加 --help 看有哪些选项。"
        case click.BadOptionUsage(option_name=name) if "not take" in error.message:
            return f"选项 {name} 后面不写值。加 --help 看说明。"
        case click.BadOptionUsage(option_name=name):
            return f"选项 {name} 后面要写一个值。加 --help 看说明。"
        case click.MissingParameter(param=param) if param is not None:
            return f"缺少 {param.human_readable_name}。加 --help 看说明。"
        case click.BadParameter(param=param) if param is not None:
            return _bad_value(error.message, param)
        case _:
            return _misuse(error.message)


def _bad_value(says: str, param: click.Parameter) -> str:
    if _HAN.search(_QUOTED.sub("", says)):
        return says
    values = _QUOTED.findall(says)
    name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
    value = f" {values[-1] if isinstance(param.type, click.Path) else values[0]} " if values else ""
    return f"{name} 的值{value}不对：{_wanted(param.type)}"


def _wanted(kind: object) -> str:
    """What a value of this type looks like."""
    match kind:
        case click.DateTime():
            return "日期要写成 2026-11-20 这样，而且是真有的一天。"
        case click.Choice():
            return f"只能从 {'、'.join(map(str, kind.choices))} 里选。"
        case click.IntRange():
            return f"要写{_bounds(kind)}的整数。"
        case click.Path():
            return "要写一个能打开的文件或文件夹。"
        case _ if kind is click.INT:
            return "要写整数。"
        case _ if kind is click.BOOL:
            return "只能写 true 或 false。"
        case _:
            return "请加 --help 看怎样写。"


def _bounds(kind: click.IntRange) -> str:
    if kind.min is not None and kind.max is not None:
        return f" {kind.min} 到 {kind.max} 之间"
    return f"不小于 {kind.min} " if kind.min is not None else f"不大于 {kind.max} "


def _misuse(says: str) -> str:
    if _HAN.search(_QUOTED.sub("", says)) and not _EXTRA.search(says):
        return says if says.endswith("。") else f"用法不对：{says}"
    extra = _EXTRA.search(says)
    if extra:
        return f"多写了 {extra[1]}。加 --help 看怎样写。"
    return "用法不对。加 --help 看怎样写。"
