"""Told by papers of one host, or of two: the neighbour's 双创园 is another one."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason

_LOCAL = (EntityKind.PROJECT, EntityKind.CARRIER)


def weigh(left: Key, right: Key) -> Ground | None:
    """A little for one host; for projects and carriers, much against two hosts."""
    ours, theirs = left.naming.host, right.naming.host
    if not ours or not theirs or left.kind is EntityKind.PLACE:
        return None
    if ours == theirs:
        return Ground(REASON.key, 0.4, f"都见于{ours}的材料")
    if (
        left.kind in _LOCAL
        and ours not in right.naming.aliases
        and theirs not in left.naming.aliases
    ):
        return Ground(REASON.key, -0.5, f"分属{min(ours, theirs)}和{max(ours, theirs)}的材料")
    return None


REASON = Reason("same_host", "见于同一单位的材料", weigh)
