"""Forms of projects: they check what was typed, save nothing, and carry the version they showed."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.db.models import Model, QuerySet

from yinfeng.web.desks.projects.actions import MEASURES, Form
from yinfeng.web.desks.projects.fields import FIELDS, NAMES
from yinfeng.web.desks.projects.models import Project, ProjectFact, Seat
from yinfeng.web.desks.projects.rules import Rules
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.forms import Day
from yinfeng.web.store.models import Document, Fact

_LINES = {"rows": 3}
# What a person can look through in one list of choices.
_MOST = 100
_CHOSEN = {
    "kind": Project.Kind.choices,
    "nature": Project.Nature.choices,
    "level": Project.Level.choices,
}
_HELP = {
    "amount": "连同单位，如 3.2亿元、3000万美元。",
    "fixed": "不含土地出让金以外的流动资金，如 2.5亿元。",
    "land": "如 45亩；不需要供地的写“不需要”。",
    "plant": "如 标准厂房1.5万平方米。",
    "industry": "国民经济行业分类的代码或名称，如 34。",
    "investors": "几家的，用顿号隔开。",
    "comes_from": "投资方所在地，如 江苏苏州。",
}
_LONG = ("content",)


def day(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    """A day."""
    return forms.DateField(label=label, required=required, widget=Day(), help_text=help_text)


def words(label: str, longest: int, *, required: bool = True, **more: Any) -> forms.CharField:
    """One line of words."""
    return forms.CharField(label=label, max_length=longest, required=required, **more)


def text(label: str, longest: int = 1000, **more: Any) -> forms.CharField:
    """Some lines of words."""
    return words(label, longest, widget=forms.Textarea(attrs=_LINES), **more)


def why(label: str = "理由") -> forms.CharField:
    """A reason, which is compulsory."""
    return words(label, 500, error_messages={"required": "请写明理由。"})


def thing() -> forms.IntegerField:
    """Which of the project's things is meant."""
    return forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class ProjectForm(forms.Form):
    """What every form about one project has: the version that the person was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Any = None,
        *,
        project: Project,
        rules: Rules,
        user: User | None = None,
        ids: str = "id_%s",
    ) -> None:
        super().__init__(data, files, initial=self.first(project), label_suffix="", auto_id=ids)
        self.fit(project, rules, user)

    def first(self, project: Project) -> dict[str, Any]:
        """What stands in it at first."""
        return {"version": project.version}

    def fit(self, project: Project, rules: Rules, user: User | None) -> None:
        """Offer what this project has and these rules allow."""

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Let a field be chosen from these."""
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    def among(self, name: str, rows: QuerySet[Any]) -> None:
        """Let a field be one of these rows."""
        self.fields[name].queryset = rows  # type: ignore[attr-defined]

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in."""
        return {name: value for name, value in self.cleaned_data.items() if value is not None}


class RegisterForm(forms.Form):
    """A new project: what it is, how large, where, and how far it has got."""

    lng = forms.DecimalField(label="经度", required=False, max_digits=9, decimal_places=6)
    lat = forms.DecimalField(label="纬度", required=False, max_digits=8, decimal_places=6)
    gate = forms.ChoiceField(label="已到阶段", required=False)
    gate_day = day("到该阶段的日期", required=False)
    reason = words("确实不是同一个，理由", 300, required=False)

    def __init__(self, data: Any = None, *, rules: Rules, **more: Any) -> None:
        super().__init__(data, **more)
        own = {name: self.field_of(name) for name in NAMES}
        self.fields = {**own, **self.fields}
        stages = [(one.code, one.says) for one in rules.stages.stages]
        self.fields["gate"].choices = [("", "未载明"), *stages]  # type: ignore[attr-defined]

    @staticmethod
    def field_of(name: str) -> forms.Field:
        """The field in which one of the register's fields is typed."""
        label, is_must = FIELDS[name], name == "name"
        if name in _CHOSEN:
            choices = [("", "未定"), *_CHOSEN[name]]
            return forms.ChoiceField(label=label, required=False, choices=choices)
        longest: int = getattr(Project._meta.get_field(name), "max_length", 0)
        if name in _LONG:
            return text(label, longest, required=is_must)
        return words(label, longest, required=is_must, help_text=_HELP.get(name, ""))

    def clean(self) -> dict[str, Any]:
        """A stage has its day; a point has both its figures."""
        given = dict(super().clean() or {})
        if bool(given.get("gate")) != bool(given.get("gate_day")):
            self.add_error("gate_day", "已到阶段和日期要一起填写。")
        if (given.get("lng") is None) != (given.get("lat") is None):
            self.add_error("lat", "经度和纬度要一起填写。")
        return given

    @property
    def form(self) -> Form:
        """What was filled in, as the action takes it."""
        given = self.cleaned_data
        return Form(
            {name: given[name] for name in NAMES},
            lng=given["lng"],
            lat=given["lat"],
            gate=given["gate"],
            gate_day=given["gate_day"],
        )


