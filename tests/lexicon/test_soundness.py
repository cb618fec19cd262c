"""An office's file that can be read and not meant is refused with the name of the field."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.clauses import clause_rules
from yinfeng.lexicon.counting import project_counting
from yinfeng.lexicon.delivery import money, permits, problem_rules
from yinfeng.lexicon.delivery_files import loaded as delivery_rows
from yinfeng.lexicon.lead_rules import claims, losses
from yinfeng.lexicon.lights import SCHEMES, ladder, scheme
from yinfeng.lexicon.milestones import TEMPLATES, overlaid_template, template_rows
from yinfeng.lexicon.office_files import BadPolicy, loaded
from yinfeng.lexicon.policies import maturity
from yinfeng.lexicon.project_files import project_rows
from yinfeng.lexicon.project_posts import posts
from yinfeng.lexicon.project_stages import stages
from yinfeng.lexicon.reviews import reviewing
from yinfeng.lexicon.soundness import refuse
from yinfeng.lexicon.soundness.agreements import faults_of_clauses, faults_of_reviewing
from yinfeng.lexicon.soundness.counting import faults_of_counting
from yinfeng.lexicon.soundness.delivery import (
    faults_of_money,
    faults_of_permits,
    faults_of_problems,
    faults_of_watches,
)
from yinfeng.lexicon.soundness.leads import (
    faults_of_calendar,
    faults_of_claims,
    faults_of_grading,
    faults_of_losses,
)
from yinfeng.lexicon.soundness.lights import faults_of_ladder, faults_of_scheme
from yinfeng.lexicon.soundness.plans import faults_of_template
from yinfeng.lexicon.soundness.projects import faults_of_posts, faults_of_stages
from yinfeng.lexicon.watches import watches

GATES = [stage.code for stage in stages().stages]
Faults = Callable[[str], Iterator[str]]
KINDS: dict[str, Faults] = {
    "stages": lambda text: faults_of_stages(stages(text)),
    "posts": lambda text: faults_of_posts(posts(text)),
    "maturity": lambda text: faults_of_grading(maturity(text)),
    "claims": lambda text: faults_of_claims(claims(text)),
    "losses": lambda text: faults_of_losses(losses(text)),
    "calendar": lambda text: faults_of_calendar(calendar(text)),
    "review": lambda text: faults_of_reviewing(reviewing(text)),
    "clauses": lambda text: faults_of_clauses(clause_rules(text)),
    "ladder": lambda text: faults_of_ladder(ladder(text)),
    "problems": lambda text: faults_of_problems(problem_rules(text)),
    "money": lambda text: faults_of_money(money(text)),
    "permits": lambda text: faults_of_permits(permits(text)),
    "watches": lambda text: faults_of_watches(watches(text), GATES),
    "counting": lambda text: faults_of_counting(project_counting(text), GATES),
    "lights": lambda text: faults_of_scheme(scheme("default", text)),
    "new-land": lambda text: faults_of_template(overlaid_template("new-land", text), GATES),
}


def refused(kind: str, text: str) -> str:
    """The sentence with which the file is refused; empty where it is taken."""
    text = f"version: 甲\nbasis: 镇办法\n{text}"
    if kind == "calendar":
        text = text.replace("version: 甲\nbasis: 镇办法\n", "")
    try:
        refuse(text, KINDS[kind](text))
    except BadPolicy as error:
        return str(error)
    return ""


def test_the_rules_of_the_house_have_no_faults() -> None:
    for kind, faults in KINDS.items():
        assert (kind, list(faults(""))) == (kind, [])
    for name in SCHEMES:
        assert list(faults_of_scheme(scheme(name))) == []
    for name in TEMPLATES:
        assert list(faults_of_template(overlaid_template(name, ""), GATES)) == []


CLAUSE = "code: 甲1, title: 甲, colour: red, since: 2026-01-01, basis: 乙, sure: J, why: 丙"
CASES = [
    ("stages", "stages: {A2: {wants: []}}", "stages.A2.wants 是空的"),
    ("stages", "stages: {D1: {wants_by_kind: {leased: []}}}", "wants_by_kind.leased 是空的"),
    ("stages", "stages: {D1: {wants_by_kind: {rented: [{key: a, says: 甲}]}}}", "rented"),
    ("stages", "stages: {A2: {says: ''}}", "stages.A2.says 不能是空的"),
    ("stages", "stages: {A2: {want: []}}", "不认识的项目：stages.A2.want"),
    ("stages", "stages: {A2: {wants_by_kind: {leased: []}}}", "wants_by_kind.leased 是空的"),
    ("stages", "stages: {A2: {says: }}", "stages.A2.says 不能是空的"),
    ("stages", "stages: {A2: {wants: [{key: a, says: 甲}, {key: a, says: 乙}]}}", "重复的 key"),
    ("stages", "order: [L0, N1, ZZ]", "ZZ"),
    ("stages", "order: [A2, A2]", "写了两次"),
    ("stages", "counts: {signed: [Q9]}", "Q9"),
    ("stages", "counts: {started: []}", "counts.started 没有写节点"),
    ("stages", "skips: {leased: [Q9]}", "skips.leased 里没有这个节点：Q9"),
    ("stages", "skips: {rented: [C2]}", "rented"),
    ("stages", "starts: {meanings: {SITE: {wants: []}}}", "starts.meanings.SITE.wants 是空的"),
    ("stages", "starts: {standing: NONE}", "没有这个开工口径：NONE"),
    ("posts", "visits: {usual: -1}", "visits.usual 不能小于0"),
    ("posts", "visits: {usual: 99}", "visits.usual 每月最多31次"),
    ("posts", "posts: {leader: {says: ''}}", "posts.leader.says 不能是空的"),
    ("maturity", "grades: {A: {from: 500}}", "grades.A.from 是500，高于"),
    ("maturity", "grades: {C: {from: 10}}", "从0分起"),
    ("maturity", "grades: {A: {next_days: -7}}", "grades.A.next_days 不能小于0"),
    ("maturity", "grades: {A: {next_days: 0}}", "grades.A.next_days 要大于0"),
    ("maturity", "grades: {A: {next_days: 99999}}", "太长"),
    ("maturity", "colours: {yellow: 9}", "colours 的月数"),
    ("claims", "protection: {days: -90}", "protection.days 不能小于0"),
    ("claims", "protection: {days: 0}", "protection.days 要大于0"),
    ("claims", "longest: 30", "longest（30天）短于 protection"),
    ("claims", "quiet: {notice: 100}", "quiet.notice"),
    ("claims", "credit: {first: 70}", "credit 两项之和应为100"),
    ("claims", "credit: {first: 140, landing: -40}", "credit.landing 不能小于0"),
    ("losses", "reasons: []", "reasons 是空的"),
    ("losses", "revisit: {days: 0}", "revisit.days 要大于0"),
    ("calendar", "published_to: 99999", "published_to"),
    ("review", "items: {tax: {points: 17}}", "之和应为100"),
    ("review", "pass_from: 130", "pass_from"),
    ("review", "pass_from: 0\nconditional_from: 0", "pass_from 要大于0"),
    ("review", "items: {tax: {points: -16}}", "100"),
    ("review", "items: {tax: {points: 21}, jobs: {points: 0}}", "items.jobs.points 要大于0"),
    ("review", "fewest_members: 0", "fewest_members 至少是1"),
    ("review", "drop_extremes_from: 2", "drop_extremes_from 至少是3"),
    ("review", "scope: {compulsory_from: 2000000000}", "compulsory_from 不能高于"),
    ("clauses", "rules: [{" + CLAUSE + ", says: []}]", "规则甲1的 says 是空的"),
    ("clauses", "rules: [{" + CLAUSE + ", says: ['(免租)?']}]", "连空白也符合"),
    ("ladder", "rungs: []", "rungs 是空的"),
    ("ladder", "rungs: [{key: a, after: -3, kind: notice, says: 甲, to: [owner], asks: 乙}]",
     "rungs.a.after 不能小于0"),
    ("ladder", "rungs: [{key: a, after: 3, kind: notice, says: 甲, to: [], asks: 乙}]",
     "rungs.a.to 是空的"),
    ("lights", "steps: []", "steps 是空的"),
    ("lights", "steps: [{key: a, light: red, when: {}, says: 甲}, {key: b, light: blue, "
     "when: {done: true}, says: 乙}]", "steps.a 没有条件"),
    ("lights", "steps: [{key: a, light: red, when: {late_over: -3}, says: 甲}]",
     "late_over 不能小于0"),
    ("lights", "steps: [{key: a, light: red, when: {}, says: '{}'}]", "本单位文件"),
    ("lights", "investment: [{light: red}, {light: green, from: 0}]", "investment 的最后一档"),
    ("problems", "severities: {hard: {days: -20}}", "severities.hard.days 不能小于0"),
    ("problems", "severities: {hard: {days: 0}}", "severities.hard.days 要大于0"),
    ("problems", "kinds: []", "kinds"),
    ("problems", "extensions: 99", "extensions 最多10次"),
    ("money", "statistics: {no_report_months: [13]}", "13"),
    ("money", f"statistics: {{no_report_months: {list(range(1, 13))}}}", "至少留一个月"),
    ("money", "statistics: {from: .nan}", "statistics.from"),
    ("money", "above_scale: {months: 0}", "above_scale.months"),
    ("money", "above_scale: {monthly: {by_day: 31}}", "by_day"),
    ("money", "photos: {copied: 150}", "photos.copied"),
    ("permits", "permits: []", "permits 是空的"),
    ("watches", "watches: [{key: a, group: g, after: Q9, lacks: R1, from: gate, days: 90, "
     "says: 甲, asks: 乙, basis: 丙, sure: J}]", "watches.a.after 里没有这个节点：Q9"),
    ("watches", "watches: [{key: a, group: g, after: A2, lacks: R1, from: gate, days: 0, "
     "says: 甲, asks: 乙, basis: 丙, sure: J}]", "watches.a 从节点之日起算"),
    ("counting", "measures: [{key: signed, says: 签约, gates: [Q9], bands: nested, unit: 个}]",
     "Q9"),
    ("counting", "measures: [{key: signed, says: 签约, gates: [], bands: nested, unit: 个}]",
     "measures.signed.gates 是空的"),
    ("counting", "conversions: [{from: C1, to: A2, says: 倒着}]", "from 要在 to 之前"),
    ("counting", "bands: [{key: a, says: 甲, from: 0}]", "bands.a.from 要大于0"),
    ("counting", "bands: []", "bands 是空的"),
    ("counting", "late_days: -1", "late_days 不能小于0"),
    ("counting", "audit_factor: 3", "audit_factor"),
    ("counting", "equivalence: [{since: 2026-01-01, currency: USD, yuan: 7, money: 1, basis: 甲, "
     "sure: J}]", "不是 bands 里的门槛"),
    ("new-land", "milestones: {agreement: {needs: [nowhere]}}", "nowhere"),
    ("new-land", "milestones: {agreement: {gate: Q9}}", "gate 里没有这个节点：Q9"),
    ("new-land", "milestones: {agreement: {target: -3d}}", "时长"),
    ("new-land", "milestones: {agreement: {name: ''}}", "name 不能是空的"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "says"), CASES)
def test_what_cannot_be_meant_is_refused_by_the_name_of_the_field(
    kind: str, text: str, says: str
) -> None:
    assert says in refused(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("stages", "stages: {A2: {wants: [{key: scan, says: 协议扫描件}]}}"),
        ("stages", "order: [L0, N1, A2, R1, D1, C1, C3, O1, O3]\nskips: {leased: [], "
         "own_land: [D1], government: [A2], office: [C3]}"),
        ("counting", "bands: [{key: a, says: 2亿元以上, from: 200000000}]"),
        ("lights", "investment: [{light: green, from: 5}, {light: yellow, from: -20}, "
         "{light: red}]"),
        ("review", "items: {tax: {points: 21}, jobs: }"),
        ("claims", "protection: {days: 60}"),
    ],
)  # fmt: skip
def test_what_an_office_may_well_mean_is_taken(kind: str, text: str) -> None:
    assert refused(kind, text) == ""


def test_a_bound_that_is_no_number_is_refused_before_bounds_are_compared() -> None:
    text = "investment: [{light: green, from: .nan}, {light: yellow, from: -10}, {light: red}]\n"
    assert "要写一个数" in refused("lights", text)


ROWS: dict[str, Callable[[], Any]] = {
    **{name: partial(project_rows, name) for name in ("stages", "posts")},
    **{name: partial(loaded, name) for name in ("maturity", "claims", "losses")},
    **{
        name: partial(delivery_rows, name)
        for name in ("ladder", "problems", "money", "permits", "watches")
    },
    "lights": partial(delivery_rows, "lights_default"),
    "new-land": partial(template_rows, "new-land"),
}
hostile = st.sampled_from(
    [None, "", " ", "x", -1, 0, 10**12, 1.5, float("nan"), True, [], [None], {}, {"x": 1}, ["x"]]
)


@given(st.sampled_from(sorted(ROWS)), st.data(), hostile)
def test_whatever_an_office_writes_is_taken_or_refused_in_words(
    kind: str, data: st.DataObject, value: object
) -> None:
    """One value anywhere in a file of the house is put in another's place."""
    rows = yaml.safe_load(yaml.safe_dump(ROWS[kind](), allow_unicode=True))
    at = rows
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = data.draw(st.sampled_from(keys))
        below = at[key]
        if not isinstance(below, dict | list) or not below or data.draw(st.booleans()):
            at[key] = value
            break
        at = below
    says = refused(kind, yaml.safe_dump({**rows, "basis": "镇办法"}, allow_unicode=True))
    assert isinstance(says, str)
