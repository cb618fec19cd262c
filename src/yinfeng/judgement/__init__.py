"""Ledger → findings: stages, leads with grades and clocks, what is due, rules (RULES)."""
