"""The desk of the audit administrator: the trail of everything that was done, and its proof."""
