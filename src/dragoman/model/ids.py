"""Identifiers: each made by one function, from a hash of unambiguously joined parts."""

import hashlib
import json
from typing import NewType

from dragoman.model.span import Span

ArticleId = NewType("ArticleId", str)
Revision = NewType("Revision", str)
RecordId = NewType("RecordId", str)
EntityId = NewType("EntityId", str)

DIGITS = 16


def _digest(parts: list[object]) -> str:
    joined = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def revision(text: str) -> Revision:
    """Hash of an article's text: the first 16 hex digits of its SHA-256."""
    return Revision(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS])


def article_id(given: str | None, url: str | None, text: str) -> ArticleId:
    """The id given, else the URL, else a hash of the text.

    >>> article_id(None, "https://example.org/a", "text")
    'https://example.org/a'
    """
    return ArticleId(given or url or revision(text))


def record_id(article: ArticleId, rev: Revision, record: str, event_span: Span, ordinal: int) -> RecordId:
    """Id of a record: where it stands, never what was decided about it, so that a judgement survives a better coder."""
    return RecordId(_digest([article, rev, record, list(event_span), ordinal]))
