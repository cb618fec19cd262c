"""What is done on the desk of land: each an action with its right, its lock and its event."""

from yinfeng.web.desks.land.actions.records import change, keep, remove

__all__ = ["change", "keep", "remove"]
