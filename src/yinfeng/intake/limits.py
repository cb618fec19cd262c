"""How much of a file is read before it counts as too large or hostile.

The numbers are far above anything that an office writes: a yearbook of a county has 3 MB of text,
a year of a town's newspaper as a zip 150 MB.
"""

from yinfeng.intake.format import Unreadable

MEGABYTE = 1 << 20

MAX_FILE = 200 * MEGABYTE
# A character of text takes about a hundred bytes of memory while it is read.
MAX_TEXT = 20 * MEGABYTE
MAX_PART = 100 * MEGABYTE
MAX_EXPANDED = 200 * MEGABYTE
MAX_MEMBERS = 5_000
MAX_NESTING = 3
MAX_RATIO = 200
RATIO_FROM = 10 * MEGABYTE
MAX_CELLS = 400_000
MAX_AREA = 2_000_000
MAX_COLUMNS = 500
MAX_PAGES = 2_000
MAX_SCANS = 60
MAX_PIXELS = 80_000_000


class Allowance:
    """What one file may still expand to, shared by everything packed inside it."""

    def __init__(self, size: int = MAX_EXPANDED, members: int = MAX_MEMBERS) -> None:
        self._size, self._members = size, members

    def take(self, size: int) -> None:
        """Spend *size* bytes; refuse when the file has expanded to more than is allowed."""
        self._size -= size
        if self._size < 0:
            raise Unreadable(
                "bomb",
                "压缩包解开后超过200MB，疑似恶意文件，后面的内容没有读取。请拆成小包再导入。",
            )

    def take_member(self) -> None:
        """Count one packed file; refuse when there are more than is allowed."""
        self._members -= 1
        if self._members < 0:
            raise Unreadable("bomb", "压缩包里超过5000个文件，后面的没有读取。请分成几个包再导入。")
