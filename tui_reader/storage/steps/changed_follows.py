"""What corrections of names change in what is followed, so that undoing one changes it back."""

from typing import Final

SQL: Final = """
CREATE TABLE change_follow (
    change_id INTEGER NOT NULL REFERENCES change ON DELETE CASCADE,
    entity_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    before    INTEGER,                              -- entity.followed: what undoing the change sets
    after     INTEGER,                              -- what doing it sets
    PRIMARY KEY (change_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_follow_entity ON change_follow (entity_id);
"""
