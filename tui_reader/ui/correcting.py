"""Lets the user correct a name: asks what is wrong, corrects it in the background, and says what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from tui_reader.dossiers import EntityRow
from tui_reader.harmless import harmless_line
from tui_reader.library import Library
from tui_reader.models import ArticleId, Kind
from tui_reader.ui.changing import carry_out
from tui_reader.ui.reports import told
from tui_reader.ui.screens.correct import KIND_NAMES, Correction, CorrectScreen, KindScreen, NameScreen


def correct(
    screen: Screen[Any],
    library: Library,
    entity: EntityRow,
    done: Callable[[str], None],
    *,
    article: ArticleId | None = None,
) -> None:
    """Ask what is wrong with a name, and correct it.

    Args:
        screen: where the name was chosen.
        library: whose name it is.
        entity: the name.
        done: called with a sentence when it is corrected.
        article: in which article it was chosen, if in one.
    """
    if screen.app.screen is screen:  # Otherwise the key was pressed twice.
        _Correcting(screen, library, entity, done, article).ask()


class _Correcting:
    """One correction, from the first question to the end."""

    def __init__(
        self,
        screen: Screen[Any],
        library: Library,
        entity: EntityRow,
        done: Callable[[str], None],
        article: ArticleId | None,
    ) -> None:
        self._screen = screen
        self._library = library
        self._entity = entity
        self._done = done
        self._article = article

    def ask(self) -> None:
        """Ask what is wrong."""
        chosen = CorrectScreen(self._entity, is_in_article=self._article is not None)
        self._screen.app.push_screen(chosen, self._ask_more)

    def _ask_more(self, chosen: Correction | None) -> None:
        """Ask what it takes to correct that."""
        name = harmless_line(self._entity.name)
        app = self._screen.app
        match chosen:
            case Correction.RENAME:
                app.push_screen(NameScreen(f"“{name}” is called", name), self._rename)
            case Correction.MERGE:
                app.push_screen(NameScreen(f"“{name}” is the same as", "", self._others), self._merge)
            case Correction.SPLIT:
                app.push_screen(NameScreen(f"In this article “{name}” is", f"{name} "), self._split)
            case Correction.KIND:
                app.push_screen(KindScreen(self._entity), self._change_kind)
            case Correction.REJECT:
                corrections = self._library.corrections
                self._carry_out(lambda: corrections.reject(self._entity.id), f"“{name}” is no name.")

    def _others(self, typed: str) -> list[EntityRow]:
        """Return the names that this one may be the same as; those of its kind come first."""
        found: list[EntityRow] = []
        with told(self._screen):
            found = self._library.names.completions(typed, limit=30)
        others = [each for each in found if each.id != self._entity.id]
        return sorted(others, key=lambda each: each.kind is not self._entity.kind)

    def _rename(self, name: EntityRow | str | None) -> None:
        if isinstance(name, str):
            corrections = self._library.corrections
            self._carry_out(lambda: corrections.rename(self._entity.id, name), f"It is called “{name}” now.")

    def _merge(self, other: EntityRow | str | None) -> None:
        if isinstance(other, EntityRow):
            corrections = self._library.corrections
            said = f"“{self._entity.name}” is “{other.name}” now."
            self._carry_out(lambda: corrections.merge([self._entity.id], other.id), said)

    def _split(self, name: EntityRow | str | None) -> None:
        if isinstance(name, str) and self._article is not None:
            articles = [self._article]
            corrections = self._library.corrections
            self._carry_out(
                lambda: corrections.split(self._entity.id, name, articles=articles),
                f"In this article it is “{name}”.",
            )

    def _change_kind(self, kind: Kind | None) -> None:
        if kind is not None:
            corrections = self._library.corrections
            said = f"“{self._entity.name}” is of the kind “{KIND_NAMES[kind]}” now."
            self._carry_out(lambda: corrections.change_kind(self._entity.id, kind), said)

    def _carry_out(self, change: Callable[[], None], said: str) -> None:
        """Change it, and say so."""

        def work() -> str:
            change()
            return said

        carry_out(self._screen, work, self._done)
