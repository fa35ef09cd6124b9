"""An event → its pairs of one who does it and one to whom it is done, and the number of each pair."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.model.event import ActorRef, EventRecord, Record
from dragoman.ontology import cameo
from dragoman.store.export import codes
from dragoman.store.export.admission import denied
from dragoman.store.export.base import Tally
from dragoman.store.pairs import pairs

BITS = 53
"""Width of the numbers: whole numbers up to 2**53 pass unharmed through R, spreadsheets and JSON, which keep doubles.

Two of n numbers agree with a probability of about n**2 / 2**54: 6 in 100,000 for a million rows.
"""
LARGEST: int = 2**BITS - 1
BYTES = 8
"""Taken of a hash: more than the width needs, so that the remainder favours no number."""


NOBODY = "nobody told on either side"
SEVERAL_DAYS = "acts told of no single day, written on the first"


class Dyad(NamedTuple):
    """One row of a layout of pairs: the event, its sides (None where nobody is told), its day, its code, its number."""

    record: EventRecord
    source: ActorRef | None
    target: ActorRef | None
    day: dt.date
    code: str
    number: int


def dyads(records: Iterable[Record], tally: Tally) -> Iterator[Dyad]:
    """The rows of the events that have somebody, a day and a CAMEO code; the others are counted."""
    numbers = Numbers()
    for record in records:
        day = record.date or record.article.date
        if not isinstance(record, EventRecord):
            tally.leave("no event")
        elif day is None:
            tally.leave("no day, nor one of the article")
        elif record.cameo is None:
            tally.leave("no CAMEO code for its type")
        elif len(record.actor) == len(record.recipient) == 0:
            tally.leave(NOBODY)
        else:
            note_days(record, tally)
            for source, target in pairs(record):
                yield Dyad(record, source, target, day, record.cameo, numbers.of(record, source, target))


def note_days(record: EventRecord, tally: Tally) -> None:
    """Count an act whose days a single one does not tell."""
    if record.date is not None and record.enddate != record.date:
        tally.altered[SEVERAL_DAYS] += 1


def root(code: str) -> str:
    """The first two digits of a CAMEO code, its category."""
    return code[:2]


def in_words(code: str) -> str:
    """What a CAMEO code means, as a title."""
    words = cameo.names().get(code, code)
    return words[:1].upper() + words[1:]


def score(row: Dyad) -> float | None:
    """CAMEO's score of the act, from -10 (conflict) to +10 (cooperation); None where it is denied."""
    return None if denied(row.record) else codes.goldstein(row.code)


def classed(row: Dyad) -> codes.Class | None:
    """The classes of the act in other layouts; None where it is denied."""
    return None if denied(row.record) else codes.classed(row.code)


class Numbers:
    """Whole numbers for rows, made from the ids of record and parties; of two that meet, the later takes the next."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def of(self, record: EventRecord, source: ActorRef | None, target: ActorRef | None) -> int:
        """The number of a row."""
        number = hashed(record.id, *(None if side is None else side.entity_id for side in (source, target)))
        while number in self._taken:
            number = number % LARGEST + 1
        self._taken.add(number)
        return number


def hashed(*parts: str | None) -> int:
    """A whole number from 1 to 2**53 - 1 that the parts alone decide."""
    digest = hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).digest()
    return int.from_bytes(digest[:BYTES], "big") % LARGEST + 1
