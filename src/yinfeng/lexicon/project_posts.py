"""The five posts of a project and the visits that its leader owes, and how one is ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from yinfeng.lexicon.office_files import (
    UNREADABLE,
    BadPolicy,
    Rows,
    integer,
    listed,
    mapping,
    unusable,
)
from yinfeng.lexicon.project_files import laid_over, project_rows


@dataclass(frozen=True, slots=True)
class Post:
    """One post: its key, what it is called, what its holder does."""

    key: str
    says: str
    duty: str


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts in order, and how many visits a month the leader owes."""

    title: str
    version: str
    basis: str
    posts: tuple[Post, ...]
    usual: int
    by_level: Mapping[str, int]

    def visits(self, level: str) -> int:
        """The visits a month that a project of this level is owed."""
        return self.by_level.get(level, self.usual)


@dataclass(frozen=True, slots=True)
class Endings:
    """The steps by which a project is ended once it has passed *from_gate*."""

    title: str
    basis: str
    from_gate: str
    steps: Mapping[str, str]


@lru_cache(maxsize=64)
def posts(overlay: str = "") -> Posts:
    """The posts of the house, with an office's own YAML text laid over them."""
    try:
        return _posts(laid_over("posts", overlay))
    except BadPolicy:
        raise
    except UNREADABLE as error:
        raise unusable(error, "本单位文件" if overlay else "posts.yaml") from error


@lru_cache(maxsize=1)
def endings() -> Endings:
    """How a signed project is ended."""
    rows = project_rows("endings")
    steps = {str(row["key"]): str(row["says"]) for row in listed(rows["steps"], "steps")}
    return Endings(str(rows["title"]), str(rows["basis"]), str(rows["from_gate"]), steps)


def _posts(rows: Rows) -> Posts:
    visits = mapping(rows["visits"], "visits")
    by_level = mapping(visits["by_level"], "by_level")
    return Posts(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        posts=tuple(
            Post(key, str(mapping(row, key)["says"]), str(mapping(row, key)["duty"]))
            for key, row in mapping(rows["posts"], "posts").items()
        ),
        usual=integer(visits["usual"], "usual"),
        by_level={level: integer(count, level) for level, count in by_level.items()},
    )
