"""The ways that lead from an article to something else: pages, lists, dossiers and other articles."""

from __future__ import annotations

from textual.screen import Screen

from tui_reader.dossiers import EntityRow
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.reading.links import links
from tui_reader.ui.actions import key_of
from tui_reader.ui.browser import browse
from tui_reader.ui.correcting import correct
from tui_reader.ui.following import toggle_following
from tui_reader.ui.open_article import OpenArticle
from tui_reader.ui.related_foot import RelatedFoot
from tui_reader.ui.reports import told
from tui_reader.ui.screens.add import AddScreen
from tui_reader.ui.screens.links import LinksScreen
from tui_reader.ui.trail import Trail, Visit
from tui_reader.ui.widgets.document_view import DocumentView
from tui_reader.ui.widgets.name_messages import CorrectAsked, DossierAsked, FollowAsked
from tui_reader.ui.widgets.status_line import StatusLine


class ArticleWays(Screen[None]):
    """What the article's screen opens above itself."""

    status: StatusLine
    _library: Library
    _article: OpenArticle
    _visit: Visit | None
    _trail: Trail
    _foot: RelatedFoot

    def action_back(self) -> None:
        """Remember the place and go back to where the article was opened from."""
        raise NotImplementedError

    def look(self) -> None:
        """Notice what has changed in the library: the article's marks, its names, or its text."""
        raise NotImplementedError

    def on_document_view_link_opened(self, message: DocumentView.LinkOpened) -> None:
        """Open the link."""
        browse(self, message.address)

    async def on_dossier_asked(self, message: DossierAsked) -> None:
        """Tell everything about a name."""
        if row := self._known(message.entity):
            await self._trail.open(row.id)

    def on_follow_asked(self, message: FollowAsked) -> None:
        """Follow a name, or no longer."""
        if row := self._known(message.entity):
            with told(self):
                self._said(toggle_following(self._library, row))

    def on_correct_asked(self, message: CorrectAsked) -> None:
        """Ask what is wrong with a name."""
        if row := self._known(message.entity):
            correct(self, self._library, row, self._said, article=self._article.id)

    def on_name_missed(self) -> None:
        """Tell how to choose a name."""
        key = key_of(self, "article.next-name") or "e"
        self.status.say(f"No name is chosen: {key} goes to the next one.")

    async def on_document_view_jumps_ended(self, message: DocumentView.JumpsEnded) -> None:
        """Go back to the dossier that led here, or forward to the one that was gone back from."""
        if message.direction < 0 and self._visit is not None:
            self.action_back()
        elif message.direction > 0:
            await self._trail.go_forward()

    async def on_document_view_related_opened(self, message: DocumentView.RelatedOpened) -> None:
        """Open the article."""
        await self._foot.open(message.id)

    def on_related_foot_found(self, message: RelatedFoot.Found) -> None:
        """Show them below the text."""
        if message.id == self._article.id and self._article.is_being_read:
            self._foot.show(message.related)

    async def action_add(self) -> None:
        """Ask for addresses to save, and go on reading."""
        await self.app.push_screen(AddScreen(self._library), self._say_added)

    def action_browse(self) -> None:
        """Open the page in the browser."""
        if self._article.row is not None and self._article.row.url:
            browse(self, self._article.row.url)
        else:
            self.status.say("This article has no address.")

    async def action_links(self) -> None:
        """Show all links, to open one."""
        found = links(self._article.document)
        if found:
            await self.app.push_screen(LinksScreen(found), self._browse_chosen)
        else:
            self.status.say("There are no links in this article.")

    async def action_related(self) -> None:
        """Choose one of the related articles, to open it."""
        if not await self._foot.choose():
            self.status.say("No article has much to do with this one.")

    def action_copy(self) -> None:
        """Copy what is selected, or else the address."""
        selected = self.get_selected_text()
        copied = selected or (self._article.row.url if self._article.row is not None else "")
        if not copied:
            self.status.say("This article has no address.")
            return
        self.app.copy_to_clipboard(copied)
        self.status.say("The selected text is copied." if selected else f"Copied {copied}")

    def _say_added(self, ids: tuple[ArticleId, ...] | None) -> None:
        """Say what is being saved."""
        if ids:
            number = "1 article is" if len(ids) == 1 else f"{len(ids)} articles are"
            self.status.say(f"{number} on the way.")

    def _known(self, entity: int) -> EntityRow | None:
        """Return what the library knows of one of the article's entities, or say why it is unknown."""
        row = self._article.entity(entity)
        if row is None:
            self.status.say("The article has another text by now; open it again.")
        return row

    def _said(self, message: str) -> None:
        """Say what was done with a name, and show what has become of the names."""
        self.look()
        self.status.say(message)

    def _browse_chosen(self, address: str | None) -> None:
        """Open the link that was chosen from the list, if any."""
        if address:
            browse(self, address)
