"""The credit code (统一社会信用代码): one code is one enterprise, two codes are two."""

from yinfeng.identity.keys import Key
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """For when the codes are the same, against when they differ."""
    ours, theirs = left.naming.code, right.naming.code
    if not ours or not theirs:
        return None
    if ours == theirs:
        return Ground(REASON.key, 1.0, f"统一社会信用代码相同（{ours}）")
    return Ground(
        REASON.key, -1.0, f"统一社会信用代码不同（{min(ours, theirs)}、{max(ours, theirs)}）"
    )


REASON = Reason("same_code", "统一社会信用代码", weigh)
