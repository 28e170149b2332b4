"""How long reading takes."""

WORDS_A_MINUTE = 230
"""What a practised reader gets through."""


def minutes(words: float) -> int:
    """Return the reading time in minutes, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))
