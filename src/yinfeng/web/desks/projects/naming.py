"""How a sheet names a project: by its number or by its name, where only one goes by it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.slots import Slot, Unreadable


@dataclass(frozen=True, kw_only=True)
class ProjectSlot(Slot):
    """A project, by its number or its name."""

    projects: Sequence[Project]
    _by_name: dict[str, list[Project]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look up by number and by name from now on."""
        found: dict[str, list[Project]] = {}
        for one in self.projects:
            for name in {one.number, one.name, str(one)}:
                found.setdefault(name, []).append(one)
        object.__setattr__(self, "_by_name", found)

    def read(self, words: str) -> object:
        """The one project that goes by these words."""
        found = self._by_name.get(words, [])
        if len(found) > 1:
            raise Unreadable(f"有{len(found)}个项目叫“{words}”，请填项目编号")
        if not found:
            raise Unreadable(f"没有找到项目“{words}”，请先登记项目，或核对名称、编号")
        return found[0]

    def says(self, value: object) -> str:
        """Its name."""
        return value.name if isinstance(value, Project) else ""
