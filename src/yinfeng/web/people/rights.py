"""One table of actions and the roles that may do them; what is not said is denied.

Each desk has its block, in the order of the menu. A room within a desk has a block of its own.
"""

from collections.abc import Mapping

from yinfeng.web.people.roles import ADMINISTRATORS, Role

_WORKING = frozenset(
    {Role.FIELD, Role.HEAD, Role.DELIVERY, Role.LAND, Role.SERVICE, Role.STATISTICS}
)
_READING = _WORKING | {Role.LEADER, Role.GRID, Role.SUPERVISOR, Role.COUNTY}
# Who deals with persons by duty may see personal data in full; who only counts them may not.
_PRIVATE = _WORKING - {Role.STATISTICS} | {Role.GRID}

MAY: Mapping[str, frozenset[Role]] = {
    "people.read": ADMINISTRATORS,
    "people.add_unit": frozenset({Role.SYSTEM}),
    "people.add_user": frozenset({Role.SYSTEM}),
    "people.reset_password": frozenset({Role.SYSTEM}),
    "people.give_post": frozenset({Role.SECURITY}),
    "people.end_post": frozenset({Role.SECURITY}),
    "people.rename_unit": frozenset({Role.SYSTEM}),
    "people.move_unit": frozenset({Role.SYSTEM}),
    "people.name_unit": frozenset({Role.SYSTEM}),
    "people.close": frozenset({Role.SYSTEM}),
    "people.reopen": frozenset({Role.SYSTEM}),
    "people.drop_factor": frozenset({Role.SECURITY}),
    "people.tie": frozenset({Role.SECURITY}),
    "people.untie": frozenset({Role.SECURITY}),
    "people.end_token": frozenset({Role.SECURITY}),
    "private.read": _PRIVATE,
    "audit.read": frozenset({Role.AUDIT}),
    "audit.verify": frozenset({Role.AUDIT}),
    "audit.note_incident": frozenset({Role.AUDIT}),
    "hooks.read": frozenset({Role.HEAD, Role.SYSTEM}),
    "hooks.allow": frozenset({Role.SYSTEM}),
    "hooks.keep": frozenset({Role.HEAD}),
    "work.read": frozenset({Role.SYSTEM}),
    "work.retry": frozenset({Role.SYSTEM}),
    "search.use": _READING,
    "notices.robot": frozenset({Role.SYSTEM}),
    # What a person keeps of any list.
    "lists.choose": _READING | ADMINISTRATORS,
    "lists.share": _WORKING | {Role.LEADER, Role.COUNTY},
    "lists.note": _WORKING | {Role.LEADER, Role.GRID},
    "lists.define": frozenset({Role.HEAD, Role.STATISTICS}),
    "library.read": _READING,
    "library.take_in": _WORKING | {Role.GRID},
    "library.decide": _WORKING,
    "library.reread": frozenset({Role.HEAD, Role.STATISTICS}),
    "identity.decide": _WORKING,
    "today.read": _READING,
    "leads.read": _READING,
    "leads.register": _WORKING | {Role.GRID},
    "leads.adopt": _WORKING,
    "leads.tell": _WORKING | {Role.LEADER},
    "leads.correct": _WORKING,
    "leads.attach": _WORKING,
    "leads.detach": _WORKING,
    "leads.hand_over": frozenset({Role.HEAD}),
    "leads.stop_clock": _WORKING,
    "leads.extend_clock": frozenset({Role.FIELD, Role.HEAD}),
    "leads.dispatch": frozenset({Role.HEAD}),
    "leads.answer": frozenset({Role.LEADER, Role.HEAD}),
    "leads.report_result": _WORKING | {Role.LEADER},
    "leads.confirm_claim": frozenset({Role.HEAD, Role.COUNTY}),
    "leads.extend_claim": frozenset({Role.HEAD, Role.COUNTY}),
    "leads.take": frozenset({Role.FIELD, Role.HEAD}),
    "leads.arbitrate": frozenset({Role.HEAD, Role.COUNTY}),
    "leads.lose": frozenset({Role.FIELD, Role.HEAD}),
    "leads.look_again": frozenset({Role.FIELD, Role.HEAD}),
    "leads.convert": frozenset({Role.HEAD, Role.DELIVERY}),
    "leads.remove": frozenset({Role.HEAD}),
    "leads.set_rules": frozenset({Role.HEAD, Role.COUNTY}),
    "outreach.read": _READING,
    "outreach.keep": _WORKING,
    "outreach.change": _WORKING,
    "outreach.remove": _WORKING,
    "outreach.adopt": _WORKING,
    "outreach.report": _WORKING,
    "outreach.approve": frozenset({Role.HEAD, Role.LEADER}),
    "outreach.reopen": frozenset({Role.HEAD, Role.LEADER}),
    "outreach.set_rules": frozenset({Role.HEAD, Role.STATISTICS}),
    "projects.read": _READING,
    "reports.read": _READING,
    "reports.issue": frozenset({Role.HEAD, Role.STATISTICS}),
    "reports.correct": frozenset({Role.HEAD, Role.STATISTICS}),
    "reports.set_template": frozenset({Role.HEAD}),
}

# A reason is compulsory for what overrides a figure or merges two things.
NEEDS_REASON = frozenset(
    {
        "library.correct",
        "identity.decide",
        "people.end_post",
        "people.rename_unit",
        "people.move_unit",
        "people.close",
        "people.drop_factor",
        "people.untie",
        "private.read",
        "leads.correct",
        "leads.detach",
        "leads.extend_clock",
        "leads.extend_claim",
        "leads.arbitrate",
        "leads.lose",
        "leads.look_again",
        "leads.remove",
        "leads.set_rules",
        "outreach.remove",
        "outreach.reopen",
        "reports.correct",
    }
)
