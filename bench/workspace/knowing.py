"""What the bench has to know of a house: whose leads are whose, and what of the tellings stands."""

import json
import sys

import django

django.setup()

from yinfeng.web.desks.leads.models import Lead, Statement  # noqa: E402
from yinfeng.web.people.may import may  # noqa: E402
from yinfeng.web.people.models import User  # noqa: E402

_MOST = 200


def people(count: int) -> dict[str, list[int]]:
    """Who may tell of leads, and of which open ones."""
    found = {}
    users = User.objects.select_related("unit").filter(username__startswith="person")
    for user in users.order_by("pk")[:count]:
        open_leads = Lead.objects.visible_to(user).open().order_by("-pk")
        if may(user, "leads.tell", user.unit):
            found[user.username] = list(open_leads.values_list("pk", flat=True)[:_MOST])
    return found


def standing(told: list[str]) -> dict[str, int]:
    """How many of these tellings stand, and how many stand more than once."""
    every = Statement.objects.filter(kind="contact").values_list("text", flat=True)
    asked = set(told)
    kept = [says for text in every if (says := text.partition("情况：")[2].strip()) in asked]
    return {"missing": len(asked - set(kept)), "twice": len(kept) - len(set(kept))}


if __name__ == "__main__":
    if sys.argv[1] == "people":
        json.dump(people(int(sys.argv[2])), sys.stdout)
    else:
        json.dump(standing(json.loads(sys.stdin.read())), sys.stdout)
