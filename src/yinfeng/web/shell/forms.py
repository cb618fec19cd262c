"""Forms of the door: signing in, a code, a password, a token for a program; how a day is asked."""

from django import forms
from django.contrib.auth import password_validation

from yinfeng.web.people.models import User
from yinfeng.web.people.scopes import title_of
from yinfeng.web.shell.actions.tokens import LONGEST_DAYS


class Day(forms.DateInput):
    """The browser's own calendar, which wants a day written 2026-03-18 whatever the language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class SignInForm(forms.Form):
    """A name and a password."""

    username = forms.CharField(
        label="用户名",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label="密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    """Six digits of the telephone, or a recovery code."""

    code = forms.CharField(
        label="验证码",
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "text", "autofocus": True}
        ),
        error_messages={"required": "请输入验证码。"},
    )


class TokenForm(forms.Form):
    """What a token is for, how long it holds, and what it opens."""

    name = forms.CharField(
        label="用途",
        max_length=80,
        help_text="写明哪个系统用它做什么。",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    days = forms.IntegerField(
        label="有效天数", min_value=1, max_value=LONGEST_DAYS, initial=90, help_text="最长365天。"
    )
    scopes = forms.MultipleChoiceField(
        label="范围",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少选一项范围。"},
    )

    def __init__(self, data: object = None, *, scopes: tuple[str, ...]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        choices = [(one, title_of(one)) for one in scopes]
        self.fields["scopes"].choices = choices  # type: ignore[attr-defined]


class PasswordForm(forms.Form):
    """The password that stands, and the new one twice."""

    old = forms.CharField(
        label="现用密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    new = forms.CharField(
        label="新密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="；".join(password_validation.password_validators_help_texts()) + "。",
    )
    again = forms.CharField(
        label="再输一遍新密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: object = None, *, user: User) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self._user = user

    def clean_old(self) -> str:
        """The old password, which must be right."""
        old: str = self.cleaned_data["old"]
        if not self._user.check_password(old):
            raise forms.ValidationError("现用密码不对。")
        return old

    def clean_new(self) -> str:
        """The new password, which must meet the rules."""
        new: str = self.cleaned_data["new"]
        password_validation.validate_password(new, self._user)
        return new

    def clean_again(self) -> str:
        """The repetition, which must be the same."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("new", again):
            raise forms.ValidationError("两次输入的新密码不一样。")
        return again
