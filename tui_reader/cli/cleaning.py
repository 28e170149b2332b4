"""The command `extract` on files: prints the article of each page, and saves nothing."""

from __future__ import annotations

import json

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console
from tui_reader.cli.exits import Exit
from tui_reader.config.paths import config_file
from tui_reader.config.saving_settings import SavingSettings
from tui_reader.errors import ReaderError
from tui_reader.export import article_text, html_body, timestamp
from tui_reader.harmless import harmless, harmless_line
from tui_reader.library import cleaning, read_page
from tui_reader.models import Document, SiteRule
from tui_reader.reading.doubts import doubt_sentence


def clean(arguments: Arguments, console: Console) -> Exit:
    """Print the articles of the files, or of standard input, one after the other."""
    rule_for = SavingSettings(config_file()).rule_for
    is_complete = True
    with cleaning() as extract:
        for word in arguments.words or ["-"]:
            name = "standard input" if word == "-" else word
            try:
                page = read_page(word, console.stdin.buffer, url=arguments.url)
                document = extract(page, rule_for(page.url))
                if not page.url and (rule := rule_for(document.url)) != SiteRule():
                    document = extract(page, rule)
            except ReaderError as error:
                console.complain(f"{harmless_line(name)}: {error}")
                if word.isdecimal():
                    console.complain(f"To clean the saved article {word}: newsreader extract --again {word}")
                is_complete = False
                if not arguments.json:
                    continue
                document, warnings = Document("", ()), [str(error)]
            else:
                warnings = [doubt_sentence(doubt) for doubt in document.doubts]
            if arguments.json:
                console.write([_object(name, arguments.url, document, warnings) + "\n"])
            else:
                for warning in warnings:
                    console.complain(f"{harmless_line(name)}: {warning}")
                console.write([f"{harmless_line(document.title)}\n\n", article_text(document.blocks), "\n"])
            console.stdout.flush()
    return Exit.FINE if is_complete else Exit.NOT_DONE


def _object(name: str, url: str, document: Document, warnings: list[str]) -> str:
    """Return one line of JSON; its keys and their meaning are documented in the README."""
    value = {
        "file": harmless_line(name),
        "url": harmless_line(url or document.url),
        "title": harmless_line(document.title),
        "authors": [harmless_line(author) for author in document.authors],
        "published": timestamp(document.published) if document.published else None,
        "modified": timestamp(document.modified) if document.modified else None,
        "language": harmless_line(document.language),
        "site": harmless_line(document.site),
        "image": harmless_line(document.image),
        "section": harmless_line(document.section),
        "keywords": [harmless_line(keyword) for keyword in document.keywords],
        "text": harmless(article_text(document.blocks)),
        "html": harmless(html_body(document.blocks)),
        "engine": document.engine,
        "warnings": warnings,
    }
    return json.dumps(value, ensure_ascii=False)
