"""Forms of delivery: they check what was typed, save nothing, and carry the version shown."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from yinfeng.lexicon.lights import SCHEMES, scheme
from yinfeng.web.desks.delivery.models import Problem
from yinfeng.web.desks.delivery.rules import problems_on
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.paths import line_of
from yinfeng.web.people.rights import MAY
from yinfeng.web.shell.forms import Day
from yinfeng.web.shell.rule_pages import RulesForm


def day_field(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    """A day, asked with the browser's calendar."""
    return forms.DateField(label=label, required=required, widget=Day(), help_text=help_text)


def words(label: str, longest: int, *, required: bool = True, **more: Any) -> forms.CharField:
    """A line of words."""
    return forms.CharField(label=label, max_length=longest, required=required, **more)


def text(label: str, longest: int = 500, **more: Any) -> forms.CharField:
    """Some lines of words."""
    return words(label, longest, widget=forms.Textarea(attrs={"rows": 3}), **more)


def wan(label: str, *, required: bool = True) -> forms.DecimalField:
    """A sum in 万元."""
    return forms.DecimalField(
        label=f"{label}（万元）", required=required, max_digits=14, decimal_places=6, min_value=0
    )


def file_field(label: str, *, required: bool = False, help_text: str = "") -> forms.FileField:
    """A file."""
    return forms.FileField(label=label, required=required, help_text=help_text)


class ThingForm(forms.Form):
    """What every form about one thing has: the version that the person was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any = None, files: Any = None, *, thing: Any, user: User, today: date, ids: str
    ) -> None:
        first = {"version": getattr(thing, "version", None), **self.first(thing, today)}
        super().__init__(data, files, initial=first, label_suffix="", auto_id=ids)
        self.fit(thing, user, today)

    def first(self, thing: Any, today: date) -> dict[str, Any]:  # noqa: ARG002
        """What stands in it at first."""
        return {}

    def fit(self, thing: Any, user: User, today: date) -> None:
        """Offer what there is to choose from."""

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in; a file as its name and bytes."""
        found = {}
        for name, value in self.cleaned_data.items():
            if name == "version" and value is None:
                continue
            found[name] = _read(value) if isinstance(value, UploadedFile) else value
        return found


def _read(file: Any) -> tuple[str, bytes]:
    return (file.name or "附件", b"".join(file.chunks()))


def people_of(unit: OrgUnit, right: str, today: date) -> Any:
    """Who may do this in a unit."""
    held = Post.objects.on(today).filter(unit__path__in=line_of(unit.path), role__in=MAY[right])
    return User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name", "pk")


class ReasonForm(ThingForm):
    """Why."""

    reason = words("理由", 300)


class WhyForm(ThingForm):
    """Why, where the action calls it so."""

    why = text("理由")


class RegisterForm(forms.Form):
    """A new problem."""

    project = forms.ModelChoiceField(Project.objects.none(), label="项目")
    kind = forms.ChoiceField(label="类型")
    severity = forms.ChoiceField(label="难易")
    text = text("问题", help_text="写清卡在哪个环节、影响哪个节点。")
    found_on = day_field("发现日期")
    found_by = words("发现人", 60, required=False)
    found_at = words("发现场合", 80, required=False, help_text="如：现场走访、周例会、企业反映")
    batch = forms.IntegerField(label="批次", required=False, min_value=1, max_value=999)

    def __init__(self, data: Any = None, *, user: User, today: date, project: str = "") -> None:
        first = {"found_on": today, "found_by": user.name, "project": project}
        super().__init__(data, initial=first, label_suffix="")
        open_ = Project.objects.visible_to(user).open().filter(in_scope(user, "delivery.register"))
        self.fields["project"].queryset = open_.order_by("-pk")  # type: ignore[attr-defined]
        rules = problems_on(user.unit, today)
        offer(self, "kind", rules.kinds)
        offer(self, "severity", {key: _term(one) for key, one in rules.severities.items()})


