"""Where a page names a project by its head, 项目 or 工程, and how far back the name runs.

总投资6亿元的恒岭电子集团年产5000万只传感器扩建项目 names 年产5000万只传感器扩建项目, which the
firm before it invests in. 重大项目, 该项目, 亿元以上项目6个 name nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.edges import is_a_class, is_generic, name_start
from yinfeng.facts.projects.engineering import is_work
from yinfeng.lexicon import words
from yinfeng.values import Bound, Dimension, Mention, Name, NameKind, Period, Quantity, Span

_HEAD = re.compile(
    r"工程项目(?!部|经理)"
    r"|项目(?!推进机制|工程部|经理|总监|主管|专员|审批|(?:建设|攻坚|突破|提升|推进|落实|招引)年|备案(?:手续)?[、,，]|部(?!分)|区(?![域里内])|师|队|类|化|式|库|制(?!约)|级|型|群|集群|名称|数|量|源|信息|清单|单位|编号|总(?:数|量)|地块)"
    r"|工程(?!师|船|机械|技术|学|大学|塑料|材料|车|公司|量|款|队|造价|咨询|监理|设计|院|系统|兵|菌|集团|项目|部|建设公司|有限|承包|中心|实验|科技|局|处|办|段|指挥)"
)
_COUNTED = re.compile(
    r"[ ]?(?:共[有计]?|已达?|已有|达到?|总数[为达]?)?"
    r"(?:\d+|[一二三四五六七八九十两]{1,3})[ ]?(?:余|多)?(?:个|宗|项|只)|若干"
)
_YEARLY = re.compile(r"(?:年产能?|年加工|年处理|日产|日处理|年回收|年组装)[^,，。;；、]{0,8}$")
_MADE = re.compile(r"(?:[做搞]|生产|从事|研发|加工|制造)(?P<goods>[^,，。;；:：、的了\d]{2,14})的$")
# 从事半导体管道工程建设: what somebody does for a living.
_TRADE_OF = re.compile(r"从事[^,，。;；]{2,20}工程(?:建设|施工|的|$)")
_WORKS = words.pattern("works")
_MEASURES = ("个", "座", "款")
_MEASURED = ("个人", "个性", "个体", "座椅", "座舱", "座垫", "座套")
_BUILDING = re.compile(
    r"(?:合作|联合|共同|投资|出资)?(?:新建|建设|修建|扩建|兴建|续建|迁建|改建|规划建设|开发建设|开发(?![区性])|新上|建起|办起|建)(?=[^设筑材工成业])(?:了|起)?"
)
# 在园区建设高密度线路板项目: what is built there, not where.
_BUILT_THERE = re.compile(
    r"[一-龥]{2,12}?(?:投资|合作|规划)?(?:建设|兴建|新建|新上|打造|实施)(?![项工银局])"
)
# 建设两条|宽幅偏光片生产线
_SO_MANY = re.compile(r"(?:[一两二三四五六七八九十]|\d{1,2})(?:条|座)(?=[一-龥]{3})")
_SPECS = (
    Dimension.MASS,
    Dimension.POWER,
    Dimension.ENERGY,
    Dimension.VOLUME,
    Dimension.LENGTH,
    Dimension.OTHER,
)
_TITLE = re.compile(r"(?:教授|博士|院士|研究员|先生|女士|团队|课题组)+的?")
# A firm without a name: 上海一铝制品生产企业|再生铝压铸项目.
_SOME_FIRM = re.compile(
    r"[一-龥]{0,4}(?:一家?|某)[一-龥]{2,10}企业(?=[一-龥]{3})|[市县区镇](?:经济|高新|技术|产业|工业)*(?:开发区|集中区|园区)(?=[一-龥]{3})"
)
# 签约项目涉及A、B及C项目 tells of what fields they are.
_FIELDS_OF = re.compile(
    r"(?:项目|工程)[^,，。;；:：\d]{0,6}(?:涉及|涵盖|覆盖|囊括)(?!资金|总)(?P<fields>[^;；。\d]*)"
)
# 项目涵盖灯珠生产项目、电缆材料项目: these are projects, no fields.
_SEVERAL = re.compile(r"(?:项目|工程)(?=[、,，和及。]|以及|$)")
# 塘柳七弄项目涉及征迁面积…: land that is cleared, not a project.
_CLEARS = re.compile(r"(?:共|总|涉及)*(?:征迁|征收|拆迁|动迁)(?:总)?(?:面积|户|房屋|范围)")
_SHORT = 4
_PUBLIC = ("医院", "卫生院", "中学", "小学", "学校", "幼儿园", "敬老院")
CLAUSE = 200
"""No clause is read further than this: a page without stops must not be read again and again."""

_COUNTERS = frozenset(("个", "宗", "项", "家", "只", "批", "类"))
_PIECES = _COUNTERS | frozenset(("套", "台", "件", "羽", "头", "支", "辆"))
# So many are goods and no projects: 100万只肉羊屠宰加工项目.
_GOODS = 1000
_FIRMS = (NameKind.FIRM, NameKind.GROUP, NameKind.INSTITUTE)
_OWNERS = (
    *_FIRMS,
    NameKind.TOWN,
    NameKind.ZONE,
    NameKind.GOVERNMENT,
    NameKind.BANK,
    NameKind.VILLAGE,
    NameKind.PERSON,
)
_LONGER = (NameKind.FIRM, NameKind.GROUP, NameKind.INSTITUTE, NameKind.GOVERNMENT)
# 走进云溪经济开发区|项目现场 names no project.
_PLACES = ("街道", "开发区", "高新区", "经开区")
_HOSTS = (NameKind.TOWN, NameKind.GOVERNMENT, NameKind.PERSON, NameKind.BANK, NameKind.VILLAGE)
# After a mention these show that its ending is only a part of a word: 食用菌工厂|化栽培.
_WORD_GOES_ON = frozenset("化性型式区房")
# 河岭村|工业园改造提升项目: the village tells which estate is renewed.
_RENEWS = re.compile(
    r"村?(?:村级|老?旧)?(?:工业(?:园|区)|厂房|厂区|片区|市场|街区)[^,，。;；]{0,4}(?:改造|提升|整治|更新)"
)
_NUMBERED = re.compile(
    r"(?:[0-9０-９]{1,2}[.．、)）](?!\d)|[(（][一二三四五六七八九十0-9]{1,2}[)）])\s*"
)
_SUCH = ("这些", "那些", "哪些", "一些", "有些", "一批")
_TRIM = "但 　“”\"'‘’)）·"


@dataclass(frozen=True, slots=True)
class Named:
    """A project's name where it stands; *lead* is where the words that lead into it begin.

    *group* is the start of the list that names it, whose stage holds for each item; an *entry*
    heads a telling of its own; a name told *again* stands there bare; one
    *of_firm* is the firm that is itself the project, one *of_thing* a plant or park without 项目.
    """

    name: str
    span: Span
    lead: int
    group: int | None = None
    entry: bool = False
    again: bool = False
    of_firm: bool = False
    of_thing: bool = False


def by_head(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The projects that a sentence names by 项目 or 工程, from left to right."""
    if "项目" not in sentence.says and "工程" not in sentence.says:
        return
    floor = sentence.span.start
    fields = _FIELDS_OF.search(page.text.clean, *sentence.span)
    if fields and len(_SEVERAL.findall(fields["fields"])) > 1:
        fields = None
    for match in _HEAD.finditer(page.text.clean, *sentence.span):
        if _CLEARS.match(page.text.clean, match.end()):
            continue
        if is_a_class(page.text.clean, floor, match.end()):
            continue
        if fields and fields.start("fields") <= match.start() < fields.end():
            continue
        made = _MADE.search(page.text.clean, floor, match.start())
        if made and match.group() == "项目" and not is_generic(made["goods"]):
            goods = Span(made.start("goods"), match.end())
            yield replace(named_at(page, sentence, goods), name=made["goods"] + "项目")
        span = back_from(page, floor, match.start(), match.end())
        if span is not None and _TRADE_OF.match(page.text.clean, span.start - 2, match.end() + 3):
            continue
        if span is not None and not _is_counted(page, span) and is_work(page, span, match):
            yield named_at(page, sentence, span)
        floor = match.end()


