"""The reports of the house, one a file, listed in REPORTS by the name of their command."""

from collections.abc import Callable, Mapping

from yinfeng.reports.catalogue.daily import daily
from yinfeng.reports.report import Report

REPORTS: Mapping[str, Callable[..., Report]] = {"daily": daily}
