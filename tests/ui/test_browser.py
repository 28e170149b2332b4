from __future__ import annotations

import pytest

from tui_reader.errors import ConfigError, FetchError
from tui_reader.ui.browser import open_address


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "-version",
        "",
        "https://example.org/a b",
        "https://example.org/\x1b[31m",
        "ftp://example.org",
    ],
)
def test_only_addresses_of_the_web_and_of_mail_are_opened(address: str) -> None:
    with pytest.raises(FetchError, match="Only addresses of web pages"):
        open_address(address)


@pytest.mark.parametrize("command", ["lynx", "/usr/bin/w3m"])
def test_a_browser_that_would_take_the_terminal_is_not_started(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import webbrowser

    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser(command))
    with pytest.raises(ConfigError, match="y copies the address"):
        open_address("https://example.org")


def test_a_web_address_is_handed_to_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    import webbrowser

    opened: list[str] = []

    class Browser(webbrowser.BaseBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
            opened.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", lambda: Browser("firefox"))
    open_address("HTTPS://example.org/?q=1&r=2")
    assert opened == ["HTTPS://example.org/?q=1&r=2"]
