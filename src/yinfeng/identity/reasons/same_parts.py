"""The same trade name and trade, whatever words say it: 捷尔达汽车精密件 and 捷尔达汽配."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """For when two firms share a trade name and at least one trade."""
    if left.kind is not EntityKind.ENTERPRISE or left.plain == right.plain:
        return None
    shared = [trade for trade in left.parts.trades if trade in right.parts.trades]
    if left.core != right.core or len(left.core) < 2 or not shared:
        return None
    says = f"字号同为“{left.core}”，行业同为“{shared[0]}”"
    alike = left.parts.trades == right.parts.trades
    return Ground(REASON.key, 0.92 if alike or len(left.core) > 2 else 0.86, says)


REASON = Reason("same_parts", "字号和行业相同", weigh)
