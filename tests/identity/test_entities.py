from datetime import datetime, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from yinfeng.identity.decisions import Decision, Ruling
from yinfeng.identity.entities import Entities, entities_of
from yinfeng.identity.naming import EntityKind, Naming

FULL = Naming(EntityKind.ENTERPRISE, "嘉兴市光泰照明有限公司", "柳林镇")
SHORT = Naming(EntityKind.ENTERPRISE, "光泰照明", "柳林镇")
OTHER = Naming(EntityKind.ENTERPRISE, "远帆重工", "柳林镇")
NEAR = Naming(EntityKind.ENTERPRISE, "光泰", "河湾街道")
NOON = datetime(2026, 3, 2, 12)


def decided(left: Naming, right: Naming, ruling: Ruling, hours: int = 0) -> Decision:
    return Decision(left, right, ruling, "何敏", NOON + timedelta(hours=hours), "问过企业")


def groups(entities: Entities) -> set[frozenset[str]]:
    return {frozenset(n.name for n in e.namings) for e in entities.entities}


def test_short_and_full_name_are_one_entity_with_its_reasons() -> None:
    found = entities_of([FULL, SHORT, OTHER])
    assert found.of[FULL] is found.of[SHORT]
    assert found.of[SHORT].name == FULL.name
    assert "光泰照明" in found.of[SHORT].joined_by[0].says
    assert found.of[OTHER].namings == (OTHER,)


def test_an_uncertain_pair_stays_a_question_until_somebody_decides() -> None:
    found = entities_of([SHORT, NEAR])
    assert len(found.questions) == 1
    assert found.of[SHORT] is not found.of[NEAR]
    settled = entities_of([SHORT, NEAR], [decided(SHORT, NEAR, Ruling.SAME)])
    assert settled.of[SHORT] is settled.of[NEAR]
    assert not settled.questions


def test_a_merge_is_undone_by_a_later_row() -> None:
    rows = [decided(SHORT, OTHER, Ruling.SAME), decided(OTHER, SHORT, Ruling.OPEN, hours=1)]
    before, after = entities_of([SHORT, OTHER], rows[:1]), entities_of([SHORT, OTHER], rows)
    assert before.of[SHORT] is before.of[OTHER]
    assert groups(after) == groups(entities_of([SHORT, OTHER]))


def test_different_splits_what_the_reasons_would_join() -> None:
    found = entities_of([FULL, SHORT], [decided(FULL, SHORT, Ruling.DIFFERENT)])
    assert found.of[FULL] is not found.of[SHORT]
    assert not found.questions


def test_sameness_is_handed_on_but_stops_at_a_veto() -> None:
    same = [decided(SHORT, OTHER, Ruling.SAME), decided(OTHER, NEAR, Ruling.SAME, hours=1)]
    assert groups(entities_of([SHORT, OTHER, NEAR], same)) == {
        frozenset({SHORT.name, OTHER.name, NEAR.name})
    }
    veto = decided(SHORT, NEAR, Ruling.DIFFERENT, hours=2)
    found = entities_of([SHORT, OTHER, NEAR], [*same, veto])
    assert found.of[SHORT] is not found.of[NEAR]
    # The newer of the two rows that clash with the veto holds; the older becomes a question.
    assert found.of[OTHER] is found.of[NEAR]
    assert [{q.left, q.right} for q in found.questions] == [{SHORT, OTHER}]


def test_the_order_of_decisions_does_not_matter() -> None:
    rows = [
        decided(SHORT, OTHER, Ruling.SAME),
        decided(SHORT, OTHER, Ruling.DIFFERENT, hours=1),
        decided(OTHER, NEAR, Ruling.SAME, hours=2),
    ]
    outcomes = [entities_of([FULL, SHORT, OTHER, NEAR], order) for order in permutations(rows)]
    assert all(outcome.entities == outcomes[0].entities for outcome in outcomes)


NAMES = st.lists(
    st.builds(
        Naming,
        st.just(EntityKind.ENTERPRISE),
        st.text("光泰照明齿轮有限公司", min_size=2, max_size=6),
        st.sampled_from(["柳林镇", "河湾街道"]),
    ),
    max_size=8,
)


@given(NAMES, st.randoms())
def test_the_order_of_names_does_not_matter(names: list[Naming], random: object) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = entities_of(names), entities_of(shuffled)
    assert one.entities == other.entities
    assert set(one.of) == set(names)


def test_aliases_that_papers_add_later_do_not_undo_a_decision() -> None:
    row = decided(SHORT, OTHER, Ruling.DIFFERENT)
    named = Naming(SHORT.kind, SHORT.name, SHORT.host, aliases=("远帆重工",))
    found = entities_of([named, OTHER], [row])
    assert found.of[SHORT] is not found.of[OTHER]
