"""Counts of projects for programs: the same question, rules and rows as on the page."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.utils import timezone
from ninja import Schema
from ninja.params.functions import Query
from pydantic import Field

from yinfeng.judgement.counting import ProjectRow, Tally
from yinfeng.web.api.answers import UNDONE, Unfit
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.counts.counting import Question, counts_of, one_tally
from yinfeng.web.desks.counts.forms import AskForm
from yinfeng.web.desks.counts.rules import counting_of

_TAGS = ["统计"]


class CountsQuery(Schema):
    """Which days, which unit, as of which day."""

    start: str = Field("", description="从哪天，如2026-01-01；缺省为本年度")
    last: str = Field("", description="到哪天；缺省为今天")
    unit: str = Field("", description="单位编号；缺省为全部")
    as_of: str = Field("", description="截至哪天的台账")


class ProjectOut(Schema):
    """A project that counts, or that a rule left out."""

    id: int
    name: str
    day: date | None
    yuan: Decimal | None


class CountOut(Schema):
    """One count with its sum in yuan."""

    key: str
    label: str
    count: int
    yuan: Decimal
    left_out: int


class CountsOut(Schema):
    """Every count of a period."""

    start: date
    last: date
    counts: list[CountOut]


class CountRowsOut(CountOut):
    """One count, the projects in it and those left out."""

    rows: list[ProjectOut]
    without: list[ProjectOut]


@routes.get("/counts", tags=_TAGS, response={200: CountsOut, **UNDONE}, summary="统计：各项")
@opens("counts.read")
def index(request: TokenRequest, asked: CountsQuery = Query(...)) -> Any:  # noqa: B008
    """Every count of the period that is asked."""
    question, today = _question(request, asked), timezone.localdate()
    found = counts_of(request.user, question, today)
    counts = [_count(tally) for tally in found.tallies]
    return {"start": question.start, "last": question.last, "counts": counts}


@routes.get(
    "/counts/{str:key}",
    tags=_TAGS,
    response={200: CountRowsOut, **UNDONE},
    summary="统计：一项的项目",
)
@opens("counts.read")
def one(request: TokenRequest, key: str, asked: CountsQuery = Query(...)) -> Any:  # noqa: B008
    """One count: the projects counted, and those that a rule left out."""
    question, today = _question(request, asked), timezone.localdate()
    tally = one_tally(request.user, question, today, key)
    if tally is None:
        raise Http404
    rows = [_project(row, tally.days.get(row.key)) for row in tally.rows]
    without = [_project(out.row, None) for out in tally.left_out]
    return {**_count(tally), "rows": rows, "without": without}


def _question(request: TokenRequest, asked: CountsQuery) -> Question:
    user, today = request.user, timezone.localdate()
    rules = counting_of(user.unit, today)
    form = AskForm(asked.model_dump(), user=user, today=today, rules=rules)
    if not form.is_valid():
        raise Unfit({key: [str(one) for one in told] for key, told in form.errors.items()})
    return form.question(today)


def _count(tally: Tally) -> dict[str, Any]:
    return {
        "key": tally.measure.key,
        "label": tally.measure.says,
        "count": tally.count,
        "yuan": tally.yuan,
        "left_out": len(tally.left_out),
    }


def _project(row: ProjectRow, day: date | None) -> dict[str, Any]:
    return {"id": row.key, "name": row.name, "day": day, "yuan": row.yuan}
