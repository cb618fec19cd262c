"""Bytes → Document: one format a file, listed here in the order in which they are tried.

The first format that recognises a file reads it, so narrow formats stand before wide ones and
plain text, which takes everything, stands last. `opening` opens bytes, `folders` walks a disk.
"""

from yinfeng.intake.chat import CHAT
from yinfeng.intake.csv import CSV
from yinfeng.intake.docx import DOCX
from yinfeng.intake.eml import EML
from yinfeng.intake.format import Format
from yinfeng.intake.html import HTML
from yinfeng.intake.image import IMAGE
from yinfeng.intake.markdown import MARKDOWN
from yinfeng.intake.pdf import PDF
from yinfeng.intake.plain import PLAIN
from yinfeng.intake.strangers import STRANGERS
from yinfeng.intake.xls import XLS
from yinfeng.intake.xlsx import XLSX
from yinfeng.intake.zip import ZIP

FORMATS: tuple[Format, ...] = (
    PDF,
    DOCX,
    XLSX,
    XLS,
    STRANGERS,
    ZIP,
    IMAGE,
    EML,
    HTML,
    MARKDOWN,
    CSV,
    CHAT,
    PLAIN,
)
