"""Forms of the staff desk; the units and people they offer are those of the administrator."""

from collections.abc import Mapping

from django import forms
from django.db.models import QuerySet

from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

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
        super().__init__(data, label_suffix="")
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = people if name == "user" else units


class UnitForm(_OfScope):
    """A unit under another."""

    name = forms.CharField(label="单位名称", max_length=80)
    kind = forms.ChoiceField(label="类别", choices=OrgUnit.Kind.choices)
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
        label="角色", choices=[(role.value, role.label) for role in Role], coerce=Role
    )


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="理由", max_length=200, error_messages={"required": "请写明理由。"}
    )
