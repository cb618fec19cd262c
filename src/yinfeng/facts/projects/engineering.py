"""Whether 工程 is a thing that one builds: a road or a dyke, not a campaign (素质提升工程)."""

import re

from yinfeng.facts.page import Page
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Span

_CAMPAIGN = words.pattern("campaigns")
_BUILT = re.compile(led(rf"{words.one_of('works')}|{words.one_of('built')}"))
# 推进标准化厂房建设工程: a part of what is told of.
_PLAIN_PLANT = re.compile(
    r"(?:高?标准化?|通用|主体)*厂房(?:及|和)?(?:配套|设施|主体|建设)*"
    r"|(?:[一二三四五六七八九十\d]+[层栋幢座]的?)?(?:办公楼|综合楼|宿舍楼|研发楼|车间)?(?:主体|基础|桩基|土建|装修|附属)"
)


# 建设车间、冷库、办公楼、消防工程、给排水工程: parts of the plant that is built.
_PART = re.compile(
    r"(?:配套|附属|公用|辅助|室外|场内|厂区|相关|等)*(?:(?:电力|供电|供配电|强电|弱电|消防|给排水|给水|供水|排水|通信|通讯|暖通|电气|装饰|装修|安装|土建|景观|绿化|道路|硬化|亮化|智能化|管网|污水处理|环保|附属|配套|公用|辅助|室外)[和及与]?)+"
)
_ROOMS = re.compile(r"车间|厂房|仓库|办公楼|宿舍|冷库|综合楼|研发楼|门卫|食堂")
_REACH = 120


def is_work(page: Page, span: Span, match: re.Match[str]) -> bool:
    """Whether 工程 is a thing that one builds: not “一号工程”, 素质提升工程."""
    if match.group() != "工程":
        return True
    name = page.says(span.start, match.start())
    if page.says(span.start - 1, span.start) == "“":
        return False
    if name.startswith("“"):
        name = name.rpartition("”")[2]
    if _PLAIN_PLANT.fullmatch(name):
        return False
    if _PART.fullmatch(name) and _ROOMS.search(page.says(_floor(page, span), span.start)):
        return False
    return _BUILT.search(name) is not None and _CAMPAIGN.search(name) is None


def _floor(page: Page, span: Span) -> int:
    """Where the words before a name begin that can belong to the same list."""
    start = max(0, span.start - _REACH)
    return max(start, *(page.text.clean.rfind(mark, start, span.start) + 1 for mark in "。;；\n"))
