"""What a form says of a project, as a signed text and as tellings with their places in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models.functions import Length

from yinfeng.web.desks.leads.clashes import pieces
from yinfeng.web.desks.leads.models import Conversion
from yinfeng.web.desks.leads.sheets import Sheet, day_words, sheet
from yinfeng.web.desks.projects.fields import FIELDS, label_of, value_of
from yinfeng.web.desks.projects.models import Project, ProjectName, Statement, Telling
from yinfeng.web.desks.projects.names import known_by
from yinfeng.web.people.models import OrgUnit, User

REGISTER, ADOPT, FIGURE, GATE = "register", "adopt", "figure", "gate"
TITLES = {REGISTER: "项目登记", ADOPT: "从资料采用", FIGURE: "更正", GATE: "节点上报"}


def signed(
    project: Project, kind: str, words: Mapping[str, str], *, by: User, why: str = ""
) -> tuple[Statement, list[Telling]]:
    """The form as a statement of the person, with what it says of each field."""
    said = {name: says.strip() for name, says in words.items() if says.strip()}
    lines = [(name, FIELDS[name], label_of(name, says)) for name, says in said.items()]
    form = sheet(TITLES[kind], lines)
    statement = _statement(project, kind, form, by, why)
    tellings = Telling.objects.bulk_create(
        _telling(project, statement, form, name, says) for name, says in said.items()
    )
    return statement, tellings


def signed_event(
    project: Project,
    title: str,
    day: date,
    lines: Sequence[tuple[str, str, str]],
    *,
    by: User,
    is_month: bool = False,
) -> Statement:
    """A dated event as a statement of the person."""
    when = f"{day.year}年{day.month}月" if is_month else day_words(day)
    form = sheet(title, [("day", "日期", when), *lines])
    statement = Statement(project=project, kind=GATE, day=day, text=form.text, by=by)
    statement.places = dict(form.places)
    statement.save(force_insert=True)
    return statement


def name_anew(projects: Iterable[Project]) -> None:
    """Let the projects be found under the names that they have now."""
    every = list(projects)
    ProjectName.objects.filter(project__in=every).delete()
    ProjectName.objects.bulk_create(
        [
            ProjectName(project=project, kind=kind, gram=gram)
            for project in every
            for kind, gram in sorted(pieces(known_by(project)))
        ],
        batch_size=400,
    )


def next_numbers(unit: OrgUnit, year: int, many: int = 1) -> list[str]:
    """The next numbers of the unit's series of a year, the unit's row held."""
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    known = Project.objects.filter(first_unit=unit, number__startswith=f"XM{year}-")
    # Longer numbers are higher ones: XM2026-10000 comes after XM2026-9999.
    ordered = known.order_by(Length("number"), "number").values_list("number", flat=True)
    last = ordered.last()
    first = int(last.partition("-")[2]) + 1 if last else 1
    taken = _taken_by_conversions(unit, year)
    first = max(first, taken + 1)
    return [f"XM{year}-{first + at:04d}" for at in range(many)]


def _taken_by_conversions(unit: OrgUnit, year: int) -> int:
    """The last number that a converted lead was promised and no project bears yet."""
    rows = Conversion.objects.filter(unit=unit, number__startswith=f"XM{year}-")
    last = rows.order_by(Length("number"), "number").values_list("number", flat=True).last()
    return int(last.partition("-")[2]) if last else 0


def _statement(project: Project, kind: str, form: Sheet, by: User, why: str) -> Statement:
    statement = Statement(project=project, kind=kind, text=form.text, by=by, why=why.strip())
    statement.places = dict(form.places)
    statement.save(force_insert=True)
    return statement


def _telling(project: Project, statement: Statement, form: Sheet, name: str, says: str) -> Telling:
    where = form.evidence(name)
    return Telling(
        project=project,
        statement=statement,
        field=name,
        value=value_of(name, says),
        start=where.start,
        end=where.end,
        quote=where.quote,
    )
