"""Names that meet by a key that all their spellings share, and what the user has decided about them."""

from typing import Final

SQL: Final = """
ALTER TABLE entity ADD COLUMN key TEXT NOT NULL DEFAULT '';       -- models.Entity.key
ALTER TABLE entity ADD COLUMN written TEXT NOT NULL DEFAULT '';   -- its name where nobody renames it
ALTER TABLE entity ADD COLUMN is_single INTEGER NOT NULL DEFAULT 0;  -- a person known by one word
ALTER TABLE entity ADD COLUMN also TEXT NOT NULL DEFAULT '';      -- its other names, folded
ALTER TABLE mention ADD COLUMN found INTEGER;  -- the entity found here, if that isn't the one meant

CREATE TABLE decision (                 -- what is found so, means that
    kind       TEXT NOT NULL,
    key        TEXT NOT NULL,
    article_id INTEGER REFERENCES article ON DELETE CASCADE,  -- NULL for every article
    form       TEXT NOT NULL,           -- only where it is written so, folded; '' for every form
    means_kind TEXT NOT NULL,           -- '' if it is no name at all
    means_key  TEXT NOT NULL,
    name       TEXT NOT NULL            -- what that is called
) STRICT;
CREATE UNIQUE INDEX decision_place ON decision (kind, key, coalesce(article_id, 0), form);
CREATE INDEX decision_article ON decision (article_id) WHERE article_id IS NOT NULL;

CREATE TABLE change_decision (          -- of a change: decisions.py
    change_id INTEGER PRIMARY KEY REFERENCES change ON DELETE CASCADE,
    before    TEXT NOT NULL,
    after     TEXT NOT NULL
) STRICT;

UPDATE entity SET written = name, key = name;
UPDATE entity SET key = identity(name, kind), is_single = is_single(kind, identity(name, kind))
    WHERE kind IN ('person', 'place', 'organisation', 'other');

-- Of entities that turn out to be one, the one that most articles name stays.
CREATE TABLE twin (id INTEGER PRIMARY KEY, kept INTEGER NOT NULL);
INSERT INTO twin
    SELECT id, kept FROM (
        SELECT id, first_value(id) OVER (PARTITION BY kind, key ORDER BY articles DESC, id) AS kept
        FROM entity
    ) WHERE id <> kept;
CREATE TABLE touched (article_id INTEGER PRIMARY KEY);
INSERT OR IGNORE INTO touched SELECT article_id FROM twin JOIN appearance ON entity_id = twin.id;
DELETE FROM appearance WHERE entity_id IN (SELECT id FROM twin);
UPDATE mention SET entity_id = kept FROM twin WHERE twin.id = entity_id;
INSERT OR IGNORE INTO appearance
    SELECT entity_id, moment, article_id FROM appearing
    WHERE article_id IN (SELECT article_id FROM touched) AND entity_id IN (SELECT kept FROM twin);
DELETE FROM entity WHERE id IN (SELECT id FROM twin);
DROP TABLE twin;
DROP TABLE touched;

CREATE UNIQUE INDEX entity_key ON entity (kind, key);
CREATE INDEX mention_found ON mention (found, article_id) WHERE found IS NOT NULL;

-- Words of the other names lead to an entity too.
CREATE VIEW other_wording AS
    SELECT value AS word, entity.id AS entity_id
    FROM entity, json_each('["' || replace(replace(trim(also, char(10)), char(10), ' '), ' ', '","') || '"]')
    WHERE also <> '' AND kind IN ('person', 'place', 'organisation', 'other');
CREATE TRIGGER entity_known AFTER INSERT ON entity BEGIN
    UPDATE entity SET is_single = is_single(kind, key), also = other_names(name, key, written)
        WHERE id = new.id;
END;
CREATE TRIGGER entity_renamed_too AFTER UPDATE OF also ON entity BEGIN
    DELETE FROM name_word WHERE entity_id = new.id AND word IN (
        SELECT value FROM json_each('["' || replace(replace(old.also, char(10), ' '), ' ', '","') || '"]'));
    INSERT OR IGNORE INTO name_word SELECT word, entity_id FROM wording WHERE entity_id = new.id;
    INSERT OR IGNORE INTO name_word SELECT word, entity_id FROM other_wording WHERE entity_id = new.id;
END;
CREATE TRIGGER entity_gone_too AFTER DELETE ON entity WHEN old.also <> '' BEGIN
    DELETE FROM name_word WHERE entity_id = old.id AND word IN (
        SELECT value FROM json_each('["' || replace(replace(old.also, char(10), ' '), ' ', '","') || '"]'));
END;
UPDATE entity SET also = other_names(name, key, written)
    WHERE kind IN ('person', 'place', 'organisation', 'other') AND other_names(name, key, written) <> '';
"""
