"""The same trade name in another trade: 中兴精密 and 中兴装备."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """Against when both state a trade and share none; short trade names coincide more often."""
    if left.kind is not EntityKind.ENTERPRISE or left.core != right.core:
        return None
    ours, theirs = set(left.parts.trades), set(right.parts.trades)
    if not ours or not theirs or ours & theirs:
        return None
    # 恒岭铁路 is short for 恒岭铁路器材: its trade is cut off, not another one.
    if left.rest.startswith(right.rest) or right.rest.startswith(left.rest):
        return None
    says = f"行业不同（{min(*ours, *theirs)}、{max(*ours, *theirs)}）"
    return Ground(REASON.key, -0.7 if len(left.core) < 3 else -0.4, says)


REASON = Reason("other_trade", "行业不同", weigh)
