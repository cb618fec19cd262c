"""Projects: each investment or construction project that a page names, with what is told of it.

The words of a project are found first (`project_regions`), then its fields: figures, parties,
goods, site, stage. A stage that is only planned (计划于年底投产, 推动落户投产) is no stage.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.page import Page
from yinfeng.facts.projects.aliases import Telling, under_one_name
from yinfeng.facts.projects.fields import ProjectFields
from yinfeng.facts.projects.figures import figures_of
from yinfeng.facts.projects.goods import goods_of, site_of
from yinfeng.facts.projects.parties import parties_of
from yinfeng.facts.projects.regions import Region, regions
from yinfeng.facts.projects.stages import stage_of
from yinfeng.facts.scope import Scope
from yinfeng.values import Fact, Project, Told

_PROMISES = re.compile(r"(?:确保|力争|力促|推动|争取|促进|督促|保障)")


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every project the page names, once a telling."""
    told = tuple(
        Telling(region, _project(page, scope, region), _is_promised(page, region))
        for region in regions(page)
    )
    yield from under_one_name(told)


def _is_promised(page: Page, region: Region) -> bool:
    """Whether a list only promises what becomes of its projects: 确保A、B等项目尽快投产."""
    group = region.named.group
    lead = page.says(group, region.named.span.start) if group is not None else ""
    return _PROMISES.match(lead) is not None


def _project(page: Page, scope: Scope, region: Region) -> Project:
    one = region.named
    fields: ProjectFields = {"name": page.told(one.name, one.span, pattern="projects")}
    fields |= figures_of(page, region)
    fields |= parties_of(page, region)
    fields |= site_of(page, scope, region)
    fields |= goods_of(page, region)
    fields |= stage_of(page, region, scope.anchor.day)
    start = min(one.span.start, region.own.start if one.group is None else one.group)
    quote, evidence = page.quoted(start, _proof_end(page, region, fields))
    return Project(host=scope.host(one.span.start), quote=quote, evidence=evidence, **fields)


def _proof_end(page: Page, region: Region, fields: ProjectFields) -> int:
    """The end of the last words that prove a field, so that the quote is no longer than need be."""
    ends = [
        page.clean_end(evidence)
        for told in fields.values()
        if isinstance(told, Told)
        for evidence in told.evidence
    ]
    return max(region.named.span.end, min(max(ends), region.whole.end))
