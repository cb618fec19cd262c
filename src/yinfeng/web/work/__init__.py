"""Work in the background: a queue in the database, its schedule, and the worker that runs it."""
