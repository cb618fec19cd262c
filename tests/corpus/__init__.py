"""Tests of the corpus runner."""
