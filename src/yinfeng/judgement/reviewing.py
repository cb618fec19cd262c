"""What a review comes to: passed, passed with conditions, refused, or not yet, and why.

Each member scores alone; who has an interest is excluded. One veto refuses, whatever the score. Of
seven sheets or more the highest and the lowest are dropped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from yinfeng.lexicon.reviews import Reviewing

PASS, CONDITIONAL, REFUSE, OPEN = "pass", "conditional", "refuse", "open"
SAYS = {PASS: "通过", CONDITIONAL: "有条件通过", REFUSE: "不予通过", OPEN: "尚不能得出结论"}
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The scores that one member gave, by item."""

    member: str
    scores: Mapping[str, Decimal]

    @property
    def total(self) -> Decimal:
        """All points of the sheet."""
        return sum(self.scores.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the sheets come to: the conclusion, the mean, what was dropped, and the reasons."""

    conclusion: str
    score: Decimal | None
    dropped: tuple[Sheet, ...]
    reasons: tuple[str, ...]

    @property
    def says(self) -> str:
        """The conclusion in a word."""
        return SAYS[self.conclusion]


def faults_of(scores: Mapping[str, Decimal], rules: Reviewing) -> list[str]:
    """What is wrong with a sheet, in sentences."""
    found = [f"“{item.says}”没有打分。" for item in rules.items if item.key not in scores]
    found += [
        f"“{item.says}”应在0到{item.points}分之间。"
        for item in rules.items
        if item.key in scores and not 0 <= scores[item.key] <= item.points
    ]
    known = {item.key for item in rules.items}
    return found + [f"没有这个评分项：{key}。" for key in scores if key not in known]


def outcome_of(
    sheets: Sequence[Sheet],
    rules: Reviewing,
    *,
    waiting: Sequence[str] = (),
    lacking: Sequence[str] = (),
    vetoed: Sequence[str] = (),
    unchecked: Sequence[str] = (),
) -> Outcome:
    """The outcome; *waiting* are members without a sheet, *lacking* papers, *vetoed* hits."""
    if vetoed:
        reasons = tuple(f"一票否决：{says}" for says in vetoed)
        return Outcome(REFUSE, None, (), reasons)
    open_reasons = [f"材料还缺：{says}" for says in lacking]
    open_reasons += [f"否决事项未核对：{says}" for says in unchecked]
    open_reasons += [f"还没有评分：{name}" for name in waiting]
    if len(sheets) < rules.fewest_members:
        open_reasons.append(f"有效评分{len(sheets)}份，至少要{rules.fewest_members}份")
    if open_reasons:
        return Outcome(OPEN, None, (), tuple(open_reasons))
    counted, dropped = _without_extremes(sheets, rules)
    score = sum((sheet.total for sheet in counted), Decimal(0)) / len(counted)
    score = score.quantize(_CENT, ROUND_HALF_UP)
    return Outcome(*_concluded(score, rules), dropped, _reasons(score, counted, dropped, rules))


def _without_extremes(
    sheets: Sequence[Sheet], rules: Reviewing
) -> tuple[tuple[Sheet, ...], tuple[Sheet, ...]]:
    """The sheets that count, and the one highest and one lowest that do not."""
    if len(sheets) < rules.drop_extremes_from:
        return tuple(sheets), ()
    ordered = sorted(sheets, key=lambda sheet: (sheet.total, sheet.member))
    return tuple(ordered[1:-1]), (ordered[0], ordered[-1])


def _concluded(score: Decimal, rules: Reviewing) -> tuple[str, Decimal]:
    if score >= rules.pass_from:
        return PASS, score
    return (CONDITIONAL if score >= rules.conditional_from else REFUSE), score


def _reasons(
    score: Decimal, counted: Sequence[Sheet], dropped: Sequence[Sheet], rules: Reviewing
) -> tuple[str, ...]:
    says = [f"{len(counted)}份评分平均{score}分"]
    if dropped:
        says.append(f"去掉最低{dropped[0].total}分和最高{dropped[1].total}分各一份")
    says.append(f"{rules.pass_from}分以上通过，{rules.conditional_from}分以上有条件通过")
    weak = _weakest(counted, rules)
    return tuple(says + ([f"失分最多：{weak}"] if score < rules.pass_from and weak else []))


def _weakest(counted: Sequence[Sheet], rules: Reviewing) -> str:
    """The three items that lost most points."""
    lost = [
        (item.points - sum(sheet.scores[item.key] for sheet in counted) / len(counted), item.says)
        for item in rules.items
    ]
    return "、".join(says for points, says in sorted(lost, reverse=True)[:3] if points > 0)
