"""Rules of renewal that an office lays over the house's: rates, stages, prices and the rest."""

from django.db import models

from yinfeng.web.shell.office_files import OfficeFile


class RenewalRule(OfficeFile):
    """One file of an office, and what it rules."""

    class Kind(models.TextChoices):
        """What it rules."""

        RATES = "rates", "进度口径"
        STAGES = "stages", "阶段与佐证"
        HARD_CASES = "hard_cases", "难点户原因"
        PRICES = "prices", "补偿项目与价格"
        RED_LINES = "red_lines", "补偿红线"

    kind = models.CharField(max_length=10, choices=Kind.choices)
