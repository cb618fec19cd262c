"""What search finds of what is there, and how long it takes, in a house of any size.

Words of two to six characters are cut out of things at random; all that holds them is found by
looking through every passage, and search must bring each of these things, or its two hundred.
"""

import json
import random
import sys
import time

import django

django.setup()

from yinfeng.web.people.models import User  # noqa: E402
from yinfeng.web.people.roles import Role  # noqa: E402
from yinfeng.web.search.finding import MOST, found, words_of  # noqa: E402
from yinfeng.web.search.folding import folded  # noqa: E402
from yinfeng.web.search.models import Passage  # noqa: E402

_LENGTHS = (2, 3, 4, 5, 6)


def recalled(count: int) -> dict[str, float]:
    """Of so many questions: how many things there were, how many search brought, its times."""
    user = User.objects.filter(posts__role=Role.FIELD).select_related("unit").order_by("pk")[0]
    asked = _questions(count, random.Random(20261122))
    there = _holding(user, asked)
    times, wanted, brought = [], 0, 0
    for one in asked:
        begun = time.process_time()
        keys = {(row.kind, row.key) for row in found(user, words_of(one))}
        times.append((time.process_time() - begun) * 1000)
        wanted += min(len(there[one]), MOST)
        brought += min(len(keys & there[one]), MOST)
    times.sort()
    late = times[min(int(len(times) * 0.95), len(times) - 1)]
    middle = times[len(times) // 2]
    return {"asked": count, "wanted": wanted, "brought": brought, "p50": middle, "p95": late}


def _questions(count: int, dice: random.Random) -> list[str]:
    last = Passage.objects.order_by("-pk").values_list("pk", flat=True)[0]
    asked: dict[str, None] = {}
    while len(asked) < count:
        row = Passage.objects.filter(pk__gte=dice.randrange(last)).order_by("pk").first()
        words = folded(row.text) if row else ""
        length = dice.choice(_LENGTHS)
        if len(words) > length:
            at = dice.randrange(len(words) - length)
            asked[words[at : at + length]] = None
    return list(asked)


def _holding(user: User, asked: list[str]) -> dict[str, set[tuple[str, str]]]:
    """The things in the user's scope that hold each of the words, by looking through all."""
    there: dict[str, set[tuple[str, str]]] = {one: set() for one in asked}
    rows = Passage.objects.visible_to(user).values_list("kind", "key", "text")
    for kind, key, text in rows.iterator(chunk_size=2000):
        says = folded(text)
        for one in asked:
            if one in says:
                there[one].add((kind, key))
    return there


if __name__ == "__main__":
    json.dump(recalled(int(sys.argv[1])), sys.stdout)
