"""The same name in another region: 大同齿轮(昆山) and 大同齿轮(上海) are two firms."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """Against when both state regions and share none; a region may lie inside the other's."""
    if left.kind is not EntityKind.ENTERPRISE:
        return None
    ours, theirs = set(left.parts.regions), set(right.parts.regions)
    if not ours or not theirs or ours & theirs:
        return None
    says = f"地区不同（{'、'.join(sorted(ours))}；{'、'.join(sorted(theirs))}）"
    local = bool(left.parts.local and right.parts.local)
    return Ground(REASON.key, -0.85 if local else -0.4, says)


REASON = Reason("other_region", "地区不同", weigh)
