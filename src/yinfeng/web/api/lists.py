"""The lists of the desks: the same rows, filters, order, masking and past days as on the pages."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils import timezone
from ninja import Schema
from ninja.params.functions import Query
from pydantic import Field, create_model

from yinfeng.web.api.answers import UNDONE, Unfit, Unknown
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.agreements.listings import AGREEMENTS, REVIEWS
from yinfeng.web.desks.delivery.listings import LISTS as DELIVERY
from yinfeng.web.desks.land.listings import LISTS as LAND
from yinfeng.web.desks.leads.listings import LEADS
from yinfeng.web.desks.library.listings import FIGURES
from yinfeng.web.desks.outreach.listings import LISTS as OUTREACH
from yinfeng.web.desks.plans.listings import MILESTONES, PLANS
from yinfeng.web.desks.projects.listings import PROJECTS
from yinfeng.web.desks.renewal.listings import BLOCKS, HARD_CASES, LESSEES, OWNERS
from yinfeng.web.desks.renewal.money_listings import PUBLIC, SHEETS
from yinfeng.web.desks.siting.listings import NEEDS
from yinfeng.web.desks.standard.listings import CHECKS, COMMITMENTS
from yinfeng.web.desks.standard.listings import PLOTS as STANDARD_PLOTS
from yinfeng.web.desks.tenancy.listings import OCCUPANCIES, TENANTS
from yinfeng.web.lists.asking import Asked
from yinfeng.web.lists.filters import Between, Filter, OneOf
from yinfeng.web.lists.fitting import asked_of
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.sheets import Row, one_row, sheet

_TAGS = ["列表"]
_OF_LISTS = ("columns", "sort", "page", "as_of")
_OF_ONE = ("columns", "as_of")
# The lists by the name under which programs ask for them.
LISTINGS: Mapping[str, Listing] = {
    "leads": LEADS,
    **OUTREACH,
    **{one.key: one for one in (PROJECTS, PLANS, MILESTONES, AGREEMENTS, REVIEWS, FIGURES)},
    **{one.key.removeprefix("delivery-"): one for one in DELIVERY},
    **LAND,
    **{one.key: one for one in (OCCUPANCIES, TENANTS)},
    "renewal-blocks": BLOCKS,
    "renewal-owners": OWNERS,
    "renewal-lessees": LESSEES,
    "renewal-hard": HARD_CASES,
    "renewal-sheets": SHEETS,
    "renewal-public": PUBLIC,
    "siting-needs": NEEDS,
    "standard-plots": STANDARD_PLOTS,
    "standard-commitments": COMMITMENTS,
    "standard-checks": CHECKS,
}


class ProofOut(Schema):
    """The words that prove a figure."""

    quote: str
    source: str
    address: str


class RowOut(Schema):
    """One row: values as numbers and days, and as the page says them."""

    id: int
    version: int
    label: str
    values: dict[str, Any]
    says: dict[str, str]
    proofs: dict[str, ProofOut]


class RowsOut(Schema):
    """One page of a list."""

    title: str
    count: int
    page: int
    pages: int
    columns: dict[str, str]
    rows: list[RowOut]


def _add(key: str, listing: Listing) -> None:
    @opens(listing.reads)
    def index(request: TokenRequest, asked: Any = Query(...)) -> Any:  # noqa: ARG001, B008
        return _page(_asked(request, listing, _OF_LISTS))

    @opens(listing.reads)
    def one(request: TokenRequest, pk: int, asked: Any = Query(...)) -> Any:  # noqa: ARG001, B008
        row = one_row(_asked(request, listing, _OF_ONE), pk)
        if row is None:
            raise Http404
        return _out(row)

    model = _query(key, listing)
    index.__wrapped__.__annotations__["asked"] = model  # type: ignore[attr-defined]
    only_day = create_model(f"{key}_day", __base__=Schema, as_of=_text("截至某日，如2026-03-31"))
    one.__wrapped__.__annotations__["asked"] = only_day  # type: ignore[attr-defined]
    routes.get(
        f"/{key}",
        tags=_TAGS,
        response={200: RowsOut, **UNDONE},
        operation_id=f"list_{key}",
        summary=listing.title,
        description=listing.about,
    )(index)
    routes.get(
        f"/{key}/{{int:pk}}",
        tags=_TAGS,
        response={200: RowOut, **UNDONE},
        operation_id=f"get_{key}",
        summary=f"{listing.title}：一条",
    )(one)


def _asked(request: TokenRequest, listing: Listing, besides: Sequence[str]) -> Asked:
    """What the address asks; every column unless it names some.

    *besides* are the names that may be asked with beside the conditions of a list.
    """
    query = request.GET.copy()
    asked = asked_of(listing, request.user, query, timezone.localdate())
    _refuse_unknown(asked, [*(asked.form.fields if besides is _OF_LISTS else ()), *besides])
    if not query.getlist("columns"):
        query.setlist("columns", [column.key for column in asked.columns])
    if not asked.is_clear:
        raise Unfit({key: [str(one) for one in told] for key, told in asked.form.errors.items()})
    return asked


def _refuse_unknown(asked: Asked, names: Sequence[str]) -> None:
    """Refuse a name that a list does not know: left out, it would answer with too many rows."""
    columns = [column.key for column in asked.columns]
    sorts = [column.key for column in asked.columns if column.sort]
    wrong = {name: _names(names) for name in asked.query if name not in names}
    if any(key not in columns for key in asked.query.getlist("columns")):
        wrong["columns"] = _names(columns)
    if (sort := asked.query.get("sort", "")) and sort.removeprefix("-") not in sorts:
        wrong["sort"] = _names(sorts)
    if wrong:
        raise Unknown(wrong)


def _names(names: Sequence[str]) -> list[str]:
    return [f"可以用：{'、'.join(dict.fromkeys(names))}"]


def _page(asked: Asked) -> dict[str, object]:
    shown = sheet(asked)
    return {
        "title": asked.listing.title,
        "count": shown.page.paginator.count,
        "page": shown.page.number,
        "pages": shown.page.paginator.num_pages,
        "columns": {column.key: column.title for column in asked.shown},
        "rows": [_out(row) for row in shown.rows],
    }


def _out(row: Row) -> dict[str, object]:
    pairs = list(row.pairs)
    return {
        "id": row.pk,
        "version": row.version,
        "label": row.label,
        "values": {column.key: _plain(cell.value, cell.says) for column, cell in pairs},
        "says": {column.key: cell.says for column, cell in pairs},
        "proofs": {column.key: cell.proof._asdict() for column, cell in pairs if cell.proof},
    }


def _plain(value: object, says: str) -> object:
    """Numbers, flags and days as such, everything else in words."""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    simple = value is None or isinstance(value, bool | int | float)
    return value if simple or type(value).__name__ in ("Decimal", "date") else says


def _query(key: str, listing: Listing) -> Any:
    fields: dict[str, Any] = {}
    for one in listing.filters:
        fields |= dict(_parameters(one))
    fields["columns"] = (list[str], Field([], description="只要哪几列，缺省为全部"))
    for name, says in (
        ("sort", "按哪一列排序，倒序在前面加-"),
        ("page", "第几页"),
        ("as_of", "截至某日，如2026-03-31"),
    ):
        fields[name] = _text(says)
    return create_model(f"{key}_query", __base__=Schema, **fields)


def _parameters(one: Filter) -> Iterator[tuple[str, Any]]:
    if isinstance(one, Between):
        yield f"{one.key}_from", _text(f"{one.label}从")
        yield f"{one.key}_to", _text(f"{one.label}到")
    elif isinstance(one, OneOf):
        yield one.key, (list[str], Field([], description=one.label))
    else:
        yield one.key, _text(one.label)


def _text(says: str) -> Any:
    return (str | None, Field(None, description=says))


for _key, _listing in LISTINGS.items():
    _add(_key, _listing)
