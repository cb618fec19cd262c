"""A process that reads many documents looks for circles among its values seldom."""

import gc

from yinfeng.corpus.collecting import collect_seldom


def test_circles_are_looked_for_after_tens_of_thousands_of_new_values() -> None:
    before = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.get_threshold()[0] >= 10_000
        assert gc.get_freeze_count() > 0
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
        collect_seldom.cache_clear()
