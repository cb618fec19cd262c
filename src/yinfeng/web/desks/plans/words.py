"""How a milestone stands, in words: 超计划5天, 余3个工作日, 已完成."""

from datetime import date
from typing import Protocol

_TIGHT = 5


class Dated(Protocol):
    """What has a planned, a latest and an actual day."""

    ends: date
    latest: date | None
    ended: date | None
    began: date | None


def stands(row: Dated, day: date) -> str:
    """How a milestone stands on a day."""
    if row.ended:
        later = (row.ended - row.ends).days
        return "按期完成" if later <= 0 else f"完成，晚{later}天"
    if row.latest and row.latest < day:
        return f"超最迟日期{(day - row.latest).days}天"
    if row.ends < day:
        return f"超计划{(day - row.ends).days}天"
    if row.ends == day:
        return "今日到期"
    return "进行中" if row.began else "未开始"


def tone_of(row: Dated, day: date) -> str:
    """The look of that."""
    if row.ended:
        return "good" if row.ended <= row.ends else ""
    if row.latest and row.latest < day:
        return "bad"
    return "warn" if row.ends <= day else ""


def float_says(days: int | None) -> str:
    """A float in words."""
    if days is None:
        return ""
    if days < 0:
        return f"晚{-days}个工作日"
    return f"余{days}个工作日"


def float_tone(days: int | None) -> str:
    """The look of a float: red below nothing, yellow up to five working days."""
    if days is None:
        return ""
    return "bad" if days < 0 else "warn" if days <= _TIGHT else "good"
