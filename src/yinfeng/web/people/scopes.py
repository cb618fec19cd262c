"""What a token may be good for: reading or writing at one desk, as `library:read`.

A token opens what its owner may do and its scopes name, and nothing else. Which right belongs to
which scope is read off its name: `library.read` is reading, everything else is writing.
"""

from yinfeng.web.people.may import may
from yinfeng.web.people.models import User
from yinfeng.web.people.rights import MAY

READ, WRITE = "read", "write"
# The house itself is not administered by programs.
_CLOSED = frozenset({"people", "audit", "work", "private", "hooks", "notices", "lists", "system"})
_READS = frozenset({"read", "export"})
_TITLES = {
    "library": "资料",
    "identity": "名称归并",
    "leads": "线索",
    "outreach": "招商",
    "projects": "项目",
    "plans": "计划",
    "agreements": "评审与协议",
    "delivery": "推进",
    "counts": "统计",
    "land": "载体",
    "siting": "选址",
    "standard": "标准地",
    "renewal": "更新",
    "tenancy": "入驻",
    "enterprises": "企业",
    "partners": "共建",
    "governance": "治理",
    "targets": "目标",
    "supervision": "监督",
    "reports": "报表",
    "lists": "列表",
    "today": "今日",
    "search": "搜索",
}
_DOINGS = {READ: "读取", WRITE: "写入"}


def title_of(scope: str) -> str:
    """The scope as an office reads it: library:read → 资料 · 读取."""
    desk, _, doing = scope.partition(":")
    return f"{_TITLES.get(desk, desk)} · {_DOINGS.get(doing, doing)}"


def scope_of(action: str) -> str:
    """The scope that a token needs for an action: library.decide → library:write."""
    desk, _, doing = action.partition(".")
    return f"{desk}:{READ if doing in _READS else WRITE}"


def is_for_tokens(action: str) -> bool:
    """Whether a program may do such a thing at all."""
    return action.partition(".")[0] not in _CLOSED


def open_scopes(user: User) -> tuple[str, ...]:
    """The scopes that make sense for this user's tokens, in the order of the table of rights."""
    actions = [one for one in MAY if is_for_tokens(one) and may(user, one)]
    return tuple(dict.fromkeys(scope_of(one) for one in actions))
