"""What a person does with a list itself: choose columns, keep and share questions, take it away."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yinfeng.web.lists.models import ChosenColumns, SavedFilter
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def choose_columns(listing: str, columns: Sequence[str], *, by: User) -> ChosenColumns:
    """Keep the columns that the person wants to see; none: those of the house again."""
    require(by, "lists.choose")
    chosen, _ = ChosenColumns.objects.get_or_create(user=by, listing=listing)
    before, chosen.columns = chosen.columns, list(columns)
    chosen.save(update_fields=["columns"])
    was = {"columns": before}
    record(by, "lists.choose", chosen, unit=by.unit, before=was, columns=chosen.columns)
    return chosen


@transaction.atomic
def save_filter(listing: str, name: str, query: str, *, by: User, is_shared: bool) -> SavedFilter:
    """Keep a question to a list under a name; the same name again is given the new question."""
    require(by, "lists.choose")
    if is_shared:
        require(by, "lists.share", by.unit)
    kept = SavedFilter.objects.of(by).filter(listing=listing, name=name).first()
    saved = kept or SavedFilter(listing=listing, name=name, owner=by)
    saved.query, saved.is_shared, saved.unit = query, is_shared, by.unit
    saved.save()
    action = "lists.share" if is_shared else "lists.choose"
    record(by, action, saved, unit=by.unit, listing=listing, name=name, query=query)
    return saved


@transaction.atomic
def drop_filter(saved: SavedFilter, *, by: User, now: datetime) -> SavedFilter:
    """Take one's own saved filter off the list."""
    require(by, "lists.choose")
    saved = SavedFilter.objects.select_for_update(of=("self",)).get(pk=saved.pk)
    if saved.owner_id != by.pk:
        raise Refused("只能删除自己保存的筛选。")
    if saved.dropped_at is not None:
        raise Refused(f"“{saved}”已经删除。")
    saved.dropped_at = now
    saved.save(update_fields=["dropped_at"])
    record(by, "lists.choose", saved, unit=by.unit, dropped=True)
    return saved


@transaction.atomic
def note_export(listing: str, *, by: User, form: str, rows: int, asked: dict[str, str]) -> None:
    """Put on the trail who took which rows out of the house."""
    require(by, "lists.choose")
    record(by, "lists.export", by, unit=by.unit, listing=listing, form=form, rows=rows, asked=asked)
