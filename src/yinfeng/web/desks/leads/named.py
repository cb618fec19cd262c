"""What leads make of rows of outreach that name one by its number."""

from yinfeng.web.desks.leads.actions.meeting import hear_of, refuse_unknown

REFUSES = (refuse_unknown,)
HEARS = (hear_of,)
