"""Opens addresses outside: only those of the web and of mail, and never through a shell."""

from __future__ import annotations

import re
from pathlib import PurePath

from tui_reader.errors import ConfigError, FetchError

_SCHEMES = ("http:", "https:", "mailto:")
# These would take the screen away from the reader.
_IN_TERMINAL = frozenset({"elinks", "links", "lynx", "w3m", "www-browser"})
_UNSAFE = re.compile(r"[\s\x00-\x20\x7f-\x9f]")


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
