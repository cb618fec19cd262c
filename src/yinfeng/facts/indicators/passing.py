"""Figures said in passing: those that sort, measure or decorate, and are none of the ledger.

亿元以上项目 sorts, 由71%提升到83% begins a rise, 2百分点 compares, 一行5人 are visitors,
总投资10亿元 of one project is its own field. What is left out here is never an indicator.
"""

import re

from yinfeng.facts.indicators.drafts import Draft, quantity_of
from yinfeng.facts.page import Page, Sentence
from yinfeng.lexicon import words
from yinfeng.values import Bound, Dimension, Mention, Name, NameKind, Quantity

_SIZE_CLASS = re.compile(
    r"(?:的)?(?:[^,，。;；、\d]{0,10}?(?:项目|企业|工程|楼宇|楼|村|用户|大户|地块|厂房)"
    r"|[^,，。;；、\d]{0,10}用地(?:储备)?方案"
    r"|(?:不少于|达到?|有|共|各)?\d+[个家户村栋])"
)
# 10亿元项目3个, 5千万元项目1个: a class told without 以上.
_PLAIN_CLASS = re.compile(r"级?(?:项目|企业)(?:共|有|达)?\d+[个家]")
_RAISED = re.compile(
    r"(?:的)?(?:[^,，。;；\d]{0,4})(?:提升|提高|增加|扩大|扩|增长|上升|下降|降低|降|缩短|减少|压缩|增)(?:到|至|为)"
)
_FROM = re.compile(r"(?:由|从)[^,，。;；]{0,12}$")
_LEVEL = re.compile(r"级|楼|村|镇")
_OF_NUMBER = re.compile(r"的\s?\d")
_MARK = re.compile(r"[,，。;；]")
_TAKEN_OF = re.compile(r"(?:占|完成)[^,，。;；\d]{0,8}$")
_ORDINARY = (Dimension.MONEY, Dimension.AREA, Dimension.RATIO, Dimension.RATE)
_ATTRIBUTES = re.compile(
    rf"^(?:这里|这个|该项目|项目|该园|共?同?|由?[^,，。;；]{{0,20}}(?:公司|集团)(?:的)?)?"
    rf"{words.one_of('attributes')}$|(?:可)?年(?:产|加工|生产|处理|检测)(?:能力|$)"
    r"|^(?:可)?(?:年产|年加工|年生产|年处理|日产|日处理|年检测)"
)
_COUNTED = words.pattern("counted")
_COUNTED_END = re.compile(rf"{words.one_of('counted')}$")
_ASIDES = words.pattern("asides")
_ONE = re.compile(r"一[^千百万亿成]")
# 与某公司签订5180万元的协议: the sum of one deal, not of the town.
_DEAL = re.compile(r"(?:包括|包含)$|(?:与|和|同)[^,，。;；]{2,}签[订约署]")
_COMPANY = re.compile(r"(?:一行|率领?[^,，。;；]{0,16}|带领[^,，。;；]{0,8}|组织)(?:共|计|了)?$")
_PRONOUN = re.compile(r"标志着|^该项目$|^这是|第\d+[个家户]|他们|它们|她们|这些|那些|其他|另一")
_PEOPLE = re.compile(
    r"书记|成员$|代表团|领导$|负责人$|代表$|镇长|主任|记者|同志|一行|企业家$|(?:汇聚|齐聚|欢聚)一堂|(?:代表|负责人|人员|领导|干部)等$|指标$|^(?:增长|下降|上升|持平)$"
)
_LASTS = re.compile(r"(?:时间|时限|时长|周期|天数)$")
_SPEED = re.compile(r"^从[^,，。;；]{2,8}到[^,，。;；]{2,8}$")
_PLAIN = re.compile(
    r"改造|腾退|拆除|盘活|征收|流转|收储|供地|出让|整治|产值|收入|税收|利税|税金|投资|增加值|产出|营收|利润|出口|进口|存款|贷款|授信|内资|外资|资金|面积|用地|产量|销售|财政|固投|融资|空间|平台|企业|容量"
)
_TALK = re.compile(
    r"打算|必须|给它|带我们|这个|那[个时年]|一个投|原来|剩下|曾|【|我们|拿出|^(?:又|再|一个)?投了?$|^再投|还要|大概|多少|早一天"
)
_LED = re.compile(
    r"^(?:对(?![接口外])|在[^,，]{2,30}?(?:公司|集团|车间|[)）])$|就(?!业)|以(?![商企])|用(?![地电工能水户房])|请|让|随|包车)|利率$|税率$|承重$|层高$|停工$|停产$|闲置$|借来$|^(?:上门|登门|派人|往返|沟通|协商)|占股|持股|折扣"
)
# 位于县城以西4公里, 距高铁站12公里: where a place lies.
_AFAR = re.compile(
    r"^(?:位于|地处|坐落|[东南西北]?距|离)|距离|相距|相隔|[以之城][东南西北]$|[东南西北][部面侧]$"
)
_PLUS = ("+", "＋")
_TALL = frozenset("高宽深厚")
_BOUND = re.compile(
    r"以[东南西北]$|^(?:其余|其他|预计)(?:今年|年内|年底)?$|^(?:基本)?(?:保持|维持)$"
)
_PARKS = (NameKind.PARK, NameKind.BUILDING)
_NEAR = 80
_TERRITORY = re.compile(
    r"^(?:开发区|高新区|经开区|新区|新城|集中区|全区)?(?:总|核准|控制)?(?:辖区|行政|区域|管辖|起步|镇域|版图|国土|总|规划|规划控制)?(?:区域)?面积$"
)
_TRIFLES = frozenset(("分", "份", "盒", "首", "瓶", "束", "面", "英寸", "层"))
# 得分96.5分 is of an appraisal, 检测报告1200份 of a laboratory.
_NO_TRIFLE = {
    "分": re.compile(r"(?:得分|评分|总分|考评分?|积分|均分|指数)(?:为|达到?|约)*$"),
    "份": re.compile(r"(?:报告|合同|协议书?|订单|保单|证书|许可证|执照)$"),
}
_COMPANY_OF = re.compile(
    r"^(?:参加|参与|组织|带领)?(?!涉及|抽|选|派|招|培|引|聘|配|资|安|解|常|驻|专)[一-龥]{0,4}(?:干部|党员|观众|居民|群众|市民|志愿者|嘉宾|来宾|演员|选手|同学|网友|家长)(?!收入|就业)"
)
_OF_A_PARK = re.compile(
    r"(?:占地|占地面积|建筑面积|仓储面积|平台面积|规划面积|经营面积|使用面积|展厅面积|标准(?:化)?厂房)$"
)
_TAKEN = re.compile(
    r"^(?:已|累计|新)?(?:地[上下]|新建|再建|在建|续建|腾|拆|盘活|清|收|新增|签约|供|出让|租|去化|改造|整治|闲置)"
)
_LISTED = re.compile(r"、[^,，。;；、]{2,16}$")
_DEEDS = words.pattern("deeds")
# 在已批准的14个项目中,…: so many were told before.
_OUT_OF, _OUT_OF_THESE = (
    re.compile(r"在[^,，。;；\d]{1,10}$"),
    re.compile(r"[^,，。;；\d]{0,8}[中里][,，]"),
)
_AMONG = re.compile(r"在(?:全|同)[省市县区国]$")
# 引进投资5000万元的养殖场: the sum of one that came, not of all.
_FOR_ONE = frozenset(("引进投资", "招引投资", "引入投资"))
_OF_ONE = re.compile(r"[多余]?(?:以上)?[一-龥]{3}")
_WANTED_CLASS = re.compile(r"以上|级")


