"""newsreader: save articles, read them offline with their names lit, find them again."""

__version__ = "0.1.0"
