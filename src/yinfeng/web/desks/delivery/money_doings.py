"""What may be done with the money of a project, its permits, photos and delays."""

from datetime import date
from decimal import Decimal
from typing import Any

from yinfeng.web.desks.delivery import forms as own
from yinfeng.web.desks.delivery import money_forms
from yinfeng.web.desks.delivery.actions import excusing, money, photos
from yinfeng.web.desks.delivery.doing import Doing, Values, with_values
from yinfeng.web.desks.delivery.models import Month
from yinfeng.web.people.models import User

_WAN = Decimal(10_000)
_PERMIT = ("is_needed", "why_not", "applied", "granted", "paper", "file")


def _report(project: Any, by: User, values: Values, day: date) -> object:
    return money.report_month(
        project,
        by=by,
        today=day,
        month=values["month"],
        yuan=_yuan(values["reported"]),
        revenue=_yuan(values["revenue"]),
        built=values["built"],
        reason=values["reason"],
    )


def _plan(project: Any, by: User, values: Values, day: date) -> object:
    sums = {at: sum_ * _WAN for at, sum_ in values["sums"].items()}
    return money.plan_year(
        project, by=by, today=day, year=values["year"], sums=sums, reason=values["reason"]
    )


def _recognise(month: Any, by: User, values: Values, day: date) -> object:
    return money.recognise_month(
        month,
        by=by,
        today=day,
        version=values.get("version", month.version),
        yuan=values["recognised"] * _WAN,
        says=values["says"],
        file=values["file"] or None,
        reason=values["reason"],
    )


def _photo(project: Any, by: User, values: Values, day: date) -> object:
    name, content = values["file"]
    return photos.add_photo(
        project,
        by=by,
        today=day,
        name=name,
        content=content,
        says=values["says"],
        day=values["day"],
        place=values["place"],
    )


def _filing(project: Any, by: User, values: Values, day: date) -> object:
    names = ("sector", "entered", "code", "scaled")
    given = {name: values[name] for name in names}
    return money.file_statistics(
        project, by=by, today=day, version=values.get("version") or 0, **given
    )


def _excuse(project: Any, by: User, values: Values, day: date) -> object:
    names = ("since", "until", "why", "paper")
    given = {name: values[name] for name in names}
    return excusing.excuse(project, by=by, today=day, file=values["file"] or None, **given)


def _permits(project: Any, by: User, _: Values, day: date) -> object:
    return money.list_permits(project, by=by, today=day)


def _yuan(sum_: Decimal | None) -> Decimal | None:
    return None if sum_ is None else sum_ * _WAN


ON_PROJECTS = (
    Doing(
        "report",
        "报本月投资",
        "报送",
        "delivery.report_money",
        money_forms.MonthForm,
        _report,
        "已报送，待认定。",
    ),
    Doing(
        "plan-year",
        "年度投资计划",
        "存计划",
        "delivery.report_money",
        money_forms.YearForm,
        _plan,
        "年度计划已存。",
    ),
    Doing(
        "filing",
        "入库入规",
        "保存",
        "delivery.report_money",
        money_forms.FilingForm,
        _filing,
        "已保存。",
    ),
    Doing(
        "permits",
        "列出手续",
        "按用地方式列出",
        "delivery.report_money",
        own.PlainForm,
        _permits,
        "手续已列出。",
    ),
    Doing(
        "excuse",
        "登记政府原因延误",
        "登记",
        "delivery.excuse",
        money_forms.DelayForm,
        _excuse,
        "已登记，闲置期限相应顺延。",
    ),
    Doing(
        "photo",
        "传现场照片",
        "上传",
        "delivery.photo",
        money_forms.PhotoForm,
        _photo,
        "照片已存。",
    ),
)
ON_MONTHS = (
    Doing(
        "recognise",
        "认定",
        "认定",
        "delivery.recognise",
        money_forms.RecogniseForm,
        _recognise,
        "已认定。",
        lambda one: isinstance(one, Month) and one.reported is not None,
    ),
)
ON_PERMITS = (
    Doing(
        "grant",
        "登记进度",
        "保存",
        "delivery.report_money",
        money_forms.PermitForm,
        with_values(money.grant_permit, *_PERMIT),
        "已保存。",
    ),
)
ON_PHOTOS = (
    Doing(
        "remove",
        "删除",
        "删除",
        "delivery.remove",
        own.ReasonForm,
        with_values(photos.remove_photo, "reason", today=False),
        "已删除。",
        tone="no",
    ),
)
ON_DELAYS = (
    Doing(
        "remove",
        "撤回",
        "撤回",
        "delivery.excuse",
        own.ReasonForm,
        with_values(excusing.withdraw_delay, "reason", today=False),
        "已撤回，闲置期限不再扣除这些天；过去某日仍按当时的登记看。",
        tone="no",
    ),
)
