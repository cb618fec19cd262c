"""Hosts: whose ledger the words of a page belong to, section by section.

A town's own paper seldom repeats its name; 全镇, 街道党工委 and 管委会 say what kind of body
speaks. A page of several bodies (three zones in one newspaper page) changes host at each heading
that names one. 泓山经开区 is told by its full name where the page has it: 泓山经济开发区.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from yinfeng.facts.page import Page
from yinfeng.lexicon import bodies, regions, words
from yinfeng.lexicon.leading import led
from yinfeng.text import LineKind
from yinfeng.values import Mention, Name, NameKind

_OWN = re.compile(
    led(
        r"(?:全|[我咱]们?|该|本)(?P<kind>镇|街道|乡|县|市|区)(?!级|域)"
        r"|(?P<office>镇|街道|乡|县)(?:党委|党工委|政府|办事处|纪委|人大|主要领导|党政|招商)"
        r"|(?<![一-龥])(?P<self>镇|街道|乡)(?=[一-龥])(?!镇|街|乡村|.[县市区])"
        r"|(?P<zone>管委会|(?:我|全|该|本)(?:园区|开发区|高新区|经开区)|园区党工委)"
        r"|(?P<county>(?<![开发新经])[县区市](?:委(?![员会托])|政府|长(?![期远江三])|领导))"
    )
)
_AWAY = re.compile(
    r"(?:赴|到|前往|与|和|同|来自|对接|邀请|参观|观摩|考察|毗邻|紧邻)[^,，。;；]{0,8}$"
)
# 赴江苏省张家港市考察学习: who tells of it is of elsewhere.
_GONE_TO = re.compile(r"(?:赴|前往)[^,，。;；]{0,12}$")
_GUESTS = re.compile(r"[一-龥]{0,8}(?:考察团|代表团|访问团|商会)")
_TO_LEARN = re.compile(r"[^,，。;；]{0,8}?(?:学习|招商|取经|考察)")
# Where a firm that keeps the site sits: 地址:江东省云泽市….
_ADDRESS = re.compile(r"(?:地\s?址|住所)\s?[:：][^,，。;；]*$")
_HOST_KINDS = (NameKind.TOWN, NameKind.ZONE)
_ZONE = re.compile(
    r"(?:开发区|高新区|经开区|新区|集中区|示范区|保税区|合作区|产业园区|工业园区|园区|新城|港区|度假区|科技城)$"
)
_SHORT_ZONE = re.compile(r"(?:经开区|高新区|开发区)$")
_FULL_ZONE = re.compile(r"开发区$")
_ENDS = re.compile(r"[一-龥]县$|.[一-龥][区市]$")
_COUNTY = re.compile(
    r"[县区](?=\d|[一-龥])(?![域级])(?<!城区|园区|全区|地区|社区|片区|各区|辖区|新区|老区|发区|范区|税区|作区|假区|景区|贸区|业区)(?<!经开区)"
    r"|市(?=[委政招人经发投商工税统各举召组坚累](?!场))(?<!城市|都市|超市|门市|上市|全市|我市|该市|本市|各市|省市|县市|集市|夜市|股市|楼市|地市|外市|副市)"
)
# Towns speak of the city above them; only a county's city keeps a ledger of its own.
_CITIES = frozenset(one.name for one in regions.regions() if one.level in (1, 2))
_OWN_NAMES = {
    seat: {
        says: one.name
        for one in regions.regions()
        if one.level > 1 and one.name.endswith(seat) and one.short
        for says in (one.short, one.name)
    }
    for seat in "市县"
}
_SHORT_COUNTIES = frozenset(
    one.name for one in regions.regions() if len(one.name) == 2 and one.name[-1] == "县"
)
_VERBS = bodies.edge_words()
# 一行到我县考察: the zone told before is where they came from.
_TO_US = re.compile(r"(?:到|来|赴|抵)我[县市区](?:投资)?(?:考察|调研|洽谈|参观|投资|对接)")
_PROVINCES = frozenset(one.short for one in regions.regions() if one.level == 1)
# 六个县 counts counties, 在全县 and 为我县 point at one: none of them names one.
_NAME = re.compile(r"(?![一-龥][个座全我该本各外]|[在到为从由并年]|请)[一-龥]{3}")
_CIRCULAR = re.compile(
    r"的?(?:通知|通报|意见|公告|批复|函)(?=[\s〔\[（(]|$)|[〔\[]20\d\d[〕\]]\d+号", re.MULTILINE
)
_ISSUER = re.compile(
    r"(?P<name>[一-龥]{2}[县区])(?:委办公室|人民政府(?:办公室)?|统计局|发展和改革局|发改局|工业和信息化局|工信局|投资促进局|招商局)(?=\s|$)",
    re.MULTILINE,
)
_NEW_TOWN_BOARD = re.compile(r"新城(?:党工委|管委会)")
_NEW_TOWN = re.compile(r"(?<![一-龥])(?P<name>[一-龥]{2,4}新城)(?!项目|里|市)")
_HEAD, _LINES, _TITLE = 120, 2, 40
_OFTEN = 2
_TOWN_KINDS = ("镇", "乡", "街道")
_KIND_ENDINGS = {"镇": "镇", "街道": "街道", "乡": "乡", "区": "区", "县": "县", "市": "县"}


def sections(page: Page) -> Iterator[tuple[int, str]]:
    """Where each section of the page starts, and its host; none where no body is named."""
    named = [
        m
        for m in page.mentions
        if isinstance(m.value, Name) and m.value.kind in _HOST_KINDS and not _at_address(page, m)
    ]
    headed = list(_headed(page, named))
    if len({host for _, host in headed}) > 1:
        previous = ""
        for start, host in headed:
            if host != previous:
                yield start, host
            previous = host
        return
    host = _single_host(page, named)
    if host:
        yield 0, host


def _at_address(page: Page, mention: Mention) -> bool:
    """Whether a body is only where somebody can be written to."""
    clean, at = page.text.clean, mention.span.start
    return _ADDRESS.search(clean, max(0, at - 24), at) is not None


def _headed(page: Page, named: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """Headings that open with a body's name, and the body."""
    at = {m.span.start: m for m in named}
    for line in page.text.lines:
        if line.kind not in (LineKind.TITLE, LineKind.HEADING):
            continue
        mention = at.get(line.span.start)
        if mention is not None:
            yield line.span.start, _shortest(mention)


