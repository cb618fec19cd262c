"""Projects that may be one: identity compares their names and investors, in any office.

Compared are only those that share a rare piece of a name. What another office is shown of a like
project tells whose it is, and nothing of its content.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count

from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.identity.score import Likeness, Verdict, likeness
from yinfeng.web.desks.leads.clashes import namings, pieces
from yinfeng.web.desks.projects.models import Project, ProjectName

_RAREST = 4
_CROWD = 400


@dataclass(frozen=True, slots=True)
class Like:
    """A project that may be the one at hand, and on what grounds."""

    project: Project
    likeness: Likeness

    @property
    def is_same(self) -> bool:
        """Whether the names are held for one."""
        return self.likeness.verdict is Verdict.SAME

    @property
    def says(self) -> str:
        """The grounds, without the content of the other project."""
        label = "项目名称" if self.likeness.left.kind is EntityKind.PROJECT else "投资方"
        return f"{label}{'相同' if self.is_same else '疑似相同'}"


def known_by(project: Project) -> Iterator[Naming]:
    """What a project is known by: its investors, and its own name in its own place."""
    return namings(project.name, project.investors, project.unit.name)


def like_projects(told: Iterable[Naming], *, besides: Iterable[int] = ()) -> list[Like]:
    """The projects of any office that may be the same, the likest first."""
    found: dict[int, Like] = {}
    apart = set(besides)
    for naming in told:
        for project in _candidates(naming):
            best = max(
                (likeness(naming, o) for o in known_by(project) if o.kind is naming.kind),
                key=lambda one: one.score,
                default=None,
            )
            if best is None or best.verdict is Verdict.DIFFERENT or project.pk in apart:
                continue
            if project.pk not in found or found[project.pk].likeness.score < best.score:
                found[project.pk] = Like(project, best)
    return sorted(found.values(), key=lambda like: (-like.likeness.score, like.project.pk))


def _candidates(naming: Naming) -> Iterable[Project]:
    own = {gram for _, gram in pieces([naming])}
    rows = ProjectName.objects.filter(kind=naming.kind.value, gram__in=own)
    shared = rows.values("gram").annotate(projects=Count("pk")).order_by("projects", "gram")
    rare = [
        row["gram"]
        for row in shared[:_RAREST]
        if row["projects"] <= _CROWD or row["gram"].startswith("=")
    ]
    among = rows.filter(gram__in=rare).values("project")
    return Project.objects.standing().filter(pk__in=among).select_related("unit")[:_CROWD]
