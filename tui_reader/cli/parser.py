"""The commands and options of `newsreader`, and what each --help says."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path

from tui_reader import __version__
from tui_reader.cli.arguments import Arguments
from tui_reader.cli.examples import EPILOG, EXAMPLES
from tui_reader.queries import NAMED

_TAKES_DASHED_WORDS = ("tag", "search", "export", "highlights", "extract", "annotate")
_DASHED_WORD = re.compile(r"-(?!h$)[^-].*", re.DOTALL)


def parse(words: Sequence[str]) -> Arguments:
    """Return what the words ask for; prints help or what is wrong, and exits, where they ask for that."""
    arguments, unknown = build().parse_known_args(_kept_whole(words), Arguments())
    if unknown:
        arguments.refuse(f"unrecognized arguments: {' '.join(unknown)}")
    if arguments.command == "remove" and not arguments.words and not arguments.forever:
        arguments.refuse("say which articles to remove, by number or address")
    if arguments.command == "remove" and arguments.yes and not arguments.forever:
        arguments.refuse("--yes goes with --forever; without it nothing is lost")
    if (
        arguments.command != "story"
        and arguments.again
        and (arguments.json or arguments.url or arguments.published)
    ):
        other = "--published" if arguments.command == "annotate" else "--url"
        arguments.refuse(f"--json and {other} are for files, not for --again")
    if arguments.command == "story":
        _check_story(arguments)
    if arguments.url and len(arguments.words) > 1:
        arguments.refuse("--url goes with one file only")
    if arguments.command == "tag":
        _take_tags(arguments)
    return arguments


def build() -> argparse.ArgumentParser:
    """Return the parser; completion for shells is made from it too."""
    anywhere = argparse.ArgumentParser(add_help=False)
    anywhere.add_argument(
        "--library",
        metavar="FOLDER",
        type=_folder,
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
        allow_abbrev=False,
    )
    parser.set_defaults(refuse=parser.error)
    parser.add_argument("--version", action="version", version=f"newsreader {__version__}")
    parser.add_argument(
        "--samples",
        action="store_true",
        help="use sample articles in a temporary library, and leave yours alone",
    )
    # With its name given, argparse needn't lay out the usage to find it, for which it imports much.
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="newsreader")

    def command(name: str, summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            parents=[anywhere],
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=f"examples:\n{EXAMPLES[name]}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        added.set_defaults(refuse=added.error)
        return added

    add = command("add", "save articles from addresses, files or standard input")
    add.add_argument(
        "words", metavar="URL|FILE|-", nargs="+", help="an address, a file with HTML or text, or -"
    )
    _add_tags(add, "give them this tag; may be repeated")
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

    entity = command("entity", "print what the library knows of a name")
    entity.add_argument("words", metavar="NAME", nargs="+", type=str.strip, help="the name, or words of it")
    _add_kind(entity, "of what kind it is, if there are several")
    entity.add_argument(
        "--limit", type=_positive, metavar="N", help="at most this many articles (default: 10)"
    )
    form = entity.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print an object, with all articles")
    form.add_argument("--markdown", action="store_true", help="print Markdown with links to all articles")

    entities = command("entities", "list the names in the library")
    _add_kind(entities, "only names of this kind")
    which = entities.add_mutually_exclusive_group()
    which.add_argument("--followed", action="store_true", help="only names that are followed")
    which.add_argument(
        "--sort",
        choices=("articles", "recent", "rising"),
        default="articles",
        help="by number of articles, by last seen, or by what rises in the last week (default: articles)",
    )
    entities.add_argument("--limit", type=_positive, metavar="N", help="at most this many")
    entities.add_argument("--json", action="store_true", help="print an array of objects")

    highlights = command("highlights", "list what is highlighted in articles, with your notes")
    highlights.add_argument("words", metavar="QUERY|ID|URL", nargs="*", type=str.strip, help="which articles")
    written = highlights.add_mutually_exclusive_group()
    written.add_argument("--json", action="store_true", help="print an array of objects")
    written.add_argument("--markdown", action="store_true", help="print Markdown, each as a quotation")

    _add_corrections(command("correct", "correct names: rename, merge, split, change the kind, reject"))
    story = command("story", "print who else reports what an article reports, or correct that")
    story.add_argument("words", metavar="ID|URL", nargs="*", help="which article; several to correct")
    change = story.add_mutually_exclusive_group()
    change.add_argument("--split", action="store_true", help="it is not the same story: take it out for good")
    change.add_argument("--join", metavar="ID|URL", default="", help="put it into the story of this article")
    change.add_argument("--again", action="store_true", help="tell the stories of the whole library anew")
    change.add_argument("--json", action="store_true", help="print an array of objects")

    follow = command("follow", "follow a name: its unread articles get a view in the reader")
    follow.add_argument("words", metavar="NAME", nargs="+", type=str.strip, help="the name, or words of it")
    _add_kind(follow, "of what kind it is, if there are several")

    unfollow = command("unfollow", "follow a name no longer")
    unfollow.add_argument("words", metavar="NAME", nargs="+", type=str.strip, help="the name, or words of it")
    _add_kind(unfollow, "of what kind it is, if there are several")
    related = command("related", "list the articles that have something to do with one")
    related.add_argument("words", metavar="ID|URL", nargs=1, help="its number in the list, or its address")
    related.add_argument(
        "--limit", type=_positive, metavar="N", help="at most this many (default: 5); there may be fewer"
    )
    related.add_argument("--json", action="store_true", help="print an array of objects")

    remove = command("remove", "put articles into the trash, or delete them from it")
    remove.add_argument("words", metavar="ID|URL", nargs="*", help="which articles")
    remove.add_argument("--forever", action="store_true", help="delete from the trash for good")
    remove.add_argument("--yes", action="store_true", help="with --forever, don't ask")

    tag = command("tag", "give tags to articles, or take them away")
    tag.add_argument("words", metavar="ID|URL|+TAG|-TAG", nargs="+", type=str.strip, help="articles and tags")

    extract = command("extract", "print the article of an HTML file, or clean saved pages again")
    extract.add_argument(
        "words",
        metavar="FILE|-|QUERY|ID|URL",
        nargs="*",
        type=str.strip,
        help="files (default: standard input); with --again, which articles (default: all)",
    )
    extract.add_argument("--json", action="store_true", help="print an object for each file, one a line")
    extract.add_argument("--url", default="", help="the address that the file came from")
    extract.add_argument(
        "--again", action="store_true", help="clean saved pages again, without the network, instead"
    )

    annotate = command("annotate", "print the names in a plain text, or seek those of saved articles anew")
    annotate.add_argument(
        "words",
        metavar="FILE|-|QUERY|ID|URL",
        nargs="*",
        type=str.strip,
        help="plain texts (default: standard input); with --again, which articles (default: all)",
    )
    annotate.add_argument("--json", action="store_true", help="print an object for each file, one a line")
    annotate.add_argument(
        "--published",
        type=_moment,
        default="",
        metavar="DATE",
        help="when the texts came out, as in 2026-05-14: what “Friday” in them is told from",
    )
    annotate.add_argument(
        "--again", action="store_true", help="seek the names of saved articles anew, instead"
    )

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
    _add_tags(parser, "only with this tag; may be repeated")
    _add_order(parser)


def _add_corrections(parser: argparse.ArgumentParser) -> None:
    """Add what can be corrected of names."""
    parser.add_argument(
        "correction",
        metavar="CORRECTION",
        choices=("rename", "merge", "split", "kind", "reject", "list", "import"),
        help="rename, merge, split, kind, reject (it is no name), list, import",
    )
    parser.add_argument(
        "words", metavar="NAME|KIND|FILE|-", nargs="*", type=str.strip, help="see the examples"
    )
    _add_kind(parser, "of what kind the name is, if there are several")
    parser.add_argument("--into", default="", metavar="NAME", help="merge: what the names mean")
    parser.add_argument("--as", dest="as_name", default="", metavar="NAME", help="split: who it is there")
    parser.add_argument(
        "--article",
        dest="articles",
        action="append",
        default=[],
        metavar="ID|URL",
        help="split: in this article; may be repeated",
    )
    parser.add_argument(
        "--written",
        action="append",
        default=[],
        metavar="FORM",
        help="split: where it is written so; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="list: print an array, as import reads it")


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


def _add_kind(parser: argparse.ArgumentParser, help: str) -> None:  # noqa: A002 (as argparse calls it)
    """Add --kind, which takes one kind of names."""
    parser.add_argument("--kind", choices=NAMED, default="", help=help)


def _add_tags(parser: argparse.ArgumentParser, help: str) -> None:  # noqa: A002 (as argparse calls it)
    """Add --tag, whose value may be several tags."""
    parser.add_argument("--tag", action="extend", type=_tags, default=[], metavar="TAG", help=help)


def _check_story(arguments: Arguments) -> None:
    """See to it that `story` has as many articles as it needs."""
    number = len(arguments.words)
    if arguments.again and number:
        arguments.refuse("--again tells all stories anew; name no article")
    if not (arguments.again or number):
        arguments.refuse("say which article, by number or address")
    if number > 1 and not (arguments.split or arguments.join):
        arguments.refuse("one article at a time; several go with --split and --join")


def _take_tags(arguments: Arguments) -> None:
    """Part the words after `tag` into the articles, the tags that they get and those that they lose."""
    words, arguments.words = arguments.words, []
    for word in words:
        try:
            if word.startswith("+"):
                arguments.added = arguments.added + _tags(word[1:])
            elif word.startswith("-"):
                arguments.removed = arguments.removed + _tags(word[1:])
            else:
                arguments.words.append(word)
        except argparse.ArgumentTypeError:
            arguments.refuse(f"“{word}” names no tag; write one like +floods, or +floods,water")
    if not arguments.words or not (arguments.added or arguments.removed):
        arguments.refuse(
            "say which articles, and +tag to add or -tag to take away: newsreader tag 12 +floods"
        )


def _tags(text: str) -> list[str]:
    """Return the tags in a word, parted by commas as in the app, in the form they are kept in."""
    from tui_reader.library import tag_name

    tags = [tag_name(part) for part in text.split(",") if part.strip()]
    if not tags or not all(tag.strip("+-") for tag in tags):
        raise argparse.ArgumentTypeError(f"“{text}” names no tag; write one like floods, or floods,water")
    return tags


def _folder(text: str) -> Path:
    # No shell looks for a home in `--library=~/articles`.
    return Path(os.path.expanduser(text))


def _moment(text: str) -> str:
    from datetime import datetime

    try:
        if text:
            datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-05-14") from error
    return text


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
