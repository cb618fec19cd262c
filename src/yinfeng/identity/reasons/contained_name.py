"""A short name inside a full one: 恒岭铁路 in 浙江恒岭铁路器材股份有限公司."""

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.identity.reasons.reason import Ground, Reason


def weigh(left: Key, right: Key) -> Ground | None:
    """For when the words of one name begin the other's; the longer the short one, the surer."""
    short, full = sorted((left, right), key=lambda key: (len(key.rest), key.plain))
    if left.kind is EntityKind.ENTERPRISE:
        weight = _firm(short, full)
    elif left.kind in (EntityKind.PROJECT, EntityKind.CARRIER):
        weight = _work(short, full)
    else:
        weight = 0.0
    if not weight:
        return None
    if short.rest == full.rest:
        return Ground(REASON.key, weight, f"去掉地区和组织形式后同为“{short.rest}”")
    return Ground(REASON.key, weight, f"{full.says}包含{short.says}的字样")


def _firm(short: Key, full: Key) -> float:
    if short.rest == full.rest:
        return 0.93 if len(short.rest) >= 3 else 0.6
    if not full.rest.startswith(short.rest):
        return 0.0
    if len(short.rest) > len(full.core):
        return 0.9
    return 0.8 if len(short.rest) >= 3 and short.rest == full.core else 0.55


def _work(short: Key, full: Key) -> float:
    if short.core == full.core:
        return 0.95 if len(short.core) >= 3 else 0.8
    if short.core not in full.core or len(short.core) < 2:
        return 0.0
    return 0.8 if len(short.core) >= 4 else 0.5


REASON = Reason("contained_name", "简称包含在全称中", weigh)
