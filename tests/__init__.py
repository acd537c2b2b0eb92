"""Steward: tests."""
