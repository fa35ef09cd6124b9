"""The revisions of one article → their order in time, and what each changed in the one before it.

The order follows from the revisions alone, never from when they were added, so that adding in any order gives the
same desk.
"""

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Sequence

from dragoman.model.span import Span
from dragoman.store.desk.base import Coding, StoredArticle, StoredRevision
from dragoman.store.desk.ids import RunId
from dragoman.store.desk.values import Edit
from dragoman.store.desk.wire import body

_PIECE = re.compile(r"[^\n.!?]*[\n.!?]*\s*")
"""What is compared: about a sentence with the space after it."""
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


def instant(moment: dt.datetime) -> str:
    """A moment in world time as text that sorts in the order of time; one without a zone is taken as world time."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).strftime(_TIME)


def age(stored: StoredArticle) -> tuple[str, str, str]:
    """What revisions are ordered by, the oldest first: when it was seen, its date, and in the end its hash."""
    article = stored.article
    return instant(stored.seen), "" if article.date is None else article.date.isoformat(), article.revision


def told_before(one: Coding, other: Coding) -> bool:
    """Of two codings of one text by one run, whether the first is to be kept: seen earlier, else first by letters."""
    if one.run.id != other.run.id:
        return False
    ones, others = instant(one.stored.seen), instant(other.stored.seen)
    return (ones, _told(one)) < (others, _told(other)) if ones == others else ones < others


def _told(coding: Coding) -> str:
    return body(coding.stored) + body(coding)


def chain(stored: Iterable[tuple[StoredArticle, RunId]]) -> tuple[StoredRevision, ...]:
    """The revisions of one article, oldest first, each with what it changed; the last one is current."""
    ordered = sorted(stored, key=lambda pair: age(pair[0]))
    before = [None, *(one for one, _ in ordered[:-1])]
    return tuple(
        StoredRevision(
            stored=one,
            run=run,
            current=one is ordered[-1][0],
            before=None if older is None else older.article.revision,
            edits=None if older is None else _edits_of(older, one),
        )
        for older, (one, run) in zip(before, ordered, strict=True)
    )


def _edits_of(older: StoredArticle, newer: StoredArticle) -> tuple[Edit, ...] | None:
    return edits(older.article.text, newer.article.text) if older.kept and newer.kept else None


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """What differs between two texts, in pieces of about a sentence.

    >>> edits("He came. He went.", "He came. She stayed.")
    (Edit(before=Span(start=9, end=17), after=Span(start=9, end=20)),)
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    at_old, at_new = _starts(old), _starts(new)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        Edit(before=Span(at_old[a], at_old[b]), after=Span(at_new[c], at_new[d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def _starts(pieces: Sequence[str]) -> list[int]:
    """Where each piece begins, and where the last one ends."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
