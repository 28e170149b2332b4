"""What is opened outside, and that nothing waits for it."""

from __future__ import annotations

import threading

import pytest

from tests.ui.conftest import AppMaker
from tests.ui.driving import current_title, settle
from tests.ui.shelf import SAMPLES
from tui_reader.errors import ConfigError, FetchError
from tui_reader.library import Library
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


async def test_a_slow_browser_does_not_hold_up_the_screen(
    library: Library, make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    import webbrowser

    may_open = threading.Event()
    was_let: list[bool] = []

    class Browser(webbrowser.BaseBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
            was_let.append(may_open.wait(5))
            return True

    monkeypatch.setattr(webbrowser, "get", lambda: Browser("firefox"))
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "o", "j")
        assert current_title(app) == SAMPLES[0].title
        may_open.set()
        await settle(pilot)
    assert was_let == [True]
