"""One body with two names (区街合一), as in 青禾经济开发区(柳港街道)."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """For when one name carries the other in brackets, or both name the same zone."""
    if left.kind is not EntityKind.PLACE:
        return None
    for both, one in ((left, right), (right, left)):
        if both.parts.other and both.parts.other == one.rest and not one.parts.other:
            return Ground(REASON.key, 0.97, f"{both.says}写明与{one.says}合署")
    if left.rest != right.rest or left.plain == right.plain:
        return None
    if left.parts.other or right.parts.other:
        return Ground(REASON.key, 0.97, f"{left.says}与{right.says}同名，一处另注合署名称")
    return Ground(REASON.key, 0.97, f"{left.says}与{right.says}是机关与所辖地方")


REASON = Reason("one_body", "一个机构两块牌子", weigh)
