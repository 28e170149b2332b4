"""Names counted over the whole library, by triggers that keep the counts true."""

from typing import Final

SQL: Final = """
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
