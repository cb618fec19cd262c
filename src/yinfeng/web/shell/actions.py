"""What is done to offices, people and passwords: each an action with its right and its event."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.utils import timezone

from yinfeng.web.people import paths
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OldPassword, OrgUnit, Post, User
from yinfeng.web.people.passwords import one_time_password
from yinfeng.web.people.roles import ADMINISTRATORS, Role
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_FIRST = (
    ("zhuren", "主任", Role.HEAD),
    ("system", "系统管理员", Role.SYSTEM),
    ("security", "安全管理员", Role.SECURITY),
    ("audit", "审计管理员", Role.AUDIT),
)


@transaction.atomic
def found_office(name: str, *, kind: str, today: date) -> dict[str, str]:
    """The first people of a new installation with their one-time passwords; empty if it has any."""
    if User.objects.exists():
        return {}
    office = _planted(name, kind, None)
    record(None, "people.found", office, unit=office, name=name)
    return dict(_first_people(office, today))


def _first_people(office: OrgUnit, today: date) -> Iterator[tuple[str, str]]:
    for username, name, role in _FIRST:
        password = one_time_password()
        user = User(username=username, name=name, unit=office)
        user.set_password(password)
        user.save(force_insert=True)
        Post.objects.create(user=user, unit=office, role=role, since=today)
        record(None, "people.add_user", user, unit=office, username=username, role=role)
        yield username, password


@transaction.atomic
def add_unit(name: str, *, by: User, kind: str, parent: OrgUnit) -> OrgUnit:
    """A new unit under *parent*."""
    require(by, "people.add_unit", parent)
    if OrgUnit.objects.filter(parent=parent, name=name).exists():
        raise Refused(f"{parent}下已有“{name}”。")
    unit = _planted(name, kind, parent)
    record(by, "people.add_unit", unit, unit=unit, name=name, kind=kind, path=unit.path)
    return unit


def _planted(name: str, kind: str, parent: OrgUnit | None) -> OrgUnit:
    if parent is not None:
        # Holding the parent keeps two new units from taking the same path.
        OrgUnit.objects.select_for_update(of=("self",)).get(pk=parent.pk)
    last = OrgUnit.objects.filter(parent=parent).order_by("path").last()
    number = paths.number(last.path) + 1 if last else 1
    path = paths.child(parent.path if parent else "", number)
    return OrgUnit.objects.create(name=name, kind=kind, parent=parent, path=path)


@transaction.atomic
def add_user(username: str, *, by: User, name: str, unit: OrgUnit) -> tuple[User, str]:
    """A new person, without any post, and the one-time password."""
    require(by, "people.add_user", unit)
    if User.objects.filter(username=username).exists():
        raise Refused(f"用户名“{username}”已被使用。")
    password = one_time_password()
    user = User(username=username, name=name, unit=unit)
    user.set_password(password)
    user.save(force_insert=True)
    record(by, "people.add_user", user, unit=unit, username=username, name=name)
    return user, password


@transaction.atomic
def reset_password(user: User, *, by: User) -> str:
    """A one-time password for whoever has forgotten the own one."""
    require(by, "people.reset_password", user.unit)
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if user == by:
        raise Refused("自己的密码请在“我的账号”里更换。")
    password = one_time_password()
    OldPassword.objects.create(user=user, password=user.password)
    user.set_password(password)
    user.one_time, user.password_set = True, timezone.now()
    user.save(update_fields=["password", "one_time", "password_set"])
    record(by, "people.reset_password", user, unit=user.unit)
    return password


@transaction.atomic
def give_post(user: User, *, by: User, unit: OrgUnit, role: Role, today: date) -> Post:
    """Let *user* hold *role* in *unit* from today."""
    require(by, "people.give_post", unit)
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    held = {Role(role) for role in user.posts.filter(until=None).values_list("role", flat=True)}
    if user == by:
        raise Refused("不能给自己授权。")
    if (role in ADMINISTRATORS and held - {role}) or held & (ADMINISTRATORS - {role}):
        raise Refused("三类管理员须由不同的人担任，且不兼业务岗位。")
    if user.posts.filter(unit=unit, role=role, until=None).exists():
        raise Refused(f"{user}已任{unit}{role.label}。")
    post = Post.objects.create(user=user, unit=unit, role=role, since=today)
    record(by, "people.give_post", post, unit=unit, user=user.username, role=role)
    return post


@transaction.atomic
def end_post(post: Post, *, by: User, today: date, reason: str) -> Post:
    """Take the post back, from today on."""
    require(by, "people.end_post", post.unit)
    post = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if post.until is not None:
        raise Refused("这项任职已经终止。")
    post.until = today
    post.save(update_fields=["until"])
    record(by, "people.end_post", post, unit=post.unit, reason=reason, until=today)
    return post


@transaction.atomic
def change_password(user: User, *, new: str) -> User:
    """Give the user the password of their own choice."""
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    OldPassword.objects.create(user=user, password=user.password)
    user.set_password(new)
    user.one_time, user.password_set = False, timezone.now()
    user.save(update_fields=["password", "one_time", "password_set"])
    record(user, "account.change_password", user, unit=user.unit)
    return user


@transaction.atomic
def note_sign_in(user: User, *, address: str) -> None:
    """Put a sign-in on the trail."""
    record(user, "account.sign_in", user, unit=user.unit, address=address)


@transaction.atomic
def note_sign_out(user: User) -> None:
    """Put a sign-out on the trail."""
    record(user, "account.sign_out", user, unit=user.unit)
