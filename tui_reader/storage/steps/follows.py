"""Names that are followed, and the unread articles that name them, by triggers that keep these true."""

from typing import Final

SQL: Final = """
ALTER TABLE entity ADD COLUMN followed INTEGER;     -- since when the user follows it; NULL if not
CREATE INDEX entity_followed ON entity (followed) WHERE followed IS NOT NULL;

CREATE TABLE news (                                 -- unread articles that name what is followed
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    entity_id  INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    PRIMARY KEY (article_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_entity ON news (entity_id);

-- What should be in it. Nothing in the trash, as that appears nowhere.
CREATE VIEW awaited AS
    SELECT appearance.article_id, entity.id AS entity_id
    FROM entity
        JOIN appearance ON appearance.entity_id = entity.id
        JOIN article ON article.id = appearance.article_id
    WHERE entity.followed IS NOT NULL AND NOT article.is_read AND NOT article.is_archived;

CREATE TRIGGER entity_followed AFTER UPDATE OF followed ON entity
    WHEN (old.followed IS NULL) <> (new.followed IS NULL)
BEGIN
    DELETE FROM news WHERE entity_id = new.id;
    INSERT INTO news SELECT article_id, entity_id FROM awaited WHERE entity_id = new.id;
END;
CREATE TRIGGER news_added AFTER INSERT ON appearance
    WHEN (SELECT followed FROM entity WHERE id = new.entity_id) IS NOT NULL
BEGIN
    INSERT OR IGNORE INTO news SELECT article_id, entity_id FROM awaited
        WHERE entity_id = new.entity_id AND article_id = new.article_id;
END;
CREATE TRIGGER news_gone AFTER DELETE ON appearance BEGIN
    DELETE FROM news WHERE article_id = old.article_id AND entity_id = old.entity_id;
END;
CREATE TRIGGER article_seen AFTER UPDATE OF is_read, is_archived ON article
    WHEN (old.is_read OR old.is_archived) <> (new.is_read OR new.is_archived)
BEGIN
    DELETE FROM news WHERE article_id = new.id;
    INSERT INTO news SELECT awaited.article_id, awaited.entity_id FROM awaited
        WHERE article_id = new.id;
END;
"""
