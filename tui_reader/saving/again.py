"""Seeks the names of saved articles anew, in the texts that are there, for when the recogniser has learned.

Each article is done whole or not at all, so that it may be interrupted anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_reader.errors import ExtractError, NotFoundError, WorkerError
from tui_reader.models import ArticleId, Names, Naming, Progress, Stage
from tui_reader.saving.process import Worker
from tui_reader.storage.articles import Articles
from tui_reader.values import replace


def name_again(
    articles: Articles,
    worker: Worker,
    ids: Sequence[int],
    naming: Naming = Naming(),
    progress: Callable[[Progress], None] = lambda progress: None,
) -> dict[ArticleId, str]:
    """Seek the names of these articles anew; return why not for those where the old ones had to stay.

    Articles without a text and those that are just being saved are passed over: their names come with it.

    Args:
        articles: where they are.
        worker: who reads them.
        ids: which ones.
        naming: how the user wants names to be sought.
        progress: called before each article.
    """
    failures: dict[ArticleId, str] = {}
    for done, id in enumerate(map(ArticleId, ids)):
        # The turn is read before the text, so that a text that comes in between is noticed.
        task = articles.settled(id)
        if task is None:
            continue
        try:
            article = articles.article(id)
            row = replace(article.row, stage=Stage.NAMING)
            progress(Progress(len(ids), {Stage.QUEUED: len(ids) - done}, row))
            names = worker.names(article.document, naming)
        except NotFoundError:
            continue  # it was deleted meanwhile
        except (ExtractError, WorkerError) as error:
            failures[id] = str(error)
        else:
            articles.store_names(task, names, telling(names, articles))
    articles.drop_orphans()
    return failures


def telling(names: Names, articles: Articles) -> tuple[str, ...]:
    """Return the names that say most about an article, given what the library knows of them."""
    from tui_reader.entities.telling import telling_names

    return telling_names(names, articles.articles_with(names.entities))
