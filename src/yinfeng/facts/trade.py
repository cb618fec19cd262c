"""Whether a document is of this trade: a town, zone or park telling of its own ledger.

A recipe, a match report or an essay on the national economy has figures and projects too; it
yields nothing, because no office could put them in its ledger. Nor does a page that borrows the
trade's words for another: a fraud with a false park, flats for sale beside a science city.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from yinfeng.facts.hosts import counties
from yinfeng.facts.ledgers.grids import Grid, grids
from yinfeng.facts.page import Page
from yinfeng.lexicon import words
from yinfeng.lexicon.dictionary import found_in
from yinfeng.lexicon.indicators import dictionary
from yinfeng.lexicon.leading import alternatives, led
from yinfeng.text import LineKind
from yinfeng.values import Name, NameKind

_TRADE = re.compile(words.one_of("trade"))
_FIRMS = (NameKind.FIRM, NameKind.GROUP)
_CALLED = (*_FIRMS, NameKind.BRAND)
_LOCAL = (NameKind.TOWN, NameKind.ZONE, NameKind.VILLAGE, NameKind.PARK)
_OWN = re.compile(
    led(
        r"(?:全|我|该|本)(?:镇|街道|乡|县|区|园区|开发区)|管委会|(?:镇|街道|乡)(?:党|政)"
        r"|(?<![一-龥])(?:镇|街道|园区|开发区|经开区|高新区)(?=[一-龥])"
        r"|(?:到|了|对|与|向|来|诚邀)(?:经开区|高新区)(?=[一-龥])|(?<![一-龥])区党工委"
        r"|(?:[*×Xx]{2}|某) ?(?:镇|街道|乡|县|区|市(?!场)|开发区|园区|高新区|经开区|新区)"
    )
)
_MASKED = re.compile(r"[Xx]{2,3}(?:镇|县|乡|街道|开发区)")
# A county or a city speaks of itself, or its paper of it.
_COUNTY_OWN = re.compile(
    led(
        r"(?:全|我|该|本)市(?!场)|[县市区](?:委|政府|长)(?=[一-龥])|(?<![一-龥])[县市区](?=[委直级])"
    )
)
_COUNTY = re.compile(r"[^省国]{1,8}[县市区旗]$")
_OFFICES = re.compile(
    led(
        r"[县区市](?:工信|经信|商务|招商|投促|投资促进|发改|科技|金融|人社|自然资源|市场监管|行政审批)"
        r"[一-龥]{0,4}?(?:局|办|中心)|[县区市镇](?:招商委|投促委|驻企|惠企|企业服务|项目)[一-龥]{0,3}?(?:专班|中心|办)"
    )
)
_BRIEF = re.compile(
    led(r"总投资|拟投资|投资建设|计划投资|用地|占地|年产|达产|年纳税|年税收|选址|落户")
)
# A bulletin of what was begun at once: 98个项目集中开工, 集中签约项目共70个.
_BULLETIN = re.compile(
    r"\d个(?:重大|重点|产业|工业|招商)*项目(?:在[^,，。;；]{2,12})?集中(?:开工|签约|竣工|投产)"
    r"|集中(?:开工|签约|竣工)的?(?:重大|重点|产业|招商)*项目(?:共|有)*\d+个"
)
# What a talk of two lines says of a lead: land that somebody wants, a sum, how far it is.
_LAND_WANTED = re.compile(
    r"(?:[想要需拿选供]|看[中上])[^,，。;；\d]{0,5}\d[\d.]*[多来余]?亩|\d[\d.]*[多来余]?亩(?:左右)?的?(?:土|用)?地"
)
_SUM = re.compile(r"投资?[^,，。;；\d]{0,6}\d[\d.]*(?:多|来|余)?(?:个多?)?(?:千万|百万|亿|万)")
_STEP = re.compile(
    r"签约|签了|投产|开工|封顶|环评|搬过来|拜访|走访|接待|来电|洽谈|在谈|谈[过了成妥]|考察|看[了过]?地|意向|落户|开工|投产|供地|拿地"
)
_OUR_PLACE = re.compile(
    r"[镇区县市村]里|镇上|街道|园区|开发区|管委会|招商|书记|[镇区县乡]长|主任|看[了过]?地|拿地|选址"
)
_HEAD_OF_A_FIRM = re.compile(
    r"(?<![一-龥])[一-龥]总(?![一-龥]{0,1}[部投额量])|(?:的|和|跟|与)[一-龥]总"
)
_NEED = re.compile(
    r"扩产|增容|诉求|招工|用工|资金链|补贴|贷款|想贷|(?:企业|公司|老板|客商|对方|[一-龥]总)(?:想|反映|希望|说)|反映|希望协调|二期"
)
_ROOM_WANTED = re.compile(
    r"\d万?(?:平|方)[米方]?(?:的|标准)*(?:厂房|标房|仓库|冷库|车间|场地)|租[^,，。]{0,10}\d|用地\d"
)
# What a county or a zone tells of its key projects all together: 重点项目50个,…完成投资4.28亿元.
_PROGRESS = re.compile(
    r"(?:重点|重大)(?:建设|工程|产业|工业)*项目[^,，。;；\d]{0,4}\d+[个项宗]|\d+[个项宗](?:在建)?(?:重点|重大)(?:建设|工程)?项目"
)
_FUNDED = re.compile(
    r"(?:年度?)(?:投资计划|计划(?:完成)?投资)[^,，。;；\d]{0,3}\d[^。]{0,40}完成投资|占年度?(?:投资)?(?:计划|目标)"
)
_OF_A_PROVINCE = re.compile(
    r"(?<![跑居于列占])全[国省](?!第|前列|首|同|百强|各|排|的?(?:水平|平均))|我[国省]"
)
_OF_A_COMPANY = re.compile(r"报告期|证券代码|公告编号|归属于?上市公司|募投项目")
_TALK, _WORD = 600, 160
_SALES = re.compile(r"加盟|代理|招募|经销|培训班|课程|报名|讲师|学费|股价|涨停|大盘")
_OTHERS = (
    "of_notices",
    *("of_courts", "of_homes", "of_jobs", "of_markets", "of_stages", "of_old_times", "of_schools"),
    *("of_hospitals", "of_films", "of_storms", "of_museums", "of_charity", "of_fields", "of_tales"),
    *("of_tenders", "of_inspections", "of_outages", "of_recruits", "of_papers"),
    *("of_contracts", "of_parties", "of_lands_abroad", "of_plans", "of_suits", "of_comments"),
    *("of_forums", "of_fires", "of_reports", "of_discipline", "of_exams", "of_designs"),
)
_OTHER_TRADES = re.compile(led("|".join(f"(?P<{name}>{words.one_of(name)})" for name in _OTHERS)))
# A page has few words of other trades, and to count them by a pattern of 500 words takes ten times
# as long as by an automaton; what is no plain word there stays a pattern.
_EVERY = sorted(frozenset[str]().union(*map(words.listed, _OTHERS)))
_PLAIN_OTHERS = AhoCorasick([word for word in _EVERY if word.isalnum()])
_BY_PATTERN = alternatives([word for word in _EVERY if not word.isalnum()] or ["(?!)"])
_OTHERS_BY_PATTERN, _BEGINS_BY_PATTERN = re.compile(_BY_PATTERN), re.compile(f"(?={_BY_PATTERN})")
_OTHER, _SOME = 6, 4
"""So many different words of another trade make a page one of it, where ours are no match."""
_NEVER_OURS = (
    *("of_tales", "of_papers", "of_notices", "of_contracts", "of_suits", "of_comments"),
    *("of_reports", "of_exams"),
)
_FEW_OF_THEM = 3
"""Looks and tempers and footnotes stand in no paper of an office, so a few of them tell."""
_FORM, _OF_A_FORM = "of_contracts", 5
"""So many of its words make a page a contract, however much it promises in ours."""
_HERE = 2
_ENOUGH = 4.0
_FEW, _MUCH, _PLENTY = 2.0, 8.0, 15.0
_DENSE = 0.03
# A short text may name no place and still speak of its own park all along: 园区入驻企业46家.
_OFTEN = 0.004
_LOCAL_PER_CHARACTER = 0.004
_SOME_FIRMS = 3
"""A town that tells of so many firms by name tells of what it did for them."""
_KNOWN = 4
"""So many known indicators in the words of a town or a county make them of its economy."""
_TABLED = 2
"""So many known indicators in a table make it one of a town's or a county's economy."""


def is_of_the_trade(page: Page) -> bool:
    """Whether the page tells of a body that brings enterprises in, in enough words of the trade."""
    says = "".join(page.text.says(line.span) for line in page.text.lines if _is_told(line.kind))
    if page.text.document.tables or not says:
        return bool(page.text.document.tables)
    if _OF_A_COMPANY.search(says):
        return False
    found = Counter(_TRADE.findall(says))
    if len(says) <= _TALK and (_is_talk_of_a_lead(page, says) or _is_word_of_one(page, says)):
        return True
    if any(_is_own_ledger(page, grid) for grid in grids(page)):
        return True
    if _tells_of_its_economy(says, len(found)):
        return True
    weight = len(found) + min(found.total(), 3 * len(found)) * 0.5
    if weight < min(_ENOUGH, _FEW + len(says) / 100):
        return False
    local = sum(1 for m in page.mentions if isinstance(m.value, Name) and m.value.kind in _LOCAL)
    local += len(_OFFICES.findall(says))
    local += 0 if _SALES.search(says) else len(_MASKED.findall(says))
    if _is_of_another(says, len(found), is_here=local >= _HERE and weight >= _PLENTY):
        return False
    own = len(_OWN.findall(says))
    own += _of_county(page, says) if weight >= _MUCH else 0
    if not local:
        speaks = weight >= _MUCH and own >= _OFTEN * len(says) and not _SALES.search(says)
        return speaks or _is_project_brief(page, says)
    if weight >= _PLENTY and local >= 2:
        return True
    if weight >= _DENSE * len(says) and weight >= _MUCH:  # a chat names its town in its title only
        return True
    if own and weight >= _DENSE / 2 * len(says) and weight >= _MUCH and _firms(page) >= _SOME_FIRMS:
        return True
    if _is_project_brief(page, says):
        return True
    return local + own >= _LOCAL_PER_CHARACTER * min(len(says), 6000)


def _firms(page: Page) -> int:
    """How many firms the page names in full."""
    named = (m.value for m in page.mentions if isinstance(m.value, Name))
    return len({name.text for name in named if name.kind in _FIRMS})


def _tells_of_its_economy(says: str, ours: int) -> bool:
    """Whether a town or a county tells so many known indicators of its own: 全镇实现生产总值…."""
    if _SALES.search(says):
        return False
    own = len(_OWN.findall(says)) + len(_COUNTY_OWN.findall(says))
    if len(_OF_A_PROVINCE.findall(says)) > own:
        return False
    if _PROGRESS.search(says) and _FUNDED.search(says):
        return True
    if not own:
        return False
    known = {found.key for found in dictionary().find(says)}
    return len(known) >= _KNOWN and not _is_of_another(says, ours, is_here=False)


def _is_own_ledger(page: Page, grid: Grid) -> bool:
    """Whether a typed table is one that only an office keeps: help to enterprises, its economy."""
    if grid.is_of("service"):
        return True
    if grid.is_of("place"):
        names = grid.header
    elif grid.is_of("indicator"):
        at = grid.fields("indicator")["name"]
        names = tuple(page.text.says(row[at]) for row in grid.rows if at < len(row))
    else:
        return False
    return sum(1 for name in names if any(dictionary().find(name))) >= _TABLED


def _of_county(page: Page, says: str) -> int:
    """How often the page names a county or a city, or one speaks of itself."""
    named = sum(1 for m in page.mentions if isinstance(m.value, Name) and _is_county(m.value))
    return max(named, sum(1 for _ in counties(says))) + len(_COUNTY_OWN.findall(says))


def _is_county(name: Name) -> bool:
    return name.kind is NameKind.PLACE and _COUNTY.fullmatch(name.text) is not None


def _is_of_another(says: str, ours: int, *, is_here: bool) -> bool:
    """Whether the words of another trade go before *ours*, so many different words of this one.

    A town that tells much of its own (*is_here*) may tell of a film park or a hospital it won.
    """
    plain = found_in(_PLAIN_OTHERS, says, overlapping=True)
    found = {which for which, _, _ in plain}
    if len(found) + len(set(_OTHERS_BY_PATTERN.findall(says))) < _FEW_OF_THEM:
        return False
    starts = {start for _, start, _ in plain}
    starts.update(match.start() for match in _BEGINS_BY_PATTERN.finditer(says))
    different = set(_others_at(says, sorted(starts)))
    counts = Counter(trade for trade, _ in different)
    most = max(counts.values(), default=0)
    if counts[_FORM] >= _OF_A_FORM and 3 * counts[_FORM] >= ours:
        return True
    few = _SOME if is_here else _FEW_OF_THEM
    if any(counts[sort] >= few and 2 * counts[sort] >= ours for sort in _NEVER_OURS):
        return True
    if is_here:
        return most >= _OTHER and most > ours
    return (most >= _OTHER and 3 * most > 2 * ours) or (most >= _SOME and most >= ours)


def _others_at(says: str, starts: Iterable[int]) -> Iterator[tuple[str | None, str]]:
    """The words of other trades that begin at some of these places, none inside another."""
    end = 0
    for start in starts:
        match = _OTHER_TRADES.match(says, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match.lastgroup, match.group()


def _is_project_brief(page: Page, says: str) -> bool:
    """Whether a page that names no place is one project's own paper: a firm and its figures."""
    firms = any(isinstance(m.value, Name) and m.value.kind in _FIRMS for m in page.mentions)
    if _BULLETIN.search(says) and not _SALES.search(says):
        return True
    return firms and len(set(_BRIEF.findall(says))) >= 2 and not _SALES.search(says)


