"""The map and the list of land over very many parcels: what a request takes, in processor time.

    python -m bench.land [PARCELS]

A house of its own on SQLite is filled with parcels on a grid, then asked as a land officer asks:
the list, its filters, and the map from the whole town down to a street. The run ends with 1 where
of twenty requests one takes longer than the budget. On PostgreSQL (scripts/with_postgresql.py) the
time of the process that serves the connection is added and told apart.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

PARCELS = 100_000
BUDGET = 0.300
_ROUNDS = 40
_STEP = 0.0012
_WEST, _SOUTH = 120.0, 30.0
_CHUNK = 5000
_STATES = ("planned", "clear", "supplied", "building", "used", "idle")


def main() -> None:
    """Fill, ask, tell."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PARCELS
    with tempfile.TemporaryDirectory(prefix="yinfeng-land-") as folder:
        os.environ.setdefault("YINFENG_DATA", folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yinfeng.web.settings")
        import django

        django.setup()
        wrong = land(count)
    if wrong:
        sys.exit("；".join(wrong))


def land(count: int) -> list[str]:
    """What is over its budget."""
    from django.test.utils import setup_test_environment

    from yinfeng.web.tables import bring_up_to_date

    setup_test_environment()
    bring_up_to_date()
    browser = _browser()
    _fill(count)
    _settle()
    wrong = []
    for name, addresses in _asked(count):
        # The first request of a kind loads and compiles what the others find there.
        first = sum(_timed(browser, addresses[0]))
        both = [_timed(browser, address) for address in addresses]
        times = sorted(map(sum, both))
        late = _late(times)
        told = [("first", first), ("median", times[len(times) // 2]), ("p95", late)]
        if any(server for _, server in both):
            told.append(("server p95", _late(sorted(server for _, server in both))))
        says = "".join(f"{label:>11} {seconds * 1000:5.0f} ms" for label, seconds in told)
        print(f"{name:24}{says}", flush=True)
        if late > BUDGET:
            wrong.append(f"{name}: p95 {late * 1000:.0f} ms")
    return wrong


def _late(times: Sequence[float]) -> float:
    return times[min(len(times) - 1, int(len(times) * 0.95))]


def _settle() -> None:
    """What a server does by itself after many rows: it counts them. All in the one process."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            cursor.execute("SET max_parallel_workers_per_gather = 0")


def _browser() -> Any:
    """A land officer's browser."""
    from django.test import Client
    from django.urls import get_resolver

    from yinfeng.web.people import paths
    from yinfeng.web.people.models import OrgUnit, Post, User
    from yinfeng.web.people.roles import Role

    # As the server does before it opens.
    assert get_resolver().url_patterns
    kind = OrgUnit.Kind.TOWN
    town = OrgUnit.objects.create(name="云泽镇", kind=kind, path=paths.child("", 1))
    user = User.objects.create(username="land", name="陆规划", unit=town, one_time=False)
    Post.objects.create(user=user, unit=town, role=Role.LAND, since=date(2020, 1, 1))
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _fill(count: int) -> None:
    """Parcels on a grid, each a square of about a hectare."""
    from django.utils import timezone

    from yinfeng.web.desks.land.models import Parcel
    from yinfeng.web.people.models import OrgUnit

    town, now = OrgUnit.objects.get(), timezone.now()
    wide = _wide(count)
    for first in range(0, count, _CHUNK):
        Parcel.objects.bulk_create(
            Parcel(
                unit=town,
                created_at=now,
                changed_at=now,
                number=f"G{at:06}",
                state=_STATES[at % len(_STATES)],
                area=10_000 + at % 977,
                **_square(at % wide, at // wide),
            )
            for at in range(first, min(count, first + _CHUNK))
        )


def _square(column: int, row: int) -> dict[str, object]:
    west, south = _WEST + column * _STEP, _SOUTH + row * _STEP
    east, north = west + 0.001, south + 0.0009
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {"shape": shape, "west": west, "south": south, "east": east, "north": north}


def _wide(count: int) -> int:
    return max(1, int(count**0.5))


def _asked(count: int) -> Iterator[tuple[str, Sequence[str]]]:
    """What is asked, under a name."""
    side = _wide(count) * _STEP
    for name, share, zoom in (
        ("map, the whole", 1.1, 11), ("map, a quarter", 0.5, 12), ("map, a park", 0.1, 14),
        ("map, a street", 0.02, 17),
    ):  # fmt: skip
        boxes = []
        for at in range(_ROUNDS):
            west = _WEST + (side * (1 - share)) * max(0.0, at / _ROUNDS)
            south = _SOUTH + (side * (1 - share)) * max(0.0, 1 - at / _ROUNDS)
            box = f"{west},{south},{west + side * share},{south + side * share}"
            boxes.append(f"/land/map/parcels?box={box}&zoom={zoom}")
        yield name, boxes
        if share >= 0.5:
            yield f"{name}, filtered", [f"{one}&state=clear" for one in boxes]
    yield "list", [f"/land/parcels/?page={at + 1}" for at in range(_ROUNDS)]
    yield (
        "list, filtered",
        [f"/land/parcels/?state=clear&area_from=15.{at}" for at in range(_ROUNDS)],
    )
    yield "map page", ["/land/map"] * _ROUNDS


def _timed(browser: Any, address: str) -> tuple[float, float]:
    """The processor time of this program, and of the server that holds the rows."""
    server, begun = _server_time(), time.process_time()
    answer = browser.get(address)
    assert answer.status_code == 200, address
    own = time.process_time() - begun
    return own, _server_time() - server


def _server_time() -> float:
    """Of the process that serves the connection; nought where the rows lie in a file."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    process = connection.connection.info.backend_pid
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9


if __name__ == "__main__":
    main()
