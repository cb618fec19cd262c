"""Steps of migrations: rows that the database keeps as they are, and many steps together.

After each step Django renders every model that is tied to the one it touched, and here nearly all
are tied: a desk of fifty steps took a minute. Taken together, the models are rendered once.
"""

from collections.abc import Sequence
from typing import Any

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    AlterModelOptions,
    CreateModel,
    RunPython,
)
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

_COMPLETES = (AddConstraint, AddField, AddIndex)
_WORDS = (AlterField, AlterModelOptions)
_SQLITE = """
CREATE TRIGGER {table}_keeps_{event} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_keeps BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION yinfeng_append_only()
"""


class Together(Operation):
    """New tables with what belongs to them, or new words of fields; nothing that moves data.

    A table is made once, as the last of the steps leaves it: fields, indexes and constraints
    added to it by later steps are in it already.
    """

    def __init__(self, operations: Sequence[Any]) -> None:
        self.operations = list(operations)
        made = {one.name_lower for one in self._made()}
        for one in self.operations:
            is_of_made = isinstance(one, _COMPLETES) and one.model_name_lower in made
            assert isinstance(one, (CreateModel, *_WORDS)) or is_of_made, one

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How a migration writes the step."""
        return type(self).__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """All steps on the state, which renders its models anew when next asked for them."""
        state.__dict__.pop("apps", None)
        for one in self.operations:
            one.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """The tables, each as the last step leaves it; then what changes words only."""
        for one in self.operations:
            if not isinstance(one, _COMPLETES):
                one.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """The tables go, the last first."""
        for one in reversed(self._made()):
            one.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """What the step is called while it runs."""
        return f"{len(self.operations)} steps together"

    def _made(self) -> list[CreateModel]:
        return [one for one in self.operations if isinstance(one, CreateModel)]


def append_only(*tables: str) -> RunPython:
    """The step after which the database itself refuses to change or delete a row of these tables.

    PostgreSQL calls a function that the chain of events brings with it (shell, 0002_chain).
    """

    def guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
        for table in tables:
            if schema_editor.connection.vendor == "sqlite":
                for event in ("UPDATE", "DELETE"):
                    schema_editor.execute(_SQLITE.format(table=table, event=event))
            else:
                schema_editor.execute(_POSTGRESQL.format(table=table))

    return RunPython(guard)
