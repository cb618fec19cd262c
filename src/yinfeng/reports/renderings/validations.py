"""What the validations of a sheet forbid: a word outside its list, a number outside its bounds.

A bound that is a formula of its own cannot be reckoned here and forbids nothing.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from lxml import etree

from yinfeng.reports.renderings.package import Package, parsed
from yinfeng.reports.renderings.worksheets import Worksheet, at, corner, lies_in, serial

_MOST = 5000
_SAYS = {
    "between": "应在{0}到{1}之间",
    "notBetween": "不应在{0}到{1}之间",
    "equal": "应等于{0}",
    "notEqual": "不应等于{0}",
    "greaterThan": "应大于{0}",
    "lessThan": "应小于{0}",
    "greaterThanOrEqual": "应不小于{0}",
    "lessThanOrEqual": "应不大于{0}",
}


def forbids(
    package: Package, sheet: Worksheet, cell: str, value: Decimal | int | str | date
) -> str:
    """Why the value may not stand in the cell; empty where nothing forbids it."""
    for rule in sheet.root.iter(sheet.tag("dataValidation")):
        if lies_in(cell, rule.get("sqref", "")) and (why := _breaks(package, sheet, rule, value)):
            return why
    return ""


def _breaks(
    package: Package, sheet: Worksheet, rule: etree._Element, value: Decimal | int | str | date
) -> str:
    kind = rule.get("type", "none")
    if kind == "list":
        allowed = _listed(package, sheet, rule.findtext(sheet.tag("formula1"), ""))
        if allowed and _plain(value) not in allowed:
            return f"“{_plain(value)}”不在下拉选项里（{'、'.join(sorted(allowed)[:12])}）"
        return ""
    if kind not in ("whole", "decimal", "date", "textLength"):
        return ""
    number = _number(package, kind, value)
    if number is None:
        return f"“{_plain(value)}”不是数，这一格只能填数"
    if kind == "whole" and number != number.to_integral_value():
        return f"{number}不是整数，这一格只能填整数"
    return _outside(sheet, rule, number)


def _outside(sheet: Worksheet, rule: etree._Element, number: Decimal) -> str:
    told = [rule.findtext(sheet.tag(name), "") for name in ("formula1", "formula2")]
    bounds = [_decimal(one) for one in told]
    low, high = bounds
    how = rule.get("operator", "between")
    if low is None or (how in ("between", "notBetween") and high is None):
        return ""
    inside = {
        "between": high is not None and low <= number <= high,
        "notBetween": high is not None and not low <= number <= high,
        "equal": number == low,
        "notEqual": number != low,
        "greaterThan": number > low,
        "lessThan": number < low,
        "greaterThanOrEqual": number >= low,
        "lessThanOrEqual": number <= low,
    }
    return "" if inside.get(how, True) else f"{number}{_SAYS[how].format(low, high)}"


def _listed(package: Package, sheet: Worksheet, told: str) -> set[str]:
    told = told.strip()
    if told.startswith('"') and told.endswith('"'):
        return {one.strip() for one in told[1:-1].split(",")}
    name, mark, ranged = told.rpartition("!")
    path = package.worksheets.get(name.strip("'")) if mark else sheet.path
    ranged = ranged.replace("$", "")
    if path is None or ":" not in ranged or not ranged.replace(":", "").isalnum():
        return set()
    other = sheet if path == sheet.path else Worksheet.read(package, path)
    return set(_words(package, other, ranged))


def _words(package: Package, sheet: Worksheet, ranged: str) -> Iterator[str]:
    first, _, last = ranged.partition(":")
    (top, left), (bottom, right) = at(first), at(last)
    shared = _shared(package)
    for number in range(min(_MOST, (bottom - top + 1) * (right - left + 1))):
        down, across = divmod(number, right - left + 1)
        cell = sheet.cell(corner(first, down, across))
        if cell is None:
            continue
        says = cell.findtext(sheet.tag("v"), "")
        if cell.get("t") == "s" and says.isdecimal():
            says = shared[int(says)]
        elif cell.get("t") == "inlineStr":
            says = "".join(str(one.text or "") for one in cell.iter(sheet.tag("t")))
        if says:
            yield says.strip()


def _shared(package: Package) -> list[str]:
    part = package.part("sharedStrings")
    if part is None:
        return []
    root = parsed(part)
    space = etree.QName(root).namespace
    return [
        "".join(str(one.text or "") for one in item.iter(f"{{{space}}}t"))
        for item in root.iter(f"{{{space}}}si")
    ]


def _number(package: Package, kind: str, value: Decimal | int | str | date) -> Decimal | None:
    if kind == "textLength":
        return Decimal(len(_plain(value)))
    if isinstance(value, date):
        return Decimal(serial(value, is_1904=package.is_1904))
    return None if isinstance(value, str) else Decimal(value)


def _plain(value: Decimal | int | str | date) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _decimal(told: str) -> Decimal | None:
    try:
        found = Decimal(told.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
