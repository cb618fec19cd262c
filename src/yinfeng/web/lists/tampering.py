"""Rows that were changed past the software: a record must be as its last version has it.

Versions are append-only by the database's own refusal; a row that somebody rewrote by SQL differs
from the version that no action wrote. Of the versions before the last none may be missing.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Count

from yinfeng.web.lists.records import Record

_CHUNK = 2000


def altered() -> Iterator[str]:
    """What is wrong with the records, in sentences; every record is read once."""
    for model in apps.get_models():
        if issubclass(model, Record):
            yield from _altered(model)
            yield from _missing(model)


def _altered(model: type[Record]) -> Iterator[str]:
    versions: Any = model.history.model
    names = [field.attname for field in versions.tracked_fields]
    at = names.index("id")
    label = model._meta.verbose_name
    rows = model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=_CHUNK)
    stood = (
        versions.objects.filter(history_until=None)
        .exclude(history_type="-")
        .order_by("id")
        .values_list(*names)
        .iterator(chunk_size=_CHUNK)
    )
    row, version = next(rows, None), next(stood, None)
    while row or version:
        if version is None or (row and row[at] < version[at]):
            assert row is not None
            yield f"{label}第{row[at]}号没有登记它的版本，是绕过系统加进去的。"
            row = next(rows, None)
        elif row is None or version[at] < row[at]:
            yield f"{label}第{version[at]}号只有版本，记录被绕过系统删除。"
            version = next(stood, None)
        else:
            yield from _differing(model, names, row, version)
            row, version = next(rows, None), next(stood, None)


def _missing(model: type[Record]) -> Iterator[str]:
    """Records that lack an earlier version: what they were before can no longer be told."""
    label = model._meta.verbose_name
    rows = model._base_manager.order_by("pk").values_list("pk", "version")
    versions: Any = model.history.model
    kept = versions.objects.exclude(history_type="-").order_by("id").values_list("id")
    counted = kept.annotate(kept=Count("version", distinct=True)).iterator(chunk_size=_CHUNK)
    key, count = next(counted, (None, 0))
    for pk, last in rows.iterator(chunk_size=_CHUNK):
        while key is not None and key < pk:
            key, count = next(counted, (None, 0))
        # A record without any version is told of already, as added past the software.
        if key == pk and count < last:
            yield (
                f"{label}第{pk}号已改到第{last}版，只留下{count}版的登记，"
                "此前的内容被绕过系统删除。"
            )


def _differing(
    model: type[Record], names: list[str], row: tuple[Any, ...], version: tuple[Any, ...]
) -> Iterator[str]:
    other = [
        str(model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        for name, now, then in zip(names, row, version, strict=True)
        if now != then
    ]
    if other:
        key = row[names.index("id")]
        label = model._meta.verbose_name
        yield f"{label}第{key}号的{'、'.join(other)}与最后一版不符，被绕过系统改过。"