def _shortest(mention: Mention) -> str:
    assert isinstance(mention.value, Name)
    return words.without_region(mention.value.text)


def _single_host(page: Page, named: Sequence[Mention]) -> str:
    clean = page.text.clean
    votes: Counter[str] = Counter()
    for mention in named:
        name = _shortest(mention)
        away = _AWAY.search(clean, max(0, mention.span.start - 10), mention.span.start)
        votes[name] += 1 if away is None else 0
    own = _own_kind(clean)
    heads = "".join(page.text.says(line.span) for line in page.text.lines[:_LINES])
    headed = any(name in heads for name in votes)
    is_here = _TO_US.search(clean) is not None
    is_county = own == "县" and (is_here or not headed)
    county = _county(page) if is_county or not votes else ""
    county = county or ("" if headed else _issued_by(page))
    if county:
        return county
    scores = {name: _weight(name, votes[name], clean, own) for name in votes}
    best = max(scores, key=lambda name: (scores[name], -clean.find(name)), default="")
    if best and votes[best] <= 1 and own not in _TOWN_KINDS and not _heads_page(page, best):
        # 近日,某区在某街道举行…: a town told of once is only where a county's deed was done.
        best = _county(page) or ("" if own == "县" and _only_there(page, named, best) else best)
        if best not in scores:
            return best
    if best and scores[best] > 0:
        return _full_name(best, votes)
    return _county(page) or _new_town(clean)


def _issued_by(page: Page) -> str:
    """The county or district whose circular a page is, by its signature: 云泽区人民政府办公室."""
    clean = page.text.clean
    if _CIRCULAR.search(clean, 0, _HEAD) is None:
        return ""
    signed = {match["name"] for match in _ISSUER.finditer(clean)}
    named = Counter(name for name in counties(clean) if name in signed)
    return max(named, key=lambda name: named[name], default="")


def _new_town(clean: str) -> str:
    """A new town with a board of its own that no ending of a zone tells: 海阳湾新城管委会."""
    if _NEW_TOWN_BOARD.search(clean) is None:
        return ""
    named = Counter(match["name"] for match in _NEW_TOWN.finditer(clean))
    return max(named, key=lambda name: named[name], default="")


def _only_there(page: Page, named: Sequence[Mention], name: str) -> bool:
    """Whether a body is only where a city did something: 我市…集中开工会在某示范区召开."""
    told = [m.span.start for m in named if _shortest(m) == name]
    return all(page.says(max(0, at - 1), at) in ("在", "于") for at in told)


def _heads_page(page: Page, name: str) -> bool:
    """Whether a title or another short line at the head of the page has the name."""
    lines = (page.text.says(line.span) for line in page.text.lines[:_LINES])
    return any(name in says for says in lines if len(says) <= _TITLE)


