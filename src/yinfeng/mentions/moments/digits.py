"""Dates in digits: 2019-03-15, 2019.3.15, 20190315, 15/3/2019, 2019-03."""

from yinfeng.lexicon import dates
from yinfeng.mentions.moments.scope import Scope, Stretch, Told, day_of, months, one_day, years
from yinfeng.values import Grain


def numeric(m: Told, _scope: Scope) -> Stretch | None:
    """2019-03-15, 2019/3, 20190315, 15.3.2019."""
    for y, mo, d in (
        ("ny", "nm", "nd"),
        ("py", "pm", "pd"),
        ("ey", "em", "ed"),
        ("xy", "xm", "xd"),
    ):
        if m[y]:
            return one_day(day_of(*(dates.number(m[k] or "") for k in (y, mo, d))))
    for y, mo in (("jy", "jm"), ("ky", "km"), ("ky2", "km2")):
        if m[y]:
            month = dates.number(m[mo] or "")
            return months(dates.number(m[y] or ""), month, month, Grain.MONTH)
    year = dates.number(m["uy"] or m["vy"] or m["ly"] or "")
    return years(year, year)
