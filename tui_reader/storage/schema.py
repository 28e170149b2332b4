"""The tables, and the steps that bring an older library up to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from tui_reader.errors import StorageError
from tui_reader.storage.connection import Database

_FIRST: Final = """
CREATE TABLE article (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- grows with time: newest first is highest first
    url         TEXT NOT NULL,                      -- '' for text that came without an address
    title       TEXT NOT NULL DEFAULT '',
    site        TEXT NOT NULL DEFAULT '',
    authors     TEXT NOT NULL DEFAULT '[]',         -- JSON array
    language    TEXT NOT NULL DEFAULT '',           -- ISO 639-1
    saved       INTEGER NOT NULL,                   -- seconds since 1970, UTC
    published   INTEGER,                            -- likewise
    words       INTEGER NOT NULL DEFAULT 0,         -- 0 as long as there is no text
    excerpt     TEXT NOT NULL DEFAULT '',
    names       TEXT NOT NULL DEFAULT '[]',         -- JSON array: the most telling ones, for the list
    stage       TEXT NOT NULL,                      -- models.Stage
    turn        INTEGER NOT NULL DEFAULT 0,         -- grows each time it is queued: see queue.py
    reason      TEXT NOT NULL DEFAULT '',           -- why the last attempt to fetch it failed
    is_read     INTEGER NOT NULL DEFAULT 0,
    is_starred  INTEGER NOT NULL DEFAULT 0,
    is_archived INTEGER NOT NULL DEFAULT 0,
    is_trashed  INTEGER NOT NULL DEFAULT 0,
    progress    REAL NOT NULL DEFAULT 0,            -- 0 to 1
    block       INTEGER NOT NULL DEFAULT 0,         -- where reading stopped
    character   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Each order of the list has an index that also holds the marks, so that no view reads the table.
CREATE INDEX article_by_saved ON article (saved, is_trashed, is_archived, is_read, is_starred);
CREATE INDEX article_by_published ON article (published, is_trashed, is_archived, is_read, is_starred);
CREATE INDEX article_by_length ON article (words, is_trashed, is_archived, is_read, is_starred);
CREATE INDEX article_by_site ON article (site COLLATE NOCASE, is_trashed, is_archived, is_read, is_starred);
CREATE INDEX article_unfinished ON article (stage) WHERE stage <> 'ready';

CREATE TABLE address (
    address    TEXT PRIMARY KEY,                    -- canonical, or 'content:' and a hash
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX address_article ON address (article_id);

CREATE TABLE heir (                                 -- what became of articles that were joined to another
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
) STRICT;
CREATE INDEX heir_article ON heir (article_id);

CREATE TABLE tag (
    name       TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (name, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_article ON tag (article_id);

CREATE TABLE page (
    article_id   INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    url          TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body         BLOB NOT NULL                      -- the bytes as they came, zlib
) STRICT;

CREATE TABLE content (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    text       TEXT NOT NULL,                       -- codec.encode_blocks
    structure  TEXT NOT NULL,                       -- likewise, JSON
    recogniser TEXT NOT NULL                        -- '' if none reads its language
) STRICT;

CREATE TABLE entity (
    id   INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                             -- models.Kind
    name TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;

CREATE TABLE mention (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    block      INTEGER NOT NULL,                    -- -1 is the title
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    entity_id  INTEGER NOT NULL REFERENCES entity,
    PRIMARY KEY (article_id, block, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity_id, article_id);

CREATE TABLE change (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    label     TEXT NOT NULL,                        -- what was done, as in "starred “…”"
    is_undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE change_item (
    change_id  INTEGER NOT NULL REFERENCES change ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    before     TEXT NOT NULL,                       -- JSON object: what undoing it sets, see marks.py
    after      TEXT NOT NULL,                       -- what doing it sets
    PRIMARY KEY (change_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_item_article ON change_item (article_id);

-- What the full-text index sees; segment() is ours, see connection.py.
CREATE VIEW searchable AS
    SELECT article.id, segment(article.title) AS title, segment(content.text) AS text
    FROM content JOIN article ON article.id = content.article_id;

CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'searchable', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
"""

_DETAILS: Final = """
ALTER TABLE article ADD COLUMN zone INTEGER NOT NULL DEFAULT 0;      -- of `published`: minutes east of UTC
ALTER TABLE content ADD COLUMN details TEXT NOT NULL DEFAULT '{}';   -- codec.encode_details
"""

_VALUES: Final = """
ALTER TABLE mention ADD COLUMN score REAL NOT NULL DEFAULT 1;   -- how likely it is, 0 to 1
ALTER TABLE mention ADD COLUMN value TEXT NOT NULL DEFAULT '';  -- of dates and amounts: models.Mention
-- Money and shares in per cent were one kind, "amount".
UPDATE entity SET kind = iif(
        instr(name, '%') OR name LIKE '%per cent%' OR name LIKE '%percent%' OR name LIKE '%basis point%',
        'percent', 'money'
    ) WHERE kind = 'amount';
"""

_ENTITIES: Final = """
ALTER TABLE entity ADD COLUMN folded TEXT NOT NULL DEFAULT '';      -- the words of the name: folding.py
ALTER TABLE entity ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;  -- how many appearances it has
ALTER TABLE entity ADD COLUMN last INTEGER;                         -- the moment of the newest

CREATE TABLE appearance (                           -- in which articles a name stands
    entity_id  INTEGER NOT NULL REFERENCES entity,
    moment     INTEGER NOT NULL,                    -- when the article came out, or else was saved
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (entity_id, moment, article_id)     -- so that the newest are read without the others
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (                                -- how many appearances a name has in a week
    entity_id INTEGER NOT NULL REFERENCES entity,
    week      INTEGER NOT NULL,                     -- since Monday, 1 January of the year 1
    articles  INTEGER NOT NULL,
    PRIMARY KEY (entity_id, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE name_word (                            -- names by the words in them
    word      TEXT NOT NULL,
    entity_id INTEGER NOT NULL,                     -- no reference, which would want an index more
    PRIMARY KEY (word, entity_id)
) STRICT, WITHOUT ROWID;

-- What should be in these tables. Only names are counted, not dates and amounts; and nothing in the trash.
CREATE VIEW appearing AS
    SELECT entity.id AS entity_id, coalesce(published, saved) AS moment, article.id AS article_id
    FROM article
        JOIN mention ON mention.article_id = article.id
        JOIN entity ON entity.id = mention.entity_id
    WHERE NOT is_trashed AND entity.kind IN ('person', 'place', 'organisation', 'other');
CREATE VIEW wording AS
    SELECT value AS word, entity.id AS entity_id
    FROM entity, json_each('["' || replace(folded, ' ', '","') || '"]')
    WHERE folded <> '' AND kind IN ('person', 'place', 'organisation', 'other');

UPDATE entity SET folded = folded(name);
INSERT OR IGNORE INTO name_word SELECT word, entity_id FROM wording;
INSERT OR IGNORE INTO appearance SELECT entity_id, moment, article_id FROM appearing ORDER BY 1, 2, 3;
INSERT INTO tally SELECT entity_id, (moment + 62135596800) / 604800 AS week, count(*)
    FROM appearance GROUP BY entity_id, week;
UPDATE entity SET articles = counted.articles, last = counted.last
    FROM (SELECT entity_id, count(*) AS articles, max(moment) AS last FROM appearance GROUP BY entity_id)
        AS counted
    WHERE id = entity_id;

CREATE INDEX entity_by_articles ON entity (articles, kind) WHERE articles > 0;
CREATE INDEX entity_by_last ON entity (last, kind) WHERE articles > 0;
CREATE INDEX entity_folded ON entity (folded);
CREATE INDEX appearance_article ON appearance (article_id);
CREATE INDEX tally_by_week ON tally (week, articles) WHERE articles > 1;
CREATE INDEX article_by_moment ON article (coalesce(published, saved), is_trashed);
CREATE INDEX article_trashed ON article (is_trashed) WHERE is_trashed;

CREATE TRIGGER entity_added AFTER INSERT ON entity BEGIN
    UPDATE entity SET folded = folded(name) WHERE id = new.id;
    INSERT OR IGNORE INTO name_word SELECT word, entity_id FROM wording WHERE entity_id = new.id;
END;
CREATE TRIGGER entity_renamed AFTER UPDATE OF name ON entity BEGIN
    DELETE FROM name_word WHERE entity_id = new.id
        AND word IN (SELECT value FROM json_each('["' || replace(old.folded, ' ', '","') || '"]'));
    UPDATE entity SET folded = folded(name) WHERE id = new.id;
    INSERT OR IGNORE INTO name_word SELECT word, entity_id FROM wording WHERE entity_id = new.id;
END;
CREATE TRIGGER entity_gone AFTER DELETE ON entity BEGIN
    DELETE FROM name_word WHERE entity_id = old.id
        AND word IN (SELECT value FROM json_each('["' || replace(old.folded, ' ', '","') || '"]'));
END;
CREATE TRIGGER appearance_added AFTER INSERT ON appearance BEGIN
    UPDATE entity SET articles = articles + 1 WHERE id = new.entity_id;
    UPDATE entity SET last = new.moment
        WHERE id = new.entity_id AND (last IS NULL OR last < new.moment);
    INSERT INTO tally VALUES (new.entity_id, (new.moment + 62135596800) / 604800, 1)
        ON CONFLICT (entity_id, week) DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER appearance_gone AFTER DELETE ON appearance BEGIN
    UPDATE entity SET articles = articles - 1 WHERE id = old.entity_id;
    UPDATE entity SET last = (SELECT max(moment) FROM appearance WHERE entity_id = old.entity_id)
        WHERE id = old.entity_id AND last = old.moment;
    UPDATE tally SET articles = articles - 1
        WHERE entity_id = old.entity_id AND week = (old.moment + 62135596800) / 604800;
    DELETE FROM tally WHERE entity_id = old.entity_id AND articles = 0
        AND week = (old.moment + 62135596800) / 604800;
END;
CREATE TRIGGER article_moved AFTER UPDATE OF is_trashed, published, saved ON article
    WHEN old.is_trashed <> new.is_trashed
        OR coalesce(old.published, old.saved) <> coalesce(new.published, new.saved)
BEGIN
    DELETE FROM appearance WHERE article_id = new.id;
    INSERT OR IGNORE INTO appearance
        SELECT entity_id, moment, article_id FROM appearing WHERE article_id = new.id;
END;
"""

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first SQLite with STRICT tables."""

MIGRATIONS: Final = (_FIRST, _DETAILS, _VALUES, _ENTITIES)
"""Step n brings a library of version n to version n + 1; a released step is never edited."""


def migrate(database: Database) -> None:
    """Bring the database to the newest version, each step whole or not at all.

    Raises:
        StorageError: if it was written by a newer newsreader, or can't be opened.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise StorageError(
            f"This Python has SQLite {sqlite3.sqlite_version}; newsreader needs {oldest} or newer."
        )
    with database.read() as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StorageError(f"{database.path} was written by a newer newsreader; update this one to open it.")
    while version < len(MIGRATIONS):
        with database.write() as connection:
            # Another process may have done this step since the version was read.
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version < len(MIGRATIONS):
                for statement in _statements(MIGRATIONS[version]):
                    connection.execute(statement)
                version += 1
                connection.execute(f"PRAGMA user_version = {version:d}")


def _statements(script: str) -> Iterator[str]:
    """Split a script, as `executescript` would commit the transaction that it runs in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        # SQLite itself knows that a trigger holds semicolons.
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
