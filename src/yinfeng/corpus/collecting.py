"""How often a process that only reads documents looks for circles among its values.

Reading a page makes tens of thousands of small values and hardly a circle among them. To look for
circles after every 700 new ones, as Python does, takes a twentieth of the time, a tenth on a page
of thousands of facts.
"""

import gc
from functools import cache

_NEW_VALUES = 50_000


@cache
def collect_seldom() -> None:
    """Leave out what the process has loaded by now, and look at the rest seldom."""
    gc.freeze()
    gc.set_threshold(_NEW_VALUES, 20, 20)
