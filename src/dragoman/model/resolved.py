"""An article whose names, places and times are tied to entities, coordinates and days."""

from typing import Literal

import msgspec

from dragoman.model.annotated import Annotated, TimexType
from dragoman.model.because import Because, Issue
from dragoman.model.entity import Entity, Place
from dragoman.model.interval import Basis, Interval
from dragoman.model.span import Span

MentionKind = Literal["name", "metonym", "demonym", "pronoun", "description", "title", "generic"]


class ActorMention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that stands for an actor.

    Attributes:
        span: The whole noun phrase that names it, with title and apposition before the name.
        head: Number of its head token, the one that other words hang on.
        first: First token of the phrase.
        stop: Token after its last one.
        entity: Who is meant.
        kind: How it is named.
        because: Why this entity.
    """

    span: Span
    head: int
    first: int
    stop: int
    entity: Entity
    kind: MentionKind
    because: Because


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that names a place, with its token numbers and the place meant."""

    span: Span
    head: int
    first: int
    stop: int
    place: Place
    because: Because


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One possible value of an ambiguous time, with its weight from 0 to 1."""

    edtf: str
    weight: float


class DatedTime(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression tied to the calendar.

    Attributes:
        span: Its characters.
        type: TIMEX3 type.
        value: TIMEX3 value ("2019-12-20", "P2M", "PRESENT_REF" …), None where it stays open.
        interval: The days it covers; None for durations, sets and what stays open.
        basis: explicit (told in full), relative (to the report or another time) …
        because: What it was anchored to.
        modifier: TIMEX3 modifier (EARLY, APPROX …), or "".
        readings: Other values it might have.
        repeats: For what comes back, an ISO 8601 repeating interval ("R/P2M", "R/2019-12-20/P1W").
    """

    span: Span
    type: TimexType
    value: str | None
    interval: Interval | None
    basis: Basis
    because: Because
    modifier: str = ""
    readings: tuple[Reading, ...] = ()
    repeats: str | None = None


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """An annotated article with its actors, places and times resolved."""

    annotated: Annotated
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[DatedTime, ...]
    issues: tuple[Issue, ...] = ()
