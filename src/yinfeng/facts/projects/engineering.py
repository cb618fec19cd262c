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
    return _BUILT.search(name) is not None and _CAMPAIGN.search(name) is None
