"""A query and one record → whether the record is asked for: what every backend's answers are held against."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dragoman.model.event import ActorRef, EventRecord, Record
from dragoman.model.interval import Interval
from dragoman.store.columns import parties
from dragoman.store.desk import facets
from dragoman.store.find.query import Amount, Beginning, Clause, Days, Exact, Nothing, Pair, Phrase, Query, Value
from dragoman.store.status import status, told_factuality
from dragoman.text.folding import words

Happenings = Callable[[str], Iterable[str]]
"""Id of a record → ids of the happenings that it tells."""


def matches(query: Query, record: Record, happenings: Happenings = lambda _id: ()) -> bool:
    """Whether a record is asked for.

    Args:
        query: The query.
        record: A record of a current revision.
        happenings: Which happenings a record tells.
    """
    return all(_holds(clause, record, happenings) for clause in query.clauses)


def _holds(clause: Clause, record: Record, happenings: Happenings) -> bool:
    held = happenings(record.id) if clause.key == "happening" else _HELD[clause.key](record)
    told = tuple(one for one in held if one is not None)
    return any(_is(value, told) for value in clause.values) is not clause.negated


def _is(value: Value, held: tuple[Any, ...]) -> bool:
    """Whether one of the things that a record holds under a key is the value."""
    if isinstance(value, Nothing):
        return len(held) == 0
    return any(_one(value, one) for one in held)


def _one(value: Value, one: Any) -> bool:  # noqa: ANN401 - what a record holds differs by key
    match value:
        case Exact(text):
            return bool(one == text)
        case Beginning(text):
            return isinstance(one, str) and one.startswith(text)
        case Phrase():
            return isinstance(one, Named) and follows(value, words(one))
        case Days(asked):
            return _meet(asked, one)
        case Pair(first, second, directed):
            return one == (first, second) or (not directed and one == (second, first))
        case Amount(low, high):
            return (low is None or one >= low) and (high is None or one <= high)
    return False


class Named(str):
    """Text that is compared by its words; codes and ids are not."""

    __slots__ = ()


def follows(phrase: Phrase, told: list[str]) -> bool:
    """Whether the words of a phrase follow each other somewhere.

    >>> follows(Phrase(("oil", "exp"), open=True), ["all", "oil", "exports"])
    True
    """
    size = len(phrase.words)
    last = phrase.words[-1]
    for start in range(len(told) - size + 1):
        piece = told[start : start + size]
        if tuple(piece[:-1]) == phrase.words[:-1] and (
            piece[-1] == last or (phrase.open and piece[-1].startswith(last))
        ):
            return True
    return False


def _meet(asked: Interval, told: Interval) -> bool:
    """Whether two stretches share a day; an open side has no end."""
    before = asked.end is not None and told.start is not None and told.start >= asked.end
    after = asked.start is not None and told.end is not None and told.end <= asked.start
    return not before and not after


def _party(members: Iterable[ActorRef]) -> tuple[str | None, ...]:
    """What a party can be called by: its code, sectors, id, and the words of its name."""
    return tuple(
        called
        for one in members
        for called in (one.code, one.sector_code, *one.other_sector_codes, one.entity_id, Named(one.entity_name))
    )


def _place(record: Record) -> tuple[str | None, ...]:
    where = record.event_loc
    return () if where is None else (where.country, Named(where.name))


def _days(record: Record) -> tuple[Interval, ...]:
    if record.date is None and record.enddate is None:
        return ()
    return (Interval.days(record.date, record.enddate),)


def _published(record: Record) -> tuple[Interval, ...]:
    return () if record.article.date is None else (Interval.day(record.article.date),)


def _of_event(field: str) -> Callable[[Record], tuple[Any, ...]]:
    """What an event has under a field, a list or a single value; other records have nothing there."""

    def held(record: Record) -> tuple[Any, ...]:
        found = getattr(record, field, None) if isinstance(record, EventRecord) else None
        return found if isinstance(found, tuple) else (found,)

    return held


def _quad(record: Record) -> tuple[str | None]:
    quad = record.quad_code if isinstance(record, EventRecord) else None
    return (None if quad is None else str(quad),)


_HELD: Mapping[str, Callable[[Record], tuple[Any, ...]]] = {
    "actor": lambda record: _party(parties(record)[0]),
    "recipient": lambda record: _party(parties(record)[1]),
    "party": lambda record: _party(one for side in parties(record) for one in side),
    "pair": lambda record: tuple(facets.coded_pairs(record)),
    "type": _of_event("event"),
    "mode": _of_event("mode"),
    "quad": _quad,
    "cameo": _of_event("cameo"),
    "context": _of_event("context"),
    "auxiliary": lambda record: record.auxiliary,
    "factuality": lambda record: (record.factuality,),
    "told": lambda record: (told_factuality(record),),
    "status": lambda record: (status(record),),
    "phase": _of_event("phase"),
    "source": lambda record: tuple(one.kind for one in record.attribution),
    "publisher": lambda record: (None if record.article.publisher is None else Named(record.article.publisher),),
    "place": _place,
    "date": _days,
    "published": _published,
    "record": lambda record: (facets.kind(record),),
    "confidence": lambda record: (record.confidence,),
    "article": lambda record: (record.article.id,),
    "id": lambda record: (record.id,),
    "text": lambda record: (Named(record.text),),
}
"""What a record holds under each key but `happening`, which no record tells of itself."""
