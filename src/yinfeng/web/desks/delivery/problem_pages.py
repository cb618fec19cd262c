"""The page of a problem: its terms, its steps, and whom it told of what."""

from datetime import date
from typing import Any

from django.urls import reverse

from yinfeng.web.desks.delivery.models import Problem
from yinfeng.web.desks.delivery.rules import problems_on
from yinfeng.web.desks.delivery.shown import (
    Block,
    Page,
    Said,
    file_of,
    lines,
    project_of,
    row,
    told,
)


def problem_page(one: Problem, day: date | None) -> Page:
    """A problem: where it stands, by when, what was done, whom it told."""
    rules = problems_on(one.unit, one.opened)
    severity = rules.severities.get(one.severity)
    provisional = "（暂定：次年放假安排未公布）" if one.is_provisional else ""
    tags = (
        Said(one.get_state_display(), tone="good" if not one.is_open else ""),
        Said(rules.kinds.get(one.kind, one.kind)),
        Said(severity.says if severity else one.severity),
        Said(rules.level(one.level).says),
        *((Said(f"延期{one.extended}次", tone="warn"),) if one.extended else ()),
        *((Said(f"重开{one.reopened}次", tone="bad"),) if one.reopened else ()),
    )
    return Page(
        f"{one.number} {one.text}",
        f"{one.unit} · {one.opened}登记",
        tags,
        lines(
            ("项目", project_of(one.project)),
            ("问题", one.text),
            ("发现", "，".join(str(v) for v in (one.found_by, one.found_on, one.found_at) if v)),
            ("批次", f"第{one.batch}批" if one.batch else ""),
            ("责任单位", one.owner),
            ("责任人", one.handler or ""),
            ("配合单位", one.co_owners),
            ("措施", one.measures),
            ("交办期限", one.dispatch_due if one.assigned is None else ""),
            ("首次反馈", one.fed_back or (f"{one.feedback_due}前" if one.feedback_due else "")),
            ("月报期限", one.report_due or ""),
            ("办结期限", f"{one.due}{provisional}" if one.due else ""),
            ("首次承诺", one.first_due if one.first_due != one.due else ""),
            ("申请延至", one.wanted_due or ""),
            ("企业确认", one.firm_confirmed or ""),
            ("核验人", one.verifier or ""),
            ("销号", one.closed or ""),
        ),
        (_steps(one, day), urges_of(one, day)),
    )


def urges_of(one: Problem, day: date | None) -> Block:
    """What an overdue or raised problem issued: whom it told of what."""
    rows = one.calls.order_by("-day", "-pk")
    if day:
        rows = rows.filter(day__lte=day)
    return Block(
        "催办与督办",
        ("日期", "形式", "送达", "要求"),
        tuple(
            row(call.day, f"{call.says} {call.number}".strip(), told(call), call.asks)
            for call in rows
        ),
        "没有催办过。逾期未交办、未反馈、未销号的，每天清早按办法逐级催办；提级当时就通知。",
        key="urges",
    )


def _steps(one: Problem, day: date | None) -> Block:
    rows = one.steps.select_related("by", "attachment", "document").order_by("-pk")
    if day:
        rows = rows.filter(day__lte=day)
    return Block(
        "经过",
        ("日期", "步骤", "情况", "期限", "佐证", "经办"),
        tuple(
            row(
                step.day,
                step.get_kind_display(),
                step.says,
                step.due,
                _proof(step),
                step.by,
            )
            for step in rows
        ),
        "还没有记录。",
        key="steps",
    )


def _proof(step: Any) -> Said:
    if step.document is not None:
        address = reverse("library:document", args=[step.document_id])
        return Said(step.document.name, address)
    return file_of(step.attachment)