def named_at(page: Page, sentence: Sentence, span: Span) -> Named:
    """The project named at *span*, with the start of the clause that leads into it."""
    at, clean = span.start, page.text.clean
    low = max(sentence.span.start, span.start - CLAUSE)
    while at > low and clean[at - 1] not in ",，。;；:：\n":
        at -= 1
    return Named(without_marks(page.says(*span)), span, at)


def without_marks(name: str) -> str:
    """A name without quotation marks and the masks of a masked paper."""
    return name.translate(_MARKS).strip()


_MARKS = str.maketrans("", "", '“”"*＊\n')


def back_from(
    page: Page, floor: int, head: int, end: int, *, may_sort: bool = False
) -> Span | None:
    """The name that ends at *end*, run back from its head; None if it names nothing."""
    clean = page.text.clean
    if _covered(page, head, end):
        return None
    start = name_start(clean, floor, head)
    if mark := _NUMBERED.match(clean, start, head):
        start = mark.end()
    start = _past_leaders(page, start, head, end)
    while start < head and clean[start] in _TRIM and not clean.startswith("“", start):
        start += 1
    if clean[start - 1 : start] in ("在", "于") and (
        built := _BUILT_THERE.match(clean, start, head)
    ):
        start = built.end()
    start = _past_building(clean, _with_yearly(page, floor, start), head)
    if (firm := _SOME_FIRM.match(clean, start, head)) and not is_generic(clean[firm.end() : head]):
        start = firm.end()
    if head - start < 2 - may_sort or page.says(start - 2, start) in _SUCH:
        return None
    if not may_sort and not _is_quoted(clean, start, end) and is_generic(clean[start:end]):
        return None
    return Span(start, end)


