"""Public events of the calendar in an undated article → clues: how long after them it was written."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.ontology import calendar
from dragoman.ontology.calendar import PublicEvent
from dragoman.ontology.calendar_index import Seen
from dragoman.resolve import undated_ago, undated_event_days, undated_near
from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_ago import Distance
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_near import Told
from dragoman.resolve.undated_numbers import numbers
from dragoman.text.calendar import Direction

A_DAY = dt.timedelta(days=1)
"""So much earlier an event may be told as over, where the report's place has not reached its day yet."""
MOST = 50
"""So many events of one sentence are compared with each other."""
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


class _Same(NamedTuple):
    """Events that the same words may mean, mostly one, and where they are told."""

    events: list[PublicEvent]
    mentions: list[Seen[PublicEvent]]


class _Around(NamedTuple):
    """By sentence, what may stand beside an event: how long ago it was, years in figures, years by their distance."""

    ago: Mapping[int, Sequence[Distance]]
    years: Mapping[int, set[int | None]]
    off: Mapping[int, Sequence[TimeExpression]]


def clues(page: Page) -> Iterator[Weighed]:
    """All clues of the public events that an article tells; each once, at its first telling."""
    told: dict[str, list[Seen[PublicEvent]]] = {}
    for seen in _told(page):
        told.setdefault(seen.what.source, []).append(seen)
    same: dict[frozenset[Span], list[PublicEvent]] = {}
    for every in told.values():
        same.setdefault(every[0].words, []).append(every[0].what)
    around = _Around(undated_ago.of_sentences(page), _years(page), undated_near.years_off(page))
    grouped = [_Same(events, told[events[0].source]) for events in same.values()]
    together = [_as_told(page, one) for one in grouped]
    for one, as_told in zip(grouped, together, strict=True):
        yield from _of_event(page, one, as_told, around)
    yield from undated_near.beside_events(page, together)
    yield from undated_event_days.clues(page, together)


def _as_told(page: Page, same: _Same) -> Told:
    spans = tuple(dict.fromkeys(mention.span for mention in same.mentions))
    days = tuple(event.days for event in same.events)
    return Told(_titles(same.events), days, spans, frozenset(page.sentence(span) for span in spans))


def _of_event(page: Page, same: _Same, told: Told, around: _Around) -> Iterator[Weighed]:
    """The clue of an event, or several that the same words may mean, and of the year told beside it."""
    span, (events, mentions) = told.spans[0], same
    year = undated_near.year_beside(page, told, around.off)
    own = {_year(event.days) for event in events}
    telling = _Telling(
        main=len(mentions) >= MAIN_MENTIONS or page.sentence(span) < MAIN_SENTENCES,
        exact=any(mention.exact for mention in mentions),
        year=undated_near.is_other_year(year)
        or any(not own.isdisjoint(around.years.get(at, ())) for at in told.sentences),
        ago=tuple(one for at in told.spans for one in around.ago.get(page.sentence(at), ()) if one.is_of(at)),
    )
    yield _event(span, events, page.direction(span), telling)
    if year is not None:
        yield undated_near.of_year(page, told, year)


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


def _told(page: Page) -> Iterator[Seen[PublicEvent]]:
    """Events told, but none whose words are all among those of another: of "Iran-Iraq war" not "Iraq war"."""
    for sentence in page.annotated.sentences:
        every = tuple(calendar.events().seen(page.text, sentence.span))
        others = every[:MOST]
        yield from (seen for seen in every if not any(_is_part(seen, other) for other in others))


def _is_part(seen: Seen[PublicEvent], other: Seen[PublicEvent]) -> bool:
    """Whether all words by which an event is named are among those that name another one, and fewer."""
    if seen.words == other.words or seen.what is other.what:
        return False
    return all(any(o.start <= word.start and word.end <= o.end for o in other.words) for word in seen.words)


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
    is_sure = telling.exact and direction != "future" and not any(event.planned for event in events)
    return Weighed("event", detail, span, curve, days, recency, anchor.toordinal(), holds=is_sure)


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
