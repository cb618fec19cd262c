"""One run: the house is filled, measured from inside, then met by the crowd; the tables of it."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from bench.workspace.crowd import Diary, crowd, two_at_once
from bench.workspace.house import House
from bench.workspace.pages import EDIT, LEAD, LIST, PAGES

_TIMES = 5
_QUESTIONS = 100
_PAIRS = 10
_FULL = 20
_PAST = timedelta(days=200)


def run(
    folder: Path,
    *,
    leads: int,
    documents: int,
    entries: int,
    people: int,
    seconds: float,
    pause: float,
) -> list[str]:
    """What is over its budget, after the tables were printed."""
    house = House(folder)
    if house.is_filled:
        house.migrate()
    else:
        house.fill(leads, documents, entries, people)
    print(f"\nThe workspace with {leads:,} leads, {documents:,} papers, {entries:,} entries")
    wrong = list(_alone(json.loads(house.run("alone", _TIMES))))
    wrong += _recall(json.loads(house.run("recall", _QUESTIONS)))
    if seconds:
        wrong += _crowd(house, people, seconds, pause)
    return wrong


def _recall(told: Mapping[str, float]) -> Iterator[str]:
    wanted, brought = int(told["wanted"]), int(told["brought"])
    print(f"\nSearch alone, {told['asked']:.0f} questions of two to six characters: ", end="")
    print(f"{brought:,} of {wanted:,} things, p50 {told['p50']:.0f} ms, p95 {told['p95']:.0f} ms")
    if brought < wanted:
        yield f"search: {wanted - brought} of {wanted} things not found"
    if told["p95"] > LIST:
        yield f"search alone: p95 {told['p95']:.0f} ms of processor, the budget {LIST} ms"


def _alone(measured: Mapping[str, Mapping[str, Sequence[float]]]) -> Iterator[str]:
    budgets = {page.name: page.budget for page in (*PAGES, LEAD)}
    for who, pages in measured.items():
        print(f"\nAlone, a person of the {who:12} queries  database ms  processor ms")
        for name, (queries, processor, database) in pages.items():
            print(f"{name:36} {queries:7.0f} {database:12.0f} {processor:13.0f}")
            if budgets[name] and processor > budgets[name]:
                budget = budgets[name]
                yield f"{name} ({who}): {processor:.0f} ms of processor, the budget {budget} ms"


def _crowd(house: House, people: int, seconds: float, pause: float) -> Iterator[str]:
    leads = json.loads(house.run("knowing", "people", people))
    past = date.today() - _PAST
    with house.served() as address:
        before = os.getloadavg()[0]
        diary = crowd(address, leads, past, seconds, pause)
        pairs = list(_pairs(leads))[:_PAIRS]
        two_at_once(address, pairs, diary)
    asked = sum(map(len, diary.taken.values()))
    rate = asked / seconds
    print(f"\n{people} people at once, {rate:.1f} pages a second, load average {before:.1f} before")
    print(f"{'':32} {'times':>6} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8} {'budget':>8}")
    yield from _pages(diary)
    stands = json.loads(house.ask_about(diary.told))
    print(f"tellings acknowledged {len(diary.told)}, missing {stands['missing']}, ", end="")
    print(f"twice {stands['twice']}; second of two told {diary.warned} of {len(pairs)}")
    yield from diary.errors[:_FULL]
    if diary.lost or stands["missing"] or stands["twice"]:
        yield f"updates lost: {diary.lost}, missing {stands['missing']}, twice {stands['twice']}"


def _pairs(leads: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str, int]]:
    """Two people each who have one lead in common."""
    of_lead: dict[int, list[str]] = {}
    for name, own in leads.items():
        of_lead.setdefault(own[-1], []).append(name)
    for lead, names in of_lead.items():
        if names[1:]:
            yield names[0], names[1], lead


def _pages(diary: Diary) -> Iterator[str]:
    for page in (*PAGES, LEAD, EDIT):
        taken = sorted(one * 1000 for one in diary.taken.get(page.name, ()))
        if not taken:
            continue
        late = taken[min(int(len(taken) * 0.95), len(taken) - 1)]
        told = f"{page.budget:8}" if page.budget else f"{'–':>8}"
        print(f"{page.name:32} {len(taken):6} {median(taken):8.0f} {late:8.0f}", end="")
        print(f" {taken[-1]:8.0f} {told}")
        if page.budget and late > page.budget:
            yield f"{page.name}: p95 {late:.0f} ms, the budget {page.budget} ms"
