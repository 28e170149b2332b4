"""What was found to tell in the list of articles, where the user's corrections let it tell something else."""

from typing import Final

SQL: Final = """
CREATE TABLE told (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    names      TEXT NOT NULL                        -- article.names as they were found
) STRICT;
"""
