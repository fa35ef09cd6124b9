"""An undated article → when it was written: clues weighed together over all days (docs/dating.md)."""

import datetime as dt
from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import structs

from dragoman.model.annotated import Annotated
from dragoman.model.because import Issue
from dragoman.model.dating import Clue, Dating, Run
from dragoman.model.interval import Interval
from dragoman.model.resolved import Resolved
from dragoman.resolve import (
    undated_ago,
    undated_events,
    undated_levels,
    undated_near,
    undated_no_year,
    undated_persons,
    undated_run,
    undated_times,
    undated_world,
)
from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import numbers

NEAR = 7
"""Days on either side of the best day within which most of the likelihood is looked for: the week that news keep to."""
Parts = Sequence[Interval]
READERS = (
    undated_times.clues,
    undated_no_year.clues,
    undated_persons.clues,
    undated_events.clues,
    undated_world.clues,
    undated_levels.clues,
    undated_near.of_months,
    undated_ago.clues,
)


def dating(resolved: Resolved, run: Run | None = None, kin: Iterable[Weighed] = ()) -> Dating:
    """When an article was written, as far as its words, the shipped tables and other articles of the run tell.

    Args:
        resolved: The article, resolved without a date.
        run: What dated articles of the same run tell.
        kin: What those tell that have no date either; it counts only where all else claims no days, for mostly they
            repeat what an article tells itself, and are no further evidence.
    """
    page = Page(resolved)
    clues = [*_own(page), *undated_run.clues(page, run or Run())]
    found, others = weighed(clues), tuple(kin)
    return found if found.claimed or len(others) == 0 else weighed([*clues, *others])


def voice(resolved: Resolved) -> Curve:
    """The shares of days by an article's own words and the shipped tables, as others of its run hear it."""
    return _shares(_own(Page(resolved)))


def _own(page: Page) -> list[Weighed]:
    return [clue for reader in READERS for clue in reader(page)]


def on_day(annotated: Annotated, day: dt.date, days: Interval) -> Annotated:
    """The same article, taken to be written on a day out of several."""
    article = structs.replace(annotated.article, date=day, date_basis="inferred", date_edtf=days.edtf)
    return structs.replace(annotated, article=article)


def tried(annotated: Annotated, found: Dating) -> tuple[Annotated, ...]:
    """A dated article as of its best day, then as of the first and last likely one; none where no days are claimed."""
    days, likely = found.interval, found.likely
    if not found.claimed or days is None or likely is None or found.best is None:
        return ()
    tried_days = (found.best, likely.start, likely.last)
    return tuple(on_day(annotated, day, days) for day in dict.fromkeys(tried_days) if day is not None)


def issue(found: Dating) -> Issue:
    """What is left open about the date of an article without one."""
    days = found.interval
    if found.claimed and days is not None:
        detail = f"written {days.edtf}, likeliest {found.best}, by {len(found.clues)} clues (dragoman date)"
        return Issue(stage="resolve", reason="inferred-date", detail=detail)
    wide = "" if days is None else f"; at best {days.edtf}"
    return Issue(stage="resolve", reason="undated", detail=f"its words do not tell when it was written{wide}")


def weighed(clues: Sequence[Weighed]) -> Dating:
    """All clues together."""
    if len(clues) == 0:
        return Dating()
    terms = _terms(clues)
    total = np.sum(terms, axis=0) * numbers().temper
    shares = _cautious(clues, total)
    interval, likely = _stretch(shares, numbers().share), _stretch(shares, numbers().likely)
    best = curves.best(shares, NEAR)
    return Dating(
        interval=interval,
        likely=likely,
        best=curves.day(best),
        confidence=round(curves.mass(shares, interval), 3),
        near=round(float(shares[max(best - NEAR, 0) : best + NEAR + 1].sum()), 3),
        clues=_told(clues, terms, total, (interval, _week(curves.day(best)))),
    )


def _shares(clues: Sequence[Weighed]) -> Curve:
    return _cautious(clues, np.sum([curves.flat(), *_terms(clues)], axis=0) * numbers().temper)


def _cautious(clues: Sequence[Weighed], total: Curve) -> Curve:
    bounds = np.sum([curves.flat(), *(clue.curve for clue in clues if clue.holds)], axis=0)
    return curves.cautious(curves.posterior(curves.prior() + total), bounds)


def _stretch(shares: Curve, share: float) -> Interval:
    first, last = curves.shortest(shares, share)
    return Interval.days(curves.day(first), curves.day(last))


def _week(day: dt.date) -> Interval:
    return Interval.days(day - dt.timedelta(days=NEAR), day + dt.timedelta(days=NEAR))


def _terms(clues: Sequence[Weighed]) -> list[Curve]:
    """The curve of each clue; the fading from what it tells counts less, the more later things are told."""
    later = sorted((c.anchor for c in clues if c.anchor is not None and c.recency is not None), reverse=True)
    return [_term(clue, later) for clue in clues]


def _term(clue: Weighed, later: Sequence[int]) -> Curve:
    if clue.recency is None:
        return clue.curve
    rank = 1 if clue.anchor is None else (1 + later.index(clue.anchor)) ** 2
    return np.asarray(clue.curve + clue.recency / rank)


def _told(
    clues: Sequence[Weighed], terms: Sequence[Curve], total: Curve, parts: Sequence[Interval]
) -> tuple[Clue, ...]:
    """The clues with what each of them adds to the share of the result, the most telling first."""
    told = [_clue(clue, _effect(term, total, parts)) for clue, term in zip(clues, terms, strict=True)]
    return tuple(sorted(told, key=lambda clue: (-clue.effect, clue.span, clue.detail)))


def _effect(term: Curve, total: Curve, parts: Parts) -> float:
    """What the interval, or the week around the best day, loses of its share without a clue: the larger of both."""
    whole = curves.posterior(curves.prior() + total)
    without = curves.posterior(curves.prior() + total - term * numbers().temper)
    return max((curves.mass(whole, part) - curves.mass(without, part) for part in parts), key=abs)


def _clue(clue: Weighed, effect: float) -> Clue:
    return Clue(kind=clue.kind, detail=clue.detail, span=clue.span, days=clue.days, effect=round(effect, 3))
