"""Rules that an office lays over the house's: how reviews are held, how clauses are screened."""

from django.db import models

from yinfeng.web.shell.office_files import OfficeFile


class AgreementRule(OfficeFile):
    """One file of an office, and what it rules."""

    class Kind(models.TextChoices):
        """What it rules."""

        REVIEW = "review", "评审办法"
        CLAUSES = "clauses", "条款审查规则"

    kind = models.CharField(max_length=8, choices=Kind.choices)
