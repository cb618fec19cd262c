"""A branch and its parent are two: 百果园实业上海分公司 is not 百果园实业."""

from yinfeng.identity.keys import Key
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """Against when one is a branch and the other is not, or another one."""
    ours, theirs = left.parts.branch, right.parts.branch
    if ours == theirs:
        return None
    which = "、".join(sorted(filter(None, (ours, theirs))))
    return Ground(REASON.key, -0.9, f"分支机构与所属企业不是一家（{which}）")


REASON = Reason("branch", "分支机构", weigh)
