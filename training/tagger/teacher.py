"""Teaches a spaCy pipeline our classes and lets it mark texts: the first labels of the tagger."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

from training.tagger.material import OTHER, PEOPLE, UNKNOWN, Marked, Source

_TO_SPACY = {"PER": "PERSON", "LOC": "GPE", "ORG": "ORG", OTHER: "PRODUCT", PEOPLE: "NORP"}
FROM_SPACY = {
    "PERSON": "PER",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
    "NORP": PEOPLE,
    "PRODUCT": OTHER,
    "EVENT": OTHER,
    "WORK_OF_ART": OTHER,
    "LAW": OTHER,
    "LANGUAGE": OTHER,
}
_UNUSED = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
_RATE = 4e-4
_DROPOUT = 0.3
_BATCH = 24


def pipeline(path: str) -> Language:
    """Load what recognises names in a pipeline, and no other part of it."""
    return spacy.load(path, exclude=list(_UNUSED))


def taught(language: Language, sources: Sequence[Source], epochs: int, seed: int = 1) -> Language:
    """Train the pipeline on texts with known names; what they leave open stays as the pipeline has it."""
    chance = random.Random(seed)
    examples = [example for source in sources if (example := _example(language, source))]
    optimiser = language.resume_training()
    optimiser.learn_rate = _RATE
    for epoch in range(epochs):
        chance.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in (examples[start : start + _BATCH] for start in range(0, len(examples), _BATCH)):
            language.update(batch, sgd=optimiser, drop=_DROPOUT, losses=losses)
        print(f"teacher, epoch {epoch + 1}: loss {losses['ner']:,.0f}", flush=True)
    return language


def _example(language: Language, source: Source) -> Example | None:
    """Return the text as spaCy learns from it: other names as it sees them now, unsure ones left open."""
    seen = language(source.text)
    truth = Doc(language.vocab, words=[t.text for t in seen], spaces=[bool(t.whitespace_) for t in seen])
    named: list[Span] = []
    missing: list[Span] = []
    for name in source.names:
        span = truth.char_span(name.start, name.end, _TO_SPACY.get(name.label, ""), alignment_mode="expand")
        if span is not None:
            (missing if name.label == UNKNOWN else named).append(span)
    named = filter_spans(named)
    taken = {token.i for span in named for token in span}
    if not source.knows_others:
        for entity in seen.ents:
            is_other = FROM_SPACY.get(entity.label_) in (OTHER, PEOPLE)
            if is_other and taken.isdisjoint(token.i for token in entity):
                named.append(Span(truth, entity.start, entity.end, entity.label_))
                taken.update(token.i for token in entity)
    missing = [span for span in missing if taken.isdisjoint(token.i for token in span)]
    truth.set_ents(named, missing=filter_spans(missing))
    return Example(language.make_doc(source.text), truth)


def marked_by(language: Language, texts: Iterable[str]) -> Iterator[tuple[Marked, ...]]:
    """Yield for each text the names that the pipeline finds."""
    for document in language.pipe(texts, batch_size=8):
        yield tuple(
            Marked(entity.start_char, entity.end_char, FROM_SPACY[entity.label_])
            for entity in document.ents
            if entity.label_ in FROM_SPACY
        )
