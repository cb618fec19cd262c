"""The list of leads: one row a lead, by grade, with its colour and what comes next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from yinfeng.judgement.stages import STAGES
from yinfeng.lexicon.policies import GRADES
from yinfeng.web.desks.leads.colours import COLOURS, Palette
from yinfeng.web.desks.leads.editing import EDITING
from yinfeng.web.desks.leads.models import Clock, Lead, Telling
from yinfeng.web.desks.leads.wanting import (
    adrift,
    clocks_running,
    with_late_clock,
    with_late_dispatch,
)
from yinfeng.web.lists.columns import Column, Kind, Proof
from yinfeng.web.lists.filters import (
    Days,
    Filter,
    Given,
    Numbers,
    Of,
    OneOf,
    Under,
    Words,
    units_of,
)
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User

_TONES = {"green": "good", "yellow": "warn", "red": "bad", "removed": "bad"}
# Nobody waits for news of what was lost or became a project.
_OVER = (Lead.State.LOST, Lead.State.CONVERTED)
_GRADE_TONES = {"A": "good", "B": "plain", "C": "plain"}


@dataclass(frozen=True, kw_only=True)
class Colour(Filter):
    """How long nothing dated happened, in the three colours of the house."""

    key: str = "colour"
    label: str = "动静"

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """A box for each colour."""
        boxes = forms.CheckboxSelectMultiple()
        field = forms.MultipleChoiceField(
            label=self.label, choices=list(COLOURS.items()), widget=boxes
        )
        return {self.key: field}

    def condition(self, given: Given) -> Q | None:
        """Those whose last event lies so far back, as of the day that is asked."""
        if not given[self.key]:
            return None
        palette = Palette(given.get("as_of") or timezone.localdate())
        asked = Q(pk__in=())
        for colour in given[self.key]:
            asked |= palette.condition(colour)
        return asked & ~Q(state__in=_OVER)

    def says(self, given: Given) -> str:
        """The colours."""
        return "、".join(COLOURS[one] for one in given[self.key])


@dataclass(frozen=True, kw_only=True)
class Wanting(Filter):
    """Whether a lead wants something on the day that is asked."""

    leads: Callable[[date], Q]

    @property
    def looks_elsewhere(self) -> bool:
        """Among clocks or what was handed to leaders."""
        return True

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """All, or those."""
        choices = (("", "不限"), ("yes", "是"))
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those that want it."""
        day = given.get("as_of") or timezone.localdate()
        return self.leads(day) if given[self.key] else None

    def says(self, given: Given) -> str:
        """是."""
        return "是" if given[self.key] else ""


def _late(day: date) -> Q:
    return with_late_clock(day, is_live=day == timezone.localdate())


def _prepared(rows: Sequence[Any], moment: datetime | None) -> None:
    """The next clock of each row, its colour, and the words that prove its amount."""
    day = timezone.localtime(moment - timedelta(seconds=1)).date() if moment else None
    today = day or timezone.localdate()
    keys = [row.id for row in rows]
    due = _next_clocks(keys, day)
    proofs = _proofs(keys, moment)
    palette = Palette(today)
    for row in rows:
        row.due = due.get(row.id)
        row.is_late = bool(row.due and row.due < today)
        row.colour = "" if row.state in _OVER else palette.of(row.last_event, row.unit.path)
        row.proof = proofs.get(row.id)


def _next_clocks(keys: Sequence[int], day: date | None) -> dict[int, date]:
    clocks = clocks_running(day) if day else Clock.objects.running()
    # Set in order here: a database that is asked for an order goes through every clock there is.
    found = clocks.filter(lead__in=keys).order_by().values_list("lead", "ends")
    return dict(sorted(found, key=lambda pair: pair[1], reverse=True))


def _proofs(keys: Sequence[int], moment: datetime | None) -> dict[int, Proof]:
    tellings = Telling.objects.filter(lead__in=keys, field="investment")
    if moment:
        tellings = tellings.filter(at__lt=moment)
    rows = tellings.order_by("pk").values_list(
        "lead",
        "quote",
        "statement__by__name",
        "entry__fact__reading__document",
        "entry__fact__reading__document__name",
        "start",
        "end",
    )
    return {
        lead: Proof(quote, name or f"{by}的登记表", _address(lead, document, start, end))
        for lead, quote, by, document, name, start, end in rows
    }


