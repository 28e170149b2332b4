"""How likely mentions are, and what dates and amounts come to."""

from typing import Final

SQL: Final = """
ALTER TABLE mention ADD COLUMN score REAL NOT NULL DEFAULT 1;   -- how likely it is, 0 to 1
ALTER TABLE mention ADD COLUMN value TEXT NOT NULL DEFAULT '';  -- of dates and amounts: models.Mention
-- Money and shares in per cent were one kind, "amount".
UPDATE entity SET kind = iif(
        instr(name, '%') OR name LIKE '%per cent%' OR name LIKE '%percent%' OR name LIKE '%basis point%',
        'percent', 'money'
    ) WHERE kind = 'amount';
"""
