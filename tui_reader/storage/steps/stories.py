"""Which articles report the same event, and what they are compared by."""

from typing import Final

SQL: Final = """
CREATE TABLE sketch (                               -- what is kept of an article for comparison
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    moment     INTEGER NOT NULL,                    -- when it came out, or else was saved
    terms      BLOB NOT NULL,                       -- stories.Sketch.to_bytes
    sample     BLOB NOT NULL                        -- likewise
) STRICT;

CREATE TABLE term (                                 -- how many sketches have it; -1 is in all
    term     INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT;

CREATE TABLE clue (                                 -- by what the like of an article is found
    clue       INTEGER NOT NULL,                    -- a telling term, or (negative) a run of words
    moment     INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (clue, moment, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX clue_article ON clue (article_id);

CREATE TABLE unsketched (                           -- older articles, which are compared bit by bit
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE
) STRICT;
INSERT INTO unsketched SELECT id FROM article WHERE words > 0;

CREATE TABLE story (id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT;

CREATE TABLE report (                               -- articles that share a story, or are kept out of one
    article_id  INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    story_id    INTEGER NOT NULL REFERENCES story,
    text        INTEGER NOT NULL,                   -- the same number in copies of one text
    is_decided  INTEGER NOT NULL DEFAULT 0,         -- whether the user has put it there
    parted_from INTEGER                             -- the story that the user took it out of
) STRICT;
CREATE INDEX report_story ON report (story_id, article_id);
"""
