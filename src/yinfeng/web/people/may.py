"""Whether a person may do a thing here: by the table of rights, the posts and the tree.

A post carries its role into the unit and everything below it. So a right is asked for with the
unit of the thing: the county reads a town's papers and does not decide on them.
"""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone

from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.paths import STEP, after, is_under
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import ADMINISTRATORS, Role

# Of more units than these a database is asked by their place in the tree.
FEW = 60


def may(user: User, action: str, unit: OrgUnit | None = None) -> bool:
    """Whether the user may do the action in *unit*, or, without one, anywhere at all."""
    tops = paths_where(user, action)
    return any(unit is None or is_under(unit.path, top) for top in tops)


def require(user: User, action: str, unit: OrgUnit | None = None) -> None:
    """Raise PermissionDenied where the user may not."""
    if not may(user, action, unit):
        raise PermissionDenied(f"{user.username} may not {action}")


def paths_where(user: User, action: str) -> frozenset[str]:
    """The tops of the tree below which the user may do the action."""
    roles = MAY[action]
    return frozenset(path for role, path in _posts(user) if role in roles)


def must_have_factor(user: User) -> bool:
    """Whether the house asks the user for a second factor: of everyone, or of administrators."""
    asked = settings.SECOND_FACTOR
    if asked == "administrators":
        return any(role in ADMINISTRATORS for role, _ in _posts(user))
    return bool(asked == "everyone")


def is_at_the_top(user: User, action: str) -> bool:
    """Whether the user may do the action in the whole house."""
    return any(len(path) == STEP for path in paths_where(user, action))


def in_scope(user: User, action: str, unit: str = "unit") -> Q:
    """The one predicate of scope: things whose *unit* lies where the user may do the action.

    Units themselves are asked for with an empty *unit*.
    """
    tops = paths_where(user, action)
    below = Q(pk__in=())
    for top in tops:
        below |= Q(path__gte=top, path__lt=after(top))
    if not unit or not tops:
        return below
    # Asked for by their keys, not by a join: a database that begins with the few units of a county
    # would go through everything that those have ever had.
    few = few_units(user, action)
    return Q(**{f"{unit}__in": OrgUnit.objects.filter(below).values("pk") if few is None else few})


def few_units(user: User, action: str) -> tuple[int, ...] | None:
    """The units in which the user may do the action where these are few, asked for once a request.

    A question that names them is made and planned faster than one that looks for them.
    """
    return _few(user, paths_where(user, action))


def posts_of(user: User) -> frozenset[tuple[Role, str]]:
    """The roles that the user has today, each with the top of its part of the tree."""
    return frozenset(_posts(user))


def few_units_of(user: User) -> tuple[int, ...] | None:
    """The units in which the user may do anything at all, where these are few."""
    return _few(user, frozenset(path for _, path in _posts(user)))


def _few(user: User, tops: frozenset[str]) -> tuple[int, ...] | None:
    known: dict[frozenset[str], tuple[int, ...] | None] = user.__dict__.setdefault("_few", {})
    if tops not in known:
        below = reduce(or_, (Q(path__gte=top, path__lt=after(top)) for top in tops), Q(pk__in=()))
        found = tuple(OrgUnit.objects.filter(below).values_list("pk", flat=True)[: FEW + 1])
        known[tops] = found if len(found) <= FEW else None
    return known[tops]


def _posts(user: User) -> tuple[tuple[Role, str], ...]:
    """The user's posts today, asked for once in the life of the object: once a request."""
    held: tuple[tuple[Role, str], ...] | None = getattr(user, "_held", None)
    if held is None:
        held = tuple(_held(user))
        user._held = held  # type: ignore[attr-defined]
    return held


def _held(user: User) -> Iterator[tuple[Role, str]]:
    if user.is_active:
        posts = Post.objects.on(timezone.localdate()).filter(user=user).select_related("unit")
        yield from ((Role(post.role), post.unit.path) for post in posts)
