"""The list of projects: one row a project, what it is, how large, how far, and who answers."""

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.columns import Column
from yinfeng.web.lists.filters import OneOf, Under, Words, units_of
from yinfeng.web.lists.listing import Listing

PROJECTS = Listing(
    key="projects",
    title="项目",
    about="一个项目一行：谁投、投什么、多大、到了哪一步。",
    model=Project,
    reads="projects.read",
    columns=(
        Column(key="name", label="项目", value="name", sort="name"),
        Column(key="number", label="编号", value="number", sort="number", is_shown=False),
        Column(key="investors", label="投资方", value="investors", sort="investors"),
        Column(key="amount", label="总投资", value="amount", sort="yuan"),
        Column(key="state", label="状态", value="state", sort="state"),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("name", "investors", "content", "number")),
        OneOf(key="state", label="状态", path="state", choices=Project.State.choices),
        Under(among=units_of("projects.read")),
    ),
    order=("-pk",),
    related=("unit",),
    opens="projects:project",
    empty="还没有项目。线索转为项目，或采用资料里的项目之后，就列在这里。",
)
