"""One ending judged: whether a name stands before it, where that name begins, and its kind."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from yinfeng.lexicon import bodies as words
from yinfeng.lexicon.bodies import Ending
from yinfeng.mentions.body_edges import (
    LIMIT,
    is_homeland,
    last_region,
    left_edge,
    past_soft_words,
    starts_region,
)
from yinfeng.mentions.body_town_table import is_listed, stands_alone, tabled_start
from yinfeng.mentions.body_town_words import leads_up_to_a_town
from yinfeng.mentions.body_villages import is_shown_village
from yinfeng.values import NameKind

_FIRMS = frozenset({NameKind.FIRM, NameKind.GROUP, NameKind.BANK, NameKind.INSTITUTE})
_OFFICES = frozenset({NameKind.TOWN, NameKind.ZONE, NameKind.VILLAGE, NameKind.GOVERNMENT})
_OVER = {
    NameKind.FIRM: _FIRMS | {NameKind.PARK, NameKind.BRAND},
    NameKind.GROUP: _FIRMS,
    NameKind.BANK: frozenset({NameKind.BANK, NameKind.FIRM}),
    NameKind.INSTITUTE: _FIRMS | _OFFICES | {NameKind.PARK},
    NameKind.GOVERNMENT: _OFFICES | {NameKind.PARK},
    NameKind.STATION: _FIRMS | _OFFICES | {NameKind.STATION, NameKind.PARK},
    NameKind.PARK: _FIRMS | {NameKind.PARK},
    NameKind.BUILDING: _FIRMS | {NameKind.PARK, NameKind.BUILDING},
}
_COMPACT = frozenset({NameKind.TOWN, NameKind.VILLAGE})
_TRADED = frozenset({NameKind.FIRM, NameKind.GROUP, NameKind.BANK, NameKind.INSTITUTE})
_FOLLOWED = words.followed_by()
_VERBS = words.edge_words()
_ARRIVING = frozenset("来到赴去访进驻回离邀请让使帮引由全经该本各每是有给据")
_HEADS_OF_PLACE = re.compile(r"[省市县区州旗盟]")
_LEVELS = frozenset("省市县区镇州乡")
_SEATS = frozenset("省市县区镇乡州")
_POOR_ENDS = words.poor_ends()
_NUMBERS = frozenset("一二三四五六七八九十百千万")
_FACULTIES = ("系", "学院", "所", "中心", "院")
_NO_SUBJECT = frozenset("的了在将并已等将是")
_ARRIVED = frozenset("来到赴至我本该筑享")
_TOGETHER = re.compile("同[济方仁创心德益和舟兴盛程花辉力泰欣福庆]")
_BEFORE_TOGETHER = frozenset('还又也们镇乡区县村司已团社园街道里,，。“”"\n')
_UPPER = ("省", "市", "县", "区")
_BEFORE_UPPER = frozenset("同与和向由请从在")
_PUBLIC = frozenset(
    (
        *("供销社", "农合联", "工商联", "总工会", "科协", "促进中心"),
        *("投促中心", "招商中心", "总商会", "党校", "慈善会", "农科院"),
        *("建行", "农行", "工行", "林科院", "职业技术学校", "职业学校"),
        *("技工学校", "职教中心"),
    )
)
_RUNS_BUILDINGS = ("管理", "物业", "运营", "投资", "有限", "股份", "连锁")
# 杏花村西路, 七里镇大道 name a road and no village.
_ROADS = ("西路", "东路", "南路", "北路", "中路", "大道", "大街")
_SITES = frozenset({NameKind.PARK, NameKind.BUILDING})
# 开发区|恒森科技园: as much stands before the ending where the nameless zone is left out.
_ZONED = 5
_RUNS_PARKS = ("投资", "建设", "开发", "控股", "发展", "产业发展", "运营")
_MASKED_YEAR = re.compile(r"[*×Xx]{1,4}年(?:度|全年)?")
_LONGEST = {NameKind.TOWN: 4, NameKind.VILLAGE: 4, NameKind.ZONE: 14}


class Candidate(NamedTuple):
    """A stretch taken for a name, its kind, where its ending begins, how far back it may reach."""

    start: int
    end: int
    kind: NameKind
    ending: int
    reach: int = -1


def uncovered(names: Iterable[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Those of *names* that share no character with a body found or with one named before."""
    wanted = list(names)
    if not wanted:
        return wanted
    taken = bytearray(max(one.end for one in (*wanted, *found)))
    for body in found:
        taken[body.start : body.end] = b"\x01" * (body.end - body.start)
    free: list[Candidate] = []
    for name in wanted:
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\x01" * (name.end - name.start)
            free.append(name)
    return free


