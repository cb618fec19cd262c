"""统计: every count of projects opens to those counted and to those left out."""
