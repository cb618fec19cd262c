"""Whether anybody works on the queue, so that a page can say so instead of waiting in silence."""

from datetime import datetime, timedelta

from yinfeng.web.work.models import Worker

_SEEN_WITHIN = timedelta(seconds=45)


def is_worked_on(now: datetime) -> bool:
    """Whether a worker has shown itself lately."""
    return Worker.objects.filter(seen__gte=now - _SEEN_WITHIN).exists()
