"""The stories that an article was taken out of, however many they are."""

from typing import Final

SQL: Final = """
CREATE TABLE parted (                               -- out of what the user took an article, in turn
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    story_id   INTEGER NOT NULL REFERENCES story,
    PRIMARY KEY (article_id, story_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parted_story ON parted (story_id);
INSERT INTO parted SELECT article_id, parted_from FROM report WHERE parted_from IS NOT NULL;
ALTER TABLE report DROP COLUMN parted_from;
"""
