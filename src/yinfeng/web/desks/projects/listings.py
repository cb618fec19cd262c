"""The list of projects: one row a project, what it is, how large, how far, and who answers."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from yinfeng.lexicon.project_stages import stages
from yinfeng.web.desks.projects.editing import EDITING
from yinfeng.web.desks.projects.fields import label_of
from yinfeng.web.desks.projects.models import Project, Seat, Telling
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.desks.projects.wanting import Wanting, empty_of, held_on
from yinfeng.web.lists.columns import Column, Kind, Proof
from yinfeng.web.lists.filters import Days, Filter, Given, Numbers, OneOf, Under, Words, units_of
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.models import User

_TONES = {"open": "", "paused": "warn", "lost": "bad", "ended": "bad"}


class StageFilter(Filter):
    """How far a project has got, by the stages of the asker's own office."""

    def __init__(self) -> None:
        object.__setattr__(self, "key", "stage")
        object.__setattr__(self, "label", "阶段")

    def inputs(self, user: User) -> dict[str, forms.Field]:
        """The stages of the office."""
        own = stages_of(user.unit, timezone.localdate()).stages
        choices = [("", "不限"), ("none", "未载明"), *((one.code, one.says) for one in own)]
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those that stand there."""
        told = given[self.key]
        return Q(stage="" if told == "none" else told) if told else None

    def says(self, given: Given) -> str:
        """The stage."""
        told = given[self.key]
        return "未载明" if told == "none" else stages().says(told)


def _prepared(rows: Sequence[Any], moment: datetime | None) -> None:
    """The posts of each row, its stage in words, and the words that prove its amount."""
    day = timezone.localtime(moment - timedelta(seconds=1)).date() if moment else None
    today = day or timezone.localdate()
    held = held_on([row.id for row in rows], today, moment)
    proofs = _proofs([row.id for row in rows], moment)
    named = lru_cache(maxsize=64)(lambda unit: stages_of(unit, today))
    for row in rows:
        own = held.get(row.id, {})
        row.held = own
        row.is_going = row.state in (Project.State.OPEN, Project.State.PAUSED)
        row.lacking = empty_of(own) if row.is_going else []
        row.stage_says = named(row.unit).says(row.stage)
        row.is_proved = bool(row.stage) and row.stage == row.proved
        row.days_in_stage = (today - row.stage_since).days if row.stage_since else None
        row.proof = proofs.get(row.id)


def _proofs(keys: Sequence[int], moment: datetime | None) -> dict[int, Proof]:
    tellings = Telling.objects.filter(project__in=keys, field="amount")
    if moment:
        tellings = tellings.filter(at__lt=moment)
    rows = tellings.order_by("pk").values_list(
        "project",
        "quote",
        "statement__by__name",
        "lead_statement__by__name",
        "entry__fact__reading__document",
        "entry__fact__reading__document__name",
        "start",
        "end",
    )
    return {
        project: Proof(
            quote,
            name or f"{by or led}的登记表",
            f"/library/{document}#w{start}-{end}" if document else f"/projects/{project}#sources",
        )
        for project, quote, by, led, document, name, start, end in rows
    }


def _seat(post: str) -> Any:
    def name(row: Any) -> str:
        return row.held[post].name if post in row.held else "空缺" if row.is_going else ""

    return name


def _seat_tone(post: str) -> Any:
    return lambda row: "bad" if row.is_going and post not in row.held else ""


def _post(post: Seat.Post, *, is_shown: bool = False) -> Column:
    return Column(
        key=f"post_{post.value}",
        label=str(post.label),
        value=_seat(post.value),
        tone=_seat_tone(post.value),
        personal="name" if post == Seat.Post.OWNER else "",
        is_shown=is_shown,
    )


def _stage(row: Any) -> str:
    return row.stage_says if row.is_proved or not row.stage else f"{row.stage_says}（自报）"


PROJECTS = Listing(
    key="projects",
    title="项目",
    about="一个项目一行：谁投、投什么、多大、到了哪一步、谁负责。自报的节点不作统计。",
    model=Project,
    reads="projects.read",
    columns=(
        Column(key="name", label="项目", value="name", sort="name"),
        Column(key="number", label="编号", value="number", sort="number", is_shown=False),
        Column(key="investors", label="投资方", value="investors", sort="investors"),
        Column(
            key="amount",
            label="总投资",
            value=lambda row: row.amount or None,
            sort="yuan",
            proof=lambda row: row.proof,
        ),
        Column(key="land", label="用地", value="land", sort="mu", is_shown=False),
        Column(
            key="stage",
            label="阶段",
            value=_stage,
            sort="stage",
            tone=lambda row: "good" if row.is_proved else "warn" if row.stage else "",
        ),
        Column(
            key="stage_since",
            label="阶段起",
            value="stage_since",
            kind=Kind.DATE,
            sort="stage_since",
        ),
        Column(
            key="days",
            label="在阶段天数",
            value=lambda row: row.days_in_stage,
            kind=Kind.NUMBER,
            is_shown=False,
        ),
        _post(Seat.Post.LEADER, is_shown=True),
        _post(Seat.Post.OFFICER, is_shown=True),
        _post(Seat.Post.UNIT),
        _post(Seat.Post.LIAISON),
        _post(Seat.Post.OWNER),
        Column(
            key="lacking",
            label="缺岗",
            value=lambda row: "、".join(row.lacking) or None,
            tone=lambda row: "bad" if row.lacking else "",
        ),
        Column(
            key="state",
            label="状态",
            value="state",
            sort="state",
            tone=lambda row: _TONES.get(row.state, ""),
        ),
        Column(
            key="is_disputed",
            label="来源不一致",
            value="is_disputed",
            kind=Kind.FLAG,
            sort="is_disputed",
            is_shown=False,
        ),
        Column(key="content", label="项目内容", value="content", is_shown=False),
        Column(key="fixed", label="固定资产投资", value="fixed", sort="fixed_yuan", is_shown=False),
        Column(key="plant", label="厂房", value="plant", sort="square_metres", is_shown=False),
        Column(key="sales", label="年销售", value="sales", is_shown=False),
        Column(key="tax", label="年税收", value="tax", is_shown=False),
        Column(
            key="industry",
            label="行业",
            value=lambda row: label_of("industry", row.industry),
            sort="industry",
            is_shown=False,
        ),
        Column(key="kind", label="用地方式", value="kind", sort="kind", is_shown=False),
        Column(key="nature", label="资金性质", value="nature", sort="nature", is_shown=False),
        Column(key="level", label="重点级别", value="level", sort="level", is_shown=False),
        Column(key="comes_from", label="来自", value="comes_from", is_shown=False),
        Column(key="site", label="选址", value="site", is_shown=False),
        Column(
            key="revisit",
            label="再看日期",
            value="revisit",
            kind=Kind.DATE,
            sort="revisit",
            is_shown=False,
        ),
        Column(
            key="first_unit",
            label="首谈单位",
            value="first_unit.name",
            sort="first_unit__path",
            is_shown=False,
        ),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("name", "investors", "content", "number"), found_as="projects.project"),
        StageFilter(),
        OneOf(key="state", label="状态", path="state", choices=Project.State.choices),
        Wanting(),
        OneOf(key="kind", label="用地方式", path="kind", choices=Project.Kind.choices),
        OneOf(key="nature", label="资金性质", path="nature", choices=Project.Nature.choices),
        OneOf(key="level", label="重点级别", path="level", choices=Project.Level.choices),
        Numbers(key="yuan", label="总投资", path="yuan", measure="元"),
        Days(key="since", label="阶段起", path="stage_since"),
        Under(among=units_of("projects.read")),
    ),
    order=("-pk",),
    related=("unit", "first_unit"),
    prepares=_prepared,
    opens="projects:project",
    template="projects/index.html",
    editing=EDITING,
    empty="还没有项目。点“登记项目”，或把线索转为项目，或在“资料里的项目”里采用读出来的。",
)
