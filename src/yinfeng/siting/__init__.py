"""Where a project could go: one need against all places, and many needs at once.

Needs and places come in, in whole square metres; out come ranked lots with reasons for and against,
the needs that would have to give way, and a placement of many with a bound that is proven.
"""