def judged(clean: str, at: int, ending: Ending, before: Sequence[Candidate]) -> Candidate | None:
    """The body whose name ends with *ending* at *at*, given the bodies found before it."""
    end = at + len(ending.says)
    if clean[end : end + 1] and clean[end] in _FOLLOWED.get(ending.says, ""):
        return None
    if clean.endswith(ending.says * 2, 0, at):
        return None  # 厂厂厂: noise, and each would be walked back to its far edge.
    if ending.kind is NameKind.BRAND:
        return Candidate(at, end, ending.kind, end)
    if ending.kind in _COMPACT:
        if clean.startswith(_ROADS, end):
            return None
        found = _compact(clean, at, end, ending, before)
        return _by_table(clean, at, ending, found) if ending.kind is NameKind.TOWN else found
    return _roomy(clean, at, end, ending, before)


def _roomy(
    clean: str, at: int, end: int, ending: Ending, before: Sequence[Candidate]
) -> Candidate | None:
    kind = ending.kind
    floor = _floor(clean, at, kind, before)
    edge = left_edge(clean, at, floor, _LONGEST.get(kind, 40))
    start = past_soft_words(clean, edge.start, at)
    start = _past_quality(clean, start, at)
    if clean[start : start + 1] == "同" and not _TOGETHER.match(clean, start):
        start += start == 0 or clean[start - 1] in _BEFORE_TOGETHER
    if masked := _MASKED_YEAR.match(clean, start, at):
        start = masked.end()
    if kind is NameKind.ZONE:
        start = last_region(clean, start, at)
    start = _past_verbs(clean, start, at, ending)
    if kind is NameKind.INSTITUTE and clean[start - 1 : start] in ("与", "和", "及"):
        start = _joint_faculty(clean, start, at, before)
    core = clean[start:at]
    if not ending.core:
        has_owner = starts_region(core, 0) or (len(core) > 1 and core[:2] not in _VERBS)
        is_common = _is_common(core, words.common_words())
        if core[-1:] in _UPPER and (len(core) == 1 or core[-2] in _BEFORE_UPPER):
            return Candidate(at - 1, end, kind, at)
        is_owned = has_owner and not is_common
        return Candidate(start if is_owned else at, end, kind, at)
    if not _is_name(core, ending):
        start = _owned(at, core, kind, before)
        if start < 0:
            return None
    return Candidate(start, end, kind, at)


def _joint_faculty(clean: str, start: int, at: int, before: Sequence[Candidate]) -> int:
    """Where a faculty's name begins that holds 与: 东江大学化学+与+材料学院."""
    school = before[-1] if before else None
    if school is None or school.kind is not NameKind.INSTITUTE or at - start > 6:
        return start
    subject = clean[school.end : start - 1]
    is_subject = 2 <= len(subject) <= 8 and all("一" <= c <= "龥" for c in subject)
    is_whole = subject.endswith(_FACULTIES) or not _NO_SUBJECT.isdisjoint(subject)
    return start if is_whole or not is_subject or starts_region(clean, start) else school.start


def _past_verbs(clean: str, start: int, at: int, ending: Ending) -> int:
    """Leave out verbs at the head where a name is left without them: 点亮+华东智造园."""
    if starts_region(clean, start):
        return start
    if ending.kind in _SITES and clean.startswith("开发区", start) and at - start >= _ZONED:
        start += len("开发区")
    begin = start + (ending.kind is NameKind.ZONE and clean[start] in _ARRIVING)
    while clean[begin : begin + 2] in _VERBS and at - begin > 3:
        begin += 2
    core = clean[begin:at]
    is_region = starts_region(core, 0) and len(core) < 4
    return begin if begin > start and not is_region and _is_name(core, ending) else start


def _floor(clean: str, at: int, kind: NameKind, before: Sequence[Candidate]) -> int:
    """The end of the last body that a name of *kind* does not run over."""
    over = _OVER.get(kind, frozenset())
    for body in reversed(before):
        if at - body.end > 40:
            return 0
        if kind is NameKind.FIRM and clean.startswith(_RUNS_BUILDINGS, body.end):
            continue
        if kind is NameKind.GROUP and clean.startswith(_RUNS_PARKS, body.end):
            continue
        if body.end <= at and body.kind not in over:
            return body.end + (clean[body.end : body.end + 1] in (")", "）"))
    return 0


def _past_quality(clean: str, start: int, at: int) -> int:
    """Leave out 知名, 骨干, 国家级 at the head where a region name follows."""
    match = words.common_words().match(clean, start, at)
    if match and match.end() > start and starts_region(clean, match.end()) and match.end() < at:
        return match.end()
    return start


