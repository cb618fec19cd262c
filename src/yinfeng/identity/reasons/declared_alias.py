"""A paper itself gives the short name: 江苏新桥重工有限公司(以下简称新桥重工)."""

from yinfeng.identity.keys import Key
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """For when one name is declared to stand for the other."""
    if left.plain == right.plain:
        return None
    for full, short in (
        sorted((left, right), key=lambda k: k.plain),
        sorted((left, right), key=lambda k: k.plain, reverse=True),
    ):
        if short.plain in full.aliases:
            return Ground(REASON.key, 0.97, f"文件写明{full.says}简称{short.says}")
    return None


REASON = Reason("declared_alias", "文件写明的简称", weigh)
