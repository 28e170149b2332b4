"""What the user has marked in articles."""

from typing import Final

SQL: Final = """
CREATE TABLE highlight (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice, as changes tell of it by this
    article_id    INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    block         INTEGER NOT NULL,                 -- -1 is the title
    character     INTEGER NOT NULL,
    end_block     INTEGER NOT NULL,                 -- the place after its last character
    end_character INTEGER NOT NULL,
    words         TEXT NOT NULL,                    -- by which it is found again in another text: anchors.py
    before        TEXT NOT NULL,                    -- what stands before them, and after them
    after         TEXT NOT NULL,
    note          TEXT NOT NULL,
    made          INTEGER NOT NULL,                 -- seconds since 1970, UTC
    is_lost       INTEGER NOT NULL                  -- whether the words are not in the text
) STRICT;
CREATE INDEX highlight_article ON highlight (article_id);
-- All that tells whether a name stands in it, so that those without it are passed over without their words.
CREATE INDEX highlight_made ON highlight (made, article_id, block, character, end_block, end_character)
    WHERE NOT is_lost;
"""
