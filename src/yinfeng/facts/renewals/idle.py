"""Works that stand idle and are named only beside who comes: 落户在闲置多年的云溪机械厂的厂房上."""

import re
from collections.abc import Iterator

from yinfeng.values import Span

_IDLE_PLANT = re.compile(
    r"(?:闲置|停产|废弃|关停|倒闭|空置|破产)(?:多年|已久|近?[\d十几两三四五六七八九]+余?年|下来)?的"
    r"(?:原|老|旧)?(?P<name>[^,，。;；:：、\n的\d]{2,14}?(?:厂|公司|粮站|供销社|市场|学校|小学|中学|砖窑))"
    r"(?=的?(?:老?旧?厂房|厂区|厂地|车间|场地|土地|院落|旧址|仓库)|[,，。;；])"
)
_MOVES_IN = re.compile(r"(?:成功|顺利|正式|也)?(?:落户|入驻|进驻|搬入|迁入|租用|租赁|签约)")


def idle_plants(clean: str, span: Span) -> Iterator[re.Match[str]]:
    """The works in a stretch that are said to stand idle; `name` is what each is called."""
    yield from _IDLE_PLANT.finditer(clean, *span)


def moves_in(clean: str, end: int) -> bool:
    """Whether what is named up to *end* comes there itself: 恒岭铸造厂|落户在…."""
    return _MOVES_IN.match(clean, end) is not None
