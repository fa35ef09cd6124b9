"""The revisions of one article → their order in time, and what each changed in the one before it.

The order follows from the revisions alone, never from when they were added, so that adding in any order gives the
same desk.
"""

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import structs

from dragoman.errors import DataError
from dragoman.model.article import Article
from dragoman.model.ids import ArticleId, Revision
from dragoman.model.span import Span
from dragoman.store.desk.base import Coding, StoredArticle, StoredRevision
from dragoman.store.desk.ids import RunId
from dragoman.store.desk.values import Edit
from dragoman.store.desk.wire import body

_PIECE = re.compile(r"[^\n.!?]*[\n.!?]*\s*")
"""What is compared: about a sentence with the space after it."""
READ_WITH_A_DATE = frozenset({"given", "stated"})
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


def instant(moment: dt.datetime) -> str:
    """A moment in world time as text that sorts in the order of time; one without a zone is taken as world time."""
    return _aware(moment).strftime(_TIME)


def _aware(moment: dt.datetime) -> dt.datetime:
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC)


def age(stored: StoredArticle) -> tuple[str, str, str]:
    """What revisions are ordered by, the oldest first: when it was seen, its date, and in the end its hash."""
    article = stored.article
    return instant(stored.seen), "" if article.date is None else article.date.isoformat(), article.revision


def copies(articles: Iterable[Article]) -> tuple[tuple[ArticleId, ...], ...]:
    """The ids of those articles whose texts are the same, a group for each text that several have."""
    groups: dict[Revision, list[ArticleId]] = {}
    for article in articles:
        groups.setdefault(article.revision, []).append(article.id)
    return tuple(sorted(tuple(sorted(ids)) for ids in groups.values() if len(ids) > 1))


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
    before = [None, *(one for one, _ in ordered)][: len(ordered)]
    return tuple(
        StoredRevision(
            stored=one,
            run=run,
            turn=turn,
            current=one is ordered[-1][0],
            before=None if older is None else older.article.revision,
            edits=None if older is None else _edits_of(older, one),
        )
        for turn, (older, (one, run)) in enumerate(zip(before, ordered, strict=True))
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


def dated(article: Article) -> bool:
    """Whether an article was read with a date, so that nobody had to work one out."""
    return article.date_basis in READ_WITH_A_DATE


def normal(coding: Coding) -> Coding:
    """A coding as every backend keeps it: times in world time, what it tells others in order and each once.

    Raises:
        DataError: Two of its records have one id.
    """
    names = [record.id for record in coding.records]
    if len(set(names)) < len(names):
        twice = sorted({name for name in names if names.count(name) > 1})
        raise DataError(tuple(f"record {name} occurs twice in article {coding.stored.article.id!r}" for name in twice))
    told = {(one.key, one.day, one.body): one for one in coding.told}
    seen = _aware(coding.stored.seen)
    stored = structs.replace(coding.stored, seen=seen)
    return structs.replace(coding, stored=stored, told=tuple(told[key] for key in sorted(told)))


def seen_with(coding: Coding, old: StoredArticle) -> Coding:
    """A coding of a text that was there, seen when it was first seen."""
    seen = min(coding.stored.seen, old.seen, key=instant)
    return structs.replace(coding, stored=structs.replace(coding.stored, seen=seen))


def written(edits: tuple[Edit, ...]) -> str:
    """Edits as they lie in a table: `[[[a,b],[c,d]], …]`."""
    return msgspec.json.encode([(edit.before, edit.after) for edit in edits]).decode()


def read(text: str) -> tuple[Edit, ...]:
    """Edits from a table."""
    pairs = msgspec.json.decode(text, type=list[tuple[Span, Span]])
    return tuple(Edit(before=before, after=after) for before, after in pairs)
