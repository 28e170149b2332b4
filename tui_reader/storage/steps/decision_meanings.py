"""Finds decisions by what they say that something is."""

from typing import Final

SQL: Final = """
CREATE INDEX decision_means ON decision (means_kind, means_key);
"""
