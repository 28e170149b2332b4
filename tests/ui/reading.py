"""Nothing but the article screen on a few articles, for the tests of reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

import tui_reader.ui
from tests.shelf import Shelf, document
from tui_reader.library import Library
from tui_reader.models import ArticleId, Document, Names
from tui_reader.ui import themes
from tui_reader.ui.reading_settings import ReadingSettings
from tui_reader.ui.screens.article import ArticleScreen
from tui_reader.ui.sequences import KeysInTurn
from tui_reader.ui.widgets.document_view import DocumentView

LONG = document(
    "A long read", *(f"Paragraph {number} has a few words to fill a line with." for number in range(60))
)
FRENCH = document("Le glacier recule", "Personne ne l’a vu venir.", language="fr")


class Row:
    """The neighbours of an article in a fixed order."""

    def __init__(self, *ids: ArticleId) -> None:
        self.ids = ids

    def next(self, id: ArticleId) -> ArticleId | None:
        return self._at(self.ids.index(id) + 1)

    def previous(self, id: ArticleId) -> ArticleId | None:
        return self._at(self.ids.index(id) - 1)

    def next_unread(self, id: ArticleId) -> ArticleId | None:
        return self.next(id)

    def _at(self, place: int) -> ArticleId | None:
        return self.ids[place] if 0 <= place < len(self.ids) else None


class ReadingApp(KeysInTurn, App[None]):
    """Nothing but the article screen."""

    CSS_PATH = Path(tui_reader.ui.__file__).with_name("app.tcss")

    def __init__(
        self,
        library: Library,
        ids: list[ArticleId],
        settings: ReadingSettings | None = None,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.article = ArticleScreen(library, ids[0], Row(*ids), settings)
        for theme in themes.themes():
            self.register_theme(theme)
        self.theme = themes.DARK
        self.set_keymap({**(keys or {})})

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.variables_for(self.current_theme)

    async def on_mount(self) -> None:
        await self.push_screen(self.article)


Shelved = tuple[Library, list[ArticleId]]


@contextmanager
def shelved(folder: Path, *articles: tuple[Document, Names]) -> Iterator[Shelved]:
    """A library with these articles."""
    shelf = Shelf(folder)
    ids = [shelf.put(article, names) for article, names in articles]
    shelf.close()
    with Library(folder) as library:
        yield library, ids


def text_of(pilot: Pilot[None]) -> DocumentView:
    return pilot.app.screen.query_one(DocumentView)


def screen_of(pilot: Pilot[None]) -> ArticleScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ArticleScreen)
    return screen


def drawn(pilot: Pilot[None]) -> str:
    """The lines of the text that are in sight."""
    text = text_of(pilot)
    return "\n".join(text.render_line(y).text.rstrip() for y in range(text.size.height))
