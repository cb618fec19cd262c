"""Money of a month: planned, reported, recognised by another with proof; permits, statistics."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from yinfeng.web.desks.delivery.actions.keeping import keep_file
from yinfeng.web.desks.delivery.actions.lights import relight
from yinfeng.web.desks.delivery.models import Filing, Month, Permit
from yinfeng.web.desks.delivery.rules import money_on, permits_on
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

File = tuple[str, bytes]
_WHOLE = 100


@transaction.atomic
def plan_year(
    project: Project,
    *,
    by: User,
    today: date,
    year: int,
    sums: Mapping[int, Decimal],
    reason: str = "",
) -> list[Month]:
    """The planned investment of a project for the months of a year; only what differs is new."""
    require(by, "delivery.report_money", project.unit)
    if any(sum_ < 0 for sum_ in sums.values()):
        raise Refused("计划投资不能是负数。")
    made = [_set(project, date(year, at, 1), by, reason, planned=sums[at]) for at in sorted(sums)]
    told = {f"{at:02d}": sums[at] for at in sorted(sums)}
    relight(project, today=today)
    record(by, "delivery.report_money", project, unit=project.unit, year=year, planned=told)
    return made


@transaction.atomic
def report_month(
    project: Project,
    *,
    by: User,
    today: date,
    month: date,
    yuan: Decimal | None = None,
    revenue: Decimal | None = None,
    built: Decimal | None = None,
    version: int | None = None,
    reason: str = "",
) -> Month:
    """What a person says was invested or sold in a month; it is 自报 until it is recognised."""
    require(by, "delivery.report_money", project.unit)
    first = month.replace(day=1)
    if first > today:
        raise Refused("这个月还没有到。")
    if yuan is None and revenue is None and built is None:
        raise Refused("请填写投资额、营业收入或已动工面积占比。")
    if built is not None and not 0 <= built <= _WHOLE:
        raise Refused("已动工面积占比填0到100。")
    if any(sum_ is not None and sum_ < 0 for sum_ in (yuan, revenue)):
        raise Refused("金额不能是负数。冲减以前月份的，请更正那个月并写明理由。")
    there = _month(project, first)
    if there and yuan is not None and there.reported not in (None, yuan) and not reason.strip():
        raise Refused(f"{there}已报过，更正请写明理由。")
    values: dict[str, Any] = {}
    if yuan is not None:
        values |= {"reported": yuan, "reported_by": by}
    if revenue is not None:
        values["revenue"] = revenue
    if built is not None:
        values["built"] = built
    made = _set(project, first, by, reason, version=version, **values)
    relight(project, today=today)
    record(
        by,
        "delivery.report_money",
        made,
        unit=project.unit,
        reason=reason,
        month=first,
        reported=yuan,
        revenue=revenue,
        built=built,
    )
    return made


@transaction.atomic
def recognise_month(
    month: Month,
    *,
    by: User,
    today: date,
    version: int,
    yuan: Decimal,
    says: str,
    file: File | None = None,
    reason: str = "",
) -> Month:
    """What of a month is recognised, by whom, upon which proof; never by who reported it."""
    require(by, "delivery.recognise", month.unit)
    month = keeping.held(month, version=version)
    if month.reported is None:
        raise Refused("这个月还没有人报投资，无从认定。")
    if month.reported_by_id == by.pk:
        raise Refused("自己报的数要由另一人认定。")
    if yuan < 0 or yuan > month.reported:
        raise Refused("认定数不能是负数，也不能大于自报数；自报少了的，先更正自报数。")
    if not says.strip():
        raise Refused("请写明认定依据：发票、付款凭证、验资报告、设备清单等。")
    if file is None and month.proof is None:
        raise Refused("认定要有凭证，请上传。")
    if month.recognised not in (None, yuan) and not reason.strip():
        raise Refused("已认定过，改认定数请写明理由。")
    proof = keep_file(*file, by=by, unit=month.unit, project=month.project) if file else month.proof
    made = keeping.change(
        month,
        by=by,
        reason=reason,
        recognised=yuan,
        recognised_by=by,
        recognised_on=today,
        proof=proof,
        proof_says=says.strip(),
    )
    relight(month.project, today=today)
    record(
        by,
        "delivery.recognise",
        made.record,
        unit=month.unit,
        before=made.before,
        reason=reason or says,
        changed=made.after,
    )
    return made.record


@transaction.atomic
def file_statistics(
    project: Project, *, by: User, today: date, version: int = 0, **values: Any
) -> Filing:
    """Where a project stands with the statistics: sector, 入库 with its code, 入规."""
    require(by, "delivery.report_money", project.unit)
    rules = money_on(project.unit, today)
    if values.get("sector") and values["sector"] not in rules.sectors:
        raise Refused("请选择四上行业。")
    if any(values.get(name) and values[name] > today for name in ("entered", "scaled")):
        raise Refused("日期不能晚于今天。")
    if values.get("entered") and not values.get("code"):
        raise Refused("入库的请填写入库编码。")
    there = Filing.objects.filter(project=project).first()
    if there is None:
        made = keeping.add(Filing(unit=project.unit, project=project, **values), by=by)
    else:
        made = keeping.change(there, by=by, version=version or None, **values).record
    record(by, "delivery.report_money", made, unit=project.unit, **values)
    return made


@transaction.atomic
def list_permits(project: Project, *, by: User, today: date) -> list[Permit]:
    """Write down the permits that a project of its kind needs and that are not there yet."""
    require(by, "delivery.report_money", project.unit)
    if not project.kind:
        raise Refused("项目还没有写用地方式，不知道要办哪些手续。请先在项目页补上。")
    foreign = project.nature == Project.Nature.FOREIGN
    needed = permits_on(project.unit, today).needed_by(project.kind, foreign=foreign)
    there = set(
        Permit.objects.filter(project=project, removed_at=None).values_list("key", flat=True)
    )
    fresh = [
        Permit(unit=project.unit, project=project, key=one.key, name=one.says, authority=one.by)
        for one in needed
        if one.key not in there
    ]
    keeping.add_many(fresh, by=by)
    if fresh:
        keys = [one.key for one in fresh]
        record(by, "delivery.report_money", project, unit=project.unit, permits=keys)
    return list(Permit.objects.filter(project=project, removed_at=None).order_by("pk"))


@transaction.atomic
def grant_permit(
    permit: Permit,
    *,
    by: User,
    today: date,
    version: int,
    applied: date | None = None,
    granted: date | None = None,
    paper: str = "",
    is_needed: bool = True,
    why_not: str = "",
    file: File | None = None,
) -> Permit:
    """How far a permit is: asked for, granted with its number or its paper, or not needed."""
    require(by, "delivery.report_money", permit.unit)
    if any(day and day > today for day in (applied, granted)):
        raise Refused("日期不能晚于今天。")
    if applied and granted and granted < applied:
        raise Refused("办结日期不能早于受理日期。")
    if granted and not (paper.strip() or file or permit.proof):
        raise Refused("办结的请填写文号、证号，或上传证照。")
    if not is_needed and not why_not.strip():
        raise Refused("不需要办的，请写明理由。")
    values: dict[str, Any] = {
        "applied": applied,
        "granted": granted,
        "paper": paper.strip(),
        "is_needed": is_needed,
        "why_not": why_not.strip(),
    }
    if file:
        values["proof"] = keep_file(*file, by=by, unit=permit.unit, project=permit.project)
    made = keeping.change(permit, by=by, version=version, **values)
    record(
        by,
        "delivery.report_money",
        made.record,
        unit=permit.unit,
        before=made.before,
        changed=made.after,
    )
    return made.record


def _month(project: Project, first: date) -> Month | None:
    return Month.objects.filter(project=project, month=first, removed_at=None).first()


def _set(
    project: Project, first: date, by: User, reason: str, version: int | None = None, **values: Any
) -> Month:
    there = _month(project, first)
    if there is None:
        return keeping.add(Month(unit=project.unit, project=project, month=first, **values), by=by)
    return keeping.change(there, by=by, version=version, reason=reason, **values).record
