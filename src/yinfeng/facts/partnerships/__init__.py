"""Villages, firms and bodies that are paired."""
