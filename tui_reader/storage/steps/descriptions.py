"""What articles say of who or what a name is, kept with the mention of which they say it."""

from typing import Final

SQL: Final = """
ALTER TABLE mention ADD COLUMN description TEXT NOT NULL DEFAULT '';  -- models.Mention; few have one
CREATE INDEX mention_described ON mention (entity_id, article_id) WHERE description <> '';
"""
