import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from yinfeng.values import (
    Bound,
    Dimension,
    Evidence,
    Indicator,
    Period,
    Project,
    Quantity,
    Status,
    Told,
    Unit,
)
from yinfeng.values.form import fact_of, line, period_of

SEEDS = Path(__file__).parents[3] / "shared" / "gold" / "seeds"
YUAN = Unit("CNY", Dimension.MONEY)
WORDS = "全镇力争完成投入2到3亿元"
MAIN = Evidence(0, len(WORDS), WORDS)


def indicator(value: Quantity, status: Status = Status.DONE) -> Indicator:
    quote = Evidence(8, 13, "2到3亿元")
    return Indicator(
        host="柳林镇",
        quote=WORDS,
        evidence=MAIN,
        name=Told("投入", (Evidence(6, 8, "投入"),)),
        value=Told(value, (quote,), status),
    )


def test_a_target_with_a_loose_end_keeps_both() -> None:
    value = Quantity(YUAN, Decimal(200_000_000), None, bound=Bound.AT_LEAST)
    row = line(indicator(value, Status.TARGET), "d")
    assert row["value"] == 200_000_000
    assert (row["bound"], row["mode"], row["unit"]) == ("at_least", "target", "CNY")
    assert list(row)[:3] == ["kind", "doc", "host"]
    assert list(row)[-1] == "quote"


def test_a_range_is_at_least_its_low_end_and_keeps_both_ends_in_the_proof() -> None:
    value = Quantity(YUAN, Decimal(2), Decimal(3), bound=Bound.RANGE)
    row = line(indicator(value), "d", proof=True)
    assert (row["value"], row["bound"]) == (2, "at_least")
    assert row["bounds"] == {"value": [2, 3, "range"]}
    assert fact_of(row) == indicator(value)


def test_the_proof_says_where_each_field_stands() -> None:
    row = line(indicator(Quantity(YUAN, Decimal(1), Decimal(1))), "d", proof=True)
    assert row["source"] == {"start": 0, "end": len(WORDS)}
    assert row["evidence"] == {"name": [[6, 8, "投入"]], "value": [[8, 13, "2到3亿元"]]}
    assert "status" not in row


def test_a_foreign_currency_of_yearly_sales_is_named() -> None:
    money = Quantity(Unit("USD", Dimension.MONEY), Decimal(5), Decimal(5))
    fact = Project(host="", quote="q", evidence=MAIN, annual_sales=Told(money, (MAIN,)))
    assert line(fact, "d")["annual_sales_unit"] == "USD"


@pytest.mark.parametrize("label", ["2019-03-15", "2019-12", "2019-02", "2019"])
def test_a_label_reads_back_as_itself(label: str) -> None:
    assert period_of(label).label == label


def test_december_ends_with_the_year() -> None:
    assert period_of("2019-12") == Period(
        date(2019, 12, 1), date(2020, 1, 1), period_of("2019-12").grain
    )


@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared/gold/seeds beside the repository")
def test_every_labelled_line_reads_back_as_itself() -> None:
    for path in sorted(SEEDS.glob("*.jsonl")):
        for text in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(text)
            fact = fact_of({**row, "source": {"start": 0, "end": len(row["quote"])}})
            assert json.loads(json.dumps(line(fact, row["doc"]))) == row
            full = line(fact, row["doc"], proof=True)
            assert line(fact_of(full), row["doc"], proof=True) == full
