"""Bytes → Document: one format a file, listed here in the order in which they are tried.

The first format that recognises a file reads it, so narrow formats stand before wide ones and
plain text, which takes everything, stands last. `opening` opens bytes, `folders` walks a disk.
"""

from yinfeng.intake.chat import CHAT
from yinfeng.intake.format import Format
from yinfeng.intake.plain import PLAIN

FORMATS: tuple[Format, ...] = (
    CHAT,
    PLAIN,
)
