"""A new project: typed by hand, taken over from a lead, or as a part of another project."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from yinfeng.web.desks.leads.clashes import namings
from yinfeng.web.desks.leads.known import standing_tellings
from yinfeng.web.desks.leads.models import Conversion
from yinfeng.web.desks.leads.models import Telling as LeadTelling
from yinfeng.web.desks.projects.actions.gating import passed
from yinfeng.web.desks.projects.actions.signing import REGISTER, name_anew, next_numbers, signed
from yinfeng.web.desks.projects.actions.standing import reckoned
from yinfeng.web.desks.projects.fields import FIELDS, columns
from yinfeng.web.desks.projects.models import Project, ProjectFact, Seat, Telling
from yinfeng.web.desks.projects.names import Like, like_projects
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.holding import hold_units
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

# What a lead calls the fields of a project.
_OF_LEADS = {
    "name": "name",
    "investors": "investors",
    "product": "content",
    "investment": "amount",
    "land": "land",
    "floor_area": "plant",
}


@dataclass(frozen=True, slots=True)
class Form:
    """What a person fills in of a project, by the fields of the register, and its point."""

    words: Mapping[str, str]
    lng: Decimal | None = None
    lat: Decimal | None = None
    gate: str = ""
    gate_day: date | None = None
    officer: User | None = None
    custom: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Only fields that there are."""
        assert set(self.words) <= set(FIELDS)


class Clashing(Refused):
    """Like projects stand in the register: the person has to look at them first."""

    def __init__(self, likes: list[Like]) -> None:
        super().__init__(
            f"可能与{len(likes)}个已登记的项目相同。请核对下面列出的项目；"
            "确实不是同一个的，写明理由后再登记。"
        )
        self.likes = likes


@transaction.atomic
def register(form: Form, *, by: User, unit: OrgUnit, today: date, reason: str = "") -> Project:
    """A project with what the person says of it; like projects ask for a reason first."""
    require(by, "projects.register", unit)
    # A figure that cannot be read is told before the question which project this is.
    columns(form.words)
    checked(form.words, unit, reason)
    project = founded(form, by=by, unit=unit, today=today, source=Project.Source.HAND)
    signed(project, REGISTER, form.words, by=by, why=reason)
    if form.gate and form.gate_day:
        passed(project, form.gate, form.gate_day, by=by, today=today)
    return opened(project, by=by, today=today, because="登记项目", action="projects.register")


@transaction.atomic
def take_over(conversion: Conversion, *, by: User, today: date) -> Project:
    """The project that a converted lead becomes: its number, its figures, their proofs."""
    require(by, "projects.register", conversion.unit)
    conversion = Conversion.objects.select_for_update(of=("self",)).get(pk=conversion.pk)
    known = Project.objects.filter(conversion=conversion).first()
    if known is not None:
        return known
    lead = conversion.lead
    told = standing_tellings(lead)
    words = {
        "name": lead.name,
        "investors": lead.investors,
        "content": lead.content,
        "amount": lead.amount,
    }
    needs = {"plant" if "floor_area" in told else "land": lead.land}
    form = Form({**words, **needs})
    project = founded(
        form,
        by=by,
        unit=conversion.unit,
        today=today,
        source=Project.Source.LEAD,
        number=conversion.number,
        first_unit=lead.first_unit,
        lead=lead,
        conversion=conversion,
    )
    Telling.objects.bulk_create(_of_lead(project, telling) for telling in told.values())
    ProjectFact.objects.bulk_create(
        ProjectFact(project=project, fact_id=link.fact_id, by=link.by, grounds="线索转入")
        for link in lead.facts.filter(taken_off=None)
    )
    passed(project, _first_gate(project, today, lead.stage), lead.reported, by=by, today=today)
    if lead.owner is not None:
        _seated(project, lead.owner, by, today)
    return opened(
        project, by=by, today=today, because=f"线索{lead.number}转入", action="projects.take_over"
    )


