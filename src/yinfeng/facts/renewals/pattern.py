"""Renewals: each block of land or estate that is being vacated and used again.

横泾桥老旧工业园区占地2500亩, 124家企业, 348家租户, 签约率84%, 签约面积2045亩: one record. A block
that is named without a word of renewal is the site of something else.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.renewals.blocks import Block, blocks
from yinfeng.facts.renewals.figures import Region, figures_of, spans_of
from yinfeng.facts.renewals.uses import uses_of
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.text import LineKind
from yinfeng.values import Fact, Renewal, Told

_TRIGGER = words.pattern("renewal_words")
_CLEARED = words.pattern("clearances")
_LIKELY = re.compile(
    led(r"[块区厂场站库址村街头园馆点城楼社窑校侧线户号【]|更新|换鸟|回收|收购|收回|收储|盘活")
)
_GOES_ON = re.compile(
    r"^[\s　“]*(?:占地|始建于|建于"
    r"|该|其|园区|区块|目前|截至|据|腾退后|改造后|未来|今后|原有|涉及|签约"
    r"|全部|共|已|建设|更新后|下一步|这里|这块|如今|此次|启动|去年|今年|自|到|按照|根据|随着|现在|经过|企业|厂区|通过)"
)
_BECOMES = re.compile(
    r"[^,，。;；]{0,4}(?:将|已)?(?:作为|改造|改建|打造|建设成|变身|变成|成为|用于|转型|蝶变)"
)
_PLANNED = re.compile(
    r"[^,，。;；]{0,12}?(?:改造方案|更新方案|征收方案|改造工程|改造项目|征收项目|征迁|拆迁|腾退)"
)
_TELLS = ("占地", "面积", "总面积", "涉及", "地块", "始建于", "建于", "位于", "原有")
_BLOCKS = ("地块", "片区", "区块")
_NAME = 12
_MOST = 700
_ABOUT = 3


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every block that the page tells is being renewed, once a telling."""
    about = len(_TRIGGER.findall(page.text.clean))
    if not about:
        return
    found = [
        block
        for sentence in page.sentences
        if (sentence.line.kind is LineKind.PROSE or _heads(page, sentence))
        and not sentence.is_tabular
        and _LIKELY.search(sentence.says)
        for block in blocks(page, sentence, scope.host(sentence.span.start))
    ]
    found = [block for block in found if not _is_told_again(block, found)]
    if all(block.is_programme for block in found):
        return
    for at, block in enumerate(found):
        limit = found[at + 1].span.start if at + 1 < len(found) else len(page.text.clean)
        floor = block.sentence.span.start
        if at and found[at - 1].span.end > floor:
            floor = found[at - 1].span.end
        region = Region(block, floor, _reach(page, block, limit))
        fact = _renewal(page, scope, region, about=about)
        if fact is not None:
            yield fact


def _heads(page: Page, sentence: Sentence) -> bool:
    """Whether a heading is the name of land that the line below tells of: 占地450亩,…."""
    below = next(iter(page.after(sentence)), None)
    if sentence.line.kind is not LineKind.HEADING or below is None:
        return False
    says = sentence.says.strip()
    is_block = says.endswith(_BLOCKS) or below.says.lstrip().startswith(_TELLS)
    return len(says) <= _NAME and is_block


def _reach(page: Page, block: Block, limit: int) -> int:
    """Where the telling of a block ends: with its sentence and those that go on about it."""
    sentence = block.sentence
    end = min(sentence.span.end, limit)
    for following in page.after(sentence):
        near = following.paragraph - sentence.paragraph <= 2
        if not near or following.span.start >= min(limit, block.span.start + _MOST):
            break
        if following.paragraph != sentence.paragraph and not _GOES_ON.match(following.says):
            break
        if not _is_prose(following):
            break
        end = min(following.span.end, limit)
    return max(end, block.span.end)


def _is_prose(sentence: Sentence) -> bool:
    return sentence.line.kind is LineKind.PROSE


def _renewal(page: Page, scope: Scope, region: Region, *, about: int) -> Fact | None:
    """The block's record, where its own words or those of the whole page tell of renewal."""
    block = region.block
    figures = figures_of(page, region)
    before, after = uses_of(page, region)
    own = block.sentence.says + page.says(block.sentence.span.end, region.end)
    if block.is_old:
        is_renewed = about >= _ABOUT or _TRIGGER.search(own) is not None
    else:
        is_renewed = about >= _ABOUT or _CLEARED.search(own) is not None
        is_renewed = is_renewed and (
            _TRIGGER.search(own) is not None
            or after is not None
            or block.sentence.line.kind is LineKind.HEADING
        )
        told = [figures.tenants, figures.signed_rate, figures.signed_area]
        told += [figures.enterprises] if before or _CLEARED.search(own) else []
        cleared = _CLEARED.search(block.sentence.says) and (after or figures.area)
        planned = about >= _ABOUT and _PLANNED.match(page.text.clean, block.span.end)
        becomes = _becomes(page, region, after)
        headed = figures.area and block.sentence.line.kind is LineKind.HEADING
        is_renewed = bool(cleared or any(told) or becomes or planned or headed) and is_renewed
    if not is_renewed:
        return None
    ends = [span.end for span in spans_of(figures, page)]
    ends += [page.clean_end(e) for told in (before, after) if told for e in told.evidence]
    named = block.proof or block.span
    quote, evidence = page.quoted(block.span.start, max([named.end, *ends]))
    return Renewal(
        host=scope.host(block.span.start),
        quote=quote,
        evidence=evidence,
        block=page.told(block.name, named, pattern="renewals"),
        area=figures.area,
        enterprises=figures.enterprises,
        tenants=figures.tenants,
        signed_rate=figures.signed_rate,
        signed_area=figures.signed_area,
        as_of=figures.as_of,
        before=before,
        after=after,
    )


def _becomes(page: Page, region: Region, after: Told[tuple[str, ...]] | None) -> bool:
    """Whether the block itself is said to become something: 台升实业地块将作为…."""
    return after is not None and _BECOMES.match(page.text.clean, region.block.span.end) is not None


def _is_told_again(block: Block, found: Sequence[Block]) -> bool:
    """Whether a block of a list is named by itself besides: 大围村 of two, then 大围旧工业区."""
    stem = block.name.split("村")[0]
    return block.name.startswith(stem + "村村级") and any(
        other.name.startswith(stem) and other.name != block.name for other in found
    )
