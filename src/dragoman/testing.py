"""A coder without a model, for tests of programs that build on Dragoman: listed words in, coded articles out.

It keeps what every coder keeps (spans, ids, order), so that what works with it works with the real one.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from dragoman.model import ids
from dragoman.model.annotated import Annotated
from dragoman.model.article import Article
from dragoman.model.because import Because
from dragoman.model.coded import Coded
from dragoman.model.event import ArticleRef, EventRecord
from dragoman.model.resolved import Resolved
from dragoman.model.span import Span

CODER = "dragoman.testing"
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


class WordCoder:
    """Codes every listed word as an event of its type, without actors.

    >>> WordCoder({"met": "CONSULT"}).code("They met. It rained.", date="2019-12-20").events[0].text
    'They met.'
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words

    def code(self, text: str, *, date: str | None = None) -> Coded:
        """Code one article, as `dragoman.Coder().code` does."""
        article = Article(
            id=ids.article_id(None, None, text),
            revision=ids.revision(text),
            text=text,
            date=None if date is None else dt.date.fromisoformat(date),
            date_basis="unknown" if date is None else "given",
        )
        annotated = Annotated(article=article, tokens=(), sentences=(), names=(), times=(), quotes=())
        events = tuple(self._events(article))
        return Coded(
            article=article,
            resolved=Resolved(annotated=annotated, actors=(), places=(), times=()),
            events=events,
            statements=(),
            figures=(),
            silent=(),
            reasons={one.id: (Because(field="event", rule=CODER, spans=(one.event_span,)),) for one in events},
            issues=(),
        )

    def _events(self, article: Article) -> Iterator[EventRecord]:
        for number, sentence in enumerate(_SENTENCE.finditer(article.text)):
            for word in re.finditer(r"\w+", sentence[0]):
                if word[0] in self.words:
                    whole = _trimmed(article.text, Span(*sentence.span()))
                    yield self._event(article, whole, number, Span(*(sentence.start() + at for at in word.span())))

    def _event(self, article: Article, sentence: Span, number: int, at: Span) -> EventRecord:
        return EventRecord(
            id=ids.record_id(article.id, article.revision, "event", at, 0),
            article=_reference(article),
            event=(self.words[at.of(article.text)],),
            event_text=at.of(article.text),
            event_span=at,
            text=sentence.of(article.text),
            text_span=sentence,
            sentence=number,
            confidence=1.0,
            coder=CODER,
        )


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


def _reference(article: Article) -> ArticleRef:
    return ArticleRef(
        id=article.id,
        revision=article.revision,
        publisher=article.publisher,
        url=article.url,
        title=article.title,
        language=article.language,
        date=article.date,
        date_basis=article.date_basis,
    )
