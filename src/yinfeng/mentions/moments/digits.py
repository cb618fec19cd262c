"""Dates in digits: 2019-03-15, 2019.3.15, 20190315, 15/3/2019, 2019-03."""

from yinfeng.lexicon import dates
from yinfeng.mentions.moments.scope import (
    Scope,
    Stretch,
    Told,
    day_of,
    full_year,
    months,
    one_day,
    unknown,
    years,
)
from yinfeng.values import Grain


def numeric(m: Told, scope: Scope) -> Stretch | None:
    """2019-03-15, 2019/3, 20190315, 15.3.2019, 19-3-15; 03-15 where a line says nothing else."""
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
    for y, mo, d in (("zy", "zm", "zd"), ("wy", "wm", "wd2")):
        if m[y]:
            return one_day(day_of(full_year(int(m[y])), int(m[mo]), int(m[d])))
    if m["gd"]:
        month, day = int(m["gm"] or m["gm2"]), int(m["gd"])
        own = scope.year_of(month, day)
        return one_day(day_of(own, month, day)) if own else unknown(Grain.DAY)
    year = dates.number(m["uy"] or m["vy"] or m["ly"] or "")
    return years(year, year)
