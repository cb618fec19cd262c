"""The addresses of one list, which its routes name after it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Places:
    """Where the page of a list is, and what belongs to it."""

    name: str

    @property
    def page(self) -> str:
        """The list itself."""
        return reverse(self.name)

    @property
    def xlsx(self) -> str:
        """The list as a workbook."""
        return self._of("export", "xlsx")

    @property
    def csv(self) -> str:
        """The list as CSV."""
        return self._of("export", "csv")

    @property
    def columns(self) -> str:
        """Where columns are chosen."""
        return self._of("columns")

    @property
    def save(self) -> str:
        """Where a question is kept."""
        return self._of("save")

    @property
    def bulk(self) -> str:
        """Where many rows are changed."""
        return self._of("bulk")

    @property
    def note(self) -> str:
        """Where many rows are noted on."""
        return self._of("note")

    @property
    def fields(self) -> str:
        """Where the office adds fields."""
        return self._of("fields")

    @property
    def sheets(self) -> str:
        """Where sheets are taken in."""
        return self._of("sheets")

    def sheet(self, pk: int) -> str:
        """One sheet."""
        return self._of("sheet", pk)

    def journal(self, pk: int) -> str:
        """The journal of one record."""
        return self._of("journal", pk)

    def _of(self, what: str, *args: Any) -> str:
        return reverse(f"{self.name}-{what}", args=args)
