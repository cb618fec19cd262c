"""Shapes on the ground: coordinate systems, formats, areas, faults; pure, beside judgement."""
