from hypothesis import given
from hypothesis import strategies as st

from yinfeng.cli.columns import in_columns, width_of


def test_chinese_is_two_places_wide() -> None:
    assert in_columns(("指标", 6), ("ab", 4), ("柳林镇", 4)) == "指标    ab    柳…"


@given(st.text(), st.integers(2, 20))
def test_a_cell_keeps_its_width(says: str, width: int) -> None:
    row = in_columns((says, width), ("", 1))
    assert width_of(row) == width + 2
