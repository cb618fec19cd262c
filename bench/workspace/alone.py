"""One person alone, inside the server: how many queries a page asks, and what the processor does.

On a machine that others use too, this tells more than the clock of a crowd does.
"""

import json
import sys
import time
from datetime import timedelta

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.workspace.pages import LEAD, PAGES  # noqa: E402
from yinfeng.web.desks.leads.models import Lead  # noqa: E402
from yinfeng.web.people.models import User  # noqa: E402

_BACKEND = "django.contrib.auth.backends.ModelBackend"


def measured(times: int) -> dict[str, dict[str, list[float]]]:
    """Of a town's clerk and of the county: each page with queries, milliseconds of the processor
    and milliseconds of the database, the middle of so many times.
    """
    past = timezone.localdate() - timedelta(days=200)
    made: dict[str, dict[str, list[float]]] = {}
    for who, role in (("town", "field"), ("county", "county")):
        user = User.objects.filter(posts__role=role).select_related("unit").order_by("pk")[0]
        client = Client(headers={"host": "localhost"})
        client.force_login(user, backend=_BACKEND)
        lead = Lead.objects.visible_to(user).order_by("pk").values_list("pk", flat=True)[0]
        made[who] = {
            page.name: _middle(client, page.addresses[0].format(lead=lead, past=past), times)
            for page in (*PAGES, LEAD)
        }
    return made


def _middle(client: Client, address: str, times: int) -> list[float]:
    client.get(address)
    rows = []
    for _ in range(times):
        begun = time.process_time()
        answer = client.get(address)
        spent = time.process_time() - begun
        assert answer.status_code == 200, (address, answer.status_code)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        database = sum(float(one["time"]) for one in asked.captured_queries)
        rows.append([float(len(asked)), spent * 1000, database * 1000])
    return sorted(rows, key=lambda row: row[1])[len(rows) // 2]


if __name__ == "__main__":
    json.dump(measured(int(sys.argv[1])), sys.stdout)
