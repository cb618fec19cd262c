"""A town or village with and without what lies above it: 海门市四甲镇 and 四甲镇."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """For the same own name with compatible names above it; against when those differ."""
    if left.kind is not EntityKind.PLACE or left.core != right.core or left.rest == right.rest:
        return None
    ours, theirs = left.parts.regions, right.parts.regions
    if ours and theirs and not set(ours) & set(theirs):
        return Ground(REASON.key, -0.7, f"上级不同（{'、'.join(ours)}；{'、'.join(theirs)}）")
    if ours == theirs:
        return Ground(REASON.key, 0.9, f"同为“{left.core}”，只是写法不同")
    return Ground(REASON.key, 0.9, f"同为“{left.core}”，只差上级名称")


REASON = Reason("county_prefix", "有无上级名称", weigh)
