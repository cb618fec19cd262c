"""Policy files: the house's YAML, an office's own laid over it, and what their values must be.

What the office's file names wins, the rest stays, and its version stands beside ours. A key that
the house's file has not is refused: a slip of the pen would change nothing.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

Rows = Mapping[str, object]


class BadPolicy(ValueError):
    """A policy file that cannot be used, named with its key."""


# What reading a file that is not as it should be may raise.
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, StopIteration)


def fault_says(error: BaseException) -> str:
    """What is wrong with a file, in words; of a missing key its name."""
    return f"缺 {error.args[0]}" if isinstance(error, KeyError) and error.args else str(error)


def unusable(error: BaseException, file: str) -> BadPolicy:
    """What to raise of a file that reading failed on."""
    return BadPolicy(f"{file}：{fault_says(error)}")


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time: working days (工作日) or plain days (自然日)."""

    days: int
    working: bool


@cache
def loaded(name: str) -> Rows:
    """The house's file called *name*."""
    path = files("yinfeng.lexicon") / "data" / "policies" / f"{name}.yaml"
    if not path.is_file():
        raise BadPolicy(f"没有这份办法：{name}")
    return mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), name)


def office_rows(rows: Rows, overlay: str, free: Collection[str] = ()) -> Rows:
    """The rows with an office's own YAML text laid over them; below *free* keys are its own."""
    own = mapping(written(overlay), "本单位文件")
    if own.get("version") is None:
        # An old report must be rebuildable, so a policy without a version is none.
        raise BadPolicy("本单位文件没有写版本（version）")
    _refuse_strangers(rows, own, "", free)
    return {**_laid_over(rows, own), "version": f"{rows['version']}+{own['version']}"}


def written(overlay: str) -> object:
    """What an office's own YAML text says; a day that there is not (2026-13-45) is refused too."""
    try:
        return yaml.load(overlay, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError) as error:
        raise BadPolicy("不是 YAML 文件，或缩进、括号、日期有误") from error


def _refuse_strangers(rows: Rows, own: Rows, above: str, free: Collection[str]) -> None:
    for key, value in own.items():
        old = rows.get(key)
        if key not in rows and above not in free:
            raise BadPolicy(f"不认识的项目：{above}{key}")
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            _refuse_strangers(cast(Rows, old), cast(Rows, value), f"{above}{key}.", free)


def _laid_over(rows: Rows, overlay: Rows) -> Rows:
    merged = dict(rows)
    for key, value in overlay.items():
        old = merged.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        merged[key] = _laid_over(cast(Rows, old), cast(Rows, value)) if both else value
    return merged


def term(row: Rows) -> Term:
    """A term of days, working or plain."""
    kind = row["kind"]
    if kind not in ("working", "calendar"):
        raise ValueError(f"kind 只能是 working（工作日）或 calendar（自然日），不能是 {kind!r}")
    return Term(integer(row["days"], "days"), kind == "working")


def integer(value: object, key: str) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{key} 要写整数，不能是 {value!r}")
    return value


def strings(value: object, key: str) -> tuple[str, ...]:
    """A list of words."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError(f"{key} 要写成一列词语，不能是 {value!r}")
    return tuple(value)


def listed(value: object, key: str) -> list[Rows]:
    """A list of rows."""
    if not isinstance(value, list):
        raise TypeError(f"{key} 要写成一列，不能是 {value!r}")
    return [mapping(row, key) for row in value]


def mapping(value: object, key: str) -> Rows:
    """Names with their values."""
    if not isinstance(value, Mapping):
        raise BadPolicy(f"{key} 要写成“名称: 值”，不能是 {value!r}")
    return value