def sorts(page: Page, figure: Mention) -> bool:
    """Whether the figure only sorts what is counted: 亿元以上项目, 超亿美元项目."""
    quantity = quantity_of(figure)
    if quantity.unit.dimension not in (Dimension.MONEY, Dimension.AREA):
        return False
    tail = page.says(figure.span.end, figure.span.end + 16)
    if quantity.bound in (Bound.AT_LEAST, Bound.RANGE, Bound.AT_MOST):
        return _SIZE_CLASS.match(tail) is not None
    if _PLAIN_CLASS.match(tail) or tail.startswith("规模以上"):
        return True
    if tail.startswith("的") and page.says(figure.span.start - 1, figure.span.start) == "过":
        return True
    return not has_digits(page, figure) and _LEVEL.match(tail) is not None


def has_digits(page: Page, figure: Mention) -> bool:
    """Whether the figure is written with digits."""
    clean, (start, end) = page.text.clean, figure.span
    return clean[start].isdigit() or any(map(str.isdigit, clean[start:end]))


def begins_a_rise(page: Page, sentence: Sentence, figure: Mention) -> bool:
    """Whether the figure is only where a rise began: 由年初的71%提升到83%."""
    if not _RAISED.match(page.text.clean, figure.span.end, sentence.span.end):
        return False
    return (
        _FROM.search(page.says(max(sentence.span.start, figure.span.start - 20), figure.span.start))
        is not None
    )


