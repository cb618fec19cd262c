"""The roles of an office, and the three administrators who must be three persons."""

from enum import StrEnum


class Role(StrEnum):
    """What a person is in a unit."""

    FIELD = "field"
    HEAD = "head"
    LEADER = "leader"
    DELIVERY = "delivery"
    LAND = "land"
    SERVICE = "service"
    STATISTICS = "statistics"
    GRID = "grid"
    SUPERVISOR = "supervisor"
    COUNTY = "county"
    SYSTEM = "system"
    SECURITY = "security"
    AUDIT = "audit"

    @property
    def label(self) -> str:
        """The role as an office calls it."""
        return _LABELS[self]


_LABELS = {
    Role.FIELD: "招商专员",
    Role.HEAD: "招商办主任",
    Role.LEADER: "领导",
    Role.DELIVERY: "项目专员",
    Role.LAND: "规划园区专员",
    Role.SERVICE: "企业服务专员",
    Role.STATISTICS: "统计考核员",
    Role.GRID: "网格员、村干部",
    Role.SUPERVISOR: "纪检监督员",
    Role.COUNTY: "县区经办",
    Role.SYSTEM: "系统管理员",
    Role.SECURITY: "安全管理员",
    Role.AUDIT: "审计管理员",
}

# Graded protection wants them apart: who makes accounts, who gives rights, who reads the trail.
ADMINISTRATORS = frozenset({Role.SYSTEM, Role.SECURITY, Role.AUDIT})
