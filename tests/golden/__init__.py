"""Dated texts with what is expected of them. ``python -m tests.golden`` writes the expectations anew; review the diff."""