def is_base(page: Page, sentence: Sentence, figure: Mention) -> bool:
    """Whether the figure is what a rate is taken of: 占全年任务1500万美元的104%."""
    if not _OF_NUMBER.match(page.text.clean, figure.span.end):
        return False
    lead = page.says(max(sentence.span.start, figure.span.start - 12), figure.span.start)
    return _TAKEN_OF.search(lead) is not None


def is_never_of_the_ledger(quantity: Quantity) -> bool:
    """Whether a figure is none of the ledger, whatever it is called."""
    is_other = quantity.unit.dimension is Dimension.OTHER
    return quantity.is_range or is_other or is_a_multiple(quantity)


def is_a_multiple(quantity: Quantity) -> bool:
    """Whether a figure says how many times another one it is: 是2016年的1.65倍."""
    return quantity.unit.name == "倍"


def is_a_trifle(page: Page, figure: Mention) -> bool:
    """Whether a figure counts things of no weight: 3分钟, 5盒; not the score of an appraisal."""
    unit = quantity_of(figure).unit.name
    if unit not in _TRIFLES:
        return False
    weighty = _NO_TRIFLE.get(unit)
    lead = page.says(max(0, figure.span.start - 8), figure.span.start)
    sorts_others = page.text.clean.startswith("的", figure.span.end)
    return weighty is None or sorts_others or weighty.search(lead) is None


def is_first_so_many(page: Page, figure: Mention) -> bool:
    """Whether a count ranks what it counts and is part of a name: 前50户企业税收占比."""
    is_count = quantity_of(figure).unit.dimension is Dimension.COUNT
    return is_count and page.says(figure.span.start - 1, figure.span.start) == "前"


def is_in_a_period(sentence: Sentence, figure: Mention) -> bool:
    """Whether a length of time only tells when: 三年内产值突破100亿元."""
    if quantity_of(figure).unit.dimension is not Dimension.TIME:
        return False
    return any(
        period.span.start <= figure.span.start and figure.span.end <= period.span.end
        for period in sentence.periods
    )


