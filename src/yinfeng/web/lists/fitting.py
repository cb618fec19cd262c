"""A list fitted to who asks: with the office's own fields and the columns that the person chose."""

from datetime import date

from django.http import QueryDict

from yinfeng.web.lists.asking import Asked
from yinfeng.web.lists.custom import column_of, filter_of, slot_of_field
from yinfeng.web.lists.filters import units_of
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.models import ChosenColumns, CustomField
from yinfeng.web.lists.slots import Slot, ThingSlot, slot_of
from yinfeng.web.people.models import User


def asked_of(listing: Listing, user: User, query: QueryDict, today: date) -> Asked:
    """What the address asks of the list, for this person."""
    added = custom_of(listing, user)
    chosen = ChosenColumns.objects.filter(user=user, listing=listing.key).first()
    return Asked(
        listing=listing,
        columns=(*listing.columns, *(column_of(field) for field in added)),
        filters=(*listing.filters, *(filter_of(field) for field in added)),
        user=user,
        query=query,
        today=today,
        chosen=tuple(chosen.columns) if chosen else (),
    )


def custom_of(listing: Listing, user: User) -> list[CustomField]:
    """The fields that offices added to the records of the list."""
    return list(CustomField.objects.of(listing.model, user)) if listing.keeps_records else []


def slots_of(listing: Listing, user: User) -> dict[str, Slot]:
    """The fields that the person may fill, by name, in order; those of the office last."""
    editing = listing.editing
    assert editing is not None
    things = {name: list(found(user)) for name, found in editing.finds.items()}
    own = {
        name: slot_of(
            listing.model,
            name,
            things=things,
            also_called=editing.also_called.get(name, ()),
            measure=editing.measures.get(name, ""),
        )
        for name in editing.fields
    }
    beside = {slot.name: slot for slot in (editing.beside(user) if editing.beside else ())}
    added = {field.key: slot_of_field(field) for field in custom_of(listing, user)}
    return {**own, **beside, **added}


def import_slots(listing: Listing, user: User) -> dict[str, Slot]:
    """The fields that a sheet may fill, and the unit of each row."""
    editing = listing.editing
    assert editing is not None
    units = list(units_of(editing.imports)(user))
    own = slots_of(listing, user)
    return {**own, "unit": ThingSlot(name="unit", label="单位", things=units)} if units else own