def _full_name(name: str, told: Counter[str]) -> str:
    """The zone's full name, where the page also has it: 泓山经开区 → 泓山经济开发区."""
    short = _SHORT_ZONE.search(name)
    if short is None or len(name) - len(short.group()) < 2:
        return name
    stem = name[: short.start()]
    initial = name[short.start()] if short.group() != "开发区" else ""
    longer = [
        other
        for other in told
        if other.startswith(stem + initial) and _FULL_ZONE.search(other) and len(other) > len(name)
    ]
    return max(longer, key=lambda other: (told[other], -len(other)), default=name)


def _weight(name: str, votes: int, clean: str, own: str) -> float:
    ending = next((e for e in ("街道", "镇", "乡") if name.endswith(e)), "区")
    stem = name[: -len(ending)] if ending != "区" else name
    weight = votes + 0.3 * min(clean.count(stem) if len(stem) > 1 else 0, 20)
    if own:
        weight *= 2.0 if ending == own else 0.6
    if name in clean[:200]:
        weight += 2
    if ending == "区" and not _ZONE.search(name):
        weight *= 0.3
    return weight if votes else 0.2 * weight


def _own_kind(clean: str) -> str:
    """The kind of body that the text calls its own: 我镇, 街道党工委, 管委会; empty if none."""
    kinds: Counter[str] = Counter()
    for match in _OWN.finditer(clean):
        if match["zone"] or match["county"]:
            kinds["区" if match["zone"] else "县"] += 1
        else:
            kinds[match["kind"] or match["office"] or match["self"]] += 1
    kind = kinds.most_common(1)[0][0] if kinds else ""
    return _KIND_ENDINGS.get(kind, "")


def _county(page: Page) -> str:
    """The county or district that the page is of: told at its head, else most told of."""
    clean = page.text.clean
    head = clean[:_HEAD]
    votes: Counter[str] = Counter(counties(clean))
    gone_to: set[str] = set()
    guests: set[str] = set()
    for mention in page.mentions:
        name = mention.value
        if isinstance(name, Name) and name.kind is NameKind.PLACE and _ENDS.search(name.text):
            near = max(0, mention.span.start - 10)
            if _at_address(page, mention):
                continue
            own = words.without_region(name.text)
            if _TO_LEARN.match(clean, mention.span.end) and _GONE_TO.search(
                clean, max(0, mention.span.start - 14), mention.span.start
            ):
                gone_to.add(own)
            if _GUESTS.match(clean, mention.span.end):
                guests.add(own)
            votes[own] += 0 if _AWAY.search(clean, near, mention.span.start) else 1
    for place in gone_to:
        del votes[place]
    for place in votes:
        votes[place] += 3 * (place[:-1] in head) if place not in guests else -1
    best = votes.most_common(1)
    city = _own_city(page)
    if city and not any(place[:-1] in head and place[-1] == city[-1] for place in votes):
        return city
    if best and best[0][0].endswith("市") and "我县" in clean:
        return ""
    return best[0][0] if best and best[0][1] > 1 else ""


def _own_city(page: Page) -> str:
    """The city or county that a page which says 我市 names at its head, else most often."""
    seat = next((seat for seat in _OWN_NAMES if f"我{seat}" in page.text.clean), "")
    names = _OWN_NAMES.get(seat, {})
    if not names:
        return ""
    told: Counter[str] = Counter()
    for mention in page.mentions:
        name = mention.value
        if not isinstance(name, Name) or name.kind is not NameKind.PLACE or name.text not in names:
            continue
        if page.is_inside_name(mention.span.start):
            continue
        if mention.span.start < _HEAD and seat == "市":
            return names[name.text]
        told[names[name.text]] += 1
    best = told.most_common(1)
    return best[0][0] if best and best[0][1] >= _OFTEN else ""


def counties(clean: str) -> Iterator[str]:
    """The names of two letters and 县 or 区 that begin a word: 云泽县, 我是云泽县, 江苏云泽县."""
    for match in _COUNTY.finditer(clean):
        start = match.start() - 2
        before = clean[max(0, start - 1) : start]
        begins = not ("一" <= before <= "龥") or before in "是在到为从由"
        begins = begins or clean[max(0, start - 2) : start] in _PROVINCES
        short = clean[match.end() - 2 : match.end()]
        before_short = clean[match.end() - 3 : match.end() - 2]
        if short in _SHORT_COUNTIES and not "一" <= before_short.replace("年", "") <= "龥":
            yield short
        elif begins and start >= 0 and _NAME.fullmatch(clean, start, match.end()):
            name = clean[start : match.end()]
            if name not in _CITIES and name[:2] not in _VERBS:
                yield name
