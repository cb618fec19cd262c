"""What search shows of papers besides: which of their figures an office did not go by."""

from collections.abc import Sequence

from yinfeng.web.desks.library.chosen import set_aside
from yinfeng.web.search.findable import Findable

FINDABLE: Sequence[Findable] = ()
SET_ASIDE = set_aside
