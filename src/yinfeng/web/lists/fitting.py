"""A list fitted to who asks: with the columns that the person chose."""

from datetime import date

from django.http import QueryDict

from yinfeng.web.lists.asking import Asked
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.models import ChosenColumns
from yinfeng.web.people.models import User


def asked_of(listing: Listing, user: User, query: QueryDict, today: date) -> Asked:
    """What the address asks of the list, for this person."""
    chosen = ChosenColumns.objects.filter(user=user, listing=listing.key).first()
    return Asked(
        listing=listing,
        columns=listing.columns,
        filters=listing.filters,
        user=user,
        query=query,
        today=today,
        chosen=tuple(chosen.columns) if chosen else (),
    )
