"""The box of search in the head of every page, for whoever may use it."""

from collections.abc import Mapping

from django.http import HttpRequest

from yinfeng.web.people.may import may
from yinfeng.web.people.models import User


def box(request: HttpRequest) -> Mapping[str, bool]:
    """Whether the page shows the box."""
    return {"may_search": isinstance(request.user, User) and may(request.user, "search.use")}
