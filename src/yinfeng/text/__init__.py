"""Document → Text: restored, never rewritten."""

from yinfeng.text.text import Damage, Line, LineKind, Segment, Text

__all__ = ["Damage", "Line", "LineKind", "Segment", "Text"]
