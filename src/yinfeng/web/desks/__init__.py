"""The desks: rooms of the workspace, one folder each, listed in the order of the menu."""

from typing import NamedTuple


class Desk(NamedTuple):
    """One desk: its folder and address, its name in the menu, and the right that opens it.

    A room of a large desk is a desk of its own folder that stands *within* it: one entry of the
    menu, and below it the rooms.
    """

    name: str
    title: str
    opens: str
    within: str = ""


DESKS = (
    Desk("today", "今日", "today.read"),
    Desk("leads", "线索", "leads.read"),
    Desk("outreach", "招商", "outreach.read"),
    Desk("projects", "项目", "projects.read"),
    Desk("plans", "计划", "plans.read", within="projects"),
    Desk("agreements", "评审与协议", "agreements.read", within="projects"),
    Desk("delivery", "推进", "delivery.read", within="projects"),
    Desk("counts", "统计", "counts.read", within="projects"),
    Desk("land", "载体", "land.read"),
    Desk("standard", "标准地", "standard.read", within="land"),
    Desk("siting", "选址", "siting.read", within="land"),
    Desk("renewal", "更新", "renewal.read", within="land"),
    Desk("tenancy", "入驻", "tenancy.read", within="land"),
    Desk("reports", "报表", "reports.read"),
    Desk("library", "资料", "library.read"),
    Desk("staff", "人员", "people.read"),
    Desk("audit", "审计", "audit.read"),
    Desk("hooks", "推送", "hooks.read"),
    Desk("jobs", "后台任务", "work.read"),
    Desk("system", "备份与设置", "system.read", within="jobs"),
)
