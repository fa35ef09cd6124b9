"""Names with known times in an undated article → clues."""

from collections.abc import Iterator

import numpy as np

from dragoman.model.dating import ClueKind
from dragoman.model.interval import Interval
from dragoman.ontology import calendar, offices
from dragoman.ontology.actor_words import words
from dragoman.ontology.calendar import LastingName
from dragoman.ontology.calendar_index import Seen
from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_numbers import numbers


def clues(page: Page) -> Iterator[Weighed]:
    """All clues of the lasting names that an article tells; each once, at its first telling."""
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
