"""Projects: each investment or construction project that a page names, with what is told of it.

The words of a project are found first (`project_regions`), then its fields: figures, parties,
goods, site, stage. A stage that is only planned (计划于年底投产, 推动落户投产) is no stage.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from yinfeng.facts.page import Page
from yinfeng.facts.project_anchors import bare
from yinfeng.facts.project_fields import ProjectFields
from yinfeng.facts.project_figures import figures_of
from yinfeng.facts.project_goods import IN_NAME, goods_of, site_of
from yinfeng.facts.project_parties import parties_of
from yinfeng.facts.project_regions import Region, regions
from yinfeng.facts.project_stages import stage_of
from yinfeng.facts.scope import Scope
from yinfeng.values import Fact, Project, Told


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every project the page names, once a telling."""
    told = [_project(page, scope, region) for region in regions(page)]
    owners = {
        investor: fact.name.value
        for fact in told
        if fact.investors and fact.name and fact.name.value.endswith("项目")
        for investor in fact.investors.value
    }
    explicit = {
        bare(fact.name.value)
        for fact in told
        if fact.name and fact.product and fact.product.pattern != IN_NAME
    }
    for fact in told:
        yield _by_its_project(_without_guess(fact, explicit), owners)


def _without_guess(fact: Project, explicit: Set[str]) -> Project:
    """The fact without goods from its name, where another telling says what is made."""
    assert fact.name is not None
    if fact.product is None or fact.product.pattern != IN_NAME:
        return fact
    return replace(fact, product=None) if bare(fact.name.value) in explicit else fact


def _by_its_project(fact: Project, owners: Mapping[str, str]) -> Project:
    """The fact under its project's name, where a list names only who invests in it."""
    assert fact.name is not None
    name = fact.name.value
    if name.endswith(("项目", "工程")) or len(name) < 4:
        return fact
    projects = {project for owner, project in owners.items() if name in owner and owner != name}
    if len(projects) != 1:
        return fact
    return replace(fact, name=replace(fact.name, value=projects.pop()), product=None)


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
