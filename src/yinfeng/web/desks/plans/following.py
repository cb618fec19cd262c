"""Plans follow their projects: a gate that is passed is a milestone that is done."""

from yinfeng.web.desks.plans.actions import follow

FOLLOWS = (follow,)