def _with_yearly(page: Page, floor: int, start: int) -> int:
    """The start with the yearly capacity that leads into a name: 年产5000万只|连接器."""
    for mention in page.mentions_around(start - 1):
        if isinstance(mention.value, Quantity) and mention.span.end == start:
            yearly = _YEARLY.search(
                page.text.clean, max(floor, mention.span.start - 12), mention.span.start
            )
            is_many = mention.value.unit.name in _PIECES and mention.value.figure >= _GOODS
            return yearly.start() if yearly else mention.span.start if is_many else start
    return start


def _is_quoted(clean: str, start: int, end: int) -> bool:
    return clean[start - 1 : start] == "“" and clean[end : end + 1] == "”"


def _past_building(clean: str, start: int, head: int) -> int:
    """Past the verb of building that opens the clause: 新建|镇中心幼儿园."""
    if clean[start : start + 1] in _MEASURES and clean[start : start + 2] not in _MEASURED:
        start += 1
    match = _BUILDING.match(clean, start, head)
    if match and (count := _SO_MANY.match(clean, match.end(), head)):
        return count.end()
    return match.end() if match and head - match.end() >= 1 else start


def _covered(page: Page, head: int, end: int) -> bool:
    """Whether the head is only the inside of a longer name: 工程|技术研究中心."""
    for (first, last), value in page.mentions_around(end):
        if last > end and first < head and type(value) is Name and value.kind in _LONGER:
            return True
    return False


def _past_leaders(page: Page, start: int, head: int, end: int) -> int:
    """Past the bodies, times and figures that lead into the name; 年产5000万只 is part of it."""
    for mention in page.within(start, head):
        if mention.span.start < start or mention.span.end > head:
            continue
        rest = page.says(mention.span.end, end)
        value = mention.value
        if isinstance(value, Quantity):
            past = _past_figure(page, start, mention)
            if past <= mention.span.start:
                return past
            start = past
        elif isinstance(value, Period):
            start = mention.span.end
        elif isinstance(value, Name) and value.kind in _OWNERS and _opens(page, start, mention):
            if rest[:1] in _WORD_GOES_ON:
                continue
            if _RENEWS.match(rest):
                continue
            if mention.span.end == head and value.text.endswith(_PLACES):
                return head
            if not is_generic(rest):
                is_part = mention.span.end == head or _is_of_place(value, rest)
                start = start if is_part else _past_title(page, mention)
            elif value.kind in _HOSTS:
                return head
    return start


def _past_title(page: Page, owner: Mention) -> int:
    """The end of who owns the name, with a person's title: 某某大学黄某教授|无极变速项目."""
    title = _TITLE.match(page.text.clean, owner.span.end)
    is_person = isinstance(owner.value, Name) and owner.value.kind is NameKind.PERSON
    return title.end() if title and is_person else owner.span.end


def _is_of_place(name: Name, rest: str) -> bool:
    """Whether a town belongs to the name of its own work: 某镇|中心敬老院改扩建工程."""
    if name.kind is NameKind.INSTITUTE:
        return name.text.endswith(_PUBLIC) and not is_generic(rest)
    if name.kind not in (NameKind.TOWN, NameKind.ZONE, NameKind.VILLAGE):
        return False
    return rest.endswith("工程") or _WORKS.search(rest) is not None


def _past_figure(page: Page, start: int, mention: Mention) -> int:
    value = mention.value
    assert isinstance(value, Quantity)
    yearly = _YEARLY.search(
        page.text.clean, max(start, mention.span.start - 12), mention.span.start
    )
    if yearly:
        return yearly.start()
    if value.unit.dimension not in _SPECS:
        return mention.span.end
    lead = page.says(start, mention.span.start)
    return start if len(lead) <= _SHORT and not is_generic(lead) else mention.span.start


def _opens(page: Page, start: int, mention: Mention) -> bool:
    return page.says(start, mention.span.start).strip(" “(（)）但而") == ""


def _is_counted(page: Page, span: Span) -> bool:
    """Whether a count makes it a sum: 外资项目5个, 引进3个光伏项目."""
    clean = page.text.clean
    if _COUNTED.match(clean, span.end):
        return True
    return any(
        isinstance(m.value, Quantity)
        and m.value.unit.name in _COUNTERS
        and m.value.figure < _GOODS
        and (m.value.figure >= 2 or m.value.bound is Bound.AT_LEAST)
        and 0 <= span.start - m.span.end <= 1
        and page.says(m.span.end, span.start) != "的"
        and not _YEARLY.search(clean, max(0, m.span.start - 12), m.span.start)
        for m in page.mentions_around(span.start)
    )
