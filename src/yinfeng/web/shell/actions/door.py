"""What a person does at the door: signs in and out, changes the password, keeps a second factor.

A person whom another directory knows opens nothing here until the security administrator ties
that identity to an account by hand: neither units nor roles come from outside.
"""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from yinfeng.web.people.may import must_have_factor, require
from yinfeng.web.people.models import Factor, OldPassword, Outside, RecoveryCode, User
from yinfeng.web.people.sealing import digest, sealed
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.ways import factors

_CODES = 10
_GROUP = 5
# Without 0, O, 1, I and L, which are misread from paper.
_CLEAR = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


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
def note_sign_in(user: User, *, address: str, way: str, has_factor: bool) -> None:
    """Put a sign-in on the trail: from where, by which way, with or without a second factor."""
    record(
        user,
        "account.sign_in",
        user,
        unit=user.unit,
        address=address,
        way=way,
        has_factor=has_factor,
    )


@transaction.atomic
def note_sign_out(user: User) -> None:
    """Put a sign-out on the trail."""
    record(user, "account.sign_out", user, unit=user.unit)


@transaction.atomic
def begin_factor(user: User) -> str:
    """The secret for the telephone; nothing is asked of the person until a code confirms it."""
    factor = Factor.objects.select_for_update().filter(user=user).first()
    if factor is not None and factor.since is not None:
        raise Refused("双因素登录已经启用。要换手机的，请先停用。")
    if factor is not None:
        return factors.secret_of(factor)
    secret = factors.fresh_secret()
    Factor.objects.create(user=user, secret=sealed(secret))
    return secret


@transaction.atomic
def confirm_factor(user: User, *, code: str, now: datetime) -> list[str]:
    """From now on the code is asked for; the recovery codes, told this once."""
    factor = Factor.objects.select_for_update().filter(user=user, since=None).first()
    if factor is None:
        raise Refused("请先扫描二维码。")
    step = factors.step_of(factor, code, now)
    if step is None:
        raise Refused("验证码不对。请核对手机时间后，输入最新的六位数字。")
    factor.since, factor.step = now, step
    factor.save(update_fields=["since", "step"])
    codes = _fresh_codes(user)
    record(user, "account.begin_factor", user, unit=user.unit)
    return codes


@transaction.atomic
def passes_factor(user: User, *, code: str, now: datetime) -> bool:
    """Whether the code opens: one of the telephone not taken before, or an unused recovery code."""
    factor = Factor.objects.select_for_update().get(user=user)
    step = factors.step_of(factor, code, now)
    if step is not None:
        factor.step = step
        factor.save(update_fields=["step"])
        return True
    kept = digest(code.strip().upper().replace("-", ""))
    spare = RecoveryCode.objects.select_for_update().filter(user=user, digest=kept, used=None)
    found = spare.first()
    if found is None:
        return False
    found.used = now
    found.save(update_fields=["used"])
    left = user.recovery_codes.filter(used=None).count()
    record(user, "account.use_recovery_code", user, unit=user.unit, left=left)
    return True


@transaction.atomic
def renew_recovery_codes(user: User, *, code: str, now: datetime) -> list[str]:
    """Fresh recovery codes in place of the old ones, told this once."""
    _asked_again(user, code, now)
    codes = _fresh_codes(user)
    record(user, "account.renew_recovery_codes", user, unit=user.unit)
    return codes


@transaction.atomic
def end_factor(user: User, *, code: str, now: datetime) -> None:
    """The person does without a second factor, where that is allowed."""
    if must_have_factor(user):
        raise Refused("按本单位规定，您的账号必须使用双因素登录。换手机请找安全管理员。")
    _asked_again(user, code, now)
    _without_factor(user)
    record(user, "account.end_factor", user, unit=user.unit)


@transaction.atomic
def drop_factor(user: User, *, by: User, reason: str) -> None:
    """Let somebody who has lost telephone and codes in again, to set up another telephone."""
    require(by, "people.drop_factor", user.unit)
    if user == by:
        raise Refused("自己的双因素登录请在“我的账号”里停用。")
    if not Factor.objects.select_for_update().filter(user=user).exists():
        raise Refused("这个账号没有启用双因素登录。")
    _without_factor(user)
    record(by, "people.drop_factor", user, unit=user.unit, reason=reason)


def _asked_again(user: User, code: str, now: datetime) -> None:
    if not Factor.objects.filter(user=user).exclude(since=None).exists():
        raise Refused("双因素登录还没有启用。")
    if not passes_factor(user, code=code, now=now):
        raise Refused("验证码不对。")


def _without_factor(user: User) -> None:
    Factor.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()


def _fresh_codes(user: User) -> list[str]:
    RecoveryCode.objects.filter(user=user).delete()
    letters = (("".join(secrets.choice(_CLEAR) for _ in range(_GROUP * 3))) for _ in range(_CODES))
    codes = list(letters)
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=digest(one)) for one in codes)
    return ["-".join(one[at : at + _GROUP] for at in range(0, len(one), _GROUP)) for one in codes]


@transaction.atomic
def note_outside(source: str, subject: str, *, name: str) -> Outside:
    """The person as the directory knows the person, noted at the first time."""
    found = Outside.objects.select_related("user__unit").filter(source=source, subject=subject)
    known = found.first()
    if known is None:
        known = Outside.objects.create(source=source, subject=subject, name=name[:80])
        record(None, "account.outside", known, source=source, subject=subject)
    return known


@transaction.atomic
def tie(outside: Outside, *, by: User, user: User) -> Outside:
    """Let the identity from outside open this account."""
    require(by, "people.tie", user.unit)
    outside = Outside.objects.select_for_update(of=("self",)).get(pk=outside.pk)
    if outside.user_id is not None:
        raise Refused("这个外部身份已经绑定账号，请先解除。")
    if user == by:
        raise Refused("不能给自己绑定，请由另一位安全管理员办理。")
    outside.user = user
    outside.save(update_fields=["user"])
    record(by, "people.tie", outside, unit=user.unit, user=user.username)
    return outside


@transaction.atomic
def untie(outside: Outside, *, by: User, reason: str) -> Outside:
    """The identity from outside opens nothing any more."""
    outside = Outside.objects.select_for_update(of=("self",)).get(pk=outside.pk)
    if outside.user is None:
        raise Refused("这个外部身份没有绑定账号。")
    user, outside.user = outside.user, None
    require(by, "people.untie", user.unit)
    outside.save(update_fields=["user"])
    was = {"user": user.username}
    record(by, "people.untie", outside, unit=user.unit, before=was, reason=reason)
    return outside
