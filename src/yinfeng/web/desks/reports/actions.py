"""What is done to reports: issued, put right by a new issue, made into files, set in a template."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from yinfeng.web.desks.reports import files
from yinfeng.web.desks.reports.asking import Term, days_of
from yinfeng.web.desks.reports.content import Content, from_json, sealed, to_json
from yinfeng.web.desks.reports.kinds import Kind
from yinfeng.web.desks.reports.models import Issue, IssueFile, Template
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.models import Task
from yinfeng.web.work.telling import Tell, silent


class Overtaken(Refused):
    """Another issue was sealed meanwhile: what was compared with the one before is out of date."""


def draft(kind: Kind, unit: OrgUnit, last: date, as_of: date | None = None) -> Content:
    """The report as it would be issued for *last*, compared with the issue before."""
    return _made(kind, unit, last, as_of, _before(kind, unit, last))


def issue(
    kind: Kind,
    *,
    by: User | None,
    unit: OrgUnit,
    last: date,
    today: date,
    tell: Tell = silent,
) -> Issue:
    """Seal the report of the days up to *last* and number it; its files are made at once after.

    *tell* hears how many of its parts are made.
    """
    if by is not None:
        require(by, "reports.issue", unit)
    if last > today:
        raise Refused("不能签发以后日子的报表。")
    return _issued(kind, by, unit, last, tell=tell)


@transaction.atomic
def ask_issue(
    kind: Kind,
    *,
    by: User,
    unit: OrgUnit,
    last: date,
    today: date,
    wrong: Issue | None = None,
    reason: str = "",
) -> Task:
    """Let the report be made and sealed in the background; what cannot be issued is told now."""
    require(by, "reports.correct" if wrong else "reports.issue", unit)
    if last > today:
        raise Refused("不能签发以后日子的报表。")
    if wrong is not None and not reason.strip():
        raise Refused("请写明更正的理由。")
    _refuse_twice(Issue(unit=unit, kind=kind.key, last=last, replaces=wrong))
    task = enqueue(
        "reports.issue",
        key=f"{unit.pk} {kind.key} {last} {wrong.pk if wrong else 0}",
        unit=unit,
        by=by,
        kind=kind.key,
        last=last.isoformat(),
        wrong=wrong.pk if wrong else None,
        reason=reason.strip(),
    )
    record(by, "reports.ask_issue", task, unit=unit, kind=kind.key, last=last, reason=reason)
    return task


def issued_by(task: Task) -> Issue | None:
    """The issue that a task asked for, if it is sealed since, whoever sealed it."""
    told = task.arguments
    made = Issue.objects.filter(unit=task.unit, kind=told["kind"], last=told["last"])
    return made.filter(replaces=told["wrong"], at__gte=task.asked).first()


def correct(wrong: Issue, kind: Kind, *, by: User, reason: str, tell: Tell = silent) -> Issue:
    """Issue the report anew in place of one that was wrong, and name that one."""
    require(by, "reports.correct", wrong.unit)
    if not reason.strip():
        raise Refused("请写明更正的理由。")
    return _issued(kind, by, wrong.unit, wrong.last, wrong, reason.strip(), tell=tell)


def set_template(kind: Kind, *, by: User, unit: OrgUnit, name: str, content: bytes) -> Template:
    """Let the office's own Word template be filled from now on; no bytes take it back."""
    require(by, "reports.set_template", unit)
    if content:
        # Filled before the transaction begins: others must not wait for it.
        files.check_template(content, draft(kind, unit, timezone.localdate()).report)
    return _template_set(kind, by, unit, name, content)


@transaction.atomic
def _template_set(kind: Kind, by: User, unit: OrgUnit, name: str, content: bytes) -> Template:
    sha256 = vault.put(content) if content else ""
    made = Template.objects.create(
        unit=unit, kind=kind.key, name=name[-255:] if content else "", sha256=sha256, by=by
    )
    record(by, "reports.set_template", made, unit=unit, kind=kind.key, sha256=sha256)
    return made


