"""Rules of standard land that an office lays over the house's."""

from django.db import models

from yinfeng.web.shell.office_files import OfficeFile


class StandardRule(OfficeFile):
    """One file of an office, and what it rules."""

    class Kind(models.TextChoices):
        """What it rules."""

        INDICATORS = "indicators", "控制指标"
        CHECKS = "checks", "核查时点"
        OUTCOMES = "outcomes", "结论建议"
        PENALTIES = "penalties", "违约金算式"

    kind = models.CharField("哪一类", max_length=10, choices=Kind.choices)
