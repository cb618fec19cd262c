"""Standard land judged: days of checks, values against what was promised, outcomes, penalties."""
