"""Another phase of a project: 二期 may be a project of its own, which a person has to say."""

from yinfeng.identity.keys import Key
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """Against when the phases differ; much when both are named."""
    ours, theirs = left.parts.phase, right.parts.phase
    if ours == theirs:
        return None
    which = "、".join(sorted(filter(None, (ours, theirs))))
    return Ground(REASON.key, -0.85 if ours and theirs else -0.4, f"期次不同（{which}）")


REASON = Reason("other_phase", "项目期次不同", weigh)
