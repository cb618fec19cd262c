"""A scripted year of an invented town: fifty projects from lead to production, week by week.

Every step goes through the actions of the workspace on the day on which it happened: leads become
projects, gates are reported by one and confirmed by another, plans are made, some works slip, two
projects are lost, one goes to the neighbour, one agreement is not signed because its review of fair
competition failed. Each Friday the lights are reckoned and the meeting is held with its pack.
Firms, people and places are made up.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from yinfeng.lexicon.calendar import calendar
from yinfeng.web.desks.agreements import actions as agreements
from yinfeng.web.desks.counts.models import CountingRule
from yinfeng.web.desks.delivery.actions import closing, lights, meetings, money, problems
from yinfeng.web.desks.delivery.models import Meeting, Problem, Task
from yinfeng.web.desks.leads import actions as leads
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.plans import actions as plans
from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.gates import lacking_of
from yinfeng.web.desks.projects.models import Project, Seat
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

YEAR = 2025
_IN_ONE_SITTING = "version: 示例\nrules:\n  late: {active: false}\n"
COUNT = 50
FIRST = date(YEAR, 1, 6)
LAST = date(YEAR, 12, 26)
LOST = {11: "柳塘开发区", 29: "北岭新区"}
HANDED_OVER = 17
REFUSED = 23
# Of eight projects the works of one slip.
_SLIPPING, _OF = 4, 8
_WAN = Decimal(10_000)
_FRIDAY = 4
_GOODS = [
    "轴承",
    "法兰",
    "齿轮",
    "阀门",
    "电机",
    "滤芯",
    "模具",
    "弹簧",
    "线束",
    "紧固件",
    "传感器",
    "减速机",
    "液压缸",
    "连接器",
    "散热器",
    "密封圈",
    "铝型材",
    "电容",
    "光学镜片",
    "注塑件",
    "玻璃纤维",
    "涂料",
    "胶带",
    "包装膜",
    "瓶盖",
    "饲料",
    "面粉",
    "茶饮",
    "果汁",
    "冻干食品",
    "羊毛衫",
    "袜品",
    "箱包",
    "童鞋",
    "家纺",
    "沙发",
    "灯具",
    "锁具",
    "厨具",
    "卫浴",
    "冷链",
    "仓储",
    "检测",
    "软件",
    "设计",
    "酶制剂",
    "敷料",
    "试剂",
    "导管",
    "护具",
]
_NAMES = ["澄禾", "远帆", "恒岳", "映川", "栖云", "嘉屿", "拓野", "清砚", "朗汀", "卓棠"]
_LEASED = (("N1", 8), ("A2", 30), ("R1", 45), ("D1", 55), ("C1", 70), ("C3", 150), ("O1", 185))
_NEW_LAND = (("N1", 10), ("A2", 40), ("R1", 60), ("D1", 110), ("C1", 170))
_LATE_START = 45


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: the town, its neighbour, who works there, and who verifies from the county."""

    town: OrgUnit
    neighbour: OrgUnit
    clerk: User
    head: User
    leader: User
    county: User


@dataclass(slots=True)
class Told:
    """What came of the year: the projects in order, the meetings held, what was refused."""

    projects: list[Project] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


Happening = Callable[[date], object]


def slips(number: int) -> bool:
    """Whether the works of a project slip, behind the plan that it has as every signed one."""
    return number % _OF == _SLIPPING


def play(cast: Cast, *, count: int = COUNT, until: date = LAST) -> Told:
    """Let the year happen; the same cast and count give the same year."""
    told = Told()
    # The year is told in one sitting: by the clock of the house each of its reports is a late one.
    for unit in (cast.town, cast.county.unit):
        CountingRule.objects.create(
            unit=unit, text=_IN_ONE_SITTING, since=date(YEAR, 1, 1), by=cast.head, why="示例年份"
        )
    diary: list[tuple[date, int, Happening]] = []
    for number in range(count):
        diary += _Life(cast, told, number).happenings()
    for order, friday in enumerate(_fridays(until)):
        diary.append((friday, count + order, partial(_friday, cast, told)))
    for day, _, happen in sorted(diary, key=lambda one: one[:2]):
        if day <= until:
            happen(day)
    return told


