"""Standard land 标准地: indicators of a plot, what is promised, checks at their days, outcomes."""
