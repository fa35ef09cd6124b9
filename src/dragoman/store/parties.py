"""Coded articles → acts under keys of type and parties, by which two articles are seen to tell of the same parties.

A key needs a person or body on one side and a country on the other: two states alone have too much to do with each
other.
"""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.model.coded import Coded
from dragoman.model.dating import Happened, Likeness
from dragoman.model.event import EventRecord
from dragoman.model.interval import Interval
from dragoman.model.span import Span

LONGEST = 62
"""Days: what took longer, or has no better date than that, does not date another article."""
NAMED = ("person:", "org:")
AHEAD = frozenset({"future", "hypothetical"})

LABELS = frozenset({"PERSON", "ORG", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
"""Kinds of names (OntoNotes) by which stories are known; places and peoples are named at all times."""
SHORTEST = 3
"""Letters of a name that counts."""
MOST_WORDS = 400
"""So many words of an article are enough to tell which others are like it."""


class Act(NamedTuple):
    """An act of an article: its keys, where and as what it is told."""

    keys: tuple[str, ...]
    span: Span
    foreseen: bool
    time: Span | None


def happened(coded: Coded) -> Iterator[tuple[str, Happened]]:
    """What a dated article tells with its days, under each of its keys."""
    for record in coded.events:
        if "negation" in record.auxiliary:
            continue
        ahead = not AHEAD.isdisjoint(record.auxiliary)
        told = [(record.event[0], Interval.days(record.date, record.enddate), ahead)]
        told += [(a.event, Interval.days(a.date, a.enddate), True) for a in record.anticipates or ()]
        for event, days, foreseen in told:
            if _is_short(days):
                one = Happened(event=event, days=days, foreseen=foreseen, article=record.article.id)
                yield from ((key, one) for key in _keys(record, event))


def acts(coded: Coded) -> Iterator[Act]:
    """The acts of an article without a date."""
    for record in coded.events:
        if "negation" in record.auxiliary:
            continue
        ahead = not AHEAD.isdisjoint(record.auxiliary)
        yield Act(_keys(record, record.event[0]), record.event_span, ahead, record.date_span)
        for one in record.anticipates or ():
            yield Act(_keys(record, one.event), one.event_span, foreseen=True, time=one.date_span)


def likeness(coded: Coded) -> Likeness:
    """By what an article without a date is found to be like others."""
    article = coded.article
    keys = dict.fromkeys(key for act in acts(coded) for key in act.keys)
    return Likeness(article=f"{article.id} {article.revision}", words=words(coded), acts=tuple(keys))


def names(coded: Coded) -> dict[str, Span]:
    """The names of persons, bodies and works that an article has, each where it stands first."""
    text, found = coded.article.text, dict[str, Span]()
    for name in coded.resolved.annotated.names:
        told = name.span.of(text).removesuffix("'s").removesuffix("’s")
        words = " ".join(told.removeprefix("the ").removeprefix("The ").split())
        if name.label in LABELS and len(words) >= SHORTEST and words.isprintable():
            found.setdefault(words, name.span)
    return found


def words(coded: Coded) -> tuple[str, ...]:
    """The words of letters that an article has, in the order in which they first stand in it."""
    tokens = coded.resolved.annotated.tokens
    found = dict.fromkeys(token.text.lower() for token in tokens if token.text.isalpha())
    return tuple(itertools.islice(found, MOST_WORDS))


def _is_short(days: Interval) -> bool:
    return days.start is not None and days.end is not None and (days.end - days.start).days <= LONGEST


def _keys(record: EventRecord, event: str) -> tuple[str, ...]:
    """Type, person or body of the one side, country of the other."""
    sides = ((record.actor, record.recipient), (record.recipient, record.actor))
    found = {
        f"{event} {one.entity_id} {other.code}"
        for ones, others in sides
        for one in ones
        for other in others
        if one.entity_id.startswith(NAMED) and other.code is not None and other.entity_id != one.entity_id
    }
    return tuple(sorted(found))