@dataclass(slots=True)
class _Life:
    """One project: when it comes, how it goes on, and what happens to it on the way."""

    cast: Cast
    told: Told
    number: int
    key: int = 0

    @property
    def is_leased(self) -> bool:
        """Two of three rent a plant; the others build on new land."""
        return self.number % 3 != 0

    @property
    def begins(self) -> date:
        """Leads come every third day, into May."""
        return FIRST + timedelta(days=3 * self.number)

    @property
    def is_late(self) -> bool:
        """Whether its works slip."""
        return slips(self.number)

    def happenings(self) -> Iterator[tuple[date, int, Happening]]:
        """What happens to it, each with its day."""
        yield self._on(0, self._come)
        for gate, days in _LEASED if self.is_leased else _NEW_LAND:
            if self.number in LOST and gate != "N1":
                break
            if self.number == REFUSED and gate == "A2":
                yield self._on(days, self._is_refused)
                break
            late = _LATE_START if self.is_late and gate in ("C1", "C3", "O1") else 0
            yield self._on(days + late, partial(self._pass, gate))
            if gate == "A2":
                yield self._on(days + 1, self._plan)
        if self.number in LOST:
            yield self._on(50, self._is_lost)
        if self.number == HANDED_OVER:
            yield self._on(62, self._goes_over)
        if self.number % 5 == 0:
            yield self._on(75, self._meets_a_problem)

    def _on(self, days: int, happen: Happening) -> tuple[date, int, Happening]:
        return self.begins + timedelta(days=days), self.number, happen

    def _standing(self) -> Project:
        return Project.objects.select_related("unit").get(pk=self.key)

    def _come(self, day: date) -> None:
        cast, goods = self.cast, _GOODS[self.number]
        firm = f"{_NAMES[self.number % 10]}{goods}有限公司"
        amount = f"{(3 + self.number * 7 % 40) * 1000}万元"
        need = "厂房5000平方米" if self.is_leased else "供地40亩"
        form = leads.Form(
            f"{goods}项目", "联络站推荐", firm, cast.clerk.name, f"年产{goods}", amount, need
        )
        lead = leads.register(form, by=cast.clerk, unit=cast.town, today=day, reason="不是同一项目")
        conversion = leads.convert(
            Lead.objects.get(pk=lead.pk), by=cast.head, today=day, version=lead.version
        )
        project = projects.take_over(conversion, by=cast.head, today=day)
        kind = Project.Kind.LEASED if self.is_leased else Project.Kind.NEW_LAND
        project = projects.correct(
            project,
            by=cast.clerk,
            field="kind",
            words=kind,
            reason="补登用地方式",
            today=day,
            version=project.version,
        )
        for post, person in ((Seat.Post.OFFICER, cast.clerk), (Seat.Post.LEADER, cast.leader)):
            if not project.seats.filter(post=post, until=None).exists():
                projects.seat(project, by=cast.head, post=post, since=day, person=person)
        self.key = project.pk
        self.told.projects.append(project)

    def _pass(self, gate: str, day: date) -> None:
        cast, project = self.cast, self._standing()
        by, judge = (cast.clerk, cast.head)
        if project.unit_id != cast.town.pk:
            return
        passage = projects.report_gate(
            project, by=by, gate=gate, day=day, today=day, version=project.version
        )
        wanted = lacking_of(passage, project.kind, (), stages_of(project.unit, day))
        for want in wanted:
            says = f"{want.says}{YEAR}-{self.number:02d}"
            projects.add_evidence(passage, by=by, wanted=want.key, says=says)
        projects.review_gate(passage, by=judge, is_confirmed=True, today=day)
        plans.follow(self._standing(), by=None, today=day)

    def _plan(self, day: date) -> None:
        gates = dict(_LEASED if self.is_leased else _NEW_LAND)
        start = self.begins + timedelta(days=gates["C1"] + 20)
        ready = self.begins + timedelta(days=gates.get("C3", gates["C1"] + 420) + 60)
        fixed = {"start": start, "acceptance": ready, "production": ready + timedelta(days=60)}
        template = "leased-plant" if self.is_leased else "new-land"
        project = self._standing()
        plans.make(project, by=self.cast.clerk, template=template, fixed=fixed, today=day)
        sums = dict.fromkeys(range(day.month, 13), 200 * _WAN)
        money.plan_year(project, by=self.cast.clerk, today=day, year=YEAR, sums=sums)

    def _is_lost(self, day: date) -> None:
        project = self._standing()
        projects.close(
            project,
            by=self.cast.head,
            state=Project.State.LOST,
            code="R9",
            today=day,
            reason="对方另选他处",
            rival=LOST[self.number],
            version=project.version,
        )

    def _goes_over(self, day: date) -> None:
        project = self._standing()
        projects.hand_over(
            project,
            by=self.cast.head,
            taker=self.cast.neighbour,
            giver_share=40,
            today=day,
            reason="柳桥镇的厂房更合适",
            version=project.version,
        )

    def _is_refused(self, day: date) -> None:
        values = {
            "kind": "binding",
            "title": f"{_GOODS[self.number]}项目投资协议",
            "ours": self.cast.town.name,
            "theirs": f"{_NAMES[self.number % 10]}{_GOODS[self.number]}有限公司",
            "amount": "5000万元",
        }
        agreement = agreements.draft(self._standing(), by=self.cast.clerk, values=values)
        try:
            agreements.sign(
                agreement,
                by=self.cast.head,
                version=agreement.version,
                day=day,
                today=day,
                scan_says="扫描件",
            )
        except Refused as refusal:
            self.told.refusals.append(str(refusal))

    def _meets_a_problem(self, day: date) -> None:
        project = self._standing()
        if project.state != Project.State.OPEN:
            return
        made = problems.register(
            project,
            by=self.cast.clerk,
            today=day,
            kind="power",
            severity="ordinary",
            text="用电增容没有批下来",
            found_at="现场走访",
            batch=1,
        )
        made = problems.assign(
            made,
            by=self.cast.head,
            today=day,
            version=made.version,
            owner="供电所",
            handler=self.cast.clerk,
        )
        # Every other one is solved in time; of the rest the meeting hears.
        if self.number % 10 == 0:
            _solve(self.cast, made, day)