@transaction.atomic
def add_part(
    whole: Project, form: Form, *, part: str, by: User, today: date, reason: str, version: int
) -> Project:
    """A phase of a project, or an increase of its capital: a row of its own below the first."""
    require(by, "projects.add_part", whole.unit)
    whole = keeping.held(whole, version=version)
    if part not in (Project.Part.PHASE, Project.Part.INCREASE):
        raise Refused("请选择分期或增资。")
    if whole.parent_id is not None and whole.part == part:
        raise Refused("请在母项目上登记分期或增资。")
    if not form.words.get("amount", "").strip():
        raise Refused("请填写这一期（或增资部分）自己的金额，不含前面各期。")
    words = {"investors": whole.investors, "content": whole.content, **_filled(form.words)}
    fresh = Form(words, gate=form.gate, gate_day=form.gate_day)
    project = founded(
        fresh,
        by=by,
        unit=whole.unit,
        today=today,
        source=Project.Source.HAND,
        first_unit=whole.first_unit,
        parent=whole,
        part=part,
        industry=whole.industry,
        nature=whole.nature,
        lng=whole.lng,
        lat=whole.lat,
    )
    signed(project, REGISTER, words, by=by, why=reason)
    if fresh.gate and fresh.gate_day:
        passed(project, fresh.gate, fresh.gate_day, by=by, today=today)
    because = f"{Project.Part(part).label}：{whole.number}"
    return opened(
        project, by=by, today=today, because=because, action="projects.add_part", reason=reason
    )


def checked(words: Mapping[str, str], unit: OrgUnit, reason: str) -> list[Like]:
    """The like projects, which ask for a reason."""
    told = namings(words.get("name", ""), words.get("investors", ""), unit.name)
    likes = like_projects(told)
    if likes and not reason.strip():
        raise Clashing(likes)
    return likes


def founded(
    form: Form,
    *,
    by: User,
    unit: OrgUnit,
    today: date,
    source: str,
    number: str = "",
    **more: Any,
) -> Project:
    """The new row with its number and its names."""
    values: dict[str, Any] = {"first_unit": unit, **more, **columns(form.words)}
    if form.lng is not None and form.lat is not None:
        values |= {"lng": form.lng, "lat": form.lat}
    values.setdefault("nature", "")
    numbered = number or next_numbers(values["first_unit"], today.year)[0]
    project = keeping.add(Project(unit=unit, number=numbered, source=source, **values), by=by)
    name_anew([project])
    if form.officer is not None:
        _seated(project, form.officer, by, today)
    return project


def opened(
    project: Project, *, by: User, today: date, because: str, action: str, reason: str = ""
) -> Project:
    """The project at the stage that is told of it, with its event."""
    project = reckoned(project, by=by, today=today, because=because).record
    told = {name: getattr(project, name) for name in FIELDS if getattr(project, name)}
    record(by, action, project, unit=project.unit, reason=reason, number=project.number, **told)
    return project


def begin_imported(
    projects: Sequence[Project],
    gates: Sequence[Mapping[str, tuple[date, str]]],
    *,
    by: User,
    today: date,
) -> list[Project]:
    """What imported projects begin with: number, signed form, the gates that the sheet dates."""
    assert connection.in_atomic_block, "an imported project begins in the transaction of its sheet"
    numbers: dict[int, list[str]] = {}
    hold_units(project.unit_id for project in projects)
    for unit in {project.unit for project in projects}:
        require(by, "projects.register", unit)
        own = [one for one in projects if one.unit_id == unit.pk]
        numbers[unit.pk] = next_numbers(unit, today.year, len(own))
    begun = []
    for project, days in zip(projects, gates, strict=True):
        words = {name: str(getattr(project, name) or "") for name in FIELDS}
        signed(project, REGISTER, words, by=by, why="表格导入")
        for gate, (day, precision) in days.items():
            passed(project, gate, day, by=by, today=today, precision=precision)
        number = numbers[project.unit_id].pop(0)
        made = reckoned(project, by=by, today=today, because="表格导入", number=number)
        begun.append(made.record)
        record(by, "projects.register", made.record, unit=project.unit, number=number)
    name_anew(begun)
    return begun


def _filled(words: Mapping[str, str]) -> dict[str, str]:
    return {name: says for name, says in words.items() if says.strip()}


def _first_gate(project: Project, today: date, told: str) -> str:
    stages = stages_of(project.unit, today)
    return stages.gate_told(told) or stages.stages[0].code


def _of_lead(project: Project, telling: LeadTelling) -> Telling:
    field_ = _OF_LEADS.get(telling.field, telling.field)
    return Telling(
        project=project,
        field=field_,
        value=telling.value,
        lead_statement=telling.statement,
        entry=telling.entry,
        start=telling.start,
        end=telling.end,
        quote=telling.quote,
    )


def _seated(project: Project, officer: User, by: User, today: date) -> None:
    Seat.objects.create(
        project=project,
        post=Seat.Post.OFFICER,
        person=officer,
        name=officer.name,
        since=today,
        by=by,
    )
