"""A firm and an institute of one trade name: 复旦大学 is not 上海复旦医疗投资公司."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason
from yinfeng.lexicon.bodies import endings
from yinfeng.values import NameKind

_OFFICIAL = (NameKind.INSTITUTE, NameKind.BANK)


def weigh(left: Key, right: Key) -> Ground | None:
    """Against when one is an institute or bank and the other is not, or another sort of it."""
    if left.kind is not EntityKind.ENTERPRISE:
        return None
    ours, theirs = left.parts.form, right.parts.form
    if ours == theirs or not (_is_official(ours) or _is_official(theirs)):
        return None
    if not (ours and theirs) and left.rest == right.rest:
        # 东华 may be short for 东华大学; 东华齿轮 is not.
        return None
    return Ground(
        REASON.key, -0.9, f"单位性质不同（{min(ours, theirs) or '企业'}、{max(ours, theirs)}）"
    )


def _is_official(form: str) -> bool:
    ending = endings().get(form)
    return ending is not None and ending.kind in _OFFICIAL


REASON = Reason("other_form", "单位性质不同", weigh)
