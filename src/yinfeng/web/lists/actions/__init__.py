"""What is done with lists: questions kept, many records changed, sheets imported, notes made."""

from yinfeng.web.lists.actions.bulk_edits import bulk_edit
from yinfeng.web.lists.actions.fields import add_field, end_field
from yinfeng.web.lists.actions.imports import (
    ask_import,
    choose,
    import_rows,
    plan_of,
    take_sheet,
    undo_import,
)
from yinfeng.web.lists.actions.keeping_questions import (
    choose_columns,
    drop_filter,
    note_export,
    save_filter,
)
from yinfeng.web.lists.actions.noting import note

__all__ = [
    "add_field",
    "bulk_edit",
    "choose",
    "choose_columns",
    "drop_filter",
    "end_field",
    "ask_import",
    "import_rows",
    "note",
    "note_export",
    "plan_of",
    "save_filter",
    "take_sheet",
    "undo_import",
]
