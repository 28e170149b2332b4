"""The command `completion`: makes a shell's completion from the parser itself."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from tui_reader.cli.parser import build


def script(shell: str) -> str:
    """Return the completion script for bash, zsh or fish."""
    import shtab

    parser = build()
    _name_files(
        parser,
        {
            "FOLDER": shtab.DIRECTORY,
            "FILE|FOLDER": shtab.FILE,
            "URL|FILE|-": shtab.FILE,
            "FILE|-|QUERY|ID|URL": shtab.FILE,
        },
    )
    return shtab.complete(parser, shell=shell)


def _name_files(parser: argparse.ArgumentParser, completers: Mapping[str, object]) -> None:
    """Tell shtab which arguments are files, by what stands for them in the help."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                _name_files(command, completers)
        elif isinstance(action.metavar, str) and action.metavar in completers:
            # shtab looks for an attribute of this name, which argparse doesn't know.
            vars(action)["complete"] = completers[action.metavar]
