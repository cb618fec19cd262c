"""Expressions that a contract or an office writes: 土地价款 × 缺口比例, 最小(履约保证金, 差额).

Read by an own small grammar over decimal numbers: names, numbers, + − × ÷, brackets, comparisons,
且 或 非, and the functions 最小 最大 如果 向上取整 向下取整 四舍五入. Nothing is ever evaluated as
code; length, depth and digits are bounded, and every fault names its place.

    reckoned = read("土地价款 × 缺口比例", ("土地价款", "缺口比例"))
    reckoned.value({"土地价款": Decimal(1200), "缺口比例": Decimal("0.1")})   # 120
"""

from yinfeng.lexicon.expressions.expression import Expression, read
from yinfeng.lexicon.expressions.faults import BadExpression
from yinfeng.lexicon.expressions.tokens import FUNCTIONS, MOST_CHARACTERS

__all__ = ["FUNCTIONS", "MOST_CHARACTERS", "BadExpression", "Expression", "read"]
