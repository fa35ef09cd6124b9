"""Public events and names with known times in an undated article → clues."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from dragoman.model.dating import ClueKind
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.ontology import calendar, offices
from dragoman.ontology.actor_words import words
from dragoman.ontology.calendar import LastingName, PublicEvent, Seen
from dragoman.resolve import undated_ago, undated_event_days
from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_ago import Distance
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_near import Told, beside_events
from dragoman.resolve.undated_numbers import numbers
from dragoman.text.calendar import Direction

A_DAY = dt.timedelta(days=1)
"""So much earlier an event may be told as over, where the report's place has not reached its day yet."""
MAIN_MENTIONS, MAIN_SENTENCES = 3, 2
"""A report is about what it tells three times, or in its first two sentences."""


class _Telling(NamedTuple):
    """How an event is told.

    Attributes:
        main: As what the report is about.
        exact: By its name, not by loose words.
        year: With its year: then it is mostly of another one.
        ago: How long ago it was.
    """

    main: bool
    exact: bool
    year: bool
    ago: tuple[Distance, ...]


def clues(page: Page) -> Iterator[Weighed]:
    """All clues of the public events and lasting names that an article tells; each once, at its first telling."""
    yield from _events(page)
    yield from _names(page)


def _events(page: Page) -> Iterator[Weighed]:
    told: dict[str, list[Seen[PublicEvent]]] = {}
    for seen in _all_events(page):
        told.setdefault(seen.what.source, []).append(seen)
    same: dict[Span, list[PublicEvent]] = {}
    together: list[Told] = []
    distances, years = undated_ago.of_sentences(page), _years(page)
    for every in told.values():
        same.setdefault(every[0].span, []).append(every[0].what)
    for span, events in same.items():
        mentions = told[events[0].source]
        exact = any(mention.exact for mention in mentions)
        main = len(mentions) >= MAIN_MENTIONS or page.sentence(span) < MAIN_SENTENCES
        spans = {mention.span: page.sentence(mention.span) for mention in mentions}
        ago = tuple(one for at, sentence in spans.items() for one in distances.get(sentence, ()) if one.is_of(at))
        days = tuple(event.days for event in events)
        year = any(one in years.get(sentence, ()) for sentence in spans.values() for one in map(_year, days))
        yield _event(span, events, page.direction(span), _Telling(main, exact, year, ago))
        together.append(Told(_titles(events), days, tuple(spans), frozenset(spans.values())))
    yield from beside_events(page, together)
    yield from undated_event_days.clues(page, together)


def _years(page: Page) -> dict[int, set[int | None]]:
    """By sentence, the years of the dates told with their year; only where near days are told without it."""
    found: defaultdict[int, set[int | None]] = defaultdict(set)
    for dated in page.resolved.times if page.tells_weekdays else ():
        if dated.basis == "explicit" and dated.interval is not None:
            found[page.sentence(dated.span)].add(_year(dated.interval))
    return dict(found)


def _year(days: Interval) -> int | None:
    return None if days.start is None else days.start.year


def _titles(events: list[PublicEvent]) -> str:
    return " or ".join(f"{event.name} ({event.days.edtf})" for event in events)


def _all_events(page: Page) -> Iterator[Seen[PublicEvent]]:
    """Events told, the longest name first where one holds another: of "Iran-Iraq war" not "Iraq war"."""
    for sentence in page.annotated.sentences:
        every = tuple(calendar.events().seen(page.text, sentence.span))
        names = [seen.span for seen in every if seen.exact]
        yield from (seen for seen in every if not (seen.exact and any(_is_within(seen.span, name) for name in names)))


def _is_within(span: Span, other: Span) -> bool:
    return span != other and other.start <= span.start and span.end <= other.end


