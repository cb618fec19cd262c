"""Where a page names a park, base, building, platform or station of the host.

Names come from the bodies that were recognised, and from endings that only carriers have (云谷,
家居小镇, 标准化厂房). A base for one firm's own production (种苗生产基地) is a project,
高标准厂房 names nothing, and what is seen on a visit or only close by belongs to others.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.phrases import COUNTED, reach
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.mentions.body_edges import left_edge
from yinfeng.values import Mention, Name, NameKind, Span

_KINDS = (NameKind.PARK, NameKind.BUILDING, NameKind.STATION)
_ZONED = re.compile(r"(?:工业集中区|工业小区|工业园区?|集聚区|科创城|产业城)$")
_PLATFORM = re.compile(rf"{words.one_of('platforms')}(?:[(（][^()（）]{{1,8}}[)）])?$")
_ENDING = re.compile(led(words.one_of("carrier_endings")))
_RUN = re.compile(
    led(rf"{words.one_of('platforms')}(?:(?<!平台)|(?<=中试平台))(?![一-龥]?主任|大楼)")
)
_NO_CARRIER = re.compile(rf"^{words.one_of('carrier_generic')}$|{words.one_of('no_carriers')}")
_FOLLOWS = re.compile(
    r"(?:宇|旁|附近|对面|\d+[个处]|中心|项目|工程|建设项目|产业园|公司|有限|管委会|党|派出所|书记|主任|集团|一期项目|二期项目|产业链)"
)
_VERBS = re.compile(
    r"(?:要|用好|管好|用活|推介|设立?|建设|打造|推动|推进|加快|规划|投资|投建|开发(?!区)|租赁|租用|自建|新上|新投产|新开工|新签约|新竣工|建成|启动|创建|共建|新建|在建|依托|布局|谋划|引进|成立|设立|运营|建好"
    r"|做强|做大|做优|办好|实施|完善|提升|优化|支持|保障|确保|保证|高质量|高标准|了|全力|积极|参观|走进|察看|查看)+"
)
# 拟建|成医疗器械产业园, 开发|区北部工业园区: an edge that fell inside a word.
_CUT, _BEFORE_CUT = (
    re.compile(r"成(?!都|功|长|果|套|品|形)|区"),
    re.compile(r"[建打变改造]$|开发$|新$"),
)
_LEADS_IN = re.compile(r"[要好用介管推访观看]|建设|打造|项目")
_NUMBER = re.compile(
    r"[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|[①-⑳]|[一二三四五六七八九十]、"
)
_POSTS = re.compile(
    r"(?P<cities>驻[一-龥]{2,3}?(?:[、和]驻?[一-龥]{2,3}?)+)(?:等?[两三四五六七八九十\d]+个)?"
    r"(?P<kind>(?:招商|商务|人才|乡贤|驻点|联络|办事|工作)[一-龥]{0,6}?(?:处|站|点))(?![一-龥]?长)"
)
_OWN_ZONE = re.compile(
    r"(?:(?<![一-龥])|(?<=[是在到入了于和与该]))[县镇乡](?:工业|产业|科技)(?:园区|集中区)(?!管委|党工)"
)
_MASK = re.compile(r"^(?:XX|××|\*\*)")
_ELSEWHERE = re.compile(r"[一-龥]{2,3}(?:省|自治区)")
_TOWERS = re.compile(
    r"(?P<names>(?:[^,，。;；:：\s、的]{3,10}、)+[^,，。;；:：\s、]{3,10}?)等?[两二三四五六七八九十\d]+[座幢栋]"
    r"(?:[一-龥]{0,4})(?:楼宇|大楼|写字楼|大厦)"
)
# 开发区|恒森科技园: the zone that the page is of is no part of the park's name.
_ZONES = ("开发区", "高新区", "经开区", "园区", "新区", "集聚区", "集中区")
# 打造农业发展平台、创业创新基地、物流服务中心共8个基地和平台: named by their count.
_COUNTED_PARKS = re.compile(
    r"(?:打造|建设|建成|建有|拥有|形成|规划|布局|培育)(?:了|成)?(?P<names>(?:[^,，。;；:：\s、的]{3,16}、){2,}[^,，。;；:：\s、]{3,16}?)"
    r"(?:等|共|等共)(?:\d{1,2}|[三四五六七八九十])[个大][^,，。;；、]{0,8}?(?:园区|基地|平台|载体|集聚区)"
)
_PARKED = re.compile(r"[个大][^,，。;；、]{0,8}?(?:园区|基地|平台|载体|集聚区)")
_PARK_END = re.compile(r"(?:园|园区|基地|平台|中心|谷|港|集中区|集聚区|孵化器)$")
_LASTING = ("园", "园区", "小镇", "谷", "港", "湾", "城", "孵化器", "加速器")
_BODY = re.compile(r"\d|中心|公司|有限|集团|产业园|产业链|党|派出所|书记|主任")
_VISIT = re.compile(r"赴|前往|奔赴|参观|观摩|学习考察|考察学习|取经|来到")
_GUESTS = re.compile(r"\s*(?:考察[团组]|代表团|客商|一行|企业家)")
_CAME = re.compile(r"[来到]我[县市区镇乡]|来[一-龥]考察|回[乡家县]")
_NEAR = 3
_NEIGHBOUR = re.compile(
    r"(?:紧邻|毗邻|相邻|靠近|紧靠|来自|类似|如同|对标|学习|借鉴)的?[^,，。;；、]{0,3}$"
)
_LIKENESS = re.compile(r"(?:的|成为|建成|争创|升格为|认定为|列为|评为|打造成)[“]?$")
_RANK = re.compile(r"^(?:省级|国家级|市级|全国|全省|全市)")
# 是由区里出资建设的科技企业孵化器 says what sort a park is; 改造为加速器5座 counts.
_SORT = re.compile(r"科技(?:型|类)?(?:中小)?企业(?:孵化器|加速器)")
# 与清江区山阳工业园|建立友好关系: the other side's.
_WITH, _TIES = re.compile(r"[与和同]$"), re.compile(r"(?:建立|达成|缔结|结成|结为|签订|签署|开展)")
# 科岭示范园三期(御泰智造产业园): another name of the same park.
_ENDS = frozenset("园期城谷港湾厦区")
# 打造以机械制造为主的高端装备园区 tells what one is to become.
_MAINLY = re.compile(
    r"以[^,，。;；]{2,40}为(?:主|主体|主导|核心|特色|重点)的[“]?$|[于为]一体的[“]?$"
)
_IS = re.compile(r"[是为][^,，。;；]*的$")
_COUNTED_BEHIND = re.compile(r"\d+[座个处栋幢]")
_RUNS = re.compile(
    r"(?:[(（][^()（）]{1,8}[)）])?(?:正式|全面|已|也|近日|主体|已经|顺利|新增|于[^,，。]{1,12})*"
    r"(?:运行|投用|启用|建成|揭牌|运营|投入使用|封顶|完工|新增|位于|入驻|落成|开业|完成|挂牌|等载体|等平台|开放|落户|落地|由[^,，。;；]{4,40}(?:共建|建设|运营|打造))"
)
_BUILDS = re.compile(
    r"(?:加快|建设|共建|新建|成立|设立|打造|建成|投用|启用|运行|运营|依托|规划|引进|推进|创建|开办|揭牌|搭建|建有|内的?|位于|组建)[^,，。;；]{0,12}$"
)


def named(page: Page, sentence: Sentence, host: str) -> Iterator[tuple[Span, str]]:
    """The carriers that a sentence names, from left to right: where, and what."""
    posts = list(_posts(page, sentence))
    yield from posts
    found = [m.span for m in sentence.names if _is_carrier(page, m, host)]
    found = [span for span in found if not any(span.meets(post) for post, _ in posts)]
    for span in (
        *_towers(page, sentence),
        *_own_zones(page, sentence),
        *_counted(page, sentence),
        *_by_ending(page, sentence),
    ):
        if not any(span.meets(other) for other in (*found, *(post for post, _ in posts))):
            found.append(span)
    if not found:
        return
    for span in sorted(_without_verbs(page, span, host) for span in found):
        name = page.says(*span)
        if name[0] in "“‘" and name[-1] in "”’":
            name = name[1:-1]
        if not _is_left_out(page, sentence, span, name, host):
            yield span, _MASK.sub("", name)


def _without_verbs(page: Page, span: Span, host: str) -> Span:
    """The name without what only leads into it: 要管好用活+青禾智造产业园, 推介+安塘家居小镇."""
    number = _NUMBER.match(page.text.clean, *span)
    if number:
        span = Span(number.end(), span.end)
    name = page.says(*span)
    own = name.find(host[:2]) if len(host) > 2 else -1
    if 0 < own < 8 and len(name) - own >= 4 and _LEADS_IN.search(name[:own]):
        return Span(span.start + own, span.end)
    if _CUT.match(name) and _BEFORE_CUT.search(page.says(max(0, span.start - 2), span.start)):
        span, name = Span(span.start + 1, span.end), name[1:]
    head = _VERBS.match(name)
    if head and len(name) - head.end() >= 3:
        return Span(span.start + head.end(), span.end)
    whole = span.start - len(host)
    if host and whole >= 0 and page.says(whole, span.start) == host:
        return Span(whole, span.end)
    return span


def _towers(page: Page, sentence: Sentence) -> Iterator[Span]:
    """Buildings that only their number shows to be such: 滨江国际大厦、科尔中心两座商务楼宇."""
    if "座" in sentence.says or "幢" in sentence.says or "栋" in sentence.says:
        for match in _TOWERS.finditer(page.text.clean, *sentence.span):
            at = match.start("names")
            for part in match["names"].split("、"):
                if 3 <= len(part) <= 10 and not re.search(r"[0-9的]", part):
                    yield Span(at, at + len(part))
                at += len(part) + 1


def _counted(page: Page, sentence: Sentence) -> Iterator[Span]:
    """Bases and platforms that the count behind their list shows to be such."""
    if "、" not in sentence.says or not _PARKED.search(sentence.says):
        return
    for match in _COUNTED_PARKS.finditer(page.text.clean, *sentence.span):
        at = match.start("names")
        for part in match["names"].split("、"):
            if _PARK_END.search(part):
                yield Span(at, at + len(part))
            at += len(part) + 1


def _posts(page: Page, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """Stations posted to several cities in one breath: 驻深圳、驻厦门两个招商联络处."""
    if "驻" in sentence.says and "、" in sentence.says:
        for match in _POSTS.finditer(page.text.clean, *sentence.span):
            at = match.start("cities")
            cities = match["cities"].replace("和", "、").split("、")
            for city in cities:
                end = match.end() if city is cities[-1] else at + len(city)
                yield Span(at, end), f"驻{city.removeprefix('驻')}{match['kind']}"
                at += len(city) + 1


def _own_zones(page: Page, sentence: Sentence) -> Iterator[Span]:
    """The zone that a county or town calls its own without its name: 县工业园区, 镇工业集中区."""
    if "园区" in sentence.says or "集中区" in sentence.says:
        for match in _OWN_ZONE.finditer(page.text.clean, *sentence.span):
            yield Span(*match.span())


def _is_carrier(page: Page, mention: Mention, host: str) -> bool:
    name = mention.value
    if not isinstance(name, Name):
        return False
    if name.kind in _KINDS:
        return True
    if name.kind is NameKind.ZONE:
        return _ZONED.search(name.text) is not None
    if name.kind in (NameKind.INSTITUTE, NameKind.GOVERNMENT) and _PLATFORM.search(name.text):
        lead = page.says(max(0, mention.span.start - 16), mention.span.start)
        tail = page.says(mention.span.end, mention.span.end + 20)
        if len(host) > 2 and name.text.startswith(host[:2]):
            return True
        return bool(_BUILDS.search(lead) or _RUNS.match(tail))
    return False


def _by_ending(page: Page, sentence: Sentence) -> Iterator[Span]:
    """Names that end as only carriers do and that no body covers."""
    clean = page.text.clean
    floor = sentence.span.start
    for match in _RUN.finditer(clean, *sentence.span):
        start = left_edge(clean, match.start(), floor, 12).start
        lead, tail = (
            page.says(max(floor, start - 16), start),
            page.says(match.end(), match.end() + 20),
        )
        if match.start() - start >= 2 and (_BUILDS.search(lead) or _RUNS.match(tail)):
            head = _VERBS.match(clean, start, match.start())
            yield Span(head.end() if head else start, match.end())
    for match in _ENDING.finditer(clean, *sentence.span):
        start = left_edge(clean, match.start(), floor, 14).start
        head = _VERBS.match(clean, start, match.start())
        start = head.end() if head else start
        if match.start() - start < 2 and clean[match.start() - 1] in "镇区县乡":
            start = match.start() - 1
        elif start > floor and clean[start - 1] in "镇区县乡" and not _named_before(page, start):
            start -= 0 if clean.endswith(_ZONES, floor, start) else 1
        quoted = clean[match.start() - 1] in "”’" and clean.rfind("“", floor, match.start())
        if quoted and quoted > 0 and match.start() - quoted < 10:
            start = quoted
        floor = match.end()
        if match.end() - start >= 4 or clean[start] == "“":
            yield Span(start, match.end())


def _named_before(page: Page, offset: int) -> bool:
    """Whether a body's name ends at *offset*, so that 镇 there is not 镇工业园's own."""
    return any(m.span.end == offset for m in page.mentions_around(offset))


def _is_left_out(page: Page, sentence: Sentence, span: Span, name: str, host: str) -> bool:
    if len(name) < 3 or _NO_CARRIER.search(name) or name == host:
        return True
    lead = page.says(reach(sentence, span.start), span.start)
    tail = page.says(span.end, span.end + 8)
    if _FOLLOWS.match(tail) and not (name.endswith(_LASTING) and not _BODY.match(tail)):
        return True
    if _MAINLY.search(lead) or (_WITH.search(lead) and _TIES.match(tail)):
        return True
    if lead.endswith(("(", "（")) and tail[:1] in (")", "）") and lead[-2:-1] in _ENDS:
        return True
    is_sort = _IS.search(lead) is not None and _SORT.fullmatch(name) is not None
    if is_sort or _COUNTED_BEHIND.match(tail):
        return True
    if (_LIKENESS.search(lead) and _RANK.match(name)) or COUNTED.search(lead):
        return True
    own = (bool(host) and host[:2] in name) or _OWN_ZONE.fullmatch(name) is not None
    if _NEIGHBOUR.search(lead) or (not own and _ELSEWHERE.match(name)):
        return True
    is_away = lead.endswith("设在") or (_abroad(lead) and not _shown_here(page, sentence))
    return not own and is_away


def _shown_here(page: Page, sentence: Sentence) -> bool:
    """Whether guests who came to the host are shown round: 来我县考察。考察团一行来到…."""
    if not _GUESTS.match(sentence.says):
        return False
    return any(_CAME.search(earlier.says) for earlier in page.before(sentence, _NEAR))


def _abroad(lead: str) -> bool:
    """Whether the words before tell of a visit that is still going on."""
    visits = [match.end() for match in _VISIT.finditer(lead)]
    return bool(visits) and not re.search(r"[。;；]", lead[visits[-1] :])
