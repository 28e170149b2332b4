"""Tells how many articles there are in a language."""

from typing import Final

SQL: Final = """
CREATE INDEX article_by_language ON article (language);
"""
