"""Bytes → Document: one format a file."""