class PlainForm(ProjectForm):
    """A doing that asks for nothing but a reason."""

    reason = why()


class CorrectForm(ProjectForm):
    """Another word for one field, and why."""

    field = forms.ChoiceField(label="更正哪一项", choices=list(FIELDS.items()))
    words = words("改为", 500, help_text="金额、面积连同单位；行业填代码或名称。")
    reason = why()


class ChooseForm(ProjectForm):
    """Which source stands, and why."""

    thing = thing()
    reason = why("采用这一处的理由")


class PlaceForm(ProjectForm):
    """Where the project lies, and the day of its ceremony."""

    lng = forms.DecimalField(label="经度", required=False, max_digits=9, decimal_places=6)
    lat = forms.DecimalField(label="纬度", required=False, max_digits=8, decimal_places=6)
    ceremony = day("开工仪式", required=False, help_text="仪式单独记，不作开工日期。")

    def first(self, project: Project) -> dict[str, Any]:
        """As it stands."""
        own = {"lng": project.lng, "lat": project.lat, "ceremony": project.ceremony}
        return {**super().first(project), **own}

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, empty or not."""
        return dict(self.cleaned_data)


class SeatForm(ProjectForm):
    """Who takes one of the five posts, from which day."""

    post = forms.ChoiceField(label="岗位", choices=Seat.Post.choices)
    person = forms.ModelChoiceField(User.objects.none(), label="本单位人员", required=False)
    body = forms.ModelChoiceField(OrgUnit.objects.none(), label="或单位", required=False)
    name = words("或姓名、单位名称", 60, required=False)
    title = words("职务", 80, required=False)
    phone = words("电话", 40, required=False)
    since = day("起始日期")

    def fit(self, project: Project, rules: Rules, user: User | None) -> None:  # noqa: ARG002
        """People and units of the project's own office."""
        people = User.objects.filter(unit__path__startswith=project.unit.path, is_active=True)
        self.among("person", people.order_by("name", "pk"))
        self.among("body", OrgUnit.objects.order_by("path"))


class EndSeatForm(ProjectForm):
    """When somebody left a post, and why."""

    thing = thing()
    until = day("离岗日期")
    reason = why("离岗原因")


class VisitForm(ProjectForm):
    """Who went to the site, what was found, what was solved."""

    day = day("走访日期")
    who = words("走访人", 120, required=False, help_text="不填即为挂钩领导。")
    says = text("情况")
    solved = words("解决的问题", 300, required=False)
    is_leader = forms.BooleanField(label="计入挂钩领导走访", required=False, initial=True)


class EnclaveForm(ProjectForm):
    """The terms of a project that lands elsewhere: what the sender has of each measure."""

    sender = words("飞出地", 80)
    receiver = words("飞入地", 80)
    since = day("起始日期")
    until = day("截止日期", required=False)
    basis = words("协议或文件", 200)

    def fit(self, project: Project, rules: Rules, user: User | None) -> None:  # noqa: ARG002
        """One share a measure; the receiver has the rest of the hundred."""
        for key, label in MEASURES.items():
            self.fields[key] = forms.IntegerField(
                label=f"飞出地{label}份额（%）", min_value=0, max_value=100, initial=50
            )

    @property
    def values(self) -> dict[str, Any]:
        """The shares in one."""
        given = super().values
        shares = {key: given.pop(key) for key in MEASURES}
        return {**given, "shares": shares}


class AttachForm(ProjectForm):
    """Which accepted fact of a paper tells of the project."""

    fact = forms.ModelChoiceField(Fact.objects.none(), label="已核实的事实")

    def fit(self, project: Project, rules: Rules, user: User | None) -> None:  # noqa: ARG002
        """The latest facts of projects and talks in the papers of the unit."""
        taken = ProjectFact.objects.filter(taken_off=None, project__unit=project.unit)
        facts = Fact.objects.filter(
            reading__document__unit=project.unit,
            reading__current_of__isnull=False,
            kind__in=("project", "engagement"),
            entries__decisions__isnull=False,
        ).exclude(pk__in=taken.values("fact"))
        latest = list(facts.order_by("-pk").values_list("pk", flat=True).distinct()[:_MOST])
        self.among("fact", Fact.objects.filter(pk__in=latest).order_by("-pk"))
        self.fields["fact"].label_from_instance = _fact_says  # type: ignore[attr-defined]


class DetachForm(ProjectForm):
    """Which fact does not tell of the project, and why."""

    thing = thing()
    reason = why("移出的理由")


def documents_of(project: Project) -> QuerySet[Document]:
    """The papers of the project's unit, the latest first."""
    own = Document.objects.filter(unit=project.unit).order_by("-pk")
    latest = list(own.values_list("pk", flat=True)[:_MOST])
    return Document.objects.filter(pk__in=latest).order_by("-pk")


def _fact_says(fact: Model) -> str:
    assert isinstance(fact, Fact)
    return fact.says[:60]