def _address(lead: int, document: int | None, start: int, end: int) -> str:
    return f"/library/{document}#w{start}-{end}" if document else f"/leads/{lead}#told"


def _amount(row: Any) -> object:
    return row.amount or None


def _owners(user: User) -> Any:
    """The people of the units whose leads one may see."""
    own = User.objects.filter(in_scope(user, "leads.read"), is_active=True)
    return own.order_by("name", "pk")


LEADS = Listing(
    key="leads",
    title="线索",
    about="一条线索一行：谁要投什么、多大、到了哪一步、下一步哪天，由谁跟。",
    model=Lead,
    reads="leads.read",
    columns=(
        Column(key="name", label="线索", value="name", sort="name"),
        Column(key="number", label="编号", value="number", sort="number", is_shown=False),
        Column(
            key="grade",
            label="级别",
            value="grade",
            sort="grade",
            tone=lambda row: _GRADE_TONES[row.grade],
        ),
        Column(key="investors", label="投资方", value="investors", sort="investors"),
        Column(
            key="amount", label="投资额", value=_amount, sort="yuan", proof=lambda row: row.proof
        ),
        Column(key="land", label="用地需求", value="land", sort="mu"),
        Column(
            key="stage",
            label="阶段",
            value=lambda row: STAGES.get(row.stage, "未载明"),
            sort="stage",
        ),
        Column(
            key="colour",
            label="动静",
            value=lambda row: COLOURS.get(row.colour, ""),
            sort="last_event",
            tone=lambda row: _TONES.get(row.colour, ""),
        ),
        Column(
            key="due",
            label="最近时限",
            value=lambda row: row.due,
            kind=Kind.DATE,
            tone=lambda row: "bad" if row.is_late else "",
        ),
        Column(
            key="next_date", label="下一步日期", value="next_date", kind=Kind.DATE, sort="next_date"
        ),
        Column(key="owner", label="跟踪人", value="owner.name", sort="owner__name"),
        Column(key="state", label="状态", value="state", sort="state"),
        Column(key="next_step", label="下一步", value="next_step", is_shown=False),
        Column(key="content", label="项目内容", value="content", is_shown=False),
        Column(key="source", label="线索来源", value="source", sort="source", is_shown=False),
        Column(key="maturity", label="成熟度", value="maturity", is_shown=False),
        Column(
            key="score", label="评分", value="score", kind=Kind.NUMBER, sort="score", is_shown=False
        ),
        Column(key="leader", label="牵头领导", value="leader", sort="leader", is_shown=False),
        Column(
            key="last_event",
            label="最近进展",
            value="last_event",
            kind=Kind.DATE,
            sort="last_event",
            is_shown=False,
        ),
        Column(
            key="reported",
            label="首报日期",
            value="reported",
            kind=Kind.DATE,
            sort="reported",
            is_shown=False,
        ),
        Column(key="reporter", label="报送人", value="reporter", is_shown=False),
        Column(key="contact", label="联系人", value="contact", personal="name", is_shown=False),
        Column(
            key="contact_phone",
            label="联系电话",
            value="contact_phone",
            personal="phone",
            is_shown=False,
        ),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("name", "investors", "content", "number"), found_as="leads.lead"),
        OneOf(key="grade", label="级别", path="grade", choices=[(one, one) for one in GRADES]),
        OneOf(key="state", label="状态", path="state", choices=Lead.State.choices),
        Colour(),
        Wanting(key="late", label="时限超期", leads=_late),
        Wanting(key="dispatch_late", label="批示超期", leads=with_late_dispatch),
        Wanting(key="adrift", label="A级缺领导或日期", leads=adrift),
        OneOf(key="stage", label="阶段", path="stage", choices=list(STAGES.items())),
        Numbers(key="yuan", label="投资额", path="yuan", measure="元"),
        Days(key="reported", label="首报", path="reported"),
        Days(key="next", label="下一步", path="next_date"),
        Of(key="owner", label="跟踪人", path="owner", among=_owners),
        Under(among=units_of("leads.read")),
    ),
    order=("grade", "-score", "-pk"),
    related=("unit", "owner"),
    prepares=_prepared,
    opens="leads:lead",
    template="leads/index.html",
    editing=EDITING,
    empty="还没有线索。点“登记线索”登记第一条，或在“资料里的线索”里采用读出来的。",
)
