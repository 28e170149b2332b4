"""What the user decides about names holds for what is found later, can be undone, and travels."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shelf import Shelf, document, names
from tests.storage.test_appearances import counted, from_scratch
from tui_reader.decisions import Decision, Identity, PortableDecision
from tui_reader.dossiers import EntityId, NameSort
from tui_reader.errors import CorrectionError, NotFoundError
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleId, Document, Flag, Kind, Names
from tui_reader.storage.corrections import Corrections
from tui_reader.storage.marks import Marks

_TEXT = document(
    "Rivers", "Burma floods. Myanmar waits. Ada Lind is there.", url="https://example.org/rivers"
)
_OTHER = document("Boats", "Ada Lind sails. Myanmar is far.", url="https://example.org/boats")
_THIRD = document("Ada Lind wins", "The chess player Ada Lind won.", url="https://example.org/chess")

_LATER = document("Pegu", "Pegu is old.", url="https://example.org/pegu")


def _names(text: Document) -> Names:
    return names(text, Burma="place", Myanmar="place", Ada_Lind="person")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    shelf = Shelf(tmp_path)
    for text, told in ((_TEXT, ["Burma", "Lind"]), (_OTHER, ["Lind", "Myanmar"]), (_THIRD, ["Lind"])):
        shelf.put(text, _names(text), told)
    shelf.close()
    return Library(tmp_path)


def _id(library: Library, name: str, kind: Kind | None = None) -> EntityId:
    (found,) = [each for each in library.names.named(name, kind) if each.name == name]
    return found.id


def _named(library: Library, id: int) -> list[tuple[str, str, int]]:
    found = library.article(ArticleId(id)).names.entities
    return [(entity.kind.value, entity.name, entity.count) for entity in found]


def _articles(library: Library, name: str) -> list[int]:
    return sorted(each.row.id for each in library.names.appearances(_id(library, name)))


def test_merged_names_are_one_in_every_article(library: Library) -> None:
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    assert _named(library, 1) == [("place", "Myanmar", 2), ("person", "Ada Lind", 1)]
    assert _articles(library, "Myanmar") == [1, 2]
    assert library.names.dossier(_id(library, "Myanmar")).entity.articles == 2
    assert library.rows([1])[0].names == ("Myanmar", "Lind")


def test_what_was_merged_is_found_by_its_old_name(library: Library) -> None:
    assert [each.name for each in library.names.named("Burma")] == ["Burma"]
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    assert [each.name for each in library.names.named("Burma")] == ["Myanmar"]
    assert [each.name for each in library.names.completions("bur")] == ["Myanmar"]
    assert list(library.ids(parse_query("place:burma"))) == [2, 1]
    library.undo()
    assert [each.name for each in library.names.named("Burma")] == ["Burma"]


def test_what_was_merged_is_found_by_the_initials_of_either_name(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    text = document("Dams", "The National Water Authority is the River Board.")
    shelf.put(text, names(text, National_Water_Authority="organisation", River_Board="organisation"))
    shelf.close()
    with Library(tmp_path) as library:
        assert list(library.ids(parse_query("org:nwa"))) == [1]
        library.corrections.merge([_id(library, "National Water Authority")], _id(library, "River Board"))
        assert [each.name for each in library.names.named("NWA")] == ["River Board"]
        assert [each.name for each in library.names.named("rb")] == ["River Board"]
        assert list(library.ids(parse_query("org:nwa"))) == [1]
        library.undo()
        assert [each.name for each in library.names.named("nwa")] == ["National Water Authority"]


def test_what_was_merged_is_two_again_when_that_is_undone(library: Library) -> None:
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    assert library.undo() == "merged “Burma” into “Myanmar”"
    assert _named(library, 1) == [("place", "Burma", 1), ("place", "Myanmar", 1), ("person", "Ada Lind", 1)]
    assert _articles(library, "Burma") == [1]
    library.redo()
    assert _named(library, 1) == [("place", "Myanmar", 2), ("person", "Ada Lind", 1)]


def test_who_is_renamed_is_called_so_everywhere(library: Library) -> None:
    library.corrections.rename(_id(library, "Ada Lind"), "Ada Lind-Berg")
    assert _named(library, 2) == [("person", "Ada Lind-Berg", 1), ("place", "Myanmar", 1)]
    assert library.rows([2])[0].names == ("Ada Lind-Berg", "Myanmar")
    assert [each.name for each in library.names.completions("berg")] == ["Ada Lind-Berg"]
    library.undo()
    assert _named(library, 2) == [("person", "Ada Lind", 1), ("place", "Myanmar", 1)]


def test_signs_alone_are_completed_to_the_names_that_begin_with_them(library: Library) -> None:
    library.corrections.rename(_id(library, "Burma"), "★")
    assert [each.name for each in library.names.completions("★")] == ["★"]
    assert library.names.completions("…") == []
    assert [each.name for each in library.names.completions("")] == ["Ada Lind", "Myanmar", "★"]
    assert [each.name for each in library.names.completions("mya")] == ["Myanmar"]


def test_signs_alone_find_and_narrow_to_the_names_that_begin_with_them(library: Library) -> None:
    star = _id(library, "Burma")
    library.corrections.rename(star, "★")
    library.names.follow(star, True)
    library.names.follow(_id(library, "Ada Lind"), True)
    assert list(library.ids(parse_query("place:★"))) == [1]
    assert list(library.ids(parse_query("place:★*"))) == [1]
    assert list(library.ids(parse_query("place:…"))) == []
    query = parse_query("place:★")
    assert [taken.number for taken in library.names.taken_in(query).values()] == [1]
    for sort in (NameSort.ARTICLES, NameSort.RECENT):
        assert list(library.names.ids(None, sort, words="★")) == [star]
        assert list(library.names.ids(None, sort, words="…")) == []
    assert [each.entity.name for each in library.names.followed("★")] == ["★"]
    assert library.names.followed("…") == []
    assert [each.name for each in library.names.named("★")] == ["★"]
    assert library.names.named("…") == []


def test_nobody_gets_the_name_of_another(library: Library) -> None:
    with pytest.raises(CorrectionError, match="merge the two instead"):
        library.corrections.rename(_id(library, "Burma"), "Myanmar")
    with pytest.raises(CorrectionError, match="isn't empty"):
        library.corrections.rename(_id(library, "Burma"), " \x1b ")


def test_a_name_of_another_kind_has_that_kind_everywhere(library: Library) -> None:
    library.corrections.change_kind(_id(library, "Ada Lind"), Kind.ORGANISATION)
    assert _named(library, 3) == [("organisation", "Ada Lind", 2)]
    assert [each.kind for each in library.names.named("Ada Lind")] == [Kind.ORGANISATION]
    with pytest.raises(CorrectionError):
        library.corrections.change_kind(_id(library, "Ada Lind"), Kind.DATE)


def test_what_is_no_name_is_not_lit_and_is_nowhere_listed(library: Library) -> None:
    library.corrections.reject(_id(library, "Ada Lind"))
    assert _named(library, 3) == []
    assert library.names.named("Ada Lind") == []
    assert library.names.in_article(ArticleId(3)) == ()
    assert library.rows([3])[0].names == ()
    library.undo()
    assert _named(library, 3) == [("person", "Ada Lind", 2)]
    assert library.rows([3])[0].names == ("Lind",)


def test_a_name_is_split_by_articles(library: Library) -> None:
    library.corrections.split(_id(library, "Ada Lind"), "Ada Lind (chess)", articles=[ArticleId(3)])
    assert _named(library, 3) == [("person", "Ada Lind (chess)", 2)]
    assert _articles(library, "Ada Lind") == [1, 2]
    library.undo()
    assert _articles(library, "Ada Lind") == [1, 2, 3]


def test_what_was_decided_for_an_article_goes_with_it_and_can_not_be_done_again(library: Library) -> None:
    library.corrections.split(_id(library, "Ada Lind"), "Ada Lind (chess)", articles=[ArticleId(3)])
    library.mark([3], Flag.TRASHED, True)
    library.delete([3])
    assert library.corrections.all() == []
    assert library.undo() == "told “Ada Lind (chess)” from “Ada Lind”"
    assert library.redo() == "told “Ada Lind (chess)” from “Ada Lind”"
    assert library.corrections.all() == []
    assert _articles(library, "Ada Lind") == [1, 2]


def test_a_form_is_taken_out_of_what_was_merged(library: Library) -> None:
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    library.corrections.split(_id(library, "Myanmar"), "Burma", forms=["BURMA"])
    assert _articles(library, "Burma") == [1]
    assert _articles(library, "Myanmar") == [1, 2]
    assert library.rows([1])[0].names == ("Burma", "Lind")


def test_who_is_followed_is_followed_as_whom_it_means(library: Library) -> None:
    library.names.follow(_id(library, "Burma"), True)
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    assert [(each.entity.name, each.unread) for each in library.names.followed()] == [("Myanmar", 2)]


def test_undoing_a_correction_follows_again_who_was_followed_before(library: Library) -> None:
    library.names.follow(_id(library, "Burma"), True)
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    library.undo()
    assert [(each.entity.name, each.unread) for each in library.names.followed()] == [("Burma", 1)]
    library.redo()
    assert [(each.entity.name, each.unread) for each in library.names.followed()] == [("Myanmar", 2)]
    library.undo()
    library.corrections.reject(_id(library, "Burma"))
    assert not library.names.followed()
    library.undo()
    assert [(each.entity.name, each.unread) for each in library.names.followed()] == [("Burma", 1)]


def test_a_split_says_where_and_gives_another_name(library: Library) -> None:
    lind = _id(library, "Ada Lind")
    with pytest.raises(CorrectionError, match="Say in which articles"):
        library.corrections.split(lind, "Ada Lind (chess)")
    with pytest.raises(CorrectionError, match="another name"):
        library.corrections.split(lind, "Ada Lind", articles=[ArticleId(3)])
    with pytest.raises(CorrectionError, match="more than marks"):
        library.corrections.split(lind, "Ada Lind!", articles=[ArticleId(3)])


def test_merging_the_other_way_round_takes_the_first_merger_back(library: Library) -> None:
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    library.corrections.split(_id(library, "Myanmar"), "Burma", forms=["Burma"])
    library.corrections.merge([_id(library, "Myanmar")], _id(library, "Burma"))
    assert _articles(library, "Burma") == [1, 2]


def test_a_kind_can_be_changed_back_and_forth(library: Library) -> None:
    for kind in (Kind.PLACE, Kind.PERSON, Kind.OTHER, Kind.PLACE, Kind.PERSON):
        library.corrections.change_kind(_id(library, "Ada Lind"), kind)
        assert _named(library, 3) == [(kind.value, "Ada Lind", 2)]


def test_what_was_split_and_merged_again_can_be_split_again(library: Library) -> None:
    for _ in range(2):
        library.corrections.split(_id(library, "Ada Lind"), "Ada Lind (chess)", articles=[ArticleId(3)])
        assert _named(library, 3) == [("person", "Ada Lind (chess)", 2)]
        library.corrections.merge([_id(library, "Ada Lind (chess)")], _id(library, "Ada Lind"))
        assert _named(library, 3) == [("person", "Ada Lind", 2)]


def test_who_was_merged_by_a_name_goes_along_when_that_is_merged(library: Library) -> None:
    library.corrections.rename(_id(library, "Burma"), "Ada Lind")
    library.corrections.change_kind(_id(library, "Ada Lind", Kind.PERSON), Kind.PLACE)
    library.corrections.merge([_id(library, "Ada Lind", Kind.PLACE)], _id(library, "Myanmar"))
    assert _named(library, 1) == [("place", "Myanmar", 3)]


def test_what_changes_nothing_is_no_step_of_undo(library: Library) -> None:
    library.corrections.rename(_id(library, "Ada Lind"), "Ada Lind")
    assert library.undo() == ""


def test_opposite_decisions_of_another_library_come_before_our_own(tmp_path: Path, library: Library) -> None:
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    shelf = Shelf(tmp_path / "other")
    shelf.put(_TEXT, _names(_TEXT))
    shelf.close()
    other = Library(tmp_path / "other")
    other.corrections.merge([_id(other, "Myanmar")], _id(other, "Burma"))
    other.corrections.take_over(library.corrections.all())
    assert _named(other, 1) == [("place", "Myanmar", 2), ("person", "Ada Lind", 1)]


def test_decisions_hold_for_what_is_found_later(tmp_path: Path, library: Library) -> None:
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    library.corrections.rename(_id(library, "Ada Lind"), "A. Lind")
    library.close()
    shelf = Shelf(tmp_path)
    task = shelf.articles.settled(ArticleId(1))
    assert task is not None
    shelf.articles.store_names(task, _names(_TEXT), ["Burma", "Lind"])
    new = document("News", "Burma and Ada Lind.", url="https://example.org/news")
    shelf.put(new, _names(new), ["Burma"])
    shelf.articles.drop_orphans()
    shelf.close()
    with Library(tmp_path) as again:
        assert _named(again, 1) == [("place", "Myanmar", 2), ("person", "A. Lind", 1)]
        assert _named(again, 4) == [("place", "Myanmar", 1), ("person", "A. Lind", 1)]
        assert again.rows([1, 4])[1].names == ("Myanmar",)
        assert _articles(again, "Myanmar") == [1, 2, 4]


def test_what_is_called_like_somebody_renamed_so_is_that(tmp_path: Path, library: Library) -> None:
    library.corrections.rename(_id(library, "Burma"), "Birmania")
    library.close()
    shelf = Shelf(tmp_path)
    new = document("News", "Birmania.", url="https://example.org/news")
    shelf.put(new, names(new, Birmania="place"))
    shelf.close()
    with Library(tmp_path) as again:
        assert _articles(again, "Birmania") == [1, 4]


def _saved_while_renamed(folder: Path, library: Library) -> Library:
    """Return the library with an article that names Birmania, saved while Burma is called so."""
    library.corrections.rename(_id(library, "Burma"), "Birmania")
    library.close()
    shelf = Shelf(folder)
    new = document("News", "Birmania.", url="https://example.org/news")
    shelf.put(new, names(new, Birmania="place"), ["Birmania"])
    shelf.close()
    return Library(folder)


def test_what_was_found_while_its_name_was_another_ones_is_itself_when_that_is_undone(
    tmp_path: Path, library: Library
) -> None:
    with _saved_while_renamed(tmp_path, library) as again:
        assert again.undo() == "renamed “Burma” to “Birmania”"
        assert (_articles(again, "Burma"), _articles(again, "Birmania")) == ([1], [4])
        assert _named(again, 4) == [("place", "Birmania", 1)]
        assert (again.rows([1])[0].names, again.rows([4])[0].names) == (("Burma", "Lind"), ("Birmania",))
        again.redo()
        assert _articles(again, "Birmania") == [1, 4]
        assert again.rows([1, 4])[1].names == ("Birmania",)
        again.undo()
        assert (_articles(again, "Burma"), _articles(again, "Birmania")) == ([1], [4])


def test_what_is_somebody_by_name_goes_along_when_that_is_renamed_again_or_merged(
    tmp_path: Path, library: Library
) -> None:
    with _saved_while_renamed(tmp_path, library) as again:
        again.corrections.rename(_id(again, "Birmania"), "Birma")
        assert _articles(again, "Birma") == [1, 4]
        again.undo()
        again.corrections.merge([_id(again, "Birmania")], _id(again, "Myanmar"))
        assert _articles(again, "Myanmar") == [1, 2, 4]
        assert again.names.named("Birmania")[0].name == "Myanmar"


def test_a_name_that_another_library_gives_away_is_taken_from_who_has_it_until_that_is_undone(
    library: Library,
) -> None:
    means = Identity(Kind.PLACE, "burma", "Myanmar")
    library.corrections.take_over([PortableDecision(Decision(Kind.PLACE, "burma", means))])
    assert _articles(library, "Myanmar") == [1, 2]
    assert _named(library, 1)[0] == ("place", "Myanmar", 2)
    library.undo()
    assert (_articles(library, "Burma"), _articles(library, "Myanmar")) == ([1], [1, 2])


def test_names_can_be_exchanged_by_the_decisions_of_another_library(library: Library) -> None:
    library.corrections.take_over(
        [
            PortableDecision(Decision(Kind.PLACE, "burma", Identity(Kind.PLACE, "burma", "Myanmar"))),
            PortableDecision(Decision(Kind.PLACE, "myanmar", Identity(Kind.PLACE, "myanmar", "Burma"))),
        ]
    )
    assert (_articles(library, "Burma"), _articles(library, "Myanmar")) == ([1, 2], [1])
    library.undo()
    assert (_articles(library, "Burma"), _articles(library, "Myanmar")) == ([1], [1, 2])


def test_decisions_travel_to_another_library(tmp_path: Path, library: Library) -> None:
    library.corrections.merge([_id(library, "Burma")], _id(library, "Myanmar"))
    library.corrections.split(_id(library, "Ada Lind"), "Ada Lind (chess)", articles=[ArticleId(3)])
    library.corrections.reject(_id(library, "Ada Lind"))
    taken = library.corrections.all()
    shelf = Shelf(tmp_path / "other")
    shelf.put(_THIRD, _names(_THIRD))
    shelf.put(_TEXT, _names(_TEXT))
    shelf.close()
    with Library(tmp_path / "other") as other:
        assert other.corrections.take_over(taken) == 0
        assert _named(other, 1) == [("person", "Ada Lind (chess)", 2)]
        assert _named(other, 2) == [("place", "Myanmar", 2)]
        assert other.corrections.take_over(taken) == 0
        assert other.undo() == "took over 3 decisions about names"
        assert other.undo() == ""
        assert _named(other, 1) == [("person", "Ada Lind", 2)]


def test_a_form_that_was_written_by_hand_is_matched_whatever_its_case(library: Library) -> None:
    means = Identity(Kind.PLACE, "pegu", "Pegu")
    decision = Decision(Kind.PLACE, "burma", means, form="BURMA")
    assert library.corrections.take_over([PortableDecision(decision)]) == 0
    assert _articles(library, "Pegu") == [1]


def test_a_decision_for_an_article_that_is_not_there_is_passed_over(tmp_path: Path, library: Library) -> None:
    library.corrections.split(_id(library, "Ada Lind"), "Ada Lind (chess)", articles=[ArticleId(3)])
    with Library(tmp_path / "empty") as other:
        assert other.corrections.take_over(library.corrections.all()) == 1
        assert other.corrections.all() == []


def test_an_unknown_name_can_not_be_corrected(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.corrections.reject(EntityId(99))


_IDS = st.integers(1, 6).map(EntityId)
_CORRECTION = st.one_of(
    st.tuples(st.just("rename"), _IDS, st.sampled_from(["Burma", "Myanmar", "Pegu", "Ada Lind"])),
    st.tuples(st.just("merge"), _IDS, _IDS),
    st.tuples(st.just("kind"), _IDS, st.sampled_from([Kind.PLACE, Kind.PERSON, Kind.OTHER])),
    st.tuples(st.just("reject"), _IDS),
    st.tuples(st.just("split"), _IDS, st.integers(1, 3), st.sampled_from(["", "Burma", "ada lind"])),
    st.tuples(
        st.just("import"), st.sampled_from(["burma", "myanmar"]), st.sampled_from(["Myanmar", "Burma"])
    ),
    st.just(("save",)),
    st.just(("annotate",)),
    st.just(("undo",)),
    st.just(("redo",)),
)


def _act(shelf: Shelf, action: tuple[object, ...]) -> None:
    corrections = Corrections(shelf.database)
    match action:
        case ("rename", int(id), str(name)):
            corrections.rename(EntityId(id), name)
        case ("merge", int(id), int(into)):
            corrections.merge([EntityId(id)], EntityId(into))
        case ("kind", int(id), Kind() as kind):
            corrections.change_kind(EntityId(id), kind)
        case ("reject", int(id)):
            corrections.reject(EntityId(id))
        case ("split", int(id), int(article), str(form)):
            where = {"forms": [form]} if form else {"articles": [ArticleId(article)]}
            corrections.split(EntityId(id), "Pegu", **where)
        case ("import", str(key), str(name)):
            means = Identity(Kind.PLACE, key, name)
            corrections.take_over([PortableDecision(Decision(Kind.PLACE, key, means))])
        case ("save",):
            shelf.put(_LATER, names(_LATER, Pegu="place"), ["Pegu"])
        case ("undo",):
            Marks(shelf.database).undo()
        case ("redo",):
            Marks(shelf.database).redo()


def _annotate(shelf: Shelf) -> None:
    for id, text in enumerate((_TEXT, _OTHER, _THIRD), 1):
        task = shelf.articles.settled(ArticleId(id))
        assert task is not None
        shelf.articles.store_names(task, _names(text))


def _meaning(shelf: Shelf) -> list[object]:
    articles = [shelf.articles.article(ArticleId(id)).names for id in (1, 2, 3)]
    return [(each.entities, each.mentions) for each in articles]


def _told(shelf: Shelf) -> list[tuple[str, ...]]:
    return [row.names for row in shelf.rows([1, 2, 3])]


def _filled(folder: str, act: Callable[[Shelf], None]) -> None:
    shelf = Shelf(Path(folder))
    for text in (_TEXT, _OTHER, _THIRD):
        shelf.put(text, _names(text), ["Burma", "Myanmar", "Lind"] if text is _TEXT else ["Lind", "Myanmar"])
    act(shelf)
    shelf.close()


@given(st.lists(_CORRECTION, max_size=12))
@settings(deadline=None, max_examples=60)
def test_counts_hold_and_annotating_again_changes_nothing(actions: list[tuple[object, ...]]) -> None:
    def act(shelf: Shelf) -> None:
        for action in actions:
            try:
                _act(shelf, action)
            except (CorrectionError, NotFoundError):
                continue
            before = _meaning(shelf)
            _annotate(shelf)
            assert _meaning(shelf) == before
            with shelf.database.read() as connection:
                assert counted(connection) == from_scratch(connection)

    with tempfile.TemporaryDirectory() as folder:
        _filled(folder, act)


@given(st.lists(_CORRECTION, max_size=12))
@settings(deadline=None, max_examples=60)
def test_whatever_was_decided_before_each_correction_takes_effect(actions: list[tuple[object, ...]]) -> None:
    def act(shelf: Shelf) -> None:
        for action in actions:
            try:
                _act(shelf, action)
            except (CorrectionError, NotFoundError):
                continue
            match action:
                case ("merge", int(id), int(into)) if id != into:
                    assert not _places(shelf, id)
                case ("reject", int(id)):
                    assert not _places(shelf, id)
                case ("split", int(id), int(article), ""):
                    assert article not in _places(shelf, id)
                case ("kind", int(id), Kind() as kind):
                    assert not _places(shelf, id) or _kind(shelf, id) is kind

    with tempfile.TemporaryDirectory() as folder:
        _filled(folder, act)


def _places(shelf: Shelf, id: int) -> set[int]:
    with shelf.database.read() as connection:
        found = connection.execute("SELECT article_id FROM mention WHERE entity_id = ?", (id,))
        return {article for (article,) in found}


def _kind(shelf: Shelf, id: int) -> Kind:
    with shelf.database.read() as connection:
        (kind,) = connection.execute("SELECT kind FROM entity WHERE id = ?", (id,)).fetchone()
        return Kind(kind)


@given(st.lists(_CORRECTION, max_size=8))
@settings(deadline=None, max_examples=60)
def test_when_everything_is_undone_all_is_as_it_was(actions: list[tuple[object, ...]]) -> None:
    def act(shelf: Shelf) -> None:
        at_first, told_at_first = _meaning(shelf), _told(shelf)
        for action in actions:
            try:
                _act(shelf, action)
            except (CorrectionError, NotFoundError):
                continue
        while Marks(shelf.database).undo():
            pass
        assert _meaning(shelf) == at_first
        assert _told(shelf) == told_at_first
        with suppress(NotFoundError):
            assert [each.name for each in shelf.articles.article(ArticleId(4)).names.entities] == ["Pegu"]

    with tempfile.TemporaryDirectory() as folder:
        _filled(folder, act)
