"""The reports of the house, one a file, listed in REPORTS."""

from yinfeng.reports.catalogue import daily
from yinfeng.reports.report import ReportKind

REPORTS: tuple[ReportKind, ...] = (daily.REPORT,)