def _solve(cast: Cast, problem: Problem, day: date) -> None:
    file = ("增容批复.pdf", b"%PDF-1.4 approved")
    problem = closing.ask_to_close(
        problem, by=cast.clerk, today=day, version=problem.version, says="已批复送电", file=file
    )
    problem = closing.firm_says(
        problem, by=cast.clerk, today=day, version=problem.version, agrees=True, who="厂长"
    )
    closing.verify(
        problem, by=cast.county, today=day, version=problem.version, solved=True, says="到场看过"
    )


def _friday(cast: Cast, told: Told, day: date) -> None:
    """The week ends: works that went on are marked, lights reckoned, the meeting held."""
    _mark(cast, day)
    _report(cast, day)
    lights.reckon_lights(cast.town, today=day)
    _answer(cast, day)
    meeting = meetings.call_meeting(
        cast.town, by=cast.head, title="重大项目周例会", day=day, chair=cast.leader.name
    )
    meeting = meetings.hold_meeting(meeting, by=cast.head, today=day, version=meeting.version)
    told.meetings.append(meeting)
    late = Problem.objects.standing().filter(unit=cast.town, closed=None, due__lt=day)
    for problem in late.order_by("pk")[:2]:
        meetings.decide(
            meeting,
            by=cast.head,
            says=f"办结{problem.number}",
            owner=problem.owner,
            project=problem.project,
            person=cast.clerk,
            due=day + timedelta(days=6),
        )


def _mark(cast: Cast, day: date) -> None:
    """Milestones that are no gates are done when the plan says so, of works that are not late."""
    rows = Milestone.objects.standing().filter(unit=cast.town, ended=None, gate="", ends__lte=day)
    for row in rows.select_related("project", "unit").order_by("ends", "place"):
        number = int(row.project.number.partition("-")[2]) - 1
        if not slips(number) and row.project.unit_id == cast.town.pk:
            plans.finish(
                row,
                by=cast.clerk,
                day=row.ends,
                proof=f"{row.name}办结单",
                today=day,
                version=row.version,
            )


def _report(cast: Cast, day: date) -> None:
    """In the first week of a month what was invested in the last is reported and recognised."""
    if day.day > 7 or day.month == 1:
        return
    month = (day.replace(day=1) - timedelta(days=1)).replace(day=1)
    for plan in Milestone.objects.filter(unit=cast.town).values("project").distinct():
        project = Project.objects.select_related("unit").get(pk=plan["project"])
        if project.unit_id != cast.town.pk:
            continue
        if project.months.filter(month=month).exists():
            made = money.report_month(
                project, by=cast.clerk, today=day, month=month, yuan=180 * _WAN
            )
            money.recognise_month(
                made,
                by=cast.head,
                today=day,
                version=made.version,
                yuan=170 * _WAN,
                says="发票和付款凭证",
                file=("凭证.pdf", b"%PDF-1.4 paid"),
            )


def _answer(cast: Cast, day: date) -> None:
    """What the last meeting decided is done by the next, half of it; another person confirms."""
    due = Task.objects.standing().filter(unit=cast.town, state=Task.State.OPEN, due__lte=day)
    for task in due.select_related("unit", "project").order_by("pk"):
        if task.ordinal % 2:
            task = meetings.claim_task(
                task, by=cast.clerk, today=day, version=task.version, result="已送电"
            )
            meetings.confirm_task(task, by=cast.head, today=day, version=task.version, done=True)


def _fridays(until: date) -> Iterator[date]:
    """The Fridays of the year on which the office works."""
    day, days = FIRST, calendar()
    while day <= until:
        if day.weekday() == _FRIDAY and days.is_working_day(day):
            yield day
        day += timedelta(days=1)
