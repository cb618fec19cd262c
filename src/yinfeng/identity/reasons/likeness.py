"""Names that look alike: one slip of the pen in a trade name, or most of a project's words.

Likeness alone never joins: it raises a question.
"""

from rapidfuzz.fuzz import ratio

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason

_ALIKE = 75.0


def weigh(left: Key, right: Key) -> Ground | None:
    """For when the cores are nearly the same, as 捷尔达 and 捷而达."""
    if left.core == right.core or left.kind is EntityKind.PLACE:
        return None
    if left.kind is EntityKind.ENTERPRISE:
        return _slip(left, right)
    if left.core[:2] != right.core[:2]:
        # 惠通老工业区块 and 大通老工业区块 begin with names of their own.
        return None
    alike = ratio(left.core, right.core)
    if alike < _ALIKE or min(len(left.core), len(right.core)) < 4:
        return None
    return Ground(REASON.key, 0.6, f"名称近似（{alike:.0f}%）")


def _slip(left: Key, right: Key) -> Ground | None:
    ours, theirs = left.core, right.core
    if (
        len(ours) != len(theirs)
        or len(ours) < 3
        or not set(left.parts.trades) & set(right.parts.trades)
    ):
        return None
    if sum(a != b for a, b in zip(ours, theirs, strict=True)) != 1:
        return None
    return Ground(
        REASON.key, 0.6, f"字号只差一字（{min(ours, theirs)}、{max(ours, theirs)}），行业相同"
    )


REASON = Reason("likeness", "名称近似", weigh)
