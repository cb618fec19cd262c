"""The parts that a name can have; a part that the name does not give is empty."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parts:
    """What a name is made of.

    `core` tells the thing from others (a 字号, 四甲镇, 双金属材料); `rest` is the core with the
    words of its trade; `trades` are groups of trade words; `regions` are the regions that it
    states, `local` the one in brackets; `other` is a second name in brackets (柳港街道).
    """

    core: str
    rest: str = ""
    trades: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    local: str = ""
    form: str = ""
    branch: str = ""
    other: str = ""
    phase: str = ""
