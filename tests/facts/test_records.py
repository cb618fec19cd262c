"""A record takes in tellings: lists grow, silent fields are filled, and that takes no longer."""

from hypothesis import given
from hypothesis import strategies as st

from tests.facts.patterns import page_of
from tests.growth import BELOW_THE_SQUARE, growth
from yinfeng.facts.joining import joined
from yinfeng.facts.moods import is_foreseen
from yinfeng.facts.records import Record
from yinfeng.values import Engagement, Evidence, Person, Told

NAMES = st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=1, max_size=3, unique=True)


def visit(at: int, guests: list[str], place: str = "", leader: str = "李明") -> Engagement:
    """A trip of one leader to some firms, told at one place of a document."""
    proof = Evidence(at, at + 2, "证据")
    return Engagement(
        host="云溪镇",
        quote=f"第{at}处",
        evidence=proof,
        type=Told("visit-out", (proof,)),
        people=Told((Person(leader, "镇长"),), (proof,)),
        counterparts=Told(tuple(guests), (proof,)),
        place=Told(place, (proof,)) if place else None,
    )


@given(st.lists(NAMES, min_size=1, max_size=6))
def test_each_guest_is_kept_once_in_the_order_of_the_tellings(told: list[list[str]]) -> None:
    (record,) = joined(visit(at, guests) for at, guests in enumerate(told))
    assert isinstance(record, Engagement)
    assert record.counterparts is not None
    assert record.counterparts.value == tuple(dict.fromkeys(name for one in told for name in one))
    assert record.people is not None
    assert len(record.people.value) == 1
    assert record.quote == "第0处"


@given(st.lists(NAMES, min_size=1, max_size=6))
def test_who_is_named_by_a_record_is_known_before_and_after_each_telling(
    told: list[list[str]],
) -> None:
    record = Record(visit(0, told[0]))
    assert set(record.guests()) == {"李明", *told[0]}
    for at, guests in enumerate(told[1:], 1):
        record.add(visit(at, guests, place="东江市" if at == 2 else ""))
        asked = Record(record.whole())
        assert set(record.guests()) == set(asked.guests())


def test_a_telling_proves_only_the_guests_that_it_adds() -> None:
    (record,) = joined([visit(0, ["甲"]), visit(5, ["甲"]), visit(9, ["乙", "甲"])])
    assert isinstance(record, Engagement)
    assert record.counterparts is not None
    assert [proof.start for proof in record.counterparts.evidence] == [0, 9]


def test_a_fuller_telling_gives_the_words_and_keeps_the_guests_of_those_before() -> None:
    (record,) = joined([visit(0, ["甲"]), visit(5, ["乙"]), visit(9, ["丙"], place="东江市")])
    assert isinstance(record, Engagement)
    assert record.quote == "第9处"
    assert record.counterparts is not None
    assert record.counterparts.value == ("丙", "甲", "乙")
    assert record.place is not None


def test_thousands_of_trips_of_one_person_take_no_time_that_grows_with_the_square() -> None:
    def joins(many: int) -> object:
        return joined(visit(at, [f"第{at}公司", f"第{at}厂"]) for at in range(many))

    assert growth(joins, 600) < BELOW_THE_SQUARE


def test_trips_of_two_people_in_turn_take_no_time_that_grows_with_the_square() -> None:
    def joins(many: int) -> object:
        turns = (
            visit(at, [f"第{at}公司"], leader="李明王芳"[at % 2 * 2 :][:2]) for at in range(many)
        )
        return joined(turns)

    assert growth(joins, 600) < BELOW_THE_SQUARE


def test_asking_what_is_foreseen_of_each_sentence_reads_the_page_once() -> None:
    pages = {many: page_of("青柳镇盘活老厂地块。" * many) for many in (1500, 6000)}

    def asks(many: int) -> object:
        return [is_foreseen(pages[many], sentence) for sentence in pages[many].sentences]

    assert growth(asks, 1500) < BELOW_THE_SQUARE
