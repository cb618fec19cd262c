"""What people keep of lists, the journal, fields that offices add, and imported sheets."""

from yinfeng.web.lists.models.batches import Batch, BatchLine
from yinfeng.web.lists.models.custom import CustomField
from yinfeng.web.lists.models.kept import ChosenColumns, SavedFilter
from yinfeng.web.lists.models.notes import Note, NotePlace

__all__ = [
    "Batch",
    "BatchLine",
    "ChosenColumns",
    "CustomField",
    "Note",
    "NotePlace",
    "SavedFilter",
]
