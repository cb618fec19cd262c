"""The fields of a project as they are found, before they become one record."""

from typing import Literal, TypedDict

from yinfeng.values import Period, Quantity, Told

FigureField = Literal["investment", "annual_sales", "annual_tax", "capacity", "land", "floor_area"]
WordField = Literal["name", "industry", "site", "origin"]


class ProjectFields(TypedDict, total=False):
    """What is told of a project so far, under the names that the record has."""

    name: Told[str]
    investors: Told[tuple[str, ...]]
    product: Told[str]
    industry: Told[str]
    investment: Told[Quantity]
    annual_sales: Told[Quantity]
    annual_tax: Told[Quantity]
    capacity: Told[Quantity]
    land: Told[Quantity]
    floor_area: Told[Quantity]
    site: Told[str]
    origin: Told[str]
    stage: Told[str]
    stage_date: Told[Period]
    customers: Told[tuple[str, ...]]
