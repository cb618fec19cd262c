"""Documents as they arrived, what each version of the reader made of them, what people decided.

Readings, facts, entries and decisions are append-only: the database refuses to change or delete
them. So a decision names the words that it is about and outlives every later reading.
"""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store import ways

# The pattern of what no reader read: a person added it.
ADDED = "added"


class Documents(models.QuerySet["Document"]):
    """Documents, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "library.read"))

    def whole(self) -> Self:
        """With everything that the page of one shows."""
        return self.select_related("unit", "upload__by", "current")

    def listed(self) -> Self:
        """With what a list shows of each and without the long texts, the latest first."""
        said = Decision.Verdict
        verdicts = (said.ACCEPT, said.CORRECT, said.REJECT)
        said_of = Decision.objects.filter(
            document=OuterRef("pk"), superseded_by=None, verdict__in=verdicts
        )
        # Counted for the rows that are shown only, not for every paper of the house.
        counted = said_of.order_by().values("document").annotate(n=Count("pk")).values("n")
        long = ("source", "restored", "segments", "parts")
        return (
            self.whole()
            .defer(*(f"current__{name}" for name in long))
            .annotate(decided=Coalesce(Subquery(counted), 0))
            .order_by("-pk")
        )


class Problems(models.QuerySet["Problem"]):
    """Problems, seen only from where one may see their files."""

    def visible_to(self, user: User) -> Self:
        """Those of files in the user's scope."""
        return self.filter(in_scope(user, "library.read", "upload__unit"))

    def standing(self) -> Self:
        """Those of the last reader: what an older one could not read, it may have read."""
        return self.filter(engine=F("upload__engine"))

    def listed(self) -> Self:
        """With their files, the latest first."""
        return self.standing().select_related("upload__by").order_by("-pk")


class Arrivals(models.QuerySet["Arrival"]):
    """Arrivals, seen only from where one may see their papers."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "library.read"))

    def listed(self) -> Self:
        """With what a list shows, in the order in which they were sent."""
        return self.select_related("unit", "by", "task", "upload").order_by("pk")


class Arrival(models.Model):
    """One file that came and is to be read, or what came of reading it.

    Until it is read it lies apart from the papers of the house: a secret one is never kept.
    """

    State, Way = ways.State, ways.Way

    batch = models.CharField(max_length=32, db_index=True)
    ordinal = models.PositiveIntegerField()
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    way = models.CharField(max_length=6, choices=Way.choices)
    at = models.DateTimeField(auto_now_add=True)
    name = models.CharField("文件名", max_length=255)
    size = models.PositiveBigIntegerField("字节数")
    # Where its bytes lie until it is read.
    token = models.CharField(max_length=32, blank=True)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    task = models.ForeignKey("work.Task", null=True, on_delete=models.SET_NULL)
    upload = models.ForeignKey("Upload", null=True, on_delete=models.PROTECT)
    documents = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    facts = models.PositiveIntegerField(default=0)
    problems = models.PositiveIntegerField(default=0)

    objects = Arrivals.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["unit", "state"], name="arrival_state")]

    def __str__(self) -> str:
        return self.name or f"本批第{self.ordinal}份"


class Upload(models.Model):
    """The bytes of one file, kept once a unit; they lie on the disk under their hash."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT)
    sha256 = models.CharField(max_length=64)
    name = models.CharField("文件名", max_length=255)
    size = models.PositiveBigIntegerField("字节数")
    engine = models.CharField("读取版本", max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    at = models.DateTimeField("导入时间", auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["at"], name="upload_at")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "sha256"], name="upload_once_a_unit")
        ]

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """One document of a file: the file itself, or one of those packed in it."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT)
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="documents")
    sha256 = models.CharField(max_length=64)
    ordinal = models.PositiveIntegerField()
    name = models.CharField("名称", max_length=255)
    path = models.CharField(max_length=1000, blank=True)
    media = models.CharField(max_length=100)
    current = models.ForeignKey(
        "Reading", null=True, on_delete=models.PROTECT, related_name="current_of"
    )

    objects = Documents.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "sha256", "ordinal"], name="document_once_a_unit"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Problem(models.Model):
    """What of a file could not be read, and by which version of the reader."""

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="problems")
    engine = models.CharField(max_length=40)
    document = models.CharField(max_length=255)
    code = models.CharField(max_length=40)
    says = models.TextField()
    place = models.CharField(max_length=255, blank=True)

    objects = Problems.as_manager()

    def __str__(self) -> str:
        return self.says


class Reading(models.Model):
    """What one version of the reader made of a document. Append-only.

    The decoded source stands here and not with the document: a newer reader may decode better,
    and evidence counts in the source that its own reader saw.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="readings")
    engine = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)
    title = models.CharField(max_length=300, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    published = models.DateField(null=True)
    encoding = models.CharField(max_length=40, blank=True)
    told = models.PositiveIntegerField("事实数")
    mended = models.JSONField(default=dict)
    unsure = models.PositiveIntegerField(default=0)
    notes = models.JSONField(default=list)
    source = models.TextField()
    restored = models.TextField()
    segments = models.JSONField()
    parts = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "engine"], name="reading_once_an_engine")
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.engine}"


class Fact(models.Model):
    """One fact of a reading, with the words that prove most of it. Append-only."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="facts")
    ordinal = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, db_index=True)
    host = models.CharField(max_length=200, blank=True)
    says = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["reading", "ordinal"], name="fact_once_a_reading")
        ]

    def __str__(self) -> str:
        return self.says[:100]


class Entry(models.Model):
    """One field of one fact, with every stretch of the source that proves it. Append-only."""

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="entries")
    field = models.CharField(max_length=20)
    value = models.JSONField()
    status = models.CharField(max_length=10)
    pattern = models.CharField(max_length=60, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    further = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["fact", "field"], name="entry_once_a_field")
        ]

    def __str__(self) -> str:
        return f"{self.field}：{self.quote}"[:100]


class Decision(models.Model):
    """What a person says of one figure of a document. Append-only; the latest one stands."""

    class Verdict(models.TextChoices):
        """What is said."""

        ACCEPT = "accept", "已核实"
        CORRECT = "correct", "已更正"
        REJECT = "reject", "不采用"
        WITHDRAW = "withdraw", "撤回"

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="decisions")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=8)
    value = models.JSONField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField(blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    def __str__(self) -> str:
        return f"{self.Verdict(self.verdict).label} {self.entry_id}"


class Sameness(models.Model):
    """What a person says of two names: one thing or two. Append-only; the latest one stands."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT)
    kind = models.CharField(max_length=20)
    left = models.CharField(max_length=200)
    left_host = models.CharField(max_length=200, blank=True)
    right = models.CharField(max_length=200)
    right_host = models.CharField(max_length=200, blank=True)
    ruling = models.CharField(max_length=9)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["unit", "left", "right"], name="sameness_pair")]

    def __str__(self) -> str:
        return f"{self.left} / {self.right}"


APPEND_ONLY: tuple[type[models.Model], ...] = (Reading, Fact, Entry, Decision, Sameness)
