from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden texts as extraction gives them now"
    )


@pytest.fixture
def is_updating(request: pytest.FixtureRequest) -> bool:
    """Whether golden texts are to be written rather than compared."""
    # Without a path on the command line, pytest reads this file too late to know the option.
    return bool(request.config.getoption("--update-golden", default=False))
