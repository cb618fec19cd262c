"""Document → Text: restored, never rewritten."""

from yinfeng.text.damage_report import DamageRow, damage_report, damage_rows
from yinfeng.text.restoration import restore
from yinfeng.text.text import Damage, Line, LineKind, Repair, Segment, Text

__all__ = [
    "Damage",
    "DamageRow",
    "Line",
    "LineKind",
    "Repair",
    "Segment",
    "Text",
    "damage_report",
    "damage_rows",
    "restore",
]
