"""An office for tests: papers taken in, and the situation that they make on a day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.papers import paper
from yinfeng.judgement.situation import Situation, situation_of
from yinfeng.ledger.ledger import Ledger
from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.policies import maturity

TODAY = date(2026, 3, 10)


def situation(*papers: dict[str, Any], today: date = TODAY, policy: str = "") -> Situation:
    """The situation on *today*; each paper is its words, its rows and what else `paper` takes."""
    ledger = Ledger()
    for at, given in enumerate(papers):
        more = {"name": f"材料{at}", **given}
        says, rows = more.pop("says"), more.pop("rows")
        document, facts = paper(says, *rows, **more)
        ledger.take_in(document, facts, says)
    return situation_of(ledger, maturity(policy), calendar(), today)


def project(name: str, says: str, **more: Any) -> dict[str, Any]:
    """A paper of one project."""
    return {"says": says, "rows": [{"kind": "project", "name": name, **more}]}


def visit(says: str, counterparts: Sequence[str], **more: Any) -> dict[str, Any]:
    """A paper of one visit."""
    row = {"kind": "engagement", "type": "visit_out", "counterparts": list(counterparts), **more}
    return {"says": says, "rows": [row]}
