"""The superior's form: kept with the table of its cells, filled for given days, and kept filled."""

from datetime import date

from django.db import transaction

from yinfeng.reports.renderings.cells import Filling, check_places, filled_workbook
from yinfeng.reports.renderings.package import BadSheet
from yinfeng.web.desks.delivery.cells import fillings_of, table_of
from yinfeng.web.desks.delivery.models import FilledSheet, SheetTemplate
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault


def keep_form(
    unit: OrgUnit,
    *,
    by: User,
    name: str,
    file: str,
    content: bytes,
    cells: str,
    replaces: SheetTemplate | None = None,
) -> SheetTemplate:
    """Keep a form of the superior and which cell says what; every cell is tried first."""
    require(by, "delivery.set_form", unit)
    if not name.strip():
        raise Refused("请写明表名。")
    table = table_of(cells)
    content = content or (vault.get(replaces.sha256) if replaces else b"")
    try:
        check_places(content, table.places)
    except BadSheet as error:
        raise Refused(f"{error}。") from error
    return _kept(unit, by, name.strip(), file, content, cells, replaces)


@transaction.atomic
def _kept(
    unit: OrgUnit,
    by: User,
    name: str,
    file: str,
    content: bytes,
    cells: str,
    replaces: SheetTemplate | None,
) -> SheetTemplate:
    if replaces is not None and SheetTemplate.objects.filter(replaces=replaces).exists():
        raise Refused("这份表刚刚换过新版，请刷新后再改。")
    made = SheetTemplate.objects.create(
        unit=unit,
        name=name,
        file=(file or (replaces.file if replaces else name))[-255:],
        sha256=vault.put(content),
        cells=cells,
        replaces=replaces,
        by=by,
    )
    record(by, "delivery.set_form", made, unit=unit, sha256=made.sha256)
    return made


def fill_form(
    template: SheetTemplate, *, by: User, today: date, first: date, last: date
) -> FilledSheet:
    """Fill the form for these days; what would be lost of it is refused, and nothing is made."""
    require(by, "delivery.fill_form", template.unit)
    if last > today:
        raise Refused("截止日期不能晚于今天。")
    if first > last:
        raise Refused("起始日期不能晚于截止日期。")
    fillings = fillings_of(table_of(template.cells), template.unit, first, last)
    try:
        content = filled_workbook(vault.get(template.sha256), fillings)
    except BadSheet as error:
        raise Refused(f"{error}。") from error
    return _filled(template, by, first, last, fillings, content)


@transaction.atomic
def _filled(
    template: SheetTemplate,
    by: User,
    first: date,
    last: date,
    fillings: list[Filling],
    content: bytes,
) -> FilledSheet:
    cells = [
        {
            "place": one.place,
            "says": one.says,
            "value": "" if one.value is None else str(one.value),
            "proofs": list(one.proofs),
        }
        for one in fillings
    ]
    made = FilledSheet.objects.create(
        template=template,
        unit=template.unit,
        first=first,
        last=last,
        cells=cells,
        sha256=vault.put(content),
        by=by,
    )
    record(by, "delivery.fill_form", made, unit=template.unit, sha256=made.sha256, last=last)
    return made
