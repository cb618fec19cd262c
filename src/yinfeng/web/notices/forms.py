"""Forms of notices: how one wants to be told, and the robots of group chats."""

from django import forms
from django.db.models import QuerySet

from yinfeng.web.notices.models import Wish
from yinfeng.web.people.models import OrgUnit

_ROBOTS = ("wecombot://", "dingtalk://", "feishu://", "lark://")


class WishForm(forms.ModelForm):  # type: ignore[type-arg]
    """One's own mail and when it is sent."""

    class Meta:
        model = Wish
        fields = ("mail", "when")


class RobotForm(forms.Form):
    """A robot: whose notices go to it, and its address."""

    unit = forms.ModelChoiceField(label="单位", queryset=OrgUnit.objects.none())
    name = forms.CharField(label="群名称", max_length=40)
    address = forms.CharField(
        label="机器人地址",
        max_length=300,
        help_text=(
            "企业微信写 wecombot://密钥，钉钉写 dingtalk://加签密钥@令牌，飞书写 feishu://令牌。"
        ),
    )

    def __init__(self, data: object = None, *, units: "QuerySet[OrgUnit]") -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    def clean_address(self) -> str:
        """The address, of one of the three kinds: nothing else is ever called."""
        address: str = self.cleaned_data["address"].strip()
        if not address.startswith(_ROBOTS):
            raise forms.ValidationError("地址要以 wecombot://、dingtalk:// 或 feishu:// 开头。")
        return address
