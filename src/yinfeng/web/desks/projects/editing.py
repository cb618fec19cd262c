"""What of projects sheets and bulk edits fill: the register, and the days of gates.

A sheet registers projects as a person does, with a signed form each and its gates as 自报. Of a
project that stands it changes only what is no telling; figures and gates are put right one by one.
"""

import hashlib
import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.utils import timezone

from yinfeng.web.desks.projects.actions import begin_imported
from yinfeng.web.desks.projects.fields import AREAS, FIELDS, MONEY, NAMES, columns
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.lists.editing import Editing
from yinfeng.web.lists.importing.headings import says_nothing
from yinfeng.web.lists.slots import DaySlot, Slot, Unreadable
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused

Precision = Passage.Precision
_MONTH = re.compile(
    r"(?P<year>[12]\d{3}|\d{2}(?=年))\s*[-/.年]\s*(?P<month>\d{1,2})"
    r"(?:月(?:份|初|上旬|(?P<part>底|末|[中下]旬))?)?"
)
# A number that a sheet has cut: 2025.10 typed as a number stands there as 2025.1.
_CUT = re.compile(r"\d{4}\.1")
# A gate that lies ahead (未开工, 尚未签约, 待摘牌), and one that was passed nobody says when.
_AHEAD = re.compile(r"(?:暂|尚|还)?(?:未|没有?|不)|(?:待|拟|计划|预计|筹备|正在)(?!.*\d)")
_PASSED = re.compile(r"(?:已|是|√|完成|有)[^\d]{0,8}")
_SPAN = re.compile(
    r"(?P<year>[12]\d{3})年{0,2}"
    r"(?:(?P<half>[上下])半年|第?(?P<quarter>[1-4])季度|(?P<end>底|末)|初)?"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CENTURY, _LAST_MONTH = 2000, 12
_HALF, _QUARTER = 6, 3
# The day on which a part of a month begins; its end (底, 末) is its last day.
_PARTS = {"中旬": 11, "下旬": 21}
_OWN = ("lng", "lat", "ceremony")
_GATE = "gate_"
_CALLED = {
    "A2": ("签约日期", "签约时间", "签约"),
    "R1": ("注册日期", "注册时间", "备案日期", "公司注册"),
    "D1": ("供地日期", "供地时间", "摘牌日期", "拿地时间"),
    "C1": ("开工日期", "开工时间", "开工"),
    "C3": ("竣工日期", "竣工时间", "竣工"),
    "O1": ("投产日期", "投产时间", "投产"),
    "O3": ("达产日期", "达产时间", "达产"),
    "N1": ("洽谈日期", "洽谈时间", "首次洽谈", "在谈时间"),
}


class GateDay(NamedTuple):
    """The day of a gate as a sheet tells it, and how well."""

    day: date
    precision: str

    def __str__(self) -> str:
        looks = {Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y年"}
        return f"{self.day:{looks.get(Precision(self.precision), '%Y-%m-%d')}}"


@dataclass(frozen=True, kw_only=True)
class GateSlot(Slot):
    """The day on which a gate was passed: a day, or a month."""

    gate: str

    def read(self, words: str) -> object:
        """The day that the words say, or the month, or the year."""
        plain = unicodedata.normalize("NFKC", words).replace(" ", "").translate(_DIGITS)
        if _AHEAD.match(plain) or says_nothing(words):
            return None
        if _PASSED.fullmatch(plain):
            raise Unreadable(f"“{words}”没有说哪一天，请写日期；不知道的留空，登记后在项目页上报")
        if _CUT.fullmatch(plain):
            year = plain[:4]
            raise Unreadable(f"“{words}”可能是1月，也可能是10月，请写成{year}年1月或{year}年10月")
        if month := _MONTH.fullmatch(plain):
            told, reached = self._of_month(month)
        elif span := _SPAN.fullmatch(plain):
            told, reached = GateDay(date(int(span["year"]), 1, 1), Precision.YEAR), _end(span)
        else:
            day = DaySlot(name=self.name, label=self.label).read(words)
            assert isinstance(day, date)
            told, reached = GateDay(day, Precision.DAY), day
        if reached > timezone.localdate():
            raise Unreadable("还没有到的日期不是节点，请留空")
        return told

    def _of_month(self, month: re.Match[str]) -> tuple["GateDay", date]:
        """The month, and the day from which it can have been passed: of 月底 the last one."""
        year, number = int(month["year"]), int(month["month"])
        if not 1 <= number <= _LAST_MONTH:
            raise Unreadable("没有这个月份")
        first = date(year if len(month["year"]) > len("26") else year + _CENTURY, number, 1)
        last = monthrange(first.year, number)[1]
        part = _PARTS.get(month["part"], last) if month["part"] else 1
        return GateDay(first, Precision.MONTH), first.replace(day=part)

    def says(self, value: object) -> str:
        """The day or the month."""
        return str(value) if value else ""

    def held(self, record: Any) -> object:
        """What stands of the gate."""
        known = _standing(record, self.gate) if record.pk else None
        return GateDay(known.day, known.precision) if known and known.day else None


def _end(span: re.Match[str]) -> date:
    """The day from which a part of a year can have been passed: its last; of a year its first."""
    year, month = int(span["year"]), 0
    if span["half"]:
        month = _HALF if span["half"] == "上" else _LAST_MONTH
    elif span["quarter"]:
        month = _QUARTER * int(span["quarter"])
    elif span["end"]:
        month = _LAST_MONTH
    return date(year, month, monthrange(year, month)[1]) if month else date(year, 1, 1)


def _standing(project: Project, gate: str) -> Passage | None:
    return project.passages.standing().filter(gate=gate).order_by("pk").first()


def _gate_slots(user: User) -> Sequence[Slot]:
    """One slot a gate of the asker's own office."""
    return [
        GateSlot(
            name=f"{_GATE}{one.code}",
            label=f"{one.says}日期",
            gate=one.code,
            also_called=(f"{one.says}时间", one.says, *_CALLED.get(one.code, ())),
        )
        for one in stages_of(user.unit, timezone.localdate()).stages
    ]


def _settled(project: Project, values: Mapping[str, Any], _by: User) -> Mapping[str, Any]:
    """The values completed for a new project; for one that stands, nothing that is told of it."""
    if project.pk is not None:
        return _of_standing(project, values)
    words = {name: _words(values[name]) for name in NAMES if values.get(name)}
    mark = hashlib.sha256(
        f"{project.unit_id}/{words.get('name')}/{words.get('investors')}".encode()
    )
    if (values.get("lng") is None) != (values.get("lat") is None):
        raise Refused("经度和纬度要一起填写。")
    return {
        **{name: value for name, value in values.items() if name not in NAMES},
        **columns(words),
        "first_unit": project.unit,
        "source": Project.Source.SHEET,
        # A number of its own until the project begins and gets the next of the series.
        "number": f"~{mark.hexdigest()[:10]}",
    }


def _of_standing(project: Project, values: Mapping[str, Any]) -> Mapping[str, Any]:
    told = {name: _words(values[name]) for name in NAMES if name in values}
    fit = columns({name: says for name, says in told.items() if says})
    other = [name for name, says in told.items() if says and getattr(project, name) != fit[name]]
    if other:
        labels = "、".join(FIELDS[name] for name in other)
        raise Refused(f"已登记项目的{labels}不能用表格改，请打开项目更正并写明理由")
    for name, value in values.items():
        if name.startswith(_GATE) and value:
            _refuse_other_day(project, name.removeprefix(_GATE), value)
    return {name: value for name, value in values.items() if name in _OWN}


def _refuse_other_day(project: Project, gate: str, told: GateDay) -> None:
    known = _standing(project, gate)
    if known is None or (known.day, known.precision) != told:
        stands = f"登记的是{known.when}" if known else "还没有登记"
        raise Refused(f"节点日期{told}{stands}，已登记项目的节点请打开项目上报或更正")


def _words(value: Any) -> str:
    return str(value).strip()


def _begun(projects: Sequence[Any], by: User) -> Sequence[Project]:
    days = [
        {
            name.removeprefix(_GATE): told
            for name, told in vars(project).items()
            if name.startswith(_GATE) and told
        }
        for project in projects
    ]
    return begin_imported(projects, days, by=by, today=timezone.localdate())


EDITING = Editing(
    fields=(*NAMES, *_OWN),
    changes="projects.place",
    imports="projects.register",
    natural=("name", "investors"),
    bulk=("ceremony",),
    alike="name",
    also_called={
        "name": ("项目", "项目名", "建设项目名称", "拟投项目", "拟建项目", "意向项目"),
        "investors": (
            *("投资方名称", "投资主体", "投资单位", "企业名称", "建设单位", "业主单位", "业主"),
            *("项目业主", "项目单位", "实施主体", "投资企业", "投资商", "项目法人", "客商名称"),
        ),
        "comes_from": ("投资方所在地", "来源地", "客商来源", "客商来源地"),
        "content": (
            "建设内容",
            "建设规模及内容",
            "建设内容及规模",
            "建设内容和规模",
            "主要建设内容",
            "产品",
        ),
        "industry": ("行业", "所属行业", "国民经济行业"),
        "kind": ("供地方式", "用地类型"),
        "nature": ("内外资", "资金类型"),
        "level": ("项目级别", "重大项目级别"),
        "amount": ("计划总投资", "投资总额", "协议总投资", "投资额", "投资规模"),
        "fixed": (
            "固定资产投资额",
            "固投",
            "其中固投",
            "其中固定资产投资",
            "固定资产",
            "其中固定资产",
        ),
        "land": ("用地面积", "用地", "占地面积", "土地需求"),
        "plant": ("厂房面积", "建筑面积", "厂房"),
        "sales": ("年销售收入", "年产值", "预计年销售"),
        "tax": ("年纳税", "预计年税收", "税收"),
        "site": ("建设地点", "落户地点", "项目地址", "地址"),
        "ceremony": ("仪式日期", "开工仪式日期"),
    },
    worded={**dict.fromkeys(MONEY, "money"), **dict.fromkeys(AREAS, "area")},
    beside=_gate_slots,
    settles=_settled,
    follows=_begun,
)
