"""Rules that an office lays over the house's: grading and clocks, first reports, losses, days."""

from django.db import models

from yinfeng.web.shell.office_files import OfficeFile


class OfficeRule(OfficeFile):
    """One file of an office, and what it rules."""

    class Kind(models.TextChoices):
        """What it rules."""

        MATURITY = "maturity", "分级与时限"
        CLAIMS = "claims", "首报与保护"
        LOSSES = "losses", "流失原因"
        CALENDAR = "calendar", "工作日历"

    kind = models.CharField(max_length=8, choices=Kind.choices)
