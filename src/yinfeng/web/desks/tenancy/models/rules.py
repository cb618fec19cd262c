"""How an office counts occupancy, where otherwise than the house."""

from yinfeng.web.shell.office_files import OfficeFile


class TenancyRule(OfficeFile):
    """How occupancy is counted, from a day on."""
