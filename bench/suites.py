"""How the reader does on public suites for Chinese numbers, money, units and percentages.

    python bench/suites.py FOLDER [--misses]

FOLDER holds a copy of the suites, which are not part of this project: JSON specifications by model
(NumberModel.json, OrdinalModel.json, PercentModel.json, CurrencyModel.json, DimensionModel.json,
AgeModel.json, TemperatureModel.json) anywhere below it, and test modules that list their cases as
literals (test_money_parser.py, test_money_extractor.py, cn2an_test.py). The modules are parsed,
never run. A case is right when the same values, with the same units, are found in the same order;
where a suite has a convention of its own the expectation is brought to ours first.
"""

import argparse
import ast
import json
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from yinfeng.lexicon import numerals
from yinfeng.mentions import asking, quantities
from yinfeng.mentions.numbers import numbers
from yinfeng.text.plain import plain
from yinfeng.values import Bound, Dimension, Quantity

NEARLY = Decimal("1e-6")
UNITS = {  # what the specifications call a unit, and the scale and name that the reader gives it
    "Mu": "mu", "Kilogram": "公斤", "Centimeter": "厘米", "Ton": "吨", "Meter": "米", "Jin": "斤",
    "Kilometer": "公里", "Gram": "克", "Kilobit": "千比特", "Megabyte": "兆字节", "Liang": "两",
    "Kilobyte": "千字节", "Megahertz": "兆赫", "Hertz": "赫兹", "Kilowatt": "千瓦", "Bit": "位",
    "Kilocalorie": "千卡", "Microgram": "微克", "C": "摄氏度", "F": "华氏度", "Degree": "度",
    "Bitcoin": "BTC", "Dollar": "USD",
}  # fmt: skip
AGES = {"Year": ("岁", "周岁"), "Month": ("个月",), "Week": ("周",), "Day": ("天",)}
MONEY = {
    "元": "CNY", "港元": "HKD", "美元": "USD", "日元": "JPY", "新台币": "TWD", "卢布": "RUB",
    "泰铢": "THB", "欧元": "EUR", "澳元": "AUD", "韩元": "KRW",
}  # fmt: skip


class Case(NamedTuple):
    """One case of a suite: the words, what it expects and what was found."""

    says: str
    expected: object
    found: object

    @property
    def is_right(self) -> bool:
        """Whether the reader found what the suite expects."""
        return _same(self.expected, self.found)


def _same(left: object, right: object) -> bool:
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return abs(left - right) <= NEARLY * max(abs(left), abs(right), NEARLY)
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return len(left) == len(right) and all(map(_same, left, right))
    return left == right


def _decimal(words: str) -> Decimal | None:
    try:
        return Decimal(words)
    except InvalidOperation:
        return None


def _found(says: str, *dimensions: Dimension) -> list[Quantity]:
    return [q for _, q in asking.figures(says) if q.unit.dimension in dimensions]


def _number(says: str, results: list[Any]) -> Case:
    expected = [_decimal(row["Resolution"]["value"]) for row in results]
    return Case(says, expected, [value for _, value in numbers(says)])


def _percent(says: str, results: list[Any]) -> Case:
    expected = [_decimal(row["Resolution"]["value"].rstrip("%")) for row in results]
    found = [
        # Of a range the suite finds the end that carries the sign: 20% of 5-20%.
        (q.high or q.figure) * (1 if q.unit.name == "百分点" else 100)
        for q in _found(says, Dimension.RATIO)
        if q.unit.name in ("", "百分点")
    ]
    return Case(says, expected, found)


def _measured(*dimensions: Dimension) -> Callable[[str, list[Any]], Case]:
    def case(says: str, results: list[Any]) -> Case:
        expected = []
        for row in results:
            told = row["Resolution"]
            # A unit without a number is a mention there and nothing here.
            if told.get("value") is not None:
                name = told.get("isoCurrency") or UNITS.get(told["unit"], told["unit"])
                expected.append((_decimal(told["value"]), name))
        # A price a share is a rate here and an amount there.
        found = [(q.figure, q.unit.name.split("/")[0]) for q in _found(says, *dimensions)]
        return Case(says, expected, found)

    return case


