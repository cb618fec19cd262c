"""What a run of the tests says at its end: one line on what ran.

No example has a deadline: a machine that does other work beside the tests is no fault of ours.
"""

from collections import Counter

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

OUTCOMES = ("passed", "failed", "error", "xfailed", "skipped")
SAYS = {"xfailed": "known misses", "error": "errors"}


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Print the line, but not in the workers of a run that is dealt out."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    dealt_out = hasattr(config, "workerinput")
    if isinstance(reporter, TerminalReporter) and not dealt_out and (line := _line(reporter)):
        print(line)


def _line(reporter: TerminalReporter) -> str:
    rooms: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for outcome in OUTCOMES:
        for report in reporter.stats.get(outcome, ()):
            rooms[report.nodeid.split("/")[1] if "/" in report.nodeid else report.nodeid] += 1
            ends[outcome] += 1
    if not rooms:
        return ""
    where = ", ".join(f"{room} {count:,}" for room, count in sorted(rooms.items()))
    how = ", ".join(f"{ends[one]:,} {SAYS.get(one, one)}" for one in OUTCOMES if ends[one])
    return f"Ran {sum(rooms.values()):,} tests ({where}): {how}."
