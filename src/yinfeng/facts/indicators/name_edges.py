"""The edges of a figure's name: what arranges it, whose doing it is, where it leads on.

组建招商小分队 is a team, 区下达我街道内资任务 capital that is wanted, 启动资金是县里… ends
before 是. What is left is what the ledger calls the figure.
"""

import re

from yinfeng.lexicon.leading import led

_ARRANGED = re.compile(r"^(?:明确|安排|组建|建立|拥有|设立|配备)了?(?!以)|[”“](?:的目标|目标)?$")
_ARRANGING = frozenset(("明确", "安排", "组建", "建立", "拥有", "设立", "配备"))
_GOAL = re.compile(r"(?:的)?(?:目标任务|目标值?|任务数?|指标)(?:定)?$")
_GOAL_ENDS = frozenset("标值务数定")
_ACTORS = re.compile(
    r"^(?:(?:紧盯|紧扣|对标|锚定|盯住)(?:全年|年度)?|下一步要?|(?:下一步要?)?(?:力争|争取|确保)?到\d{4}年底?|.{0,16}?(?:目标任务|任务目标|目标|任务)(?:为|是|即)|有?针对性地|在(?:这次|此次|本次)?[^,，。;；、\d]{2,14}?(?:会|活动|仪式|博览会)上(?=[一-龥]{2})|等?地(?=招商|拜访|考察|走访|接|开展)|(?:(?:领导)?班子(?:成员|领导)?)?赴[^,，、]{2,10}?(?=招商)|(?:领导)?班子(?:成员|领导)?(?=外出|带队)|(?:主要)?(?:领导|负责人)(?=外出|带队)"
    r"|(?:新区|新城|开发区|高新区|经开区|集中区|示范区)(?:园区)?(?:(?:共|累计)?(?:完成|实现)|(?=引进|招引|新增|新签约|签约|规上|规模以上|固定资产|工业|税收|财政|一般公共|地区生产|外贸|进出口|社会消费|市场主体|经济))"
    r"|.{0,12}下达(?:给?我(?:镇|县|区|市|乡|街道|园区|开发区)?)?(?:全年|年度)?)"
)
_TAIL = re.compile(
    led(
        r"(?:左右|上下|力争|各|全部|我们奔着|我们|组成|跟进了?|扩展|扩大|再增加|合计|加起来|达产后|目前|预计|首次|一举|更是|(?:压缩|压减|缩短|缩减|精简|提速)(?:至|到|为)|就|还|也|(?:都|均)?有望|(?<![智功性节产可潜动储职])能|中|里|(?<!主|需|重|必|纪)要|须)+$"
    )
)
_ROSE = re.compile(
    r"(?<=[一-龥]{2})(?:由|从(?![业事]))(?:[^,，。;；到]{1,16}|[^,，。;；]*\d[^,，。;；]*)$"
)
_COPULA = re.compile(r"(?<=[一-龥]{2})是[一-龥]")
_THIS = re.compile(r"^(?:这个|这座|这里的?|该)(?=[一-龥]{2})(?!项目)")
# 轻工业实现产值 is 轻工业产值, 招商引资项目共到位资金 what has arrived.
_ACHIEVED = re.compile(
    r"(?<=[一-龥]{2})(?:(?<!累计)(?<![可年])(?:实现|完成)(?=(?:地区)?(?:生产总值|增加值|总?产值|入库税收|税收|利税|利润(?:总额)?"
    r"|(?:营业|主营业务|销售)收入|营收|(?:社会)?消费品零售总?额|商品销售额|销售额|营业额|进出口(?:总[额值])?|出口额?)$)"
    r"|共(?=到位|完成|引进|实现))"
)
# 20XX年全年完成…, xxxx,…: the year of a paper that hides it.
_HIDDEN_YEAR = re.compile(
    r"^(?:(?:20|19)?[*×Xx]{2,4}年?)(?:全年|上半年|下半年)?(?:预计|共|累计)*(?:完成|实现)?"
)
_OUTER = "“”\"' 　的,，、:："


def cleaned(name: str) -> str:
    """A name without marks, arranging verbs and what only leads on to its figure."""
    told = name
    name = name.strip(_OUTER)
    if "”" in name or "“" in name or name[:2] in _ARRANGING:
        name = _ARRANGED.sub("", name)
    copula = _COPULA.search(name) if "是" in name else None
    name = name[: copula.start()] if copula else name
    rose = _ROSE.search(name) if "由" in name or "从" in name else None
    name = name[: rose.start()] if rose else name
    name = _ACHIEVED.sub("", _HIDDEN_YEAR.sub("", name))
    name = name if ")" in name or "）" in name else name.replace("(", "").replace("（", "")
    name = _THIS.sub("", name) if name[:1] in ("这", "该") else name
    name = _ACTORS.sub("", _TAIL.sub("", name)).strip(_OUTER)
    return "外出招商" if name == "招商" else _with_quotes(name, told)


def _with_quotes(name: str, told: str) -> str:
    """The name with the quotation mark again that its edge lost: 发放“安居贷|”."""
    open_ends = name.count("“") - name.count("”")
    if open_ends > 0 and told.rstrip(" 的").endswith("”"):
        return name + "”"
    return "“" + name if open_ends < 0 and told.startswith("“" + name[:2]) else name


def without_goal(name: str) -> str:
    """The name of what a goal is set for: 全年内资任务 → 内资."""
    bare = _GOAL.sub("", name) if name[-1:] in _GOAL_ENDS else name
    return bare.removeprefix("全年").removeprefix("年度") if len(bare) >= 2 else name
