"""Tests of the bench: its scorer, its floors, its fuzz."""
