"""What is done to people and their posts: who makes an account does not give rights, and back."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from yinfeng.web.people.may import require
from yinfeng.web.people.models import OldPassword, OrgUnit, Post, User
from yinfeng.web.people.passwords import one_time_password
from yinfeng.web.people.roles import ADMINISTRATORS, Role
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


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
def close_account(user: User, *, by: User, reason: str) -> User:
    """The account of somebody who has left: it opens nothing any more, and stays on record."""
    require(by, "people.close", user.unit)
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if user == by:
        raise Refused("不能停用自己的账号。")
    if not user.is_active:
        raise Refused("这个账号已经停用。")
    user.is_active = False
    user.save(update_fields=["is_active"])
    record(by, "people.close", user, unit=user.unit, reason=reason)
    return user


@transaction.atomic
def reopen_account(user: User, *, by: User) -> str:
    """The account opens again, with a one-time password."""
    require(by, "people.reopen", user.unit)
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if user.is_active:
        raise Refused("这个账号正在使用，无需恢复。")
    password = one_time_password()
    OldPassword.objects.create(user=user, password=user.password)
    user.set_password(password)
    user.is_active = user.one_time = True
    user.password_set = timezone.now()
    user.save(update_fields=["is_active", "password", "one_time", "password_set"])
    record(by, "people.reopen", user, unit=user.unit)
    return password
