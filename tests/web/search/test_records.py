"""Records of desks are put into the index by what writes them, and leave it when removed."""

from datetime import date

from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.lists.keeping import add, change, remove
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.search.finding import found, hits, words_of
from yinfeng.web.search.models import Passage, Question


def _keys(user: User, asked: str) -> list[str]:
    return [passage.key for passage in found(user, words_of(asked))]


def _lead(clerk: User) -> Lead:
    lead = Lead(
        unit=clerk.unit,
        first_unit=clerk.unit,
        number="X-1",
        name="储能电池项目",
        source="走访",
        investors="启明公司",
        reporter="甲",
        reported=date(2026, 1, 1),
        contact_phone="13800000000",
    )
    return add(lead, by=clerk)


def test_a_lead_is_found_as_it_is_now_and_not_by_its_telephone(clerk: User) -> None:
    lead = _lead(clerk)
    assert _keys(clerk, "储能") == _keys(clerk, "cndc") == _keys(clerk, "启明") == [str(lead.pk)]
    assert _keys(clerk, "138000") == []
    (hit,) = hits(found(clerk, words_of("储能")), words_of("储能"))
    assert hit.address == f"/leads/{lead.pk}"
    assert "<mark>储能</mark>电池项目" in hit.title
    change(lead, by=clerk, name="钠电项目")
    assert _keys(clerk, "钠电") == [str(lead.pk)]
    assert _keys(clerk, "储能") == []


def test_a_removed_lead_and_anothers_lead_are_not_found(clerk: User, neighbour: User) -> None:
    lead = _lead(clerk)
    assert _keys(neighbour, "储能") == []
    remove(lead, by=clerk, reason="重复登记")
    assert _keys(clerk, "储能") == []


def test_what_holds_the_pairs_in_another_order_hides_nothing(town: OrgUnit) -> None:
    def passage(number: int, grams: str) -> Passage:
        return Passage.objects.create(
            kind="none", key=str(number), unit=town, ordinal=0, title="无", text="", grams=grams
        )

    asked = Question((("one two three", False),))
    first, second = (passage(number, "zero one two three") for number in range(2))
    for number in range(2, 20):
        passage(number, "three two one")
    last = passage(20, "one two three four")
    found = [last.pk, second.pk, first.pk]
    assert Passage.objects.newest(asked, None, 3) == found
    assert Passage.objects.newest(asked, None, 9) == found
    assert Passage.objects.newest(asked, None, 2) == found[:2]
    assert Passage.objects.newest(asked, last.pk, 1) == found[1:2]
