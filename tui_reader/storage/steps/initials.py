"""Initials that lead to organisations and places."""

from typing import Final

SQL: Final = """
DROP TRIGGER entity_known;
CREATE TRIGGER entity_known AFTER INSERT ON entity BEGIN
    UPDATE entity
        SET is_single = is_single(kind, key), also = other_names(name, key, written, initials(kind, name))
        WHERE id = new.id;
END;
UPDATE entity SET also = also || other_names(name, initials(kind, name))
    WHERE kind IN ('place', 'organisation') AND other_names(name, initials(kind, name)) <> '';
"""
