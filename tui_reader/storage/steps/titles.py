"""An index of headlines alone, which answers one letter at once."""

from typing import Final

SQL: Final = """
CREATE VIEW titled AS SELECT id, segment(title) AS title FROM article;

CREATE VIRTUAL TABLE title_search USING fts5 (
    title, content = 'titled', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO title_search (title_search) VALUES ('rebuild');

CREATE TRIGGER title_added AFTER INSERT ON article BEGIN
    INSERT INTO title_search (rowid, title) VALUES (new.id, segment(new.title));
END;
CREATE TRIGGER title_changed AFTER UPDATE OF title ON article WHEN old.title <> new.title BEGIN
    INSERT INTO title_search (title_search, rowid, title) VALUES ('delete', old.id, segment(old.title));
    INSERT INTO title_search (rowid, title) VALUES (new.id, segment(new.title));
END;
CREATE TRIGGER title_gone AFTER DELETE ON article BEGIN
    INSERT INTO title_search (title_search, rowid, title) VALUES ('delete', old.id, segment(old.title));
END;
"""
