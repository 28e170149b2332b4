"""What a search is answered from while it is typed: headlines alone for one letter, and what is rare."""

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

CREATE INDEX article_starred ON article (is_starred) WHERE is_starred;
CREATE INDEX article_by_outlet ON article (casefold(site));
CREATE INDEX article_by_host ON article (
    casefold(substr(url, instr(url, '//') + 2, instr(substr(url || '/', instr(url, '//') + 2), '/') - 1))
);
"""
