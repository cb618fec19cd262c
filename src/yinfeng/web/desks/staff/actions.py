"""Accounts as this desk opens and closes them: whoever has one is found by name."""

from django.db import transaction

from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.search.actions import put
from yinfeng.web.shell import actions


@transaction.atomic
def add_user(username: str, *, by: User, name: str, unit: OrgUnit) -> tuple[User, str]:
    """The new user and the one-time password."""
    user, password = actions.add_user(username, by=by, name=name, unit=unit)
    put(user)
    return user, password


@transaction.atomic
def close_account(user: User, *, by: User, reason: str) -> User:
    """The user, who can sign in no more and is not found any more."""
    closed = actions.close_account(user, by=by, reason=reason)
    put(closed)
    return closed


@transaction.atomic
def reopen_account(user: User, *, by: User) -> str:
    """The one-time password with which the user may come again."""
    password = actions.reopen_account(user, by=by)
    put(User.objects.select_related("unit").get(pk=user.pk))
    return password
