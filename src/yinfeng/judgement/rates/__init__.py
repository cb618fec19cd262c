"""Rates of a renewal: what stands above and below each line, and which of them a text mixes."""
