"""Another trade name or another place name: 张庄街道 and 张庙街道 are two."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """Against when neither core begins the other; softer where one letter may be a slip."""
    ours, theirs = left.core, right.core
    if ours == theirs or left.kind in (EntityKind.PROJECT, EntityKind.CARRIER):
        return None
    if left.parts.other == right.rest or right.parts.other == left.rest:
        return None
    if left.plain in right.aliases or right.plain in left.aliases:
        return None
    if left.kind is EntityKind.ENTERPRISE and (
        left.rest.startswith(theirs) or right.rest.startswith(ours)
    ):
        return None
    long_enough = min(len(ours), len(theirs)) >= 3 and left.kind is EntityKind.ENTERPRISE
    slip = long_enough and sum(a != b for a, b in zip(ours, theirs, strict=False)) == 1
    what = "字号" if left.kind is EntityKind.ENTERPRISE else "地名"
    says = f"{what}不同（{min(ours, theirs)}、{max(ours, theirs)}）"
    return Ground(REASON.key, -0.2 if slip else -0.95, says)


REASON = Reason("other_trade_name", "字号或地名不同", weigh)
