"""How an office checks drawings against certificates, where otherwise than the house."""

from yinfeng.web.shell.office_files import OfficeFile


class LandRule(OfficeFile):
    """How drawings are checked, from a day on."""
