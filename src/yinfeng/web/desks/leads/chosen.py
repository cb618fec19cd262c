"""What leads make of a choice between papers that differ."""

from yinfeng.web.desks.leads.actions.going_by import hear_choice

HEARS = (hear_choice,)
