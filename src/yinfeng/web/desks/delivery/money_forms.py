"""Forms of money, permits, delays and photos of a project; like all, they save nothing."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from yinfeng.web.desks.delivery.curves import suggested
from yinfeng.web.desks.delivery.forms import (
    ThingForm,
    day_field,
    file_field,
    offer,
    text,
    wan,
    words,
)
from yinfeng.web.desks.delivery.models import Month
from yinfeng.web.desks.delivery.rules import money_on
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import User

_WAN = Decimal(10_000)


class MonthForm(ThingForm):
    """A month as it is reported."""

    month = day_field("月份", help_text="选该月任一天")
    reported = wan("本月完成投资", required=False)
    revenue = wan("本月营业收入", required=False)
    built = forms.DecimalField(
        label="已动工面积占比（%）", required=False, min_value=0, max_value=100, decimal_places=2,
        help_text="已动工开发的用地占应动工用地的比例，累计数；不足三分之一又停工满一年的会提示。",
    )  # fmt: skip
    reason = words("更正理由", 200, required=False, help_text="已报过的才填")

    def first(self, thing: Any, today: date) -> dict[str, Any]:  # noqa: ARG002
        """This month."""
        return {"month": today.replace(day=1)}

    def fit(self, thing: Any, user: User, today: date) -> None:  # noqa: ARG002
        """That a month which statistics do not ask about may stay empty."""
        if silent := money_on(thing.unit, today).silent_says:
            self.fields["month"].help_text = f"选该月任一天；{silent}统计免报，没有数的不用填"


def _planned(project: Project, year: int) -> str:
    rows = Month.objects.standing().filter(project=project, month__year=year)
    told = dict(rows.exclude(planned=None).values_list("month__month", "planned"))
    if told:
        sums = [told.get(at, Decimal()) / _WAN for at in range(1, 13)]
    else:
        sums = suggested(project, year) or []
    return " ".join(f"{one:f}".rstrip("0").rstrip(".") if one % 1 else f"{one:.0f}" for one in sums)


class YearForm(ThingForm):
    """The plan of a year by month."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    sums = text(
        "各月计划（万元）",
        help_text="从1月起写12个数，用空格或换行隔开。没有定过的，先按倒排计划开工到投产的天数摊好，请核改。",
    )
    reason = words("调整理由", 200, required=False)

    def first(self, thing: Any, today: date) -> dict[str, Any]:
        """This year: as it was planned, else as the project's plan spreads its money."""
        return {"year": today.year, "sums": _planned(thing, today.year)}

    def clean_sums(self) -> dict[int, Any]:
        """Twelve sums."""
        found = str(self.cleaned_data["sums"]).replace("，", " ").replace(",", " ").split()
        if len(found) != 12:
            raise forms.ValidationError(f"要写12个数，现在是{len(found)}个。")
        try:
            return {
                at: forms.DecimalField(min_value=0).clean(one) for at, one in enumerate(found, 1)
            }
        except forms.ValidationError as error:
            raise forms.ValidationError("每个月要写一个不小于0的数。") from error


class RecogniseForm(ThingForm):
    """What is recognised, upon what."""

    recognised = wan("认定投资")
    says = words("认定依据", 200, help_text="如：发票12张、付款凭证、设备清单")
    file = file_field("凭证")
    reason = words("改认定数的理由", 200, required=False)


class FilingForm(ThingForm):
    """Sector, 入库, 入规."""

    sector = forms.ChoiceField(label="四上行业", required=False)
    entered = day_field("入库日期", required=False)
    code = words("入库编码", 40, required=False)
    scaled = day_field("入规日期", required=False)

    def first(self, thing: Any, today: date) -> dict[str, Any]:  # noqa: ARG002
        """As it stands."""
        there = getattr(thing, "filing", None)
        if there is None:
            return {}
        names = ("sector", "entered", "code", "scaled", "version")
        return {name: getattr(there, name) for name in names}

    def fit(self, thing: Any, user: User, today: date) -> None:  # noqa: ARG002
        """The sectors."""
        sectors = money_on(thing.unit, today).sectors
        offer(self, "sector", {key: one.says for key, one in sectors.items()}, blank=True)


class PermitForm(ThingForm):
    """How far a permit is."""

    is_needed = forms.BooleanField(label="需要办理", required=False)
    why_not = words("不需办理的理由", 200, required=False)
    applied = day_field("受理日期", required=False)
    granted = day_field("办结日期", required=False)
    paper = words("文号或证号", 80, required=False)
    file = file_field("证照")

    def first(self, thing: Any, today: date) -> dict[str, Any]:  # noqa: ARG002
        """As it stands."""
        names = ("is_needed", "why_not", "applied", "granted", "paper")
        return {name: getattr(thing, name) for name in names}


class DelayForm(ThingForm):
    """Days for which the government is to blame."""

    since = day_field("自")
    until = day_field("至", help_text="这些天从闲置土地的期限里扣除。")
    why = text("政府原因", 300, help_text="如：未按期交地、规划调整、文物勘探")
    paper = words("认定文件", 120, help_text="文件名称和文号")
    file = file_field("文件")


class PhotoForm(ThingForm):
    """A photo of the site."""

    file = file_field("照片", required=True, help_text="请传手机原图：时间和地点在照片里。")
    says = words("照片上是什么", 200)
    day = day_field("拍摄日期")
    place = words("地点", 120, required=False)

    def first(self, thing: Any, today: date) -> dict[str, Any]:  # noqa: ARG002
        """Today."""
        return {"day": today}
