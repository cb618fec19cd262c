"""Villages that bear a common word or a city's name, shown by their town or their branch."""

from yinfeng.mentions.body_edges import starts_region

_BRANCHES = ("党总支", "党支部", "党委", "党组织", "村委会", "两委")
_HEADS = frozenset("新大小老东西南北上下")
_NONE = frozenset(("新农", "新型", "新兴", "大型", "小型", "老旧", "新建", "大部", "大多"))


def is_shown_village(clean: str, start: int, at: int, *, is_in_town: bool) -> bool:
    """Whether what stands before 村 at *at* names one: 三官街道+新集村, 鞍山村党支部."""
    core = clean[start:at]
    if len(core) != 2 or core in _NONE:
        return False
    if not (starts_region(core, 0) or core[0] in _HEADS):
        return False
    return is_in_town or clean.startswith(_BRANCHES, at + 1)
