"""Forms of the staff desk; the units and people they offer are those of the administrator."""

from collections.abc import Mapping

from django import forms
from django.db.models import QuerySet

from yinfeng.web.people.models import Code, OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.forms import Day

_USERNAME = r"^[a-z][a-z0-9_.-]{1,39}$"


class _OfScope(forms.Form):
    """A form whose choices of units and people are those of somebody's scope."""

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        units: QuerySet[OrgUnit],
        people: QuerySet[User] | None = None,
    ) -> None:
        own = type(self).__name__.removesuffix("Form").lower()
        super().__init__(data, label_suffix="", auto_id=f"{own}_%s")
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = people if name == "user" else units


class UnitForm(_OfScope):
    """A unit under another."""

    name = forms.CharField(label="单位名称", max_length=80)
    kind = forms.ChoiceField(label="类别", choices=[("", "请选择"), *OrgUnit.Kind.choices])
    parent = forms.ModelChoiceField(
        label="上级单位", queryset=OrgUnit.objects.none(), empty_label="请选择"
    )


class UserForm(_OfScope):
    """A person in a unit."""

    username = forms.RegexField(
        _USERNAME,
        label="用户名",
        max_length=40,
        error_messages={"invalid": "用户名须以小写字母开头，只含小写字母、数字和 _ . -。"},
    )
    name = forms.CharField(label="姓名", max_length=40)
    unit = forms.ModelChoiceField(
        label="所在单位", queryset=OrgUnit.objects.none(), empty_label="请选择"
    )


class PostForm(_OfScope):
    """A role that a person is given in a unit."""

    user = forms.ModelChoiceField(label="人员", queryset=User.objects.none(), empty_label="请选择")
    unit = forms.ModelChoiceField(
        label="任职单位", queryset=OrgUnit.objects.none(), empty_label="请选择"
    )
    role = forms.TypedChoiceField(
        label="角色",
        choices=[("", "请选择"), *((role.value, role.label) for role in Role)],
        coerce=Role,
    )


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="理由", max_length=200, error_messages={"required": "请写明理由。"}
    )


class TieForm(_OfScope):
    """The account that an identity from outside is to open."""

    user = forms.ModelChoiceField(label="账号", queryset=User.objects.none())

    def __init__(self, data: Mapping[str, str], *, people: QuerySet[User]) -> None:
        super().__init__(data, units=OrgUnit.objects.none(), people=people)


class RenameForm(forms.Form):
    """The new name, and the paper that gives it."""

    name = forms.CharField(label="新名称", max_length=80)
    reason = forms.CharField(label="依据", max_length=200, help_text="批准更名的文件。")


class MoveForm(_OfScope):
    """The new parent, and the paper that says so."""

    parent = forms.ModelChoiceField(
        label="新的上级单位", queryset=OrgUnit.objects.none(), empty_label="请选择"
    )
    reason = forms.CharField(label="依据", max_length=200, help_text="批准调整的文件。")


class AliasForm(forms.Form):
    """Another name, and from when until when it is borne."""

    name = forms.CharField(label="名称", max_length=80, help_text="如“区街合一”的另一块牌子。")
    since = forms.DateField(label="起", widget=Day())
    until = forms.DateField(label="止（仍在使用不填）", widget=Day(), required=False)


class EndForm(forms.Form):
    """From when on a name is borne no longer."""

    until = forms.DateField(
        label="止", widget=Day(), error_messages={"required": "请写明停用日期。"}
    )


class CodeForm(forms.Form):
    """A code, who gives it, and from when until when it holds."""

    scheme = forms.ChoiceField(label="类别", choices=Code.Scheme.choices)
    code = forms.RegexField(
        r"^(\d{6}|\d{9}|\d{12}|[0-9A-HJ-NP-RT-UW-Y]{18})$",
        label="代码",
        max_length=18,
        error_messages={"invalid": "区划代码为6、9或12位数字，信用代码为18位。"},
    )
    since = forms.DateField(label="起", widget=Day())
    until = forms.DateField(label="止（仍在使用不填）", widget=Day(), required=False)
