"""The units and people that an administrator has before them."""

from django.db.models import Q, QuerySet

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, Outside, Token, User
from yinfeng.web.shell.doors import DeskRequest


def units_of(request: DeskRequest) -> QuerySet[OrgUnit]:
    """The units of the administrator's part of the tree, each after the one above it."""
    return OrgUnit.objects.filter(in_scope(request.user, "people.read", "")).order_by("path")


def people_of(request: DeskRequest) -> QuerySet[User]:
    """The people whose place is in those units."""
    people = User.objects.filter(in_scope(request.user, "people.read"))
    return people.order_by("unit__path", "username")


def tokens_of(request: DeskRequest) -> QuerySet[Token]:
    """Their tokens."""
    return Token.objects.filter(in_scope(request.user, "people.read", "user__unit"))


def outside_of(request: DeskRequest) -> QuerySet[Outside]:
    """Identities from outside: those tied to their accounts, and those that nobody has tied."""
    theirs = in_scope(request.user, "people.read", "user__unit")
    return Outside.objects.filter(theirs | Q(user=None)).select_related("user__unit")
