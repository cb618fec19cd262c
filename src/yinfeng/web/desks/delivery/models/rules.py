"""Rules that an office lays over the house's: lights, notices, problems, money, permits."""

from django.db import models

from yinfeng.lexicon.lights import scheme
from yinfeng.web.shell.office_files import OfficeFile


class DeliveryRule(OfficeFile):
    """One file of an office, and what it rules."""

    class Kind(models.TextChoices):
        """What it rules."""

        LIGHTS = "lights", "亮灯"
        LADDER = "ladder", "亮灯督办"
        PROBLEMS = "problems", "问题销号"
        MONEY = "money", "投资与入库"
        PERMITS = "permits", "手续清单"
        WATCHES = "watches", "停滞监测"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    scheme = models.CharField(max_length=10, blank=True)

    @property
    def called(self) -> str:
        """What it rules, and by which scheme of lights."""
        says = self.Kind(self.kind).label
        return f"{says}（{scheme(self.scheme).title}）" if self.scheme else says
