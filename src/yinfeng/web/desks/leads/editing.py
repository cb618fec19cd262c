"""What of leads sheets and bulk edits fill.

A sheet registers leads as a person does, with a signed form each. Of a lead that stands it changes
only who follows it and what comes next; what is told of a lead is corrected one by one.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from yinfeng.web.desks.leads.actions import add_imported
from yinfeng.web.desks.leads.actions.forms import FIELDS, columns
from yinfeng.web.desks.leads.kinds import MATURITIES
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.lists.editing import Editing
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import Post, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.shell.refusals import Refused

_CONTACT = ("contact", "contact_post", "contact_phone")
_AHEAD = ("next_step", "next_date")
_OWN = ("source", "reporter")


def _settled(lead: Lead, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """The values completed for a new lead; for one that stands, nothing that is told of it."""
    owner = values.get("owner")
    if owner and not may(owner, "leads.tell", lead.unit):
        raise Refused(f"{owner}没有跟踪这条线索的岗位。")
    if lead.pk is not None:
        _refuse_told(lead, values)
        return values
    today = timezone.localdate()
    given = {"source": "表格导入", "reporter": by.name, **{k: v for k, v in values.items() if v}}
    given["maturity"] = _maturity(str(given.get("maturity", "")))
    reported = given.get("reported") or today
    if reported > today:
        raise Refused("首报日期不能晚于今天。")
    words = {name: str(given.get(name, "")) for name in FIELDS}
    fresh = {"first_unit": lead.unit, "reported": reported}
    return {**given, **columns(words), **fresh, "owner": given.get("owner") or by}


def _refuse_told(lead: Lead, values: Mapping[str, Any]) -> None:
    told = [name for name in FIELDS if name in values and values[name] != getattr(lead, name)]
    if told:
        labels = "、".join(FIELDS[name] for name in told)
        raise Refused(f"已登记线索的{labels}不能用表格改，请打开这条线索更正并写明理由")
    if lead.state != Lead.State.OPEN:
        raise Refused(f"这条线索现为“{lead.get_state_display()}”，不能修改")


def _maturity(words: str) -> str:
    keys = {says: key for key, says in MATURITIES.items()}
    return keys.get(words, words)


def _followers(user: User) -> Sequence[User]:
    held = Post.objects.on(timezone.localdate()).filter(role__in=MAY["leads.tell"])
    near = User.objects.filter(in_scope(user, "leads.tell"), is_active=True)
    return list(near.filter(pk__in=held.values("user")).order_by("name"))


def _added(leads: Sequence[Any], by: User, at: datetime) -> None:
    add_imported(leads, by=by, today=timezone.localdate(at), at=at)


EDITING = Editing(
    fields=(*FIELDS, "reported", *_CONTACT, "owner", *_AHEAD),
    changes="leads.tell",
    imports="leads.register",
    natural=("name", "investors"),
    bulk=("owner", *_AHEAD),
    alike="name",
    also_called={
        "name": ("项目名称", "线索", "项目"),
        "investors": ("投资方名称", "投资主体", "企业"),
        "amount": ("总投资", "计划总投资", "投资规模"),
        "land": ("用地", "土地需求", "用地或厂房需求"),
        "maturity": ("进展", "进展情况", "项目进展", "当前进展", "进展阶段"),
        "reported": ("首次接洽", "首次接洽日期", "接洽日期", "首报", "登记日期"),
        "contact_phone": ("电话", "手机"),
    },
    worded={"amount": "money", "land": "area"},
    finds={"owner": _followers},
    settles=_settled,
    adds=_added,
)
