"""The same name, brackets, spaces and widths aside."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """For when nothing but the writing differs."""
    if left.plain != right.plain:
        return None
    # 园区 and 工程 name nothing by themselves: beyond the host they only raise a question.
    bare = left.kind is not EntityKind.ENTERPRISE and len(left.core) < 3
    return Ground(REASON.key, 0.9 if bare else 0.99, "名称相同")


REASON = Reason("same_name", "名称相同", weigh)
