"""What may be the same is found, and what shares only common keys is passed over."""

from hypothesis import given
from hypothesis import strategies as st

from yinfeng.facts.nearness import Index

KEYS = st.frozensets(st.integers(0, 6), min_size=1, max_size=4)


@given(kept=st.lists(KEYS, max_size=12), asked=KEYS)
def test_every_record_that_holds_the_keys_or_is_held_by_them_is_near(
    kept: list[frozenset[int]], asked: frozenset[int]
) -> None:
    index = Index()
    for record, keys in enumerate(kept):
        index.add(keys, record)
    near = index.holding(asked)
    assert near == sorted(near)
    assert {at for at, keys in enumerate(kept) if keys <= asked or asked <= keys} <= set(near)


def test_records_that_share_only_a_common_key_are_not_near() -> None:
    index = Index()
    for record in range(100):
        index.add({"丁柳", f"第{record}"}, record)
    assert index.holding({"丁柳", "第7"}) == [7]
    assert len(index.sharing({"丁柳", "第7"})) == 100