def _is_talk_of_a_lead(page: Page, says: str) -> bool:
    """Whether a short talk tells of a firm that wants land here, or of a project with its sum.

    Colleagues who write to one another name their town as 镇里 and a firm by its short name.
    """
    if not _OUR_PLACE.search(says) or _SALES.search(says):
        return False
    if _has_other(says):
        return False
    firms = any(isinstance(m.value, Name) and m.value.kind in _CALLED for m in page.mentions)
    has_guest = firms or _HEAD_OF_A_FIRM.search(says) is not None
    lines = [page.text.says(line.span) for line in page.text.lines if _is_told(line.kind)]
    return any(
        _LAND_WANTED.search(line) or (has_guest and _STEP.search(line))
        for line in lines
        if "项目" in line and _SUM.search(line)
    )


def _is_word_of_one(page: Page, says: str) -> bool:
    """Whether a word or two passes on what a firm wants here: room or land, a sum, a step."""
    if len(says) > _WORD or _SALES.search(says) or _has_other(says):
        return False
    firms = any(isinstance(m.value, Name) and m.value.kind in _CALLED for m in page.mentions)
    if not firms and not _HEAD_OF_A_FIRM.search(says):
        return False
    asked = _ROOM_WANTED.search(says) is not None or _LAND_WANTED.search(says) is not None
    signs = (_SUM, _STEP, _NEED)
    return asked + sum(1 for sign in signs if sign.search(says)) > 1


def _has_other(says: str) -> bool:
    return len({which for which, _, _ in found_in(_PLAIN_OTHERS, says, overlapping=True)}) > 1


def _is_told(kind: LineKind) -> bool:
    return kind is not LineKind.FURNITURE