def is_of_the_ledger(page: Page, draft: Draft) -> bool:
    """Whether a figure is one of the ledger: named, no range of counts, no figure of speech."""
    quantity = quantity_of(draft.figure)
    dimension = quantity.unit.dimension
    if not 2 <= len(draft.name) <= 36 or is_never_of_the_ledger(quantity):
        return False
    if dimension is Dimension.NUMBER and not draft.name.endswith("人口"):
        return False
    if _DEAL.match(draft.name):
        return False
    if "了" in draft.name or _PRONOUN.match(draft.name):
        return False
    if _is_of_a_phrase(page, draft):
        return False
    if draft.name in _FOR_ONE and _OF_ONE.match(page.text.clean, draft.figure.span.end):
        return False
    if dimension is Dimension.COUNT and _is_rank_or_rate(page, draft.figure):
        return False
    says = page.text.clean[draft.figure.span.start : draft.figure.span.end]
    if says[0] == "一" and _ONE.match(says) and not _WANTED_CLASS.search(draft.name):
        return False
    if _ASIDES.search(_clause(page, draft)) or _TALK.search(draft.name):
        return False
    if (
        _BOUND.search(draft.name)
        or _LED.search(draft.name)
        or (dimension is Dimension.LENGTH and _is_apart_or_tall(page, draft))
    ):
        return False
    if dimension is Dimension.AREA and _is_of_a_park(page, draft):
        return False
    whole = quantity.unit.name in ("km2", "平方公里") and _TERRITORY.search(draft.name)
    if _ATTRIBUTES.search(draft.name) and not (draft.grows or draft.adds_up or whole):
        return False
    return _is_told_plainly(page, draft)


def _is_of_a_phrase(page: Page, draft: Draft) -> bool:
    """Whether a count stands in a set phrase: 1名领导+1名专员+1家企业."""
    start = draft.figure.span.start
    return draft.name.endswith(_PLUS) or page.says(start - 1, start) in _PLUS


def _is_apart_or_tall(page: Page, draft: Draft) -> bool:
    """Whether a length tells where a place lies, or how high one thing is: 16米高的厂房."""
    end = draft.figure.span.end
    return _AFAR.search(draft.name) is not None or page.says(end, end + 1) in _TALL


def _is_rank_or_rate(page: Page, figure: Mention) -> bool:
    """Whether a count tells the first so many or each so many: 前10户企业, 每4辆新车."""
    return page.says(figure.span.start - 1, figure.span.start) in ("前", "每")


def _is_of_a_park(page: Page, draft: Draft) -> bool:
    """Whether an area is a field of the park or building that the words before speak of."""
    if _OF_A_PARK.search(draft.name) is None or _TAKEN.match(draft.name):
        return False
    if not draft.name.endswith("厂房"):
        return True
    at = draft.figure.span.start
    return any(
        isinstance(mention.value, Name) and mention.value.kind in _PARKS
        for mention in page.within(max(0, at - _NEAR), at)
    )


def _is_told_plainly(page: Page, draft: Draft) -> bool:
    dimension = quantity_of(draft.figure).unit.dimension
    if dimension is Dimension.NUMBER:
        return True
    if dimension in _ORDINARY:
        short = len(draft.name) < 3 and dimension is not Dimension.RATIO
        return not (short and _PLAIN.search(draft.name) is None) and (
            dimension is not Dimension.AREA
            or has_digits(page, draft.figure)
            or "目标" in page.says(draft.end, draft.end + 30)
        )
    lead = page.says(draft.start, draft.figure.span.start)
    if _COMPANY.search(lead) or _PEOPLE.search(draft.name) or _COMPANY_OF.match(draft.name):
        return False
    if _AMONG.search(lead):
        return False
    if _OUT_OF.search(lead) and _OUT_OF_THESE.match(page.text.clean, draft.figure.span.end):
        return False
    if dimension is Dimension.TIME:
        if quantity_of(draft.figure).unit.name in ("小时", "分钟", "秒", "年"):
            return False
        return any(way.search(draft.name) for way in (_COUNTED, _SPEED, _LASTS))
    # 宏远热交换器、瑞霖冷柜两个在建项目 only adds up what it lists.
    listed = _LISTED.search(lead) if draft.name_span.start >= draft.figure.span.end else None
    if listed and not has_digits(page, draft.figure) and not _DEEDS.search(listed.group()):
        return False
    return has_digits(page, draft.figure) or (
        _COUNTED_END.search(draft.name) is not None and len(draft.name) > 2
    )


def _clause(page: Page, draft: Draft) -> str:
    """The words of a figure's own clause, to the next mark."""
    clean, end = page.text.clean, draft.figure.span.end
    mark = _MARK.search(clean, end, end + 16)
    return clean[draft.start : mark.start() if mark else end + 16]
