"""How the records of any desk are written: added, changed, removed, one by one or many at once.

Only actions call this, inside their transaction, after they asked for the right; they write the
event. Each call leaves a version behind and names who, when and why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db import connection
from django.utils import timezone

from yinfeng.web.lists.differences import differences, sentence
from yinfeng.web.lists.history import end_versions, standing_as
from yinfeng.web.lists.records import Record
from yinfeng.web.people.models import User
from yinfeng.web.search.actions import put
from yinfeng.web.shell.middleware import current_request
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rows import insert

R = TypeVar("R", bound=Record)
Values = Mapping[str, Any]

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Changed(Generic[R]):
    """A record after a change, and what of it was and is now, as an event keeps it."""

    record: R
    before: dict[str, object]
    after: dict[str, object]

    @property
    def is_other(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.after)


def add(record: R, *, by: User | None, at: datetime | None = None) -> R:
    """Write a new record with its first version."""
    _open_account([record], by, at or timezone.now())
    record._history_date = record.created_at  # type: ignore[attr-defined]
    record.save(force_insert=True)
    put(record)
    return record


def held(record: R, *, version: int | None = None) -> R:
    """The record as it stands, its row locked; refused where it is gone or was changed since."""
    assert connection.in_atomic_block, "a record is changed inside its action's transaction"
    manager = type(record)._base_manager
    now = manager.select_for_update(of=("self",)).get(pk=record.pk)
    if now.is_removed:
        raise Refused(f"“{now}”已删除（{now.removed_why}），不能再改。")
    if version is not None and now.version != version:
        if not 0 < version < now.version:
            raise Refused(f"“{now}”没有第{version}版，请重新打开后再改。")
        raise Refused(_told_apart(now, version))
    return now


def change(
    record: R,
    *,
    by: User | None,
    version: int | None = None,
    reason: str = "",
    at: datetime | None = None,
    **values: Any,
) -> Changed[R]:
    """Give the record other values; *version* is the one that the person was shown."""
    return _changed(held(record, version=version), values, by, reason, at or timezone.now())


def remove(
    record: R,
    *,
    by: User | None,
    reason: str,
    version: int | None = None,
    at: datetime | None = None,
) -> R:
    """Take the record off every list from now on, for a reason."""
    if not reason.strip():
        raise Refused("请写明删除的理由。")
    moment = at or timezone.now()
    gone = {"removed_at": moment, "removed_why": reason.strip()}
    return _changed(held(record, version=version), gone, by, reason, moment).record


def bring_back(record: R, *, by: User | None, reason: str, at: datetime | None = None) -> R:
    """Put a removed record back on its lists, for a reason."""
    manager = type(record)._base_manager
    now = manager.select_for_update(of=("self",)).get(pk=record.pk)
    if not now.is_removed:
        raise Refused(f"“{now}”没有删除，无需恢复。")
    back = {"removed_at": None, "removed_why": ""}
    return _changed(now, back, by, reason, at or timezone.now()).record


def add_many(records: Sequence[R], *, by: User | None, at: datetime | None = None) -> None:
    """Write new records of one model at once, each with its first version."""
    if not records:
        return
    moment = at or timezone.now()
    _open_account(records, by, moment)
    model = type(records[0])
    model._base_manager.bulk_create(records, batch_size=_CHUNK)
    _write_versions(records, "+", by, "", moment)
    put(*records)


def change_many(
    changes: Iterable[tuple[R, Values]],
    *,
    by: User | None,
    reason: str = "",
    at: datetime | None = None,
) -> list[Changed[R]]:
    """Give many records, whose rows are held, other values; skip those that stay as they are."""
    moment = at or timezone.now()
    done = [made for record, values in changes if (made := _set(record, values)).is_other]
    records = [made.record for made in done]
    for made in done:
        record = made.record
        _sign(record, by, moment)
        names = [*made.after, "version", "changed_by", "changed_at"]
        fields = [record._meta.get_field(name).attname for name in names]  # type: ignore[union-attr]
        now = {name: getattr(record, name) for name in fields}
        type(record)._base_manager.filter(pk=record.pk).update(**now)
    for start in range(0, len(records), _CHUNK):
        chunk = records[start : start + _CHUNK]
        end_versions(type(chunk[0]), [record.pk for record in chunk], moment)
    _write_versions(records, "~", by, reason, moment)
    put(*records)
    return done


def as_it_was(record: R, version: int) -> R:
    """The record in an earlier version; refused where nobody kept that version."""
    kept = type(record).history.filter(id=record.pk, version=version).first()
    if kept is None:
        raise Refused(
            f"“{record}”第{version}版的内容没有留下记录，无法照它恢复或比对。"
            "请告知审计管理员核验台账，并按现在的内容另行修改。"
        )
    return standing_as(kept)  # type: ignore[no-any-return]


def _changed(
    record: R, values: Values, by: User | None, reason: str, moment: datetime
) -> Changed[R]:
    made = _set(record, values)
    if made.is_other:
        _sign(record, by, moment)
        record._change_reason = reason.strip()  # type: ignore[attr-defined]
        record._history_date = moment  # type: ignore[attr-defined]
        record.save(update_fields=[*made.after, "version", "changed_by", "changed_at"])
        put(record)
    return made


def _set(record: R, values: Values) -> Changed[R]:
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    for name, value in values.items():
        attname = record._meta.get_field(name).attname  # type: ignore[union-attr]
        was = getattr(record, attname)
        setattr(record, name, value)
        now = getattr(record, attname)
        if was != now:
            before[name], after[name] = was, now
    return Changed(record, before, after)


def _open_account(records: Sequence[Record], by: User | None, moment: datetime) -> None:
    for record in records:
        record.created_by = record.changed_by = by
        record.created_at = record.changed_at = moment


def _sign(record: Record, by: User | None, moment: datetime) -> None:
    record.version += 1
    record.changed_by, record.changed_at = by, moment


def _write_versions(
    records: Sequence[Record], kind: str, by: User | None, reason: str, moment: datetime
) -> None:
    if not records:
        return
    versions: Any = type(records[0]).history.model
    names = [field.attname for field in versions.tracked_fields]
    signed = {
        "history_date": moment,
        "history_type": kind,
        "history_user": by,
        "history_change_reason": reason.strip(),
        "history_request": current_request(),
    }
    insert(versions, (versions(**{n: getattr(r, n) for n in names}, **signed) for r in records))


def _told_apart(now: Record, version: int) -> str:
    """Who changed the record since the person was shown it, and what."""
    try:
        what = sentence(differences(as_it_was(now, version), now)) or "内容与原来相同"
    except Refused:
        # Who opened it must still be told that it changed, even where no trace tells what.
        what = f"第{version}版没有留下记录，改了什么无从比对，请告知审计管理员核验台账"
    when = f"{timezone.localtime(now.changed_at):%m月%d日 %H:%M}"
    who = str(now.changed_by or "系统")
    return f"您打开之后，{who}于{when}改过“{now}”：{what}。请刷新，看过后再改。"
