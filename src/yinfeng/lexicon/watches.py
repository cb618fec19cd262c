"""When a signed project stands still: 签约90天未注册, 供而未开, 满一年未动工.

`data/delivery/watches.yaml`; an office lays its own text over it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from string import Formatter

from yinfeng.lexicon.delivery import KINDS_OF_PROJECTS
from yinfeng.lexicon.delivery_files import made
from yinfeng.lexicon.office_files import Rows, integer, listed, strings

STARTS = ("gate", "agreed", "spent")
SAID = ("days", "agreed", "spent", "under", "built")


@dataclass(frozen=True, slots=True)
class Watch:
    """One way of standing still: after which gate, without which, since when, for how long."""

    key: str
    group: str
    after: str
    lacks: str
    start: str
    days: int
    months: int
    under: int
    built_under: Fraction
    kinds: tuple[str, ...]
    is_exempt: bool
    says: str
    asks: str
    basis: str
    sure: str


@dataclass(frozen=True, slots=True)
class Watches:
    """The watches of an office, the heavier of a group after the lighter."""

    title: str
    version: str
    basis: str
    sure: str
    start_words: tuple[str, ...]
    watches: tuple[Watch, ...]

    @property
    def by_key(self) -> Mapping[str, Watch]:
        """Each by its key."""
        return {one.key: one for one in self.watches}


def watches(overlay: str = "") -> Watches:
    """The watches of the house, with an office's own YAML text laid over them."""
    return made("watches", _watches, overlay)


def _watches(rows: Rows) -> Watches:
    found = tuple(_watch(row) for row in listed(rows["watches"], "watches"))
    if len({one.key for one in found}) != len(found):
        raise ValueError("watches 里有重复的 key")
    return Watches(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        sure=str(rows["sure"]),
        start_words=strings(rows["start_words"], "start_words"),
        watches=found,
    )


def _watch(row: Rows) -> Watch:
    key, says, start = str(row["key"]), str(row["says"]), str(row["from"])
    if start not in STARTS:
        raise ValueError(f"{key}.from 只能是{'、'.join(STARTS)}之一")
    if ("days" in row) == ("months" in row):
        raise ValueError(f"{key} 要写 days 或 months，只写一个")
    if strangers := {name for _, name, _, _ in Formatter().parse(says) if name} - set(SAID):
        raise ValueError(f"{key}.says 里有不认识的字段：{'、'.join(sorted(strangers))}")
    kinds = strings(row["kinds"], f"{key}.kinds") if "kinds" in row else ()
    if others := set(kinds) - set(KINDS_OF_PROJECTS):
        raise ValueError(f"{key}.kinds 里有不认识的项目类别：{'、'.join(sorted(others))}")
    return Watch(
        key=key,
        group=str(row["group"]),
        after=str(row["after"]),
        lacks=str(row["lacks"]),
        start=start,
        days=integer(row.get("days", 0), f"{key}.days"),
        months=integer(row.get("months", 0), f"{key}.months"),
        under=integer(row.get("under", 0), f"{key}.under"),
        built_under=_share(row.get("built_under", "0"), f"{key}.built_under"),
        kinds=kinds,
        is_exempt=bool(row.get("exempt")),
        says=says,
        asks=str(row["asks"]),
        basis=str(row["basis"]),
        sure=str(row["sure"]),
    )


def _share(value: object, key: str) -> Fraction:
    try:
        share = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if not 0 <= share <= 1:
        raise ValueError(f"{key} 要写0到1之间的数或分数，如 1/3")
    return share
