"""Papers for the tests of the store and the library, in invented places, and later readers."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from yinfeng.reading import Reading, read
from yinfeng.values import Fact, Indicator, Problem, Project, Told

SIGNING = (
    "云泽镇赴苏州招商\n\n"
    "2026年3月18日，云泽镇党委书记沈立群带队赴苏州，与苏州恒锐精密机械有限公司签约高精度轴承项目，"
    "项目总投资3.2亿元，用地45亩，达产后年销售5亿元。\n"
    "1至3月，全镇实现规模以上工业产值56.58亿元，同比增长17.49%。\n"
)
PAPER = SIGNING.encode()
NAME = "赴苏州招商.txt"


def finding_no_projects(content: bytes, name: str) -> Iterator[Reading | Problem]:
    """A later reader, which finds no projects: its facts have other numbers."""
    return _retelling(content, name, lambda fact: None if isinstance(fact, Project) else fact)


def naming_otherwise(content: bytes, name: str) -> Iterator[Reading | Problem]:
    """A later reader, which reads the names of indicators otherwise, in the same words."""
    return _retelling(content, name, _renamed)


def decoding_otherwise(content: bytes, name: str) -> Iterator[Reading | Problem]:
    """A later reader, which finds a line more at the head: every offset is another."""
    for found in read("（镇政府网站供稿）\n".encode() + content, name):
        assert isinstance(found, Reading)
        sha256 = hashlib.sha256(content).hexdigest()
        yield replace(found, document=replace(found.document, sha256=sha256))


def _retelling(
    content: bytes, name: str, retold: Callable[[Fact], Fact | None]
) -> Iterator[Reading | Problem]:
    for found in read(content, name):
        if isinstance(found, Reading):
            facts = tuple(fact for one in found.facts if (fact := retold(one)))
            yield replace(found, facts=facts)
        else:
            yield found


def _renamed(fact: Fact) -> Fact:
    if isinstance(fact, Indicator) and fact.name is not None:
        return replace(fact, name=Told("规上工业总产值", fact.name.evidence))
    return fact
