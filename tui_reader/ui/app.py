"""Puts the screens together with the library, the settings and the terminal."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from rich.console import RenderableType
from textual import events
from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from tui_reader.config.paths import config_file
from tui_reader.config.saving_settings import SavingSettings
from tui_reader.config.settings import Config, save_setting
from tui_reader.errors import ReaderError
from tui_reader.library import Library, naming_complaints
from tui_reader.start.terminal import Terminal
from tui_reader.ui import keymaps, themes
from tui_reader.ui.actions import live_actions
from tui_reader.ui.driver import driver_for
from tui_reader.ui.folding import Folding
from tui_reader.ui.key_places import key_complaints, places
from tui_reader.ui.palette import Palette
from tui_reader.ui.reading_settings import ReadingSettings
from tui_reader.ui.remembering import remembered
from tui_reader.ui.reports import report, told
from tui_reader.ui.screens.help import HelpScreen
from tui_reader.ui.screens.library import LibraryScreen
from tui_reader.ui.sequences import KeysInTurn

LONGEST_HOLD: Final = 1.0
"""Seconds after which the screen is painted though it may have no articles yet."""


def _now() -> datetime:
    """Return the time by the system's clock."""
    return datetime.now(UTC)


class ReaderApp(KeysInTurn, App[None], inherit_bindings=False):
    """The reader in the terminal."""

    TITLE = "newsreader"
    CSS_PATH = "app.tcss"
    BINDING_GROUP_TITLE = "Everywhere"
    COMMANDS = {Palette}
    BINDINGS = [
        Binding("question_mark", "help", "help", tooltip="show all keys", id="app.help"),
        Binding("ctrl+p,colon", "command_palette", "commands", id="app.palette", show=False),
        Binding("ctrl+l", "redraw", "redraw", tooltip="draw the screen again", id="app.redraw", show=False),
        Binding("ctrl+z", "suspend_process", "suspend", id="app.suspend", show=False),
        Binding("ctrl+c,ctrl+q", "quit", "quit", id="app.quit", show=False, priority=True),
    ]  # fmt: skip

    def __init__(
        self,
        library: Library,
        config: Config,
        *,
        banner: str = "",
        terminal: Terminal | None = None,
        settings: Path | None = None,
        now: Callable[[], datetime] = _now,
        stopwatch: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Take what the reader works on.

        Args:
            library: an open library; who opened it closes it.
            config: the user's settings.
            banner: a remark for the first line, such as that this is a sample library.
            terminal: where the first frame stands, if there is one.
            settings: the file in which a chosen theme is kept; by default the user's config.toml.
            now: tells the time, in UTC.
            stopwatch: tells how long something takes, in seconds.
        """
        environment = dict(os.environ)
        # With `ansi_color` Textual takes NO_COLOR to mean no colours instead of shades of grey.
        super().__init__(
            driver_class=None if terminal is None else driver_for(terminal),
            ansi_color=True if environment.get("NO_COLOR") else None,
        )
        self.library = library
        self.config = config
        self._banner = banner
        self._settings = settings
        self._now = now
        self._stopwatch = stopwatch
        self._is_held = True
        self._typed: deque[events.Key] = deque()
        self._complaints: list[str] = []
        for theme in themes.themes():
            self.register_theme(theme)
        name = themes.chosen_theme(config.theme, environment)
        if name not in self.available_themes:
            self._complaints.append(f"There is no theme “{name}”. The command palette lists those there are.")
            name = themes.chosen_theme("auto", environment)
        self.theme = self._kept_theme = name
        # So that style sheets are parsed once at the start, and not once more for our theme.
        self._variables = self.get_css_variables()
        self.stylesheet.set_variables(self._variables)
        self._complaints += naming_complaints(config.names)
        self._complaints += keymaps.unreadable(config.keys)
        self._keys = keymaps.keymap(config.preset, config.keys)
        self.set_keymap(self._keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our colours for themes that don't bring them."""
        return themes.variables_for(self.current_theme)

    def refresh_css(self, animate: bool = True) -> None:
        """Parse style sheets anew, unless no colour has changed since."""
        variables = self.get_css_variables()
        if variables != self._variables:
            self._variables = variables
            super().refresh_css(animate)

    def get_key_display(self, binding: Binding) -> str:
        """Return a key as people write it."""
        return keymaps.written(binding.key)

    async def on_mount(self) -> None:
        """Begin to save what is queued, and show the library."""
        with told(self):
            settings = SavingSettings(self._settings or config_file())
            self.library.start_saving(settings.rule_for, settings.naming)
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep_theme(theme.name))
        await self.push_screen(
            LibraryScreen(
                self.library,
                now=self._now,
                stopwatch=self._stopwatch,
                reading=ReadingSettings(measure=self.config.measure),
                folding=Folding(is_on=self.config.fold_stories),
                seen=self.let_go,
                banner=self._banner,
            )
        )
        # Nothing is painted until there is something to see; but no one waits for long.
        self.set_timer(LONGEST_HOLD, self.let_go)
        if self._keys:
            self._complaints += key_complaints(places(type(self)), self._keys)
        for complaint in self._complaints:
            self.notify(complaint, severity="warning", timeout=15, markup=False)

    def on_unmount(self) -> None:
        """Stop saving; what is unfinished goes on at the next start."""
        self.library.stop_saving()

    async def on_event(self, event: events.Event) -> None:
        """Keep what is typed until there is something to act on; then nothing overtakes it."""
        if isinstance(event, events.Key) and not event.is_forwarded and (self._is_held or self._typed):
            self._typed.append(event)
        else:
            await super().on_event(event)

    async def _act_on_typed(self) -> None:
        """Act on what was typed before the screen was there."""
        while self._typed:
            await super().on_event(self._typed[0])
            self._typed.popleft()

    def let_go(self) -> None:
        """Paint from now on, and act on what was typed meanwhile."""
        if self._is_held:
            self._is_held = False
            self.refresh(layout=True)
            self.call_next(self._act_on_typed)
            self.call_after_refresh(self._remember)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Paint, unless what there is to paint is still to come."""
        super()._display(screen, None if self._is_held else renderable)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out an action; what goes wrong in a way that we can name is told, not fatal."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except ReaderError as error:
            report(self, error)
            return True

    async def action_help(self) -> None:
        """Show the keys of the screen."""
        await self.push_screen(HelpScreen(live_actions(self.screen)))

    def action_redraw(self) -> None:
        """Draw everything again, whatever another program has left on the screen."""
        self.refresh(layout=True)

    def _remember(self) -> None:
        """Remember for the next start how the library looks."""
        screen = self.screen
        if isinstance(screen, LibraryScreen) and not screen.shelf.is_empty:
            with suppress(OSError):
                remembered(screen).keep(str(self.library.folder))

    def _keep_theme(self, name: str) -> None:
        """Keep the theme for the next start, if it was chosen."""
        if name != self._kept_theme:
            self._kept_theme = name
            with told(self):
                save_setting(self._settings or config_file(), "theme", name)
