"""Expressions of time."""
