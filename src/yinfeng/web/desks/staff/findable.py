"""The people of the offices are found by name; a hit opens the leads that the person follows."""

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.people.models import User
from yinfeng.web.search.findable import Card, Findable


def _card(user: User) -> Card | None:
    if not user.is_active or not user.name:
        return None
    return Card(unit=user.unit, title=user.name, text=user.unit.name)


def _rows() -> "QuerySet[User]":
    return User.objects.filter(is_active=True).exclude(name="").select_related("unit")


def _address(key: str) -> str:
    return f"{reverse('leads:index')}?owner={key}"


FINDABLE = (Findable(User, "人员", "leads.read", _card, _rows, _address),)
