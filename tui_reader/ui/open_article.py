"""The article that is on the screen: its text and its marks, and where in it reading is."""

from __future__ import annotations

from tui_reader.dossiers import EntityRow, WhoIs
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
        self._known: tuple[EntityRow, ...] = ()
        self.who: dict[int, WhoIs] = {}
        """Who and what its names are, by index, as far as the library knows."""
        self._place: tuple[Position, float] | None = None
        self._shown_at: Position | None = None

    @property
    def is_being_read(self) -> bool:
        """Whether it is the article itself that is on the screen."""
        return self.row is not None and self.row.is_readable and not self.is_whole

    def entity(self, index: int) -> EntityRow | None:
        """Return what the library knows of one of its entities; None if its text is another by now."""
        return self._known[index] if index < len(self._known) else None

    def others(self) -> dict[int, int]:
        """Return in how many other articles its names stand, by index; those in none are left out.

        Of people known by one word nothing is told, as they may be others elsewhere.
        """
        itself = 0 if self.row is None or self.row.is_trashed else 1
        return {
            index: row.articles - itself
            for index, row in enumerate(self._known)
            if row.articles > itself and not row.is_single
        }

    def open(self, id: ArticleId, at: Position | None = None) -> tuple[ArticleRow, Names, Position]:
        """Read an article, from now on this one: its marks, its names, and where reading stopped.

        Args:
            id: which article.
            at: where it is shown instead; that is not where reading is until the reader moves.

        Raises:
            NotFoundError: if it is gone; the one before stays open then.
        """
        version = self._library.version()
        article = self._library.article(id)
        known = self._library.names.in_article(id)
        # Another program may have changed the article between these two.
        names = [(entity.kind, entity.name) for entity in article.names.entities]
        self._known = known if names == [(row.kind, row.name) for row in known] else ()
        told = self._library.names.who_is([row.id for row in self._known])
        self.who = {index: told[row.id] for index, row in enumerate(self._known) if row.id in told}
        self._shown_at = at
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

    def has_other_names(self) -> bool:
        """Return whether its names mean others by now, as after a correction; if not, read the rest anew."""
        known = self._library.names.in_article(self.id)
        if [_told(row) for row in known] != [_told(row) for row in self._known]:
            return True
        self._known = known
        return False

    def read_marks(self) -> None:
        """Read its marks again; if it is gone, they stay as they were."""
        rows = self._library.rows([self.id])
        if rows:
            self.row = rows[0]

    def move_to(self, place: Position, share: float) -> None:
        """Take note of where reading is, and how much of the article that is."""
        if place != self._shown_at:
            self._place, self._shown_at = (place, share), None

    def forget_place(self) -> None:
        """Forget where reading was, as the text is to be another."""
        self._place = None

    def remember(self) -> None:
        """Keep where reading is for the next time, if it has moved."""
        place, self._place = self._place, None
        if place is not None:
            self._library.remember(self.id, *place)


def _told(row: EntityRow) -> tuple[object, ...]:
    """Return who or what a row is; whether it is followed, and how often named, may change any time."""
    return row.id, row.kind, row.name
