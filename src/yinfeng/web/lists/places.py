"""The addresses of one list, which its routes name after it."""

from dataclasses import dataclass

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
        return reverse(f"{self.name}-export", args=["xlsx"])

    @property
    def csv(self) -> str:
        """The list as CSV."""
        return reverse(f"{self.name}-export", args=["csv"])

    @property
    def columns(self) -> str:
        """Where columns are chosen."""
        return reverse(f"{self.name}-columns")

    @property
    def save(self) -> str:
        """Where a question is kept."""
        return reverse(f"{self.name}-save")
