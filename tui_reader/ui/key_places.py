"""Where keys hold: which bindings are live together, and so can get in each other's way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from tui_reader.ui import keymaps

Place = tuple[type[DOMNode], ...]


def places(app: type[DOMNode]) -> tuple[Place, ...]:
    """Return the owners of bindings, those together whose bindings are live at the same time.

    What has the focus overrules what is around it, so a dialog, a line to type in, or the panel of names
    can clash with itself only.
    """
    from tui_reader.ui.screens.add import AddScreen
    from tui_reader.ui.screens.article import ArticleScreen
    from tui_reader.ui.screens.confirm import ConfirmScreen
    from tui_reader.ui.screens.correct import CorrectScreen, KindScreen, NameScreen
    from tui_reader.ui.screens.dossier import DossierScreen
    from tui_reader.ui.screens.entities import EntitiesScreen
    from tui_reader.ui.screens.help import HelpScreen
    from tui_reader.ui.screens.highlights import HighlightsScreen
    from tui_reader.ui.screens.library import LibraryScreen
    from tui_reader.ui.screens.links import LinksScreen
    from tui_reader.ui.screens.related import RelatedScreen
    from tui_reader.ui.screens.shelf import Shelf
    from tui_reader.ui.screens.sort import SortScreen
    from tui_reader.ui.screens.tags import TagsScreen
    from tui_reader.ui.widgets.article_list import ArticleList
    from tui_reader.ui.widgets.document_view import DocumentView
    from tui_reader.ui.widgets.entry_list import EntryList
    from tui_reader.ui.widgets.filter_line import FilterLine
    from tui_reader.ui.widgets.marking_reader import MarkingReader
    from tui_reader.ui.widgets.name_list import NameList
    from tui_reader.ui.widgets.names_panel import NamesPanel
    from tui_reader.ui.widgets.prompt_bar import PromptBar
    from tui_reader.ui.widgets.reader import Reader
    from tui_reader.ui.widgets.search_bar import SearchBar
    from tui_reader.ui.widgets.selection_line import SelectionLine

    return (
        (app, LibraryScreen, Shelf, ArticleList),
        (app, ArticleScreen, Reader, MarkingReader, DocumentView),
        (app, DossierScreen, EntryList),
        (app, EntitiesScreen, NameList),
        (NamesPanel,), (SelectionLine,), (SearchBar,), (PromptBar,), (FilterLine,),
        (AddScreen,), (ConfirmScreen,), (HelpScreen,), (HighlightsScreen,), (LinksScreen,), (RelatedScreen,),
        (SortScreen,), (TagsScreen,), (CorrectScreen,), (KindScreen,), (NameScreen,),
    )  # fmt: skip


def bindings_of(owner: type[DOMNode]) -> Iterator[Binding]:
    """Yield the bindings with an id that a screen, a widget or the app declares."""
    return (binding for binding in owner.BINDINGS if isinstance(binding, Binding) and binding.id)


def key_complaints(places: Iterable[Place], keymap: Mapping[str, str]) -> list[str]:
    """Return a sentence for each rebinding that doesn't work out."""
    bindings = [[binding for owner in place for binding in bindings_of(owner)] for place in places]
    known = {binding.id for place in bindings for binding in place if binding.id}
    clashes = (complaint for place in bindings for complaint in keymaps.complaints(place, keymap))
    return [*keymaps.unknown_ids(known, keymap), *dict.fromkeys(clashes)]
