"""What of a record changed, in the words of an office: 阶段 由“在谈”改为“签约”."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.utils import timezone

from yinfeng.web.lists.records import Record
from yinfeng.web.people.private import private_fields, shown

# What every change touches, and so tells nothing.
_ROUTINE = frozenset({"version", "created_by", "created_at", "changed_by", "changed_at"})


def said(value: object) -> str:
    """A value as a sentence quotes it."""
    if value is None or value == "":
        return "空"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, list | tuple | set):
        return "、".join(said(one) for one in value) or "空"
    return str(value)


def said_of(record: models.Model, name: str) -> str:
    """What a field of a record says: a choice by its label, personal data masked."""
    if name in private_fields(type(record)):
        return shown(record, name) or said("")
    field = record._meta.get_field(name)
    value = getattr(record, name)
    if isinstance(field, models.Field) and field.flatchoices:
        return said(dict(field.flatchoices).get(value, value))
    return said(value)


def label_of(model: type[models.Model] | models.Model, name: str) -> str:
    """What a field is called."""
    return str(getattr(model._meta.get_field(name), "verbose_name", name))


def differences(before: Record, after: Record) -> Iterator[tuple[str, str, str]]:
    """The label of each field in which two states of a record differ, with both words."""
    for field in after._meta.concrete_fields:
        if field.name in _ROUTINE or getattr(before, field.attname) == getattr(
            after, field.attname
        ):
            continue
        if field.name == "custom":
            yield "自定义字段", said(_told(before.custom)), said(_told(after.custom))
        else:
            yield (
                label_of(after, field.name),
                said_of(before, field.name),
                said_of(after, field.name),
            )


def sentence(changes: Iterable[tuple[str, str, str]]) -> str:
    """The differences in one sentence."""
    return "；".join(f"{label}由“{was}”改为“{now}”" for label, was, now in changes)


def _told(custom: Mapping[str, object]) -> list[str]:
    return [f"{key}：{said(value)}" for key, value in custom.items()]