def _is_name(core: str, ending: Ending) -> bool:
    if ending.kind is NameKind.GOVERNMENT:
        return _names_office(core, ending)
    if ending.says in _PUBLIC and core and core[0] in _LEVELS:
        return True
    if len(core) < ending.core or core[0] in ")）·-." or _is_poor(core, ending.says):
        return False
    if ending.kind is NameKind.ZONE:
        return core[-1] != "省" and not _is_common(core, words.quality_words())
    pattern = words.common_words() if ending.kind in _TRADED else words.quality_words()
    return not _is_common(core, pattern)


def _is_poor(core: str, says: str) -> bool:
    """Whether the words before an ending only lead into it: 相关企业, 办厂, 银企会商会."""
    if says == "厂":
        return core[-1] in "办建进入出开全驻在到回赴离弃拆搬迁该本各每某整"
    return core.endswith("会" if says == "商会" else ("相关", "有关", "各"))


def _names_office(core: str, ending: Ending) -> bool:
    if ending.says in ("政府", "人民政府"):
        return len(core) > 2 and core[-1] in _SEATS
    if len(core) == 1:
        return core in _LEVELS and ending.says[-1] in "局厅院部关所" and len(ending.says) > 2
    return len(core) >= 2 and not _is_common(core, words.quality_words())


def _is_common(core: str, pattern: re.Pattern[str]) -> bool:
    match = pattern.match(core)
    return match is not None and match.end() == len(core)


def _owned(at: int, core: str, kind: NameKind, before: Sequence[Candidate]) -> int:
    """Where a common name begins that its town or zone makes a name: 沈荡镇+小微园; -1 if none."""
    if not before or before[-1].end != at - len(core) or before[-1].kind not in _OFFICES:
        return -1
    if kind in (NameKind.PARK, NameKind.BUILDING) and len(core) >= 2:
        return before[-1].end
    return before[-1].start if at - before[-1].start <= LIMIT else -1


def _compact(
    clean: str, at: int, end: int, ending: Ending, before: Sequence[Candidate]
) -> Candidate | None:
    """A town or a village: two or three characters, after the last 市, 县 or 区."""
    if clean[at - 1 : at] == "之":
        return None  # 农业机械之乡 praises a place
    floor = before[-1].end if before and before[-1].end <= at else 0
    edge = left_edge(clean, at, floor, _LONGEST[ending.kind])
    start = past_soft_words(clean, edge.start, at)
    if at - start < 2 and stands_alone(clean, at):
        start = at - 2
    for seat in _HEADS_OF_PLACE.finditer(clean, start, at - 1):
        start = seat.end()
    while at - start > 2 and clean[start] in _ARRIVING:
        start += 1
    reach = start
    is_stop = edge.start == start and not "一" <= clean[start - 1 : start] <= "龥"
    if at - start > (4 if is_stop else 3) or (at - start >= 3 and not edge.is_shown):
        start = at - 2
    if start > 0 and not edge.is_shown and clean[start - 1 : start + 1] in _VERBS:
        return None
    if ending.says == "乡" and is_homeland(clean[start:at]):
        return None
    is_place = is_place_name(clean[start:at], ending.kind)
    is_place = is_place or (
        ending.says == "村"
        and is_shown_village(clean, start, at, is_in_town=_is_in_town(before, start))
    )
    return Candidate(start, end, ending.kind, at, reach) if is_place else None


def _by_table(clean: str, at: int, ending: Ending, found: Candidate | None) -> Candidate | None:
    """The town that the table shows where the words alone show none."""
    end = at + len(ending.says)
    if found is not None and is_listed(clean[found.start : at]):
        return found
    start = tabled_start(clean, at, ending.says)
    if start < 0 or (found is not None and found.start <= start):
        return found
    return Candidate(start, end, ending.kind, at, start)


def _is_in_town(before: Sequence[Candidate], start: int) -> bool:
    return bool(before) and before[-1].end == start and before[-1].kind is NameKind.TOWN


def is_place_name(core: str, kind: NameKind) -> bool:
    """Whether what stands before 镇 or 村 can be the name of one."""
    if len(core) < 2 or not all("一" <= c <= "龥" and c != "镇" for c in core):
        return False
    is_odd = core[-1] in "乡市上下" or core[0] in _NUMBERS
    if kind is NameKind.TOWN and is_odd and is_listed(core):
        return True
    if core.endswith(_POOR_ENDS) or core[-1] in _ARRIVED or leads_up_to_a_town(core):
        return False
    if kind is NameKind.VILLAGE and (core.endswith("村") or starts_region(core, 0)):
        return core.endswith("村")
    return not _is_common(core, words.common_words())