def missing_files(made: Issue) -> dict[str, bytes]:
    """The files of an issue that are not kept yet, made."""
    there = set(made.files.values_list("form", flat=True))
    return {form: files.rendered(made, form) for form in files.FORMS if form not in there}


def keep_files(made: Issue, missing: Mapping[str, bytes]) -> int:
    """Keep files of an issue; how many of them were new."""
    # The issue itself cannot be held by an update: its row never changes.
    _hold(made.unit)
    there = set(made.files.values_list("form", flat=True))
    fresh = {form: content for form, content in missing.items() if form not in there}
    for form, content in fresh.items():
        sha256, size = vault.put(content), len(content)
        IssueFile.objects.create(issue=made, form=form, sha256=sha256, size=size)
    if fresh:
        record(None, "reports.keep_files", made, unit=made.unit, forms=sorted(fresh))
    return len(fresh)


def _hold(unit: OrgUnit) -> None:
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)


def _issued(
    kind: Kind,
    by: User | None,
    unit: OrgUnit,
    last: date,
    wrong: Issue | None = None,
    reason: str = "",
    *,
    tell: Tell,
) -> Issue:
    # Made before the transaction begins: a long report must not keep others from writing.
    before = _before(kind, unit, last)
    content = _made(kind, unit, last, None, before, tell)
    first, _ = _days(kind, last, before)
    made = Issue(
        unit=unit,
        kind=kind.key,
        first=first,
        last=last,
        content=to_json(content),
        template=files.template_of(unit, kind.key),
        replaces=wrong,
        reason=reason,
        by=by,
    )
    made.sha256 = sealed(made.content)
    return _sealed(made, kind, before)


@transaction.atomic
def _sealed(made: Issue, kind: Kind, before: Issue | None) -> Issue:
    unit, wrong = made.unit, made.replaces
    _hold(unit)
    _refuse_twice(made)
    if _before(kind, unit, made.last) != before:
        raise Overtaken("刚刚又签发了一期，请重新打开草稿，看过再签发。")
    same = Issue.objects.of(unit, kind.key).filter(year=made.last.year).order_by("serial")
    made.year = made.last.year
    made.serial = (same.values_list("serial", flat=True).last() or 0) + 1
    made.number = f"{unit.name}{kind.title}〔{made.year}〕第{made.serial}期"
    made.at = timezone.now()
    made.save(force_insert=True)
    record(
        made.by,
        "reports.correct" if wrong else "reports.issue",
        made,
        unit=unit,
        reason=made.reason,
        number=made.number,
        sha256=made.sha256,
        replaces=wrong.number if wrong else "",
    )
    enqueue("reports.keep_files", key=str(made.pk), unit=unit, by=made.by, issue=made.pk)
    return made


def _refuse_twice(made: Issue) -> None:
    if made.replaces is not None:
        if Issue.objects.filter(replaces=made.replaces).exists():
            raise Refused(f"{made.replaces}已经更正过，请更正最新的一期。")
        return
    same = Issue.objects.of(made.unit, made.kind).filter(last=made.last, replaces=None)
    there = same.first()
    if there is not None:
        raise Refused(f"{there}已经签发。有误的，请用“更正”另发一期。")


def _made(
    kind: Kind,
    unit: OrgUnit,
    last: date,
    as_of: date | None,
    before: Issue | None,
    tell: Tell = silent,
) -> Content:
    first, last = _days(kind, last, before)
    spoken = from_json(before.content).rows if before else {}
    return kind.content(Term(unit, first, last, as_of), spoken, tell)


def _days(kind: Kind, last: date, before: Issue | None) -> tuple[date, date]:
    return days_of(kind.key, last, before.last if before else None)


def _before(kind: Kind, unit: OrgUnit, last: date) -> Issue | None:
    """The issue with which the report of a day is compared: the last that stands before it."""
    earlier = Issue.objects.of(unit, kind.key).standing().filter(last__lt=last)
    return earlier.order_by("last", "pk").last()
