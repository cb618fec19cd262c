"""Document → Text: restored, never rewritten."""

from yinfeng.text.restoration import restore
from yinfeng.text.text import Damage, Line, LineKind, Repair, Segment, Text

__all__ = ["Damage", "Line", "LineKind", "Repair", "Segment", "Text", "restore"]
