"""The same articles as a cache of newsboat, the reader beside which this one is measured if it is here."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from tests.benchmarks.invention import Plan, articles
from tests.benchmarks.kept import EDITION, folder, plan

FEED = "The whole library"
"""What the one feed is called."""
_ADDRESS = "file:///nonexistent/feed.xml"
_CONFIG = "auto-reload no\nrefresh-on-startup no\nmax-items 0\nconfirm-exit no\n"


def is_installed() -> bool:
    """Return whether newsboat can be run."""
    return shutil.which("newsboat") is not None


def command(home: Path) -> Sequence[str]:
    """Return how newsboat is started on a cache that `cache` has made."""
    return ("newsboat", "-u", f"{home}/urls", "-c", f"{home}/cache.db", "-C", f"{home}/config")


def cache(size: int) -> Path:
    """Return the folder of newsboat's cache of that many articles, which is made if there is none."""
    wanted = folder() / f"newsboat-{size}-{EDITION}"
    if not wanted.exists():
        folder().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder()) as unfinished:
            fill(Path(unfinished) / "cache", size, plan(size))
            shutil.move(Path(unfinished) / "cache", wanted)
    return wanted


def fill(home: Path, size: int, plan: Plan) -> None:
    """Make a cache of that many articles in one feed, by newsboat's own tables."""
    home.mkdir(parents=True)
    (home / "urls").write_text(f"{_ADDRESS}\n", encoding="utf-8")
    (home / "config").write_text(_CONFIG, encoding="utf-8")
    subprocess.run([*command(home), "-x", "print-unread"], check=True, capture_output=True)
    with closing(sqlite3.connect(home / "cache.db")) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            "INSERT OR REPLACE INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)",
            (_ADDRESS, _ADDRESS, FEED),
        )
        connection.executemany(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread,"
            " enclosure_url, enclosure_type, enqueued, flags, deleted, base)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', 0, '', 0, '')",
            _items(size, plan),
        )
        connection.commit()


def _items(size: int, plan: Plan) -> Iterator[tuple[object, ...]]:
    for each in articles(size, plan):
        content = "".join(f"<p>{block.text}</p>" for block in each.blocks)
        yield (
            f"g{each.id}",
            each.title,
            ", ".join(each.authors),
            each.url,
            _ADDRESS,
            each.saved,
            content,
            not each.is_read,
        )