def _term(one: Any) -> str:
    kind = "个工作日" if one.term.working else "天"
    return f"{one.says}（{one.term.days}{kind}）"


def offer(form: forms.Form, name: str, choices: Mapping[str, str], *, blank: bool = False) -> None:
    """Let a field offer these."""
    field: Any = form.fields[name]
    field.choices = [*([("", "—")] if blank else []), *choices.items()]


class AssignForm(ThingForm):
    """Whose a problem is, and by when."""

    owner = words("责任单位", 60)
    owner_unit = forms.ModelChoiceField(
        OrgUnit.objects.none(), label="系统内单位", required=False, help_text="没有的可不选"
    )
    handler = forms.ModelChoiceField(User.objects.none(), label="责任人", required=False)
    promised = day_field("承诺办结日期", required=False, help_text="不填按难易程度的期限。")
    measures = text("措施", required=False)
    co_owners = words("配合单位", 200, required=False)

    def first(self, thing: Problem, today: date) -> dict[str, Any]:  # noqa: ARG002
        """As it stands."""
        return {"owner": thing.owner, "owner_unit": thing.owner_unit_id, "measures": thing.measures}

    def fit(self, thing: Problem, user: User, today: date) -> None:  # noqa: ARG002
        """The people of the office, the units around it."""
        people = people_of(thing.unit, "delivery.handle", today)
        self.fields["handler"].queryset = people  # type: ignore[attr-defined]
        top = thing.unit.path[: len(thing.unit.path) - 4] or thing.unit.path
        units = OrgUnit.objects.filter(path__startswith=top).order_by("path")
        self.fields["owner_unit"].queryset = units  # type: ignore[attr-defined]


class SaysForm(ThingForm):
    """What was done, with a file where there is one."""

    says = text("情况")
    file = file_field("佐证")


class LaterForm(ThingForm):
    """A later day, and why."""

    until = day_field("延期至")
    why = text("理由")


class RulingForm(ThingForm):
    """Yes or no."""

    granted = forms.TypedChoiceField(
        label="意见", choices=(("yes", "同意"), ("no", "不同意")), coerce=lambda one: one == "yes"
    )
    says = words("说明", 300, required=False)


class ProofForm(ThingForm):
    """How it was solved, and the file that shows it."""

    says = text("怎样解决的")
    file = file_field("佐证", required=True, help_text="现场照片、批文、会议纪要等")


class FirmForm(ThingForm):
    """The firm's word."""

    agrees = forms.TypedChoiceField(
        label="企业意见",
        choices=(("yes", "确认已解决"), ("no", "不认可")),
        coerce=lambda one: one == "yes",
    )
    who = words("企业方确认人", 60)
    says = words("企业的话", 300, required=False)


class VerifyForm(ThingForm):
    """What a person from outside saw."""

    solved = forms.TypedChoiceField(
        label="核验结论",
        choices=(("yes", "已解决，销号"), ("no", "没有解决，退回")),
        coerce=lambda one: one == "yes",
    )
    says = text("核验看到的情况")
    file = file_field("核验照片或材料")


class EscalateForm(ThingForm):
    """To which level, and why."""

    to = forms.ChoiceField(label="提至", required=False)
    why = text("理由")

    def fit(self, thing: Problem, user: User, today: date) -> None:  # noqa: ARG002
        """The levels above."""
        levels = problems_on(thing.unit, today).levels
        keys = [one.key for one in levels]
        at = keys.index(thing.level) if thing.level in keys else -1
        offer(self, "to", {one.key: one.says for one in levels[at + 1 :]})


class PlainForm(ThingForm):
    """Nothing but the button."""


class DeliveryRulesForm(RulesForm):
    """A file of the office; of lights, over which scheme of the house."""

    scheme = forms.ChoiceField(
        label="亮灯办法",
        required=False,
        choices=[("", "—"), *((key, scheme(key).title) for key in SCHEMES)],
        help_text="只在“亮灯”时选",
    )