def _age(says: str, results: list[Any]) -> Case:
    expected = [(_decimal(r["Resolution"]["value"]), r["Resolution"]["unit"]) for r in results]
    names = {name: age for age, listed in AGES.items() for name in listed}
    # Of 70-90天 the suite finds the end that carries the unit.
    told = ((q.high if q.is_range else q.figure, q) for q in _found(says, Dimension.TIME))
    found = [(figure, names.get(q.unit.name, "")) for figure, q in told]
    return Case(says, expected, found)


_PHYSICAL = (
    Dimension.AREA, Dimension.LENGTH, Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY,
    Dimension.POWER, Dimension.OTHER,
)  # fmt: skip
MODELS: dict[str, Callable[[str, list[Any]], Case]] = {
    "NumberModel": _number,
    "OrdinalModel": _number,
    "PercentModel": _percent,
    "CurrencyModel": _measured(Dimension.MONEY, Dimension.RATE),
    "DimensionModel": _measured(*_PHYSICAL),
    "TemperatureModel": _measured(Dimension.OTHER),
    "AgeModel": _age,
}


def _model(path: Path) -> Iterator[Case]:
    for row in json.loads(path.read_text("utf-8-sig")):
        yield MODELS[path.stem](row["Input"], row["Results"])


def _literals(path: Path) -> Iterator[tuple[str, Any]]:
    """The lists and mappings that a test module assigns, by name, without running it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List | ast.Dict):
            target = node.targets[0]
            name = target.id if isinstance(target, ast.Name) else getattr(target, "attr", "")
            try:
                yield name, ast.literal_eval(node.value)
            except ValueError:  # a list of calls, not of cases
                continue


def _money_parser(path: Path) -> Iterator[Case]:
    for says, told in dict(_literals(path))["money_string_list"]:
        ends = told["num"] if isinstance(told["num"], list) else [told["num"]]
        # Every case of that suite is money; here a sum without a unit needs a word that says so.
        found = _found(f"金额{says}", Dimension.MONEY)
        # A suite that reads 3000多 as 3000 to 4000 wants its low end; 不到 closes the other end.
        is_range = bool(found) and found[0].bound is Bound.RANGE
        given = [(q.low, q.high) if is_range else (q.figure,) for q in found]
        wanted = tuple(Decimal(end) for end in ends[: 2 if is_range else 1])
        expected = [(wanted, MONEY[told["case"]])]
        read = list(zip(given, (q.unit.name for q in found), strict=True))
        yield Case(says, expected, read)


def _money_extractor(path: Path) -> Iterator[Case]:
    for says, told in dict(_literals(path))["money_string_list"]:
        text = plain(says)
        found = [
            mention.span
            for mention in quantities.recognise(text)
            if isinstance(mention.value, Quantity)
            and mention.value.unit.dimension is Dimension.MONEY
        ]
        # Bound words and a currency before the number are part of our span: compare the ends.
        yield Case(says, [row["offset"][1] for row in told], [span.end for span in found])


def _numerals(path: Path) -> Iterator[Case]:
    for name, told in _literals(path):
        if isinstance(told, dict) and name.endswith("data_dict"):
            for says, value in told.items():
                found = _found(says, Dimension.MONEY)
                read = found[0].figure if found else numerals.number(says)
                yield Case(says, Decimal(str(value)), read)


MODULES: dict[str, Callable[[Path], Iterator[Case]]] = {
    "test_money_parser": _money_parser,
    "test_money_extractor": _money_extractor,
    "cn2an_test": _numerals,
}


def suites(folder: Path) -> Iterator[tuple[str, list[Case]]]:
    """Each suite below the folder, by name, and its cases as the reader answers them."""
    for path in sorted(folder.rglob("*.json")):
        if path.stem in MODELS:
            yield path.stem, list(_model(path))
    for path in sorted(folder.rglob("*.py")):
        if path.stem in MODULES:
            yield path.stem, list(MODULES[path.stem](path))


def main() -> None:
    """Print the share of right cases for each suite."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="a folder that holds copies of the suites")
    parser.add_argument("--misses", action="store_true", help="list the cases that differ")
    given = parser.parse_args()
    for name, cases in suites(given.folder):
        right = sum(case.is_right for case in cases)
        print(f"{name:22}{right:5} of {len(cases):4}  {right / len(cases):7.1%}")
        for case in cases if given.misses else ():
            if not case.is_right:
                print(f"    {case.says!r}: wants {case.expected}, finds {case.found}")


if __name__ == "__main__":
    main()
