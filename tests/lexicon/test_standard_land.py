"""The data of standard land: whole, each rule with its basis, an office's file laid over it."""

import re
from decimal import Decimal

import pytest

from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.lexicon.standard_checks import (
    standard_checks,
    standard_outcomes,
    standard_penalties,
)
from yinfeng.lexicon.standard_land import standard_indicators


def test_every_plot_has_the_five_and_each_rule_has_its_basis() -> None:
    rules = standard_indicators()
    labels = [rules.indicators[key].label for key in rules.required]
    assert labels == ["固定资产投资强度", "容积率", "单位能耗", "单位排放", "亩均税收"]
    assert {one.label for one in rules.of("acceptance")} >= {"建筑系数", "绿地率"}
    assert {one.label for one in rules.of("review")} >= {"亩均产值", "研发费用占比"}
    told = [(one.basis, one.sure) for one in rules.indicators.values()]
    told += [(one.basis, one.sure) for one in standard_checks().points.values()]
    for basis, sure in told:
        assert basis
        assert sure in "VLPJ"
    assert {one.propose for one in standard_outcomes().proposals} == {
        "passed", "rectify", "penalty", "reclaim",
    }  # fmt: skip


def test_what_is_owed_for_missing_tax_is_never_the_tax() -> None:
    owed = standard_penalties().of_indicator("tax")
    assert owed.formula.names == ("履约保证金", "缺口比例")
    assert "补缴税款没有法律依据" in owed.basis


def test_an_office_lays_its_own_file_over() -> None:
    own = standard_indicators(
        "version: 云泽2026\nconstants: {地价计入: 1}\nrequired: [investment, tax, jobs]\n"
        "indicators:\n  jobs: {label: 亩均就业, measure: 人/亩, bound: low, when: review, "
        "parts: {就业人数: 人}, formula: 就业人数 ÷ 用地亩数, basis: 本镇办法, sure: J}\n"
    )
    assert own.version == "2026.1+云泽2026"
    assert own.constants["地价计入"] == Decimal(1)
    assert own.indicators["jobs"].heading == "亩均就业（人/亩）"
    rent = "indicators: {tax: {parts: {房租: 万元}, formula: (评价税收 + 房租) ÷ 用地亩数}}"
    other = standard_indicators(f"version: x\n{rent}").indicators["tax"]
    assert other.parts == {"评价税收": "万元", "房租": "万元"}
    checks = standard_checks("version: x\nchecks: {review: {term: 36m}}")
    assert checks.points["review"].term.says == "36个月"
    owed = standard_penalties("version: x\nconstants: {日违约金比例: 1‰}")
    assert owed.constants["日违约金比例"] == Decimal("0.001")


_BAD = [
    (standard_indicators, "indicators: {tax: {formula: 评价税 ÷ 2}}", "indicators.tax.formula"),
    (standard_indicators, "indicators: {tax: {bound: up}}", "indicators.tax.bound"),
    (standard_indicators, "indicators: {tax: {sure: X}}", "indicators.tax.sure"),
    (standard_indicators, "indicators: {tax: {formla: 1}}", "不认识的项目：indicators.tax.formla"),
    (standard_indicators, "required: [jobs]", "required"),
    (standard_indicators, "constants: {地价计入: 半}", "constants.地价计入"),
    (standard_indicators, "indicators: {tax: {label: 容积率}}", "同名"),
    (standard_checks, "checks: {start: {from: review}}", "checks.start.from"),
    (standard_checks, "checks: {start: {term: 半年}}", "时长要写成"),
    (standard_checks, "ahead: []", "ahead"),
    (standard_checks, "late: [0]", "late"),
    (standard_outcomes, "proposals: [{when: 逾期 > 1}]", "proposals.when"),
    (standard_outcomes, "outcomes: {jail: {label: x}}", "outcomes"),
    (standard_penalties, "days: {start: {formula: 承诺值}}", "days.start.formula"),
    (standard_penalties, "extra: 1", "不认识的项目：extra"),
]


@pytest.mark.parametrize(("made", "text", "names"), _BAD)
def test_bad_data_name_the_file_and_the_key(made: object, text: str, names: str) -> None:
    assert callable(made)
    with pytest.raises(BadPolicy, match=re.escape(names)):
        made(f"version: x\n{text}")
