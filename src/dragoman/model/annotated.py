"""An article with its linguistic layers: plain tables that point into the text by spans, no parser objects."""

from typing import Literal

import msgspec

from dragoman.model.article import Article
from dragoman.model.because import Issue
from dragoman.model.span import Span


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """One token of the article; `head` and all other token numbers count over the whole article.

    Attributes:
        i: Its own number.
        span: Its characters.
        text: Those characters.
        lemma: Dictionary form in lower case, except names.
        pos: Universal part of speech (UPOS).
        tag: Penn Treebank tag.
        dep: Dependency label (ClearNLP style, as spaCy's English pipelines give).
        head: Number of the token it depends on; its own number at the root of a sentence.
        entity: Named-entity label (OntoNotes) that the token lies in, or "".
        sentence: Number of the sentence it belongs to.
    """

    i: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    sentence: int


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence: its number, characters, tokens `first` up to but not including `stop`, and paragraph number."""

    index: int
    span: Span
    first: int
    stop: int
    paragraph: int


class NamedSpan(msgspec.Struct, frozen=True, kw_only=True):
    """A name that the parser's entity recogniser saw: its label (OntoNotes), characters and tokens."""

    label: str
    span: Span
    first: int
    stop: int


TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression, recognised but not yet anchored.

    Attributes:
        span: Its characters, as TimeML wants them (no preposition).
        type: TIMEX3 type.
        kind: Which construction it is: the name of the rule that `resolve` knows how to anchor.
        parts: What the construction was filled with, as text ("weekday" → "4", "month" → "5", "year" → "2019" …).
        modifier: TIMEX3 modifier (EARLY, MID, LATE, APPROX, MORE_THAN …), or "".
    """

    span: Span
    type: TimexType
    kind: str
    parts: dict[str, str]
    modifier: str = ""


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation with and without its marks, and whether it is a clause or only scare-quoted words."""

    span: Span
    inner: Span
    clause: bool


class Annotated(msgspec.Struct, frozen=True, kw_only=True):
    """An article with sentences, syntax, names, time expressions and quotations."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NamedSpan, ...]
    times: tuple[TimeExpression, ...]
    quotes: tuple[Quote, ...]
    issues: tuple[Issue, ...] = ()
