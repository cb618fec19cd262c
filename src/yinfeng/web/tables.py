"""The tables of a house: a new one gets them at once, as the migrations would leave them.

Step by step the migrations of some two hundred and fifty models take twenty seconds, nearly all of
it to render models between the steps. Where there is no table yet nothing has to be moved: each is
made once, as the last step leaves it, and only what migrations do beside tables (triggers, the
index of search, first rows) is done in its order.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations import Migration, RunPython, RunSQL
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

Target = tuple[str, str]


def bring_up_to_date() -> None:
    """The tables as the software wants them now, in a new house and in one that has some."""
    executor = MigrationExecutor(connection)
    if not connection.introspection.table_names():
        make(executor, executor.loader.graph.leaf_nodes())
    call_command("migrate", verbosity=0)


def make(executor: MigrationExecutor, targets: Sequence[Target]) -> None:
    """The tables as these migrations leave them, at once where there are none: all, or none."""
    if connection.introspection.table_names():
        executor.migrate(targets)
        return
    plan = [one for one, _ in executor.migration_plan(targets)]
    state = executor.loader.project_state(targets)
    with _whole():
        _make_tables(state.apps)
        _do_the_rest(plan, state)
        executor.recorder.ensure_schema()
        for one in plan:
            executor.recorder.record_applied(one.app_label, one.name)


def _make_tables(apps: Apps) -> None:
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)


def _do_the_rest(plan: Sequence[Migration], state: ProjectState) -> None:
    """What migrations do beside tables, in their order."""
    with connection.schema_editor() as editor:
        for migration in plan:
            for step in migration.operations:
                if isinstance(step, (RunPython, RunSQL)):
                    step.database_forwards(migration.app_label, editor, state, state)


@contextmanager
def _whole() -> Iterator[None]:
    """One transaction around several editors."""
    # SQLite lets foreign keys be put aside only outside of a transaction.
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            yield
    finally:
        connection.enable_constraint_checking()
