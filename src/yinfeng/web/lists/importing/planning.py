"""How a plan is made of a sheet: cells are read, rows found again by their key, ruled on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from yinfeng.web.lists.bulk import changes_of, settled
from yinfeng.web.lists.importing.doubles import Double, Names, within
from yinfeng.web.lists.importing.headings import says_nothing, with_unit
from yinfeng.web.lists.importing.plan import Bad, Line, Outcome, Plan, is_total, letter
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.models import Batch
from yinfeng.web.lists.slots import Slot, Unreadable, WordsSlot
from yinfeng.web.people.may import may
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

Values: TypeAlias = dict[str, Any]
UNIT = "unit"
LEAVE, CREATE = "leave", "create"
_CHUNK = 500


class Planning:
    """One sheet on its way to a plan."""

    def __init__(self, listing: Listing, batch: Batch, slots: Mapping[str, Slot], by: User) -> None:
        assert listing.editing is not None
        self._listing, self._editing, self._batch = listing, listing.editing, batch
        self._slots, self._by = slots, by
        self._at = {name: int(at) for at, name in batch.mapping.items() if name in slots}
        self._bad: list[Bad] = []

    def plan(self) -> Plan:
        """What the sheet would do."""
        obstacles = tuple(self._obstacles())
        if obstacles:
            return Plan((), (), obstacles)
        read = {row: self._values(row, cells) for row, cells in self._rows()}
        known = self._known([values for values in read.values() if values is not None])
        self._refuse_repeated(read)
        lines = [self._line(row, values, known) for row, values in read.items()]
        lines = [*self._with_doubles(lines), *self._totals()]
        return Plan(tuple(sorted(lines, key=lambda line: line.row)), tuple(self._sorted_bad()))

    def _obstacles(self) -> Iterator[str]:
        for name in self._editing.natural:
            if name not in self._at:
                label = self._slots[name].label
                yield f"请指定哪一列是“{label}”：靠它认出每一行是哪条记录。"

    def _rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        for at, cells in enumerate(self._batch.rows):
            if any(cells) and not is_total(cells):
                yield self._batch.first_row + at, cells

    def _totals(self) -> Iterator[Line]:
        for at, cells in enumerate(self._batch.rows):
            if is_total(cells):
                yield Line(self._batch.first_row + at, "合计、小标题或说明", Outcome.LEFT)

    def _values(self, row: int, cells: Sequence[str]) -> Values | None:
        """The values of a row; nothing where a cell cannot be read."""
        values: Values = {}
        before = len(self._bad)
        for name, at in self._at.items():
            words = cells[at].strip() if at < len(cells) else ""
            if name in self._editing.worded:
                measures = self._editing.worded[name]
                words = with_unit(words, self._batch.heads[at], measures)
            elif says_nothing(words) and not isinstance(self._slots[name], WordsSlot):
                words = ""
            try:
                if words:
                    values[name] = self._slots[name].read(words)
                elif name in self._editing.natural:
                    raise Unreadable("不能为空：靠它认出是哪条记录")
            except Unreadable as wrong:
                self._wrong(row, name, words, str(wrong))
        return values if len(self._bad) == before else None

    def _key(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        unit = values.get(UNIT, self._batch.unit)
        return (unit.pk, *(_plain(values[name]) for name in self._editing.natural))

    def _known(self, rows: Sequence[Values]) -> dict[tuple[Any, ...], Any]:
        """The records on hand, removed ones too, by natural key."""
        first = self._editing.natural[0]
        asked = list({_plain(values[first]) for values in rows})
        units = {values.get(UNIT, self._batch.unit).pk for values in rows}
        known: dict[tuple[Any, ...], Any] = {}
        path = self._slots[first].path or first
        above = {p.rpartition("__")[0] for n in self._editing.natural if (p := self._slots[n].path)}
        for start in range(0, len(asked), _CHUNK):
            chunk = {f"{path}__in": asked[start : start + _CHUNK]}
            held = self._listing.model._base_manager.filter(unit__in=units, **chunk)
            found = held.select_related("unit", *(one for one in above if one)).order_by("pk")
            for record in found:
                key = (
                    record.unit_id,  # type: ignore[attr-defined]
                    *(_plain(self._slots[n].held(record)) for n in self._editing.natural),
                )
                if key not in known or known[key].is_removed:
                    known[key] = record
        return known

    def _refuse_repeated(self, read: dict[int, Values | None]) -> None:
        seen: dict[tuple[Any, ...], int] = {}
        for row, values in read.items():
            if values is None:
                continue
            first = seen.setdefault(self._key(values), row)
            if first != row:
                name = self._editing.natural[0]
                self._wrong(row, name, self._slots[name].says(values[name]), f"与第{first}行重复")
                read[row] = None

    def _line(self, row: int, values: Values | None, known: Mapping[tuple[Any, ...], Any]) -> Line:
        label = self._label(row)
        if values is None:
            return Line(row, label, Outcome.BAD)
        ruling = str(self._batch.rulings.get(str(row), ""))
        if ruling == LEAVE:
            return Line(row, label, Outcome.LEFT, ruling=ruling)
        record = known.get(self._key(values))
        if record is None and ruling.isdecimal():
            record = self._listing.rows(self._by).filter(pk=int(ruling)).first()
            values = {n: v for n, v in values.items() if n not in self._editing.natural}
        unit = values.pop(UNIT, self._batch.unit)
        try:
            if record is None:
                return self._created(row, label, unit, values, ruling)
            return self._changed(row, label, record, values, ruling)
        except Refused as refusal:
            self._bad.append(Bad(row, "整行", label, str(refusal)))
            return Line(row, label, Outcome.BAD, ruling=ruling)

    def _created(self, row: int, label: str, unit: OrgUnit, values: Values, ruling: str) -> Line:
        if not may(self._by, self._editing.imports, unit):
            raise Refused(f"您在{unit}没有登记的权限")
        missing = [s for s in self._slots.values() if s.is_required and s.name not in values]
        if missing:
            raise Refused(f"新建记录缺少：{'、'.join(slot.label for slot in missing)}")
        fresh = self._listing.model(unit=unit)
        values = dict(settled(self._editing, self._slots, fresh, values, self._by))
        return Line(row, label, Outcome.CREATE, unit, values, ruling=ruling)

    def _changed(self, row: int, label: str, record: Any, values: Values, ruling: str) -> Line:
        if record.is_removed:
            raise Refused(f"这条记录已删除（{record.removed_why}），请先恢复再导入")
        if not may(self._by, self._editing.changes, record.unit):
            raise Refused(f"您在{record.unit}没有修改的权限")
        values = dict(settled(self._editing, self._slots, record, values, self._by))
        changes = tuple(changes_of(self._slots, record, values))
        outcome = Outcome.CHANGE if changes else Outcome.SAME
        return Line(row, label, outcome, record.unit, values, record, changes, ruling=ruling)

    def _with_doubles(self, lines: Sequence[Line]) -> Iterator[Line]:
        """The lines, those that make something new with what it may be the double of."""
        name = self._editing.alike
        new = {
            line.row: str(line.values[name])
            for line in lines
            if line.outcome is Outcome.CREATE and line.values and line.values.get(name)
        }
        on_hand = self._listing.rows(self._by).order_by("pk").values_list("pk", name) if new else ()
        names, inside = Names(on_hand), within(new)
        for line in lines:
            doubles = list(names.like(new[line.row])) if line.row in new else []
            if line.row in inside:
                doubles.append(Double("", f"本表第{inside[line.row]}行", "名称相同"))
            yield _doubted(line, doubles) if doubles else line

    def _label(self, row: int) -> str:
        cells = self._batch.rows[row - self._batch.first_row]
        alike = self._at.get(self._editing.alike)
        by = [self._at[name] for name in self._editing.natural] if alike is None else [alike]
        return "/".join(cells[at] for at in by if at < len(cells) and cells[at])

    def _wrong(self, row: int, name: str, words: str, says: str) -> None:
        column = f"{letter(self._at[name])}列 {self._slots[name].label}"
        self._bad.append(Bad(row, column, words, says))

    def _sorted_bad(self) -> list[Bad]:
        return sorted(self._bad, key=lambda bad: bad.row)


def _doubted(line: Line, doubles: Sequence[Double]) -> Line:
    return Line(
        line.row, line.label, line.outcome, line.unit, line.values, line.record, line.changes,
        tuple(doubles), line.ruling,
    )  # fmt: skip


def _plain(value: Any) -> Any:
    return getattr(value, "pk", value)
