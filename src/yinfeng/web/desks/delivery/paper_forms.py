"""Forms of meetings, what was agreed in them, and the sheets of superiors; they save nothing."""

from datetime import date
from typing import Any

from django import forms

from yinfeng.web.desks.delivery.forms import (
    ThingForm,
    day_field,
    file_field,
    people_of,
    text,
    words,
)
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import User


class MeetingForm(ThingForm):
    """Who was there and what the meeting asked for."""

    title = words("会议名称", 80)
    chair = words("主持人", 60)
    place = words("地点", 80, required=False)
    recorder = words("记录人", 60, required=False)
    present = text("出席", 1000, required=False)
    absent = text("请假", 500, required=False)
    words = text("会议要求", 3000, required=False, help_text="一行一条，写进纪要")

    def first(self, thing: Any, today: date) -> dict[str, Any]:  # noqa: ARG002
        """As it stands."""
        names = ("title", "chair", "place", "recorder", "present", "absent", "words")
        return {name: getattr(thing, name) for name in names}


class CallForm(forms.Form):
    """A new meeting."""

    title = words("会议名称", 80, initial="重大项目周例会")
    day = day_field("日期")
    chair = words("主持人", 60)
    place = words("地点", 80, required=False)


class DecideForm(ThingForm):
    """One decision as a task."""

    says = text("议定事项", 300, help_text="以动词开头，如：协调、完成、报送")
    project = forms.ModelChoiceField(Project.objects.none(), label="项目", required=False)
    owner = words("责任单位（人）", 80)
    person = forms.ModelChoiceField(User.objects.none(), label="系统内责任人", required=False)
    due = day_field("完成期限")
    measure = words("完成标准", 200, required=False)

    def fit(self, thing: Any, user: User, today: date) -> None:
        """The projects and people of the office."""
        open_ = Project.objects.visible_to(user).open().filter(unit=thing.unit)
        self.fields["project"].queryset = open_.order_by("-pk")  # type: ignore[attr-defined]
        people = people_of(thing.unit, "delivery.task", today)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class ResultForm(ThingForm):
    """What came of a task."""

    result = text("结果")
    file = file_field("佐证")


class ConfirmForm(ThingForm):
    """Whether a task is done."""

    done = forms.TypedChoiceField(
        label="意见",
        choices=(("yes", "确认完成"), ("no", "没有完成，退回")),
        coerce=lambda one: one == "yes",
    )
    says = words("说明", 300, required=False)


class SheetForm(forms.Form):
    """A form of the superior and the table of its cells."""

    name = words("表名", 80)
    file = file_field("空表（.xlsx 或 .xlsm）", help_text="换新版时不传，就沿用原来的空表。")
    cells = forms.CharField(
        label="填报对应",
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
    )


class FillForm(ThingForm):
    """For which days a form is filled."""

    first_day = day_field("自")
    last_day = day_field("至")

    def first(self, thing: Any, today: date) -> dict[str, Any]:  # noqa: ARG002
        """This year so far."""
        return {"first_day": today.replace(month=1, day=1), "last_day": today}
