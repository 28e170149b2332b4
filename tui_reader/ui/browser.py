"""Opens addresses outside: only those of the web and of mail, and never through a shell."""

from __future__ import annotations

import re
from functools import partial
from pathlib import PurePath

from textual.dom import DOMNode

from tui_reader.errors import ConfigError, FetchError
from tui_reader.ui.reports import told

_SCHEMES = ("http:", "https:", "mailto:")
# These would take the screen away from the reader.
_IN_TERMINAL = frozenset({"elinks", "links", "lynx", "w3m", "www-browser"})
_UNSAFE = re.compile(r"[\s\x00-\x20\x7f-\x9f]")


def browse(node: DOMNode, address: str) -> None:
    """Open the address in the background, and tell what goes wrong."""
    node.run_worker(partial(_open, node, address), thread=True, group="browser")


def open_address(address: str) -> None:
    """Hand the address to the browser or the mail program; may take seconds.

    Raises:
        FetchError: if it is another kind of address.
        ConfigError: if there is no browser.
    """
    if not address.lower().startswith(_SCHEMES) or _UNSAFE.search(address):
        raise FetchError(address, "Only addresses of web pages and of mail are opened.")
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error as error:
        raise ConfigError("There is no browser here; y copies the address.") from error
    is_in_terminal = PurePath(browser.name).name in _IN_TERMINAL
    if is_in_terminal or not browser.open(address):
        raise ConfigError("The browser doesn't start; y copies the address.")


def _open(node: DOMNode, address: str) -> None:
    """Open the address, and tell what goes wrong."""
    with told(node):
        open_address(address)
