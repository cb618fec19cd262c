"""Fields that an office adds to its records, and ends; what was filled in stays in the records."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.models import CustomField
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_MOST = 30


@transaction.atomic
def add_field(
    listing: Listing,
    label: str,
    *,
    by: User,
    kind: str,
    measure: str = "",
    choices: Sequence[str] = (),
) -> CustomField:
    """A new field on the records of the list, for the person's unit and everything below."""
    require(by, "lists.define", by.unit)
    fields = CustomField.objects.of(listing.model, by)
    taken = {column.label for column in listing.columns} | {field.label for field in fields}
    if label in taken:
        raise Refused(f"已有名为“{label}”的列，请换一个名称。")
    if kind == CustomField.Kind.CHOICE and len(set(choices)) < 2:
        raise Refused("选项类的字段至少要有两个不同的选项，用顿号或换行隔开。")
    if len(fields) >= _MOST:
        raise Refused(f"自定义字段最多{_MOST}个，请先停用不用的。")
    is_choice, is_number = kind == CustomField.Kind.CHOICE, kind == CustomField.Kind.NUMBER
    field = CustomField.objects.create(
        model=listing.model._meta.label_lower,
        unit=by.unit,
        label=label,
        kind=kind,
        measure=measure if is_number else "",
        choices=list(dict.fromkeys(choices)) if is_choice else [],
        place=len(fields) + 1,
        by=by,
    )
    record(by, "lists.define", field, unit=by.unit, label=label, kind=kind, choices=field.choices)
    return field


@transaction.atomic
def end_field(field: CustomField, *, by: User, now: datetime, reason: str) -> CustomField:
    """Take the field off lists and forms from now on."""
    require(by, "lists.define", field.unit)
    field = CustomField.objects.select_for_update(of=("self",)).get(pk=field.pk)
    if not reason.strip():
        raise Refused("请写明停用的理由。")
    if field.ended_at is not None:
        raise Refused(f"“{field}”已经停用。")
    field.ended_at = now
    field.save(update_fields=["ended_at"])
    record(by, "lists.define", field, unit=field.unit, reason=reason, ended=True)
    return field
