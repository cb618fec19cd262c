"""What a page of delivery is made of: words that lead somewhere, lines, tables."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.urls import reverse

from yinfeng.web.desks.delivery.models import Attachment, Call, ProblemCall
from yinfeng.web.desks.projects.models import Project

_WAN = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Said:
    """One word of a page, where it leads, and how it looks."""

    says: str
    address: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said, with its label."""

    label: str
    said: Said


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a page."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    empty: str
    key: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one thing."""

    title: str
    about: str
    tags: tuple[Said, ...]
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...] = ()
    picture: str = ""
    warnings: tuple[str, ...] = field(default=())


def wan(yuan: Decimal | None) -> str:
    """A sum as an office writes it: 1,250.5万元."""
    if yuan is None:
        return "—"
    plain = f"{yuan / _WAN:,.2f}".rstrip("0").rstrip(".")
    return f"{plain}万元"


def file_of(attachment: Attachment | None) -> Said:
    """A file that leads to its bytes."""
    if attachment is None:
        return Said("—")
    return Said(attachment.name, reverse("delivery:file", args=[attachment.pk]))


def project_of(project: Project | None) -> Said:
    """A project that leads to its page."""
    if project is None:
        return Said("—")
    return Said(project.name, reverse("projects:project", args=[project.pk]))


def lines(*pairs: tuple[str, object]) -> tuple[Line, ...]:
    """Those lines that say anything."""
    return tuple(Line(label, _said(value)) for label, value in pairs if value not in (None, ""))


def row(*values: object) -> tuple[Said, ...]:
    """A row of a table."""
    return tuple(_said(value) for value in values)


def _said(value: object) -> Said:
    if isinstance(value, Said):
        return value
    return Said("—" if value in (None, "") else str(value))


def told(call: Call | ProblemCall) -> Said:
    """Whom a notice reached, and whom it could not."""
    missing = f"（{'、'.join(call.untold)}无人在岗，没有送达）" if call.untold else ""
    return Said(f"{'、'.join(call.to) or '无'}{missing}", tone="bad" if missing else "")
