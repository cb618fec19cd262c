"""How the drawing of a parcel is checked against its certificate: `data/land/checking.yaml`."""

from dataclasses import dataclass
from decimal import Decimal

from yinfeng.lexicon.office_files import Rows
from yinfeng.lexicon.renewal import number, read

_MOST = Decimal("0.05")
# The database compares in ten-thousandths, so that it reckons with whole numbers.
_PARTS = 10_000


@dataclass(frozen=True, slots=True)
class Checking:
    """By which share (证载面积的0.5%) a drawing may differ from the certificate."""

    title: str
    version: str
    basis: str
    tolerance: Decimal

    @property
    def parts(self) -> int:
        """The tolerance in ten-thousandths: 0.5 % is 50."""
        return int(self.tolerance * _PARTS)

    @property
    def percent(self) -> str:
        """The tolerance as people say it, without its sign: 0.5."""
        return f"{(self.tolerance * 100).normalize():f}"


def checking(overlay: str = "") -> Checking:
    """The rules, with an office's own YAML text laid over them."""
    return read("land/checking", overlay, _checking)


def _checking(rows: Rows) -> Checking:
    tolerance = number(rows["certificate_tolerance"], "certificate_tolerance")
    if tolerance > _MOST:
        raise ValueError(f"certificate_tolerance 要在0和{_MOST}之间")
    if tolerance * _PARTS % 1:
        raise ValueError("certificate_tolerance 最多写四位小数")
    return Checking(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        tolerance=tolerance,
    )
