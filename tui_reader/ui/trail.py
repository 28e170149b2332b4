"""The way from articles to the dossiers of their names and from there into other articles, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.screen import Screen

from tui_reader.dossiers import Appearance, EntityId
from tui_reader.library import Library
from tui_reader.models import ArticleId, Position
from tui_reader.ui.dossier_opening import open_dossier
from tui_reader.ui.reading_settings import ReadingSettings


@dataclass(slots=True)
class Visit:
    """A visit to an article from a dossier; when it is over, it tells where to go on."""

    id: ArticleId
    """Which article is read."""
    at: Position
    """The place to show: where the name stands, and after the visit where reading was."""


class Trail:
    """Opens dossiers above a screen, and remembers the last one, to go forward to it again."""

    def __init__(self, screen: Screen[None], library: Library, settings: ReadingSettings) -> None:
        """Take the screen that the way leads on from."""
        self._screen = screen
        self._library = library
        self._settings = settings
        self._ahead: EntityId | None = None

    async def open(self, id: EntityId) -> None:
        """Tell everything about a name."""
        if self._screen.app.screen is self._screen:  # The key may have been pressed twice.
            self._ahead = id
            await open_dossier(self._screen, self._library, id, self._settings)

    async def go_forward(self) -> None:
        """Open the dossier again that was opened last, if there is one."""
        if self._ahead is not None:
            await self.open(self._ahead)

    def forget(self) -> None:
        """Forget what lay ahead, as something else is read now."""
        self._ahead = None


class AppearanceWay:
    """The neighbours of an article among those that name somebody or something."""

    def __init__(
        self, library: Library, appearances: Sequence[Appearance], read_on: Callable[[], None]
    ) -> None:
        """Take the articles read so far, and what adds more to them if there are more."""
        self._library = library
        self._appearances = appearances
        self._read_on = read_on

    def next(self, id: ArticleId) -> ArticleId | None:
        """Return the article below; None at the end."""
        place = self._place(id)
        if place + 1 >= len(self._appearances):
            self._read_on()
        return self._at(place + 1)

    def previous(self, id: ArticleId) -> ArticleId | None:
        """Return the article above; None at the top."""
        return self._at(self._place(id) - 1)

    def next_unread(self, id: ArticleId) -> ArticleId | None:
        """Return the next unread article of those read so far; None if there is none."""
        below = [appearance.row.id for appearance in self._appearances[self._place(id) + 1 :]]
        return next((row.id for row in self._library.rows(below) if not row.is_read), None)

    def _place(self, id: ArticleId) -> int:
        """Return where an article stands; one that isn't there comes before the first."""
        ids = [appearance.row.id for appearance in self._appearances]
        return ids.index(id) if id in ids else -1

    def _at(self, place: int) -> ArticleId | None:
        """Return the article in that place."""
        return self._appearances[place].row.id if 0 <= place < len(self._appearances) else None
