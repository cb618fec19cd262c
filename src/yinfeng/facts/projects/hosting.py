"""A park told of as a project takes in others, whose figures and stages are not its own.

与6家企业签订入园协议,总投资30亿元 is of the firms that come, whatever park is being built for them.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.values import Span

_HOSTS_LAND = re.compile(r"(?:园|谷|大厦|大楼|小镇|商务楼|飞地|孵化器)$")
_TAKES_IN = re.compile(
    r"(?:园|谷|大厦|大楼|小镇|商务楼|飞地|孵化器|科技城|创业城)(?:[一二三]期)?(?:建设)?(?:项目|工程)?$"
)
_FIRMS = (
    r"(?:\d(?:余|多)?(?:家|户)[^,，。;；、\d]{0,8}(?:企业|公司|单位)"
    r"|(?:企业|公司|单位)(?:已达?|达|共)?\d+(?:余|多)?[家户个])"
)
_OF_OTHERS = re.compile(
    rf"{_FIRMS}[^。;；]{{0,24}}(?:签|入驻|入园|落户)[^。;；]{{0,40}}$"
    rf"|(?:签|引进|入驻|落户|招引)[^。;；]{{0,16}}{_FIRMS}[^。;；]{{0,40}}$"
    r"|(?:意向|其他|多家|首批|入驻|入园)(?:入驻|入园)?企业[^。;；]{0,12}(?:签|洽谈)[^。;；]{0,6}$"
)
_REACH = 90


def leaves_its_land(name: str) -> bool:
    """Whether the land told of a project of that name is the park's and no field of it."""
    return _HOSTS_LAND.search(name) is not None


def takes_in_others(name: str) -> bool:
    """Whether a project's name is that of a park or building for several parties."""
    return _TAKES_IN.search(name) is not None


def is_of_others(page: Page, span: Span) -> bool:
    """Whether a figure or stage tells of the firms that a park takes in."""
    sentence = page.sentence_at(span.start)
    if sentence is None:
        return False
    start = max(sentence.span.start, span.start - _REACH)
    return _OF_OTHERS.search(page.says(start, span.end)) is not None
