"""Which kinds of things of delivery there are: the model of each, its list, its page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from yinfeng.web.desks.delivery.light_pages import call_page, light_page
from yinfeng.web.desks.delivery.models import (
    Call,
    Delay,
    FilledSheet,
    LightRow,
    Meeting,
    Month,
    Permit,
    Photo,
    Problem,
    SheetTemplate,
    Task,
)
from yinfeng.web.desks.delivery.money_pages import delay_page, month_page, permit_page, photo_page
from yinfeng.web.desks.delivery.paper_pages import (
    filled_page,
    meeting_page,
    sheet_page,
    task_page,
)
from yinfeng.web.desks.delivery.problem_pages import problem_page
from yinfeng.web.desks.delivery.shown import Page


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing: its model, its list, its page."""

    key: str
    title: str
    model: type[Model]
    crumb: str
    page: Callable[[Any, date | None], Page]
    related: tuple[str, ...]
    unit: str = "unit"
    journal: str = ""


KINDS: Mapping[str, Kind] = {
    "problem": Kind(
        "problem",
        "问题",
        Problem,
        "delivery:index",
        problem_page,
        ("unit", "project", "handler", "verifier", "owner_unit"),
        journal="delivery:index",
    ),
    "month": Kind(
        "month",
        "月度投资",
        Month,
        "delivery:money",
        month_page,
        ("unit", "project", "reported_by", "recognised_by", "proof"),
        journal="delivery:money",
    ),
    "permit": Kind(
        "permit",
        "手续",
        Permit,
        "delivery:permits",
        permit_page,
        ("unit", "project", "proof"),
        journal="delivery:permits",
    ),
    "photo": Kind(
        "photo",
        "现场照片",
        Photo,
        "delivery:photos",
        photo_page,
        ("unit", "project", "created_by"),
        journal="delivery:photos",
    ),
    "delay": Kind(
        "delay",
        "停滞监测",
        Delay,
        "delivery:standstill",
        delay_page,
        ("unit", "project", "proof", "created_by"),
    ),
    "light": Kind(
        "light",
        "亮灯",
        LightRow,
        "delivery:lights",
        light_page,
        ("unit", "project"),
        journal="delivery:lights",
    ),
    "call": Kind(
        "call",
        "督办",
        Call,
        "delivery:lights",
        call_page,
        ("project__unit", "turn"),
        unit="project__unit",
    ),
    "meeting": Kind(
        "meeting",
        "例会",
        Meeting,
        "delivery:meetings",
        meeting_page,
        ("unit", "pack"),
        journal="delivery:meetings",
    ),
    "task": Kind(
        "task",
        "议定事项",
        Task,
        "delivery:tasks",
        task_page,
        ("unit", "meeting", "project", "person", "claimed_by", "done_by", "attachment"),
        journal="delivery:tasks",
    ),
    "sheet": Kind(
        "sheet", "上级报表", SheetTemplate, "delivery:sheets", sheet_page, ("unit", "by")
    ),
    "filled": Kind(
        "filled",
        "填好的表",
        FilledSheet,
        "delivery:sheets",
        filled_page,
        ("unit", "template", "by"),
    ),
}
