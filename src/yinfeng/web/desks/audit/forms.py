"""The form of an incident of security."""

from django import forms
from django.db.models import QuerySet

from yinfeng.web.desks.audit.models import Incident
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.forms import Day


class IncidentForm(forms.Form):
    """What happened, whom it concerns, what was done."""

    unit = forms.ModelChoiceField(
        label="单位", queryset=OrgUnit.objects.none(), empty_label="请选择"
    )
    happened = forms.DateField(label="发生日期", widget=Day())
    kind = forms.ChoiceField(label="类别", choices=[("", "请选择"), *Incident.Kind.choices])
    persons = forms.IntegerField(
        label="涉及人数", min_value=0, max_value=10_000_000, initial=0, help_text="没有填0。"
    )
    says = forms.CharField(
        label="经过",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="不写个人信息和涉密内容。",
    )
    measures = forms.CharField(
        label="处置措施", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: object = None, *, units: QuerySet[OrgUnit]) -> None:
        super().__init__(data, label_suffix="")  # type: ignore[arg-type]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
