"""The records of land: 园区 → 区块 → 宗地 → 楼幢 → 楼层 → 单元, charges, zones, drawings."""

from yinfeng.web.desks.land.models.buildings import Building, Floor, Unit
from yinfeng.web.desks.land.models.charges import Charge
from yinfeng.web.desks.land.models.drawings import Drawing, DrawnShape
from yinfeng.web.desks.land.models.grounds import Block, Parcel, Park
from yinfeng.web.desks.land.models.kept import Bounded, Kept
from yinfeng.web.desks.land.models.rules import LandRule
from yinfeng.web.desks.land.models.zones import Touch, TouchEnd, Zone

__all__ = [
    "Block",
    "Bounded",
    "Building",
    "Charge",
    "DrawnShape",
    "Drawing",
    "Floor",
    "Kept",
    "LandRule",
    "Parcel",
    "Park",
    "Touch",
    "TouchEnd",
    "Unit",
    "Zone",
]
