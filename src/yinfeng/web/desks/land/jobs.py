"""What runs by itself on land: the touches with control zones, every night and when one changes."""

from datetime import time

from django.utils import timezone

from yinfeng.web.desks.land.actions.touching import touch_again, touch_zone
from yinfeng.web.desks.land.models import Drawing, Parcel, Zone
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def touch_zones(run: Run) -> str:
    """Bring the touches of every zone up to today: zones begin and expire, things move."""
    keys = list(Zone.objects.order_by("pk").values_list("pk", flat=True))
    moved = 0
    for done, key in enumerate(keys, 1):
        with run.hold():
            zone = Zone.objects.select_related("unit").get(pk=key)
            moved += touch_zone(zone, today=timezone.localdate())
        run.tell(done, len(keys))
    return f"{len(keys)}个管控区，压占关系变化{moved}条。"


def touch_one(run: Run, zone: int) -> str:
    """Bring the touches of one zone up to today."""
    with run.hold():
        found = Zone.objects.select_related("unit").get(pk=zone)
        moved = touch_zone(found, today=timezone.localdate())
    return f"“{found}”压占关系变化{moved}条。"


def touch_drawn(run: Run, drawing: int) -> str:
    """Bring the touches of the parcels of a file up to today."""
    lines = Drawing.objects.get(pk=drawing).lines.filter(kind=Parcel._meta.label_lower)
    keys = list(lines.values_list("key", flat=True))
    moved = 0
    for done, key in enumerate(keys, 1):
        with run.hold():
            parcel = Parcel.objects.select_related("unit").get(pk=key)
            moved += touch_again(parcel, today=timezone.localdate())
        if done % 100 == 0:
            run.tell(done, len(keys))
    return f"{len(keys)}宗地，压占关系变化{moved}条。"


JOBS = (
    Job("land.touch_zones", "核对管控区压占", touch_zones, Daily(time(3, 10))),
    Job("land.touch_one", "核对一个管控区", touch_one),
    Job("land.touch_drawn", "核对导入的宗地", touch_drawn),
)