def _event(span: Span, events: list[PublicEvent], direction: Direction, telling: _Telling) -> Weighed:
    """An event, or several that the same words may mean."""
    curve = np.max([_bounds(event, direction, exact=telling.exact) for event in events], axis=0)
    recency = np.max([_recency(event, direction, telling) for event in events], axis=0)
    days = events[0].days if len(events) == 1 else None
    side = {"past": "told as past", "future": "told as to come", "open": "named"}[direction]
    about = ", what the report is about" if telling.main else ""
    detail = f"{_titles(events)}, {side}{about}{', told by how long ago it was' if telling.ago else ''}"
    if telling.ago:
        return Weighed("event", detail, span, np.asarray(curve + recency), days, holds=True)
    anchor = min(event.days.start for event in events if event.days.start is not None)
    return Weighed("event", detail, span, curve, days, recency, anchor.toordinal())


def _bounds(event: PublicEvent, direction: Direction, *, exact: bool) -> Curve:
    found = numbers().event
    shares = {"past": found.planned_past, "open": found.planned_open, "future": found.planned_future}
    early = shares[direction] if event.planned else found.sudden if exact else found.sudden_loose
    after = found.after_future if direction == "future" else 1.0
    start = event.days.start and event.days.start - A_DAY
    return np.asarray(curves.within(start, None, after, early))


def _recency(event: PublicEvent, direction: Direction, telling: _Telling) -> Curve:
    """How likely a report is so long after it; where that is told, mostly there."""
    found = numbers().event
    faded = _faded(event, telling)
    if telling.ago:
        share = numbers().ago.event
        told = np.mean([one.shares(event.days) for one in telling.ago], axis=0)
        return np.asarray(np.log(share * faded / faded[faded < 1].sum() + (1 - share) * told))
    if direction == "future" and event.planned and event.days.start is not None:
        return np.asarray(np.log(faded) + np.log(curves.nearing(event.days.start, found.ahead)))
    return np.asarray(np.log(faded))


def _faded(event: PublicEvent, telling: _Telling) -> Curve:
    """How mentions of it fade: fast where the report is about it, slowly where it is told as something of old."""
    found = numbers().event
    if telling.year:
        return curves.fading(event.days.last, numbers().explicit["past"].fade, numbers().explicit_power)
    is_news = telling.main and not telling.ago
    return curves.fading(event.days.last, found.fade, found.main_power if is_news else found.aside_power)


def _names(page: Page) -> Iterator[Weighed]:
    known: set[str] = set()
    officials = {page.token(m.span) for m in page.resolved.actors if m.entity.id in offices.offices()}
    for sentence in page.annotated.sentences:
        for seen in _outermost(tuple(calendar.names().seen(page.text, sentence.span))):
            if seen.what.name not in known and not (seen.what.role and page.token(seen.span) in officials):
                known.add(seen.what.name)
                yield _name(seen, page)


def _outermost(every: tuple[Seen[LastingName], ...]) -> Iterator[Seen[LastingName]]:
    """Names of a sentence that are not part of another one: of "BP Amoco" not "Amoco"."""
    taken: set[int] = set()
    for seen in sorted(every, key=lambda one: one.span.start - one.span.end):
        places = set(range(seen.span.start, seen.span.end))
        if taken.isdisjoint(places):
            yield seen
            taken |= places


def _name(seen: Seen[LastingName], page: Page) -> Weighed:
    found, name = numbers().name, seen.what
    kind: ClueKind = "person" if name.role else "name"
    told = f"{name.name}, {name.role}" if name.role else name.name
    early = found.person_early if name.role else found.early
    days = Interval.days(name.since, name.until)
    if not words().former.isdisjoint(page.before(seen.span, 1)) and name.until is not None:
        curve = curves.within(name.until, None, 1.0, early)
        return Weighed(kind, f"former {told}", seen.span, curve, Interval(name.until, None))
    late = found.person_late if name.role else found.late
    after = np.maximum(late * curves.fading(name.until, found.late_fade), found.floor)
    curve = curves.within(name.since, name.until, after, early)
    verb = "told of" if name.role else "in use"
    return Weighed(kind, f"{told}, {verb} {days.edtf}", seen.span, curve, days)
