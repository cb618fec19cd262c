"""Projects made one, and one made several: history stays, and either can be undone."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from yinfeng.values import Bound
from yinfeng.web.desks.leads import figures
from yinfeng.web.desks.projects.actions.registering import Form, founded, opened
from yinfeng.web.desks.projects.actions.signing import FIGURE, REGISTER, signed
from yinfeng.web.desks.projects.actions.standing import reckoned
from yinfeng.web.desks.projects.fields import columns
from yinfeng.web.desks.projects.models import Choice, Joining, Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

State = Project.State
_TWO = 2
_YI = Decimal(100_000_000)


@transaction.atomic
def merge(
    whole: Project,
    others: Sequence[Project],
    *,
    by: User,
    reason: str,
    today: date,
    version: int,
    amount: str = "",
) -> Project:
    """Let the project stand for others too: they leave the list and lead to this one.

    Its total becomes *amount*, else the sum of all of them, so that nothing signed is lost.
    """
    require(by, "projects.join", whole.unit)
    whole = keeping.held(whole, version=version)
    pieces = [keeping.held(one) for one in others if one.pk != whole.pk]
    if not pieces:
        raise Refused("请至少选择一个要并入的项目。")
    if not reason.strip():
        raise Refused("请写明合并的理由。")
    for one in (whole, *pieces):
        require(by, "projects.join", one.unit)
        _refuse_closed(one)
    before: dict[str, Any] = {
        str(one.pk): {"state": one.state, "parent": one.parent_id} for one in pieces
    }
    total = amount.strip() or total_of((whole, *pieces))
    if total and total != whole.amount:
        before["amount"] = whole.amount
        whole = _told_anew(whole, total, by, f"合并：{reason}", today)
    joining = _kept(Joining.Kind.MERGE, whole, pieces, before, reason, today, by)
    for one in pieces:
        told: dict[str, Any] = {"state": State.MERGED, "parent": whole}
        keeping.change(one, by=by, reason=f"并入{whole.number}：{reason}", **told)
    record(
        by, "projects.join", whole, unit=whole.unit, reason=reason, joining=joining.pk,
        merged=[one.number for one in pieces], amount=whole.amount,
    )  # fmt: skip
    return whole


@transaction.atomic
def split(
    whole: Project, forms: Sequence[Form], *, by: User, reason: str, today: date, version: int
) -> list[Project]:
    """Make several projects of one: each has its own figures, the one that was stays to be read."""
    require(by, "projects.join", whole.unit)
    whole = keeping.held(whole, version=version)
    _refuse_closed(whole)
    if len(forms) < _TWO:
        raise Refused("拆分至少要有两个项目，请逐个写明名称和金额。")
    if not reason.strip():
        raise Refused("请写明拆分的理由。")
    pieces = [_piece(whole, form, by, today, reason) for form in forms]
    before = {"state": whole.state}
    joining = _kept(Joining.Kind.SPLIT, whole, pieces, before, reason, today, by)
    told: dict[str, Any] = {"state": State.SPLIT}
    whole = keeping.change(whole, by=by, reason=f"拆分：{reason}", **told).record
    record(
        by, "projects.join", whole, unit=whole.unit, reason=reason, joining=joining.pk,
        split=[one.number for one in pieces],
    )  # fmt: skip
    return pieces


@transaction.atomic
def undo(joining: Joining, *, by: User, reason: str, today: date) -> Project:
    """Take a merging or a splitting back: what was one is one again, what was several, several."""
    require(by, "projects.join", joining.whole.unit)
    whole = keeping.held(joining.whole)
    joining = Joining.objects.get(pk=joining.pk)
    if joining.undoes_id is not None or hasattr(joining, "undone_by"):
        raise Refused("这一次已经撤销过。")
    if not reason.strip():
        raise Refused("请写明撤销的理由。")
    pieces = [keeping.held(one) for one in joining.pieces.order_by("pk")]
    if joining.kind == Joining.Kind.MERGE:
        for one in pieces:
            if one.state != State.MERGED or one.parent_id != whole.pk:
                raise Refused(f"“{one}”之后又有变动，不能撤销这次合并。")
            was = joining.before[str(one.pk)]
            told: dict[str, Any] = {"state": was["state"], "parent_id": was["parent"]}
            _set_back(one, told, by, reason)
        if joining.before.get("amount"):
            whole = _told_anew(whole, joining.before["amount"], by, f"撤销：{reason}", today)
    else:
        moved = [one for one in pieces if one.passages.exists() or one.state != State.OPEN]
        if moved:
            raise Refused(f"“{moved[0]}”已有节点或变动，不能撤销这次拆分。")
        for one in pieces:
            keeping.remove(one, by=by, reason=f"撤销拆分：{reason}")
        _set_back(whole, {"state": joining.before["state"]}, by, reason)
    undone = Joining(
        kind=joining.kind, whole=whole, undoes=joining, why=reason.strip(), day=today, by=by
    )
    undone.save(force_insert=True)
    undone.pieces.set(pieces)
    record(by, "projects.join", whole, unit=whole.unit, reason=reason, undoes=joining.pk)
    return whole


def total_of(projects: Sequence[Project]) -> str:
    """The sum of the totals in words; empty where one is open, unread, or of another currency."""
    known = [one for one in projects if one.amount]
    if len(known) < _TWO or any(one.yuan is None for one in known):
        return ""
    if any(figures.amount(one.amount).bound is not Bound.EXACT for one in known):
        return ""
    total = sum((one.yuan for one in known if one.yuan is not None), Decimal(0))
    return f"{(total / _YI).normalize():f}亿元"


def _told_anew(project: Project, amount: str, by: User, why: str, today: date) -> Project:
    """The project with another total, as one person says it, above what was told before."""
    values = columns({"amount": amount})
    _, tellings = signed(project, FIGURE, {"amount": amount}, by=by, why=why)
    Choice.objects.create(project=project, field="amount", telling=tellings[0], why=why, by=by)
    return reckoned(project, by=by, today=today, because=why, **values).record


def _piece(whole: Project, form: Form, by: User, today: date, reason: str) -> Project:
    words = {"investors": whole.investors, **form.words}
    made = founded(
        Form(words), by=by, unit=whole.unit, today=today, source=whole.source,
        first_unit=whole.first_unit, parent=whole, part=Project.Part.PIECE,
        industry=whole.industry, nature=whole.nature, kind=whole.kind, lng=whole.lng,
        lat=whole.lat, lead=whole.lead,
    )  # fmt: skip
    signed(made, REGISTER, words, by=by, why=reason)
    because = f"由{whole.number}拆分"
    return opened(made, by=by, today=today, because=because, action="projects.join", reason=reason)


def _kept(
    kind: str,
    whole: Project,
    pieces: Sequence[Project],
    before: dict[str, Any],
    reason: str,
    today: date,
    by: User,
) -> Joining:
    joining = Joining(kind=kind, whole=whole, before=before, why=reason.strip(), day=today, by=by)
    joining.save(force_insert=True)
    joining.pieces.set(pieces)
    return joining


def _set_back(project: Project, values: dict[str, Any], by: User, reason: str) -> None:
    if "parent_id" in values:
        parent = values.pop("parent_id")
        values["parent"] = Project.objects.filter(pk=parent).first() if parent else None
    keeping.change(project, by=by, reason=f"撤销：{reason}", **values)


def _refuse_closed(project: Project) -> None:
    if project.state not in (State.OPEN, State.PAUSED):
        raise Refused(f"“{project}”现为“{project.get_state_display()}”，不能合并或拆分。")
