"""A new house, whose tables are made at once, has what the migrations leave: all of it or none."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.web.houses import new_house
from tests.web.migrated import key

pytestmark = pytest.mark.django_db

# Of the tests alone; nothing of it is in a house.
_SPARE = "things"
# Their rows are of the apps that there are, those of the tests among them.
_OF_MODELS = ("django_content_type", "auth_permission", "django_migrations")
_MIGRATE = """
import json
from django.core.management import call_command
from tests.web.test_tables import told
call_command("migrate", verbosity=0)
print(json.dumps(told()))
"""
_TRIGGERS = {
    "sqlite": "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT event_object_table, trigger_name, event_manipulation || action_statement "
        "FROM information_schema.triggers"
    ),
}
_INDEXES = {
    "sqlite": "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'index'",
    "postgresql": (
        "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    ),
}
_RULES = (
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace"
)


def told() -> dict[str, Any]:
    """All that a database has of tables, by name: columns, indexes, constraints, triggers, rows."""
    with connection.cursor() as cursor:
        names = [
            one.name
            for one in connection.introspection.get_table_list(cursor)
            if not one.name.startswith(_SPARE)
        ]
        found: dict[str, Any] = {"tables": {name: _table(cursor, name) for name in sorted(names)}}
        asked = [_TRIGGERS[connection.vendor], _INDEXES[connection.vendor]]
        asked += [_RULES] if connection.vendor == "postgresql" else []
        for number, question in enumerate(asked):
            cursor.execute(question)
            rows = [[" ".join(str(one).split()) for one in row] for row in cursor.fetchall()]
            found[str(number)] = sorted(row for row in rows if not row[0].startswith(_SPARE))
    plain: dict[str, Any] = json.loads(json.dumps(found, default=str))
    return plain


def _table(cursor: Any, name: str) -> dict[str, Any]:
    """Its columns by name (a column that was added later stands last), keys and rows."""
    about = connection.introspection
    columns = about.get_table_description(cursor, name)
    rules = about.get_constraints(cursor, name).values()
    cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(name)}")
    return {
        "columns": sorted([str(one) for one in column] for column in columns),
        "rules": sorted(json.dumps(rule, sort_keys=True, default=str) for rule in rules),
        "rows": cursor.fetchone()[0] if name not in _OF_MODELS else "",
    }


def test_tables_made_at_once_are_what_the_migrations_leave(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    made, wanted = told(), _migrated(tmp_path, request.config)
    assert made.keys() == wanted.keys()
    assert made["tables"].keys() == wanted["tables"].keys()
    for name, table in wanted["tables"].items():
        assert (name, made["tables"][name]) == (name, table)
    for sort in sorted(wanted.keys() - {"tables"}):
        assert made[sort] == wanted[sort]


def _migrated(folder: Path, config: pytest.Config) -> dict[str, Any]:
    """What the migrations leave, step by step; known from the run before where nothing changed."""
    own = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    kept = config.cache.mkdir("migrated") if config.cache else folder
    file = kept / f"{connection.vendor}-{key()}-{own}.json"
    if not file.exists():
        says = new_house(folder / "house").python(_MIGRATE)
        for stale in kept.glob(f"{connection.vendor}-*.json"):
            stale.unlink()
        file.write_text(says)
    found: dict[str, Any] = json.loads(file.read_text())
    return found


def test_every_migration_is_noted_as_taken(tmp_path: Path) -> None:
    script = (
        "from yinfeng.web.tables import bring_up_to_date\n"
        "from django.db import connection\n"
        "from django.db.migrations.executor import MigrationExecutor\n"
        "bring_up_to_date()\n"
        "executor = MigrationExecutor(connection)\n"
        "print(executor.migration_plan(executor.loader.graph.leaf_nodes()))"
    )
    assert new_house(tmp_path / "house").python(script) == "[]"
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_tables_that_are_broken_off_leave_nothing_behind(tmp_path: Path) -> None:
    script = (
        "from django.db import connection\n"
        "from yinfeng.web import tables\n"
        "made = tables._do_the_rest\n"
        "def broken(plan, state):\n"
        "    made(plan, state)\n"
        "    raise KeyboardInterrupt\n"
        "tables._do_the_rest = broken\n"
        "try:\n"
        "    tables.bring_up_to_date()\n"
        "except KeyboardInterrupt:\n"
        "    print(connection.introspection.table_names())\n"
        "tables._do_the_rest = made\n"
        "tables.bring_up_to_date()\n"
        "print(len(connection.introspection.table_names()) > 200)"
    )
    assert new_house(tmp_path / "house").python(script).split("\n") == ["[]", "True"]
