"""Tests of backups and settings."""
