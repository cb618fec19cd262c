"""Made-up places and needs: a grid of plots in parks of 云泽镇, drawn by a seed."""

from decimal import Decimal
from random import Random

from yinfeng.siting.needs import Need
from yinfeng.siting.places import CONDITIONAL, FORBIDDEN, Place, Touch

CHAINS = ("汽配", "光伏", "食品", "化工", "机械", "电子")
MU = 667


def town(count: int, seed: int, sizes: tuple[int, ...] = (5, 8, 10, 15, 20, 30, 50)) -> list[Place]:
    """Plots side by side in a square, of sizes in mu."""
    dice = Random(seed)
    width = max(1, int(count**0.5))
    return [_plot(at, width, count, dice, sizes) for at in range(count)]


def _plot(at: int, width: int, count: int, dice: Random, sizes: tuple[int, ...]) -> Place:
    row, column = divmod(at, width)
    beside = [at - width, at + width]
    beside += [at - 1] if column else []
    beside += [at + 1] if column < width - 1 else []
    luck = dice.random()
    touches: tuple[Touch, ...] = ()
    if luck < 0.08:
        touches = (Touch("北部预控区", "预控", FORBIDDEN),)
    elif luck < 0.2:
        touches = (Touch("河道绿线", "绿线", CONDITIONAL),)
    return Place(
        key=f"P{at:05d}",
        name=f"云泽{at}号地",
        area=MU * dice.choice(sizes),
        park=f"园区{row // 10}-{column // 10}",
        splits=dice.random() < 0.7,
        joins=dice.random() < 0.8,
        power=dice.choice([None, Decimal(200), Decimal(500), Decimal(1000)]),
        pipes=dice.choice([None, frozenset({"water"}), frozenset({"water", "gas"})]),
        environment=dice.choice(["light", "general", "general", "heavy"]),
        touches=touches,
        neighbours=frozenset(f"P{one:05d}" for one in beside if 0 <= one < count),
        chains=frozenset(dice.sample(CHAINS, dice.choice([0, 0, 1, 2]))),
        investment_a_mu=Decimal(dice.choice([200, 300])),
        tax_a_mu=Decimal(dice.choice([10, 20])),
    )


def needs(count: int, seed: int, low: int = 5, high: int = 40) -> list[Need]:
    """Projects that want so many mu."""
    dice = Random(seed + 1)
    return [_need(at, dice, low, high) for at in range(count)]


def _need(at: int, dice: Random, low: int, high: int) -> Need:
    mu = dice.randint(low, high)
    return Need(
        key=f"N{at:04d}",
        name=f"云泽项目{at}",
        low=mu * MU,
        high=int(mu * MU * dice.choice([1.1, 1.3, 1.6])),
        priority=dice.choice([1, 1, 2, 3, 5]),
        power=dice.choice([None, Decimal(150), Decimal(400)]),
        pipes=dice.choice([frozenset(), frozenset({"water"})]),
        environment=dice.choice(["office", "light", "general"]),
        chain=dice.choice(CHAINS),
        wishes=frozenset(dice.sample(CHAINS, 1)),
        avoids=frozenset(dice.sample(CHAINS, dice.choice([0, 0, 1]))),
        investment=Decimal(mu * dice.choice([250, 350, 450])),
        tax=Decimal(mu * dice.choice([15, 25, 35])),
    )
