"""How pages of plans find a form by its name, and what they call a change."""

from collections.abc import Mapping
from typing import Any

from django import template

from yinfeng.judgement.schedule.changes import Change, What
from yinfeng.lexicon.milestones import SURE

register = template.Library()

_WHAT = {What.ADDED: "新增", What.REMOVED: "删去", What.MOVED: "移动", What.SAME: "未变"}


@register.simple_tag(takes_context=True)
def form_called(context: template.Context, name: str) -> Any:
    """The form of that name."""
    return context["forms"][name]


@register.filter
def what(change: Change) -> str:
    """What happened to a milestone."""
    return _WHAT[change.what]


@register.filter
def moved(change: Change) -> str:
    """By how much a milestone moved: 推迟5天（3个工作日）."""
    if not change.days:
        return ""
    way = "推迟" if change.days > 0 else "提前"
    return f"{way}{abs(change.days)}天（{abs(change.working_days)}个工作日）"


@register.filter
def sure(mark: str) -> str:
    """On what a term rests."""
    return SURE.get(mark, "")


@register.filter
def named(keys: Any, names: Any) -> list[str]:
    """The names of these keys."""
    return [names[key] for key in keys]


@register.filter
def name_in(key: str, names: Mapping[str, str]) -> str:
    """The name that stands under a key, else the key."""
    return names.get(key, key)
