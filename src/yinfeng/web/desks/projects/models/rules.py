"""Rules of projects that an office lays over the house's: stages, gates, evidence, posts."""

from django.db import models

from yinfeng.web.shell.office_files import OfficeFile


class ProjectRule(OfficeFile):
    """One file of an office, and what it rules."""

    class Kind(models.TextChoices):
        """What it rules."""

        STAGES = "stages", "阶段与节点"
        POSTS = "posts", "挂钩与走访"

    kind = models.CharField(max_length=8, choices=Kind.choices)
