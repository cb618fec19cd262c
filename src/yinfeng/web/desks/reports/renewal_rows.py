"""The battle report of renewal: signings of the days, rates with both counts, hard cases."""

from datetime import date

from yinfeng.judgement.rates.shares import counted
from yinfeng.reports.sourcing import cell
from yinfeng.web.desks.renewal.battles import Battle, battles_of
from yinfeng.web.desks.renewal.models import Lessee, Owner, RenewalBlock
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.desks.reports.asking import Term, rows_at
from yinfeng.web.desks.reports.parts import Part, Proving, Row


def battles_at(term: Term) -> list[Battle]:
    """The blocks of the term as they stand on its last day, those with owners or tenants."""
    blocks = RenewalBlock.objects.standing().filter(term.scope()).select_related("unit")
    found = battles_of(blocks.order_by("unit__path", "name", "pk"), term.last)
    return [one for one in found if one.is_running]


def rates_part(battles: list[Battle], proving: Proving) -> Part:
    """Every rate of signing of every block, each with both its counts."""
    rows = []
    for battle in battles:
        for share in battle.rates:
            at = _address(battle, share.rate.key)
            sources = proving.record(f"{battle.block}{share.rate.label}", share.says, at)
            rows.append(
                Row(
                    f"b{battle.block.pk}-{share.rate.key}",
                    (
                        cell(str(battle.block)),
                        cell(share.rate.label),
                        cell(counted(share.rate.part, share.part), sources),
                        cell(counted(share.rate.whole, share.whole), sources),
                        cell(share.percent, sources),
                    ),
                )
            )
    return Part(
        key="rates",
        title="签约率（三个口径分列）",
        columns=("区块", "口径", "分子", "分母", "比率"),
        widths=(26, 22, 20, 20, 12),
        rows=tuple(rows),
        empty="没有正在签约的区块。",
        note="按户、按面积、按租户的签约率分子分母不同，不能互相代替。",
        shown=len(rows),
    )


def signings_part(term: Term, proving: Proving) -> Part:
    """Who signed in the days of the report."""
    rows = []
    for model, what, key in ((Owner, "产权户", "owners"), (Lessee, "租户", "lessees")):
        found = rows_at(model, term).filter(signed_on__range=(term.first, term.last))
        related = found.select_related("block", "plot").order_by("signed_on", "id")
        for one in related:
            called = _called(one)
            words = f"{one.signed_on} {called} 签约 {one.agreement}"
            at = f"/renewal/{key}/{one.id}"
            sources = proving.record(f"{one.block} {called}", words, at)
            cells = (
                cell(str(one.signed_on), sources),
                cell(str(one.block)),
                cell(what),
                cell(called, sources),
                cell(one.agreement, sources),
            )
            rows.append(Row(f"{key}{one.id}", cells))
    return Part(
        key="renewal_signings",
        title="签约情况",
        columns=("日期", "区块", "类别", "名称", "协议编号"),
        widths=(14, 26, 12, 30, 18),
        rows=tuple(rows),
        empty="这几天没有签约。",
    )


def hard_part(battles: list[Battle], proving: Proving) -> Part:
    """The hard cases that stand, with reason and who is responsible."""
    rows = []
    for battle in battles:
        for one in battle.hard:
            case = one.case
            words = f"{one.whose} {one.reason}：{case.says}"
            at = f"/renewal/hard/{case.pk}"
            sources = proving.record(f"{battle.block}难点户{case.pk}", words, at)
            due = f"（{case.due}前）" if case.due else ""
            cells = (
                cell(one.whose, sources),
                cell(one.reason, sources),
                cell(case.says, sources),
                cell(case.responsible, sources),
                cell(case.leader or "未定"),
                cell(f"{case.step or '未写'}{due}", sources if case.step else ()),
            )
            rows.append(Row(f"h{case.pk}", cells, one.is_quiet))
    return Part(
        key="renewal_hard",
        title="难点户",
        columns=("对象", "原因", "具体情况", "责任人", "包案领导", "下一步"),
        widths=(20, 16, 26, 12, 12, 24),
        rows=tuple(rows),
        empty="没有未化解的难点户。",
        is_compared=True,
        shown=len(rows),
    )


def summary_of(term: Term, battles: list[Battle]) -> str:
    """The days in one sentence."""
    days = _days(term.first, term.last)
    owners, tenants = (
        rows_at(model, term).filter(signed_on__range=(term.first, term.last)).count()
        for model in (Owner, Lessee)
    )
    hard = sum(len(one.hard) for one in battles)
    rates = "；".join(
        f"{one.block}{one.headline.rate.label}{one.headline.percent}" for one in battles
    )
    told = f"。{rates}" if rates else ""
    return f"{days}签约产权户{owners}户、租户{tenants}户，未化解难点户{hard}户{told}。"


def foot_of(term: Term) -> tuple[str, ...]:
    """By which rules it was counted."""
    rules = rules_of(term.unit, term.last).rates
    return (f"口径：{rules.title} {rules.version}版（{rules.basis}）。",)


def _days(first: date, last: date) -> str:
    return f"{last}" if first == last else f"{first}至{last}"


def _address(battle: Battle, key: str) -> str:
    # Each rate has an address of its own, so that each keeps its own words as its source.
    return f"/renewal/blocks/{battle.block.pk}#{key}"


def _called(row: object) -> str:
    model = Owner if hasattr(row, "settlement") else Lessee
    return model(sort=row.sort, name=row.name).called  # type: ignore[attr-defined]
