"""The plan of a month or a week (月计划、周计划): taken over, due, to begin, done."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.desks.plans.words import stands, tone_of
from yinfeng.web.people.models import User

_MOST = 400
_SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month or a week, and the ones before and after."""

    first: date
    last: date
    title: str
    before: str
    after: str
    is_month: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One milestone of the stretch."""

    row: Milestone
    stands: str
    tone: str


@dataclass(frozen=True, slots=True)
class Section:
    """Milestones of one sort."""

    key: str
    title: str
    items: tuple[Item, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a stretch has to bring, what it takes over, what it brought."""

    sections: tuple[Section, ...]
    due: int
    done: int
    is_cut: bool

    @property
    def share(self) -> str:
        """How much of what was due in the stretch is done."""
        return f"{self.done * 100 / self.due:.0f}%" if self.due else ""


def month_of(day: date) -> Stretch:
    """The month of a day."""
    first = day.replace(day=1)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    before, after = first - timedelta(days=1), last + timedelta(days=1)
    title = f"{first.year}年{first.month}月"
    return Stretch(
        first, last, title, f"?month={before:%Y-%m}", f"?month={after:%Y-%m}", is_month=True
    )


def week_of(day: date) -> Stretch:
    """The week of a day, Monday to Sunday."""
    first = day - timedelta(days=day.weekday())
    last = first + _SUNDAY
    before, after = first - timedelta(days=7), first + timedelta(days=7)
    title = f"{first.year}年{first.month}月{first.day}日至{last.month}月{last.day}日"
    return Stretch(first, last, title, f"?week={before}", f"?week={after}", is_month=False)


def part_of(user: User, stretch: Stretch, today: date) -> Part:
    """The milestones of the stretch, in the user's scope."""
    rows = Milestone.objects.visible_to(user).filter(project__state="open")
    within = (stretch.first, stretch.last)
    over = Q(ended=None, ends__lt=stretch.first)
    due = Q(ended=None, ends__range=within)
    begins = Q(ended=None, began=None, begins__range=within, ends__gt=stretch.last)
    done = Q(ended__range=within)
    sections = (
        _section(rows.filter(over), today, "over", "上期结转", "没有结转的节点。"),
        _section(rows.filter(due), today, "due", "本期应完成", "本期没有应完成的节点。"),
        _section(rows.filter(begins), today, "begin", "本期应开始", "本期没有应开始的节点。"),
        _section(rows.filter(done), today, "done", "本期已完成", "本期还没有完成的节点。"),
    )
    of_all = rows.filter(ends__range=within)
    return Part(
        sections=sections,
        due=of_all.count(),
        done=of_all.exclude(ended=None).count(),
        is_cut=any(len(one.items) == _MOST for one in sections),
    )


def _section(rows: "QuerySet[Milestone]", today: date, key: str, title: str, empty: str) -> Section:
    found = rows.select_related("project", "unit").order_by("ends", "project", "place")[:_MOST]
    items = tuple(Item(row, stands(row, today), tone_of(row, today)) for row in found)
    return Section(key, title, items, empty)
