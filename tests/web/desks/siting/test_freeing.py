"""What of a place comes free when, reckoned by hand."""

from datetime import date
from decimal import Decimal

from yinfeng.web.desks.siting.freeing import Given, Held, Part, filled, parts_of

TODAY = date(2027, 1, 15)
END, LATER = date(2027, 3, 31), date(2028, 6, 30)


def _held(area: int, until: date | None, since: date = date(2026, 1, 1)) -> Held:
    return Held(Decimal(area), since, until)


def _told(parts: list[Part]) -> list[tuple[date | None, int]]:
    return [(one.day, int(one.area)) for one in parts]


def test_each_lease_that_ends_frees_its_part_the_day_after() -> None:
    parts = parts_of(Decimal(1000), [_held(400, END), _held(300, LATER)], TODAY)
    assert _told(parts) == [(None, 300), (date(2027, 4, 1), 400), (date(2028, 7, 1), 300)]
    assert parts[0].expected == ""
    assert "租约2027-03-31到期" in parts[1].expected


def test_what_is_taken_again_later_was_never_free() -> None:
    again = _held(700, None, since=date(2027, 10, 1))
    assert _told(parts_of(Decimal(1000), [_held(400, END), again], TODAY)) == [(None, 300)]
    short = _held(700, LATER, since=date(2027, 10, 1))
    assert _told(parts_of(Decimal(1000), [_held(400, END), short], TODAY)) == [
        (None, 300), (date(2028, 7, 1), 700),
    ]  # fmt: skip


def test_leases_that_end_on_one_day_free_one_part_and_a_lease_that_is_over_none() -> None:
    over = _held(900, date(2027, 1, 14))
    assert _told(parts_of(Decimal(1000), [_held(400, END), _held(500, END), over], TODAY)) == [
        (None, 100), (date(2027, 4, 1), 900),
    ]  # fmt: skip


def test_a_lease_for_good_or_to_the_end_of_the_calendar_frees_nothing() -> None:
    for until in (None, date.max):
        assert parts_of(Decimal(500), [_held(500, until)], TODAY) == []


def test_promises_take_the_latest_part_that_comes_in_time() -> None:
    parts = parts_of(Decimal(1000), [_held(400, END)], TODAY)
    april = date(2027, 4, 1)

    def taken(*given: tuple[int, date | None]) -> list[list[int]]:
        told = filled(parts, [Given("1", "", Decimal(area), day) for area, day in given])
        return [[int(one.area) for one in own] for _, own in told]

    assert taken((300, april)) == [[], [300]]
    assert taken((500, april)) == [[100], [400]]
    assert taken((700, None)) == [[600], [100]]
    # What was promised and fits nowhere any more is told on the first part.
    assert taken((1200, april)) == [[600, 200], [400]]
