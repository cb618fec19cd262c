"""What projects make of a choice between papers that differ."""

from yinfeng.web.desks.projects.actions.going_by import hear

HEARS = (hear,)
