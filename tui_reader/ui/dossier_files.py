"""Writes a dossier as Markdown into a file."""

from __future__ import annotations

from pathlib import Path

from tui_reader.dossiers import EntityId
from tui_reader.errors import StorageError
from tui_reader.export import dossier_file_name, dossier_markdown
from tui_reader.files import unused, write_whole
from tui_reader.library import Library


def write_dossier(library: Library, id: EntityId, folder: Path) -> Path:
    """Write all of a dossier into a new file in the folder, and return which; may take long.

    Raises:
        NotFoundError: if no article names it any more.
        StorageError: if the file can't be written.
    """
    dossier = library.names.dossier(id)
    path = unused(folder / dossier_file_name(dossier.entity, ".md"))
    appearances, highlights = library.names.all_appearances(id), library.highlights.all_naming(id)
    try:
        write_whole(path, dossier_markdown(dossier, appearances, highlights))
    except OSError as error:
        raise StorageError(f"{path} can't be written: {error.strerror}.") from error
    return path
