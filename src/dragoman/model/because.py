"""Why a value was decided: the small reason that every stage leaves beside its decisions, and what was left open."""

import msgspec

from dragoman.model.span import Span


class Because(msgspec.Struct, frozen=True, kw_only=True):
    """Reason for one decided value.

    Attributes:
        field: The field of the record or layer that was decided ("event", "actor", "date" …).
        rule: Name of the rule, data line or model that decided it.
        detail: What it saw, in words a reader understands.
        spans: Characters of the article that it rests on.
        score: Its weight from 0 to 1 where one is known.
    """

    field: str
    rule: str
    detail: str = ""
    spans: tuple[Span, ...] = ()
    score: float | None = None


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a stage saw and left open instead of guessing.

    Attributes:
        stage: read, annotate, resolve, extract …
        reason: Short fixed word that can be counted ("ambiguous-name", "undated" …).
        detail: What and why, in words.
        span: Where, if it is in the article.
    """

    stage: str
    reason: str
    detail: str = ""
    span: Span | None = None
