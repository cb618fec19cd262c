"""What a password must be: ten characters, three classes of four, not the name, not a recent one.

The numbers are those of graded protection (GB/T 22239).
"""

import re
import secrets
import string

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from yinfeng.web.people.models import User

_LENGTH = 10
_KINDS = 3
_RECENT = 5
_CLASSES = (r"[a-z]", r"[A-Z]", r"[0-9]", r"[^A-Za-z0-9]")
# Without 0, O, 1, l and I, which are misread from a printed line.
_CLEAR = "".join(sorted(set(string.ascii_letters + string.digits) - set("0O1lI")))


def one_time_password() -> str:
    """A fresh password that meets the rules and can be read out aloud."""
    while True:
        groups = ("".join(secrets.choice(_CLEAR) for _ in range(4)) for _ in range(3))
        password = "-".join(groups)
        if _classes(password) == len(_CLASSES):
            return password


class LongEnough:
    """At least ten characters."""

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002
        """Refuse a short one."""
        if len(password) < _LENGTH:
            raise ValidationError(f"密码至少{_LENGTH}位。")

    def get_help_text(self) -> str:
        """What to do."""
        return f"至少{_LENGTH}位"


class ThreeClasses:
    """Three of: small letters, capitals, digits, signs."""

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002
        """Refuse one of fewer classes."""
        if _classes(password) < _KINDS:
            raise ValidationError("密码须含大写字母、小写字母、数字、符号中的三种。")

    def get_help_text(self) -> str:
        """What to do."""
        return "含大写字母、小写字母、数字、符号中的三种"


class NotCommon(CommonPasswordValidator):
    """None of the twenty thousand that everybody tries first."""

    def get_help_text(self) -> str:
        """What to do."""
        return "不用常见密码"


class NotTheName:
    """Not made of the user's own name."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Refuse one that holds the user name or the person's name."""
        names = (user.username, user.name) if user else ()
        if any(name and name.lower() in password.lower() for name in names):
            raise ValidationError("密码不能包含用户名或姓名。")

    def get_help_text(self) -> str:
        """What to do."""
        return "不含用户名或姓名"


class NotRecent:
    """None of the last five."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Refuse one that was used lately."""
        if user is None or user.pk is None:
            return
        old = user.old_passwords.order_by("-retired").values_list("password", flat=True)
        if any(check_password(password, one) for one in [user.password, *old[: _RECENT - 1]]):
            raise ValidationError(f"不能使用最近{_RECENT}次用过的密码。")

    def get_help_text(self) -> str:
        """What to do."""
        return f"不同于最近{_RECENT}次用过的密码"


def _classes(password: str) -> int:
    return sum(bool(re.search(kind, password)) for kind in _CLASSES)
