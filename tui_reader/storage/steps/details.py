"""Room for what pages tell beside their text."""

from typing import Final

SQL: Final = """
ALTER TABLE article ADD COLUMN zone INTEGER NOT NULL DEFAULT 0;      -- of `published`: minutes east of UTC
ALTER TABLE content ADD COLUMN details TEXT NOT NULL DEFAULT '{}';   -- codec.encode_details
"""
