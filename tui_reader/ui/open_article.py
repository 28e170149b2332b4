"""The article that is on the screen: its text and its marks, and where in it reading is."""

from __future__ import annotations

from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.models import ArticleId, ArticleRow, Document, Names, Position


class OpenArticle:
    """One article of the library at a time, as it was read last; what changes is read when asked for."""

    def __init__(self, library: Library, id: ArticleId) -> None:
        """Take the library and the article that is to be opened; nothing is read yet."""
        self.id = id
        """Which article it is."""
        self.row: ArticleRow | None = None
        """Its marks; None if it could not be read."""
        self.document = Document("", ())
        """The text on the screen: its own, the whole page, or why there is none."""
        self.is_whole = False
        """Whether the whole page is shown instead."""
        self._library = library
        self._seen = -1
        self._place: tuple[Position, float] | None = None

    @property
    def is_being_read(self) -> bool:
        """Whether it is the article itself that is on the screen."""
        return self.row is not None and self.row.is_readable and not self.is_whole

    def open(self, id: ArticleId) -> tuple[ArticleRow, Names, Position]:
        """Read an article, from now on this one: its marks, its names, and where reading stopped.

        Raises:
            NotFoundError: if it is gone; the one before stays open then.
        """
        version = self._library.version()
        article = self._library.article(id)
        self._seen = version
        self.id, self.row, self.is_whole = id, article.row, False
        self.document = article.document
        return article.row, article.names, article.position

    def show_instead(self, document: Document) -> None:
        """Take what is on the screen in place of the text, or the text; nobody has moved in it yet."""
        self.document = document
        self._place = None

    def has_news(self) -> bool:
        """Return whether anything in the library has changed since this was last asked."""
        try:
            version = self._library.version()
        except ReaderError:
            return False  # The library can't be read just now; whoever asks it for something tells why.
        if version == self._seen or self.row is None or self.is_whole:
            return False
        self._seen = version
        return True

    def read_marks(self) -> None:
        """Read its marks again; if it is gone, they stay as they were."""
        rows = self._library.rows([self.id])
        if rows:
            self.row = rows[0]

    def move_to(self, place: Position, share: float) -> None:
        """Take note of where reading is, and how much of the article that is."""
        self._place = place, share

    def forget_place(self) -> None:
        """Forget where reading was, as the text is to be another."""
        self._place = None

    def remember(self) -> None:
        """Keep where reading is for the next time, if it has moved."""
        place, self._place = self._place, None
        if place is not None:
            self._library.remember(self.id, *place)
