"""The commands and options of `newsreader`, and what each --help says."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from tui_reader import __version__
from tui_reader.cli.examples import EPILOG, EXAMPLES

_TAKES_DASHED_WORDS = ("tag", "search", "export", "extract")
_DASHED_WORD = re.compile(r"-[^-].+", re.DOTALL)


class Arguments:
    """What was asked for; an attribute stays at its default where the command doesn't have it."""

    command: str = ""
    """Name of the command; empty to open the app."""
    library: Path | None = None
    samples: bool = False
    words: list[str] = []
    """What stands after the command: addresses, files, numbers, or the words of a search."""
    tag: list[str] = []
    no_wait: bool = False
    unread: bool = False
    starred: bool = False
    archive: bool = False
    trash: bool = False
    sort: str = "saved"
    reverse: bool = False
    limit: int | None = None
    json: bool = False
    width: int | None = None
    format: str = "markdown"
    output: str = ""
    force: bool = False
    forever: bool = False
    yes: bool = False
    shell: str = ""


def parse(words: Sequence[str]) -> Arguments:
    """Return what the words ask for; prints help or what is wrong, and exits, where they ask for that."""
    parser = build()
    arguments = parser.parse_args(_kept_whole(words), Arguments())
    if arguments.command == "remove" and not arguments.words and not arguments.forever:
        parser.error("say which articles to remove, by number or address")
    if arguments.command == "remove" and arguments.yes and not arguments.forever:
        parser.error("--yes goes with --forever; without it nothing is lost")
    if arguments.command == "tag":
        marks = [word for word in arguments.words if word.startswith(("+", "-"))]
        if not marks or len(marks) == len(arguments.words):
            parser.error(
                "say which articles, and +tag to add or -tag to take away: newsreader tag 12 +floods"
            )
    return arguments


def build() -> argparse.ArgumentParser:
    """Return the parser; completion for shells is made from it too."""
    anywhere = argparse.ArgumentParser(add_help=False)
    anywhere.add_argument(
        "--library",
        metavar="FOLDER",
        type=Path,
        default=argparse.SUPPRESS,
        help="use the library in this folder (default: $NEWSREADER_LIBRARY, or the usual place)",
    )
    parser = argparse.ArgumentParser(
        prog="newsreader",
        parents=[anywhere],
        description="Save articles, read them offline with their names lit, find them again.\n"
        "Without a command the reader opens; without a terminal it prints the list.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"newsreader {__version__}")
    parser.add_argument(
        "--samples",
        action="store_true",
        help="use sample articles in a temporary library, and leave yours alone",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, summary: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            parents=[anywhere],
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=f"examples:\n{EXAMPLES[name]}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    add = command("add", "save articles from addresses, files or standard input")
    add.add_argument(
        "words", metavar="URL|FILE|-", nargs="+", help="an address, a file with HTML or text, or -"
    )
    add.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help="give them this tag; may be repeated"
    )
    add.add_argument("--no-wait", action="store_true", help="only queue them; the reader fetches them")

    _add_listing(command("list", "print the list of saved articles"))

    search = command("search", "find articles by words, phrases and conditions")
    search.add_argument("words", metavar="QUERY", nargs="+", type=str.strip, help="what to look for")
    _add_order(search)

    show = command("show", "print the text of an article")
    show.add_argument("words", metavar="ID|URL", nargs=1, help="its number in the list, or its address")
    show.add_argument(
        "--width", type=_positive, metavar="CELLS", help="wrap at this width (default: measure, 72)"
    )
    show.add_argument("--json", action="store_true", help="print an array with the article and its text")

    export = command("export", "write articles as Markdown, HTML, JSON or text")
    export.add_argument("words", metavar="QUERY|ID|URL", nargs="*", type=str.strip, help="which articles")
    export.add_argument("--format", choices=("markdown", "html", "json", "text"), default="markdown")
    export.add_argument(
        "--output", metavar="FILE|FOLDER", default="", help="where to (default: standard output)"
    )
    export.add_argument("--force", action="store_true", help="replace files that exist")

    remove = command("remove", "put articles into the trash, or delete them from it")
    remove.add_argument("words", metavar="ID|URL", nargs="*", help="which articles")
    remove.add_argument("--forever", action="store_true", help="delete from the trash for good")
    remove.add_argument("--yes", action="store_true", help="with --forever, don't ask")

    tag = command("tag", "give tags to articles, or take them away")
    tag.add_argument("words", metavar="ID|URL|+TAG|-TAG", nargs="+", type=str.strip, help="articles and tags")

    extract = command("extract", "clean saved pages again, without the network")
    extract.add_argument("words", metavar="QUERY|ID|URL", nargs="*", type=str.strip, help="which articles")

    command("undo", "take back the last change of marks or tags")
    command("redo", "repeat the change that was taken back")

    completion = command("completion", "print completion for a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"))
    return parser


def _add_listing(parser: argparse.ArgumentParser) -> None:
    """Add the views of `list`, and how it is ordered."""
    view = parser.add_mutually_exclusive_group()
    view.add_argument("--unread", action="store_true", help="only unread ones")
    view.add_argument("--archive", action="store_true", help="only archived ones")
    view.add_argument("--trash", action="store_true", help="what is in the trash")
    parser.add_argument("--starred", action="store_true", help="only starred ones")
    parser.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help="only with this tag; may be repeated"
    )
    _add_order(parser)


def _add_order(parser: argparse.ArgumentParser) -> None:
    """Add how a list is ordered, cut and printed."""
    parser.add_argument(
        "--sort",
        choices=("saved", "published", "length", "site"),
        default="saved",
        help="by what (default: saved)",
    )
    parser.add_argument("--reverse", action="store_true", help="the other way round")
    parser.add_argument("--limit", type=_positive, metavar="N", help="at most this many")
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


def _kept_whole(words: Sequence[str]) -> list[str]:
    """Return the words with `-draft` kept from being read as options where a command takes such words.

    argparse takes whatever begins with a space for a word; the commands strip it off again.
    """
    kept = list(words)
    for place, word in enumerate(words):
        if not word.startswith("-") and (place == 0 or words[place - 1] != "--library"):
            if word in _TAKES_DASHED_WORDS:
                kept[place + 1 :] = [
                    f" {after}" if _DASHED_WORD.fullmatch(after) else after for after in words[place + 1 :]
                ]
            break
    return kept
