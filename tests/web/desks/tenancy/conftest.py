"""What only PostgreSQL keeps is collected there: SQLite has one writer and no deferred check."""

from django.db import connection

collect_ignore = [] if connection.vendor == "postgresql" else ["test_constraint.py"]
