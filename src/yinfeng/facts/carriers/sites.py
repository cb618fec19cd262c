"""Where a carrier stands: behind its name, before it, in a posted station's own name, or on the
block of land that is renewed for it.
"""

import re

from yinfeng.facts.carriers.tellings import Region, type_of
from yinfeng.facts.page import Page
from yinfeng.facts.renewals.blocks import blocks
from yinfeng.values import Span, Told

_BEHIND = re.compile(
    r"(?:位于|坐落于|坐落在|地处|选址于?|设在|设立在|落户|建在|(?<!正)(?<!现)(?<!实)(?<!存)在)(?P<site>[^,，。;；、的\n]{2,20}?)"
    r"(?=内?[,，。;；、的\n]|内?$|建|规划|举行|设立|布局|揭牌|挂牌|开业|启用|投用|成立|启动|举办|召开)"
)
_AHEAD = re.compile(
    r"(?:在|于|位于|坐落于|坐落在|地处)(?P<site>[^,，。;；、的\n在于]{2,16}?)"
    r"(?:内|里|上|举行|建设|设立|成立|规划|建起|新建|设有|布局|打造|揭牌|开设|建成|$)+(?:了)?[^,，。;；、的\n]{0,6}的?[“]?$"
)
_PART_OF = re.compile(r"(?:园区|产业园)内?(?:的|设有|建有|建成)[^,，。;；、\n]{0,6}$")
_QUARTER = re.compile(r"(?P<site>(?:[东南西北]|中|城)(?:郊|部|侧|片区|片))的$")
_OF = re.compile(r"(?:位于|坐落于|坐落在|地处)(?P<site>[^,，。;；的\n]{2,20}?)内?的[“]?$")
_POSTED = re.compile(r"驻(?P<site>[一-龥]{2,3}?)(?:招商|联络|办事|工作|人才|商务)")
_NO_CITY = re.compile(r"招|商|联|络|办")
_NO_SITE = re.compile(
    r"^[兴新扩改在续]建|办理|手续|上班|签|茶几|协议|洽谈|考察|占地|面积|\d|做|会上|建设|推进|全力|积极|加快|努力|过程|基础|方面|期间|现场|共建|联合|合作"
)
_MADE = re.compile(
    r"(?:改造|打造|建设|改建|变身|建成|规划|用于|成为|引进|布局)(?:建设|成为|成|为)*[“]?$"
)
_THE_PARK = re.compile(r"(?:该|本)?(?:园区|园内|产业园|开发区|区内)内?")
_ZONE = re.compile(r"(?:区块|工业区|工业园区|工业点|地块|片区|园区|老码头|厂区)$")


def site_of(page: Page, region: Region, host: str) -> Told[str] | None:
    """The place that the telling gives its carrier, if it says more than the host."""
    clean, end = page.text.clean, region.span.end
    posted = _POSTED.search(region.name)
    behind = _BEHIND.search(clean, end, min(region.end, end + 60))
    low = max(region.sentence.span.start, region.span.start - 40)
    ahead = _AHEAD.search(clean, low, region.span.start)
    quarter = _OF.search(clean, low, region.span.start) or _QUARTER.search(
        clean, low, region.span.start
    )
    if behind and behind.start() - end > (2 if posted else 12):
        behind = None
    if region.around is not None:
        return page.told(page.says(*region.around), region.around)
    inside = _PART_OF.search(clean, low, region.span.start)
    if inside and region.previous is not None:
        return page.told(page.says(*region.previous), region.previous)
    for match in (behind, ahead, quarter):
        if match and match["site"] != host and not _NO_SITE.search(match["site"]):
            span = Span(*match.span("site"))
            if _THE_PARK.fullmatch(match["site"]):
                return _the_park(page, region)
            return page.told(page.says(*span).removesuffix("内").removesuffix("旧址"), span)
    if posted and not _NO_CITY.search(posted["site"]):
        at = clean.find(posted["site"], *region.span)
        return page.told(posted["site"], Span(at, at + len(posted["site"])))
    return _on_block(page, region, host)


def _the_park(page: Page, region: Region) -> Told[str] | None:
    """The park named before that 在园区设立 speaks of; a page that named none gives no site."""
    previous = region.previous
    if previous is None or type_of(page.says(*previous)) != "park":
        return None
    return page.told(page.says(*previous), previous)


def _on_block(page: Page, region: Region, host: str) -> Told[str] | None:
    """The block that is renewed for the carrier: 塘湾工业区块腾退后…建设长三角传感谷."""
    lead = page.says(max(region.sentence.span.start, region.span.start - 10), region.span.start)
    if not _MADE.search(lead) or page.says(region.span.end, region.span.end + 1) == "的":
        return None
    for sentence in (region.sentence, *page.before(region.sentence, 4)):
        if region.sentence.paragraph - sentence.paragraph > 1:
            break
        found = [b for b in blocks(page, sentence, host) if b.span.end <= region.span.start]
        if found:
            last = found[-1]
            return page.told(last.name, last.span) if _ZONE.search(last.name) else None
    return None
