"""How far some things are counted and told, as nobody needs to know of more."""

MOST_UNREAD = 1_000
"""Unread articles of a name that are counted."""
MOST_TAGS = 4
"""Tags that have a view of their own."""
MOST_TOLD = 4
"""Other reports that are told under an article: more don't fit into a line."""
