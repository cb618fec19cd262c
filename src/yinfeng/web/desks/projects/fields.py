"""The fields of a project as a person writes them, and what the register keeps of each.

Figures are read by the reader's own grammar: 1.2亿元, 3000万美元, 45亩, 标准厂房1.5万平方米.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from yinfeng.lexicon.industries import industries
from yinfeng.values import Quantity
from yinfeng.web.desks.leads import figures
from yinfeng.web.desks.leads.clashes import split
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.values import Stored, to_json

NAMES = (
    *("name", "investors", "comes_from", "content", "industry", "kind", "nature", "level"),
    *("amount", "fixed", "land", "plant", "sales", "tax", "site"),
)
FIELDS: Mapping[str, str] = {
    field.name: str(field.verbose_name) for field in Project._meta.fields if field.name in NAMES
}
MONEY = ("amount", "fixed", "sales", "tax")
AREAS = ("land", "plant")
FIGURES = (*MONEY, *AREAS)
# What the reader of papers calls the fields of a project.
TOLD_AS = {
    "comes_from": "origin",
    "content": "product",
    "amount": "investment",
    "land": "land",
    "plant": "floor_area",
    "sales": "annual_sales",
    "tax": "annual_tax",
    "name": "name",
    "investors": "investors",
    "site": "site",
}
_CHOSEN = {"kind": Project.Kind, "nature": Project.Nature, "level": Project.Level}
_SQUARE_METRES = Decimal(2000) / 3


def columns(words: Mapping[str, str]) -> dict[str, Any]:
    """What the register keeps of these fields, each checked."""
    found: dict[str, Any] = {}
    for name, says in words.items():
        found |= _columns(name, says.strip())
    return found


def value_of(name: str, says: str) -> Stored:
    """The field as a value: a figure where the words hold one."""
    quantity = quantity_of(name, says)
    if quantity is not None:
        return to_json(quantity)
    return list(split(says)) if name == "investors" else says


def quantity_of(name: str, says: str) -> Quantity | None:
    """The figure that the words of a field hold."""
    if name in MONEY and says:
        return figures.amount(says)
    found = figures.area(says) if name in AREAS and says else None
    return found[2] if found else None


def label_of(name: str, says: str) -> str:
    """What a field says, in words: the name of an industry or of a choice for its code."""
    if name in _CHOSEN and says:
        return str(_CHOSEN[name](says).label)
    if name == "industry" and says in industries():
        return f"{industries()[says].name}（{says}）"
    return says


def industry_code(says: str) -> str:
    """The code of GB/T 4754 that the words are: 34, 通用设备制造业, 34 通用设备制造业."""
    known = industries()
    head = says.split()[0] if says.split() else ""
    if head.upper() in known:
        return head.upper()
    for code, industry in known.items():
        if industry.name == says:
            return code
    raise Refused(f"没有这个行业：“{says}”。请填国民经济行业分类（GB/T 4754）的代码或名称。")


def _columns(name: str, says: str) -> dict[str, Any]:
    if name == "name" and not says:
        raise Refused("请填写项目名称。")
    if name in FIGURES:
        return _figure(name, says)
    if name in _CHOSEN:
        return {name: _chosen(name, says)}
    if name == "industry":
        return {name: industry_code(says) if says else ""}
    return {name: "、".join(split(says)) if name == "investors" else says}


def _figure(name: str, says: str) -> dict[str, Any]:
    value = quantity_of(name, says)
    if name == "amount":
        return {
            "amount": says,
            "currency": value.unit.name if value else "",
            "money": value.figure if value else None,
            "yuan": figures.yuan(value) if value else None,
        }
    if name == "fixed":
        return {"fixed": says, "fixed_yuan": figures.yuan(value) if value else None}
    if name == "land":
        return {"land": says, "mu": figures.mu(value) if value else None}
    if name == "plant":
        metres = (figures.mu(value) * _SQUARE_METRES) if value else None
        return {"plant": says, "square_metres": _plain_metres(value, metres)}
    return {name: says}


def _plain_metres(value: Quantity | None, metres: Decimal | None) -> Decimal | None:
    if value is None:
        return None
    return value.figure if value.unit.name == "m2" else metres and metres.quantize(Decimal("0.01"))


def _chosen(name: str, says: str) -> str:
    choices = dict(_CHOSEN[name].choices)
    if not says or says in choices:
        return says
    for key, label in choices.items():
        if says == label:
            return str(key)
    raise Refused(f"{FIELDS[name]}请选择其中之一：{'、'.join(map(str, choices.values()))}。")
