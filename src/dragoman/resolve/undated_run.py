"""What dated articles of the same run tell of the same parties → clues for an undated one."""

import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np

from dragoman.model.dating import Happened, Run, Shared
from dragoman.model.interval import Interval
from dragoman.resolve import undated_days as curves
from dragoman.resolve import undated_likeness
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import numbers
from dragoman.text import calendar


def clues(page: Page, run: Run) -> Iterator[Weighed]:
    """One clue for each act that dated articles tell as well, one for the names they share, one for their days."""
    seen: set[tuple[bool, tuple[Interval, ...]]] = set()
    for one in run.acts:
        days = tuple(dict.fromkeys(found for told in one.told if (found := _days(one, told, page)) is not None))
        if len(days) > 0 and (one.foreseen, days) not in seen:
            seen.add((one.foreseen, days))
            yield _clue(one, days)
    yield from _names(run)
    yield from undated_likeness.clues(run)


def _names(run: Run) -> Iterator[Weighed]:
    """The rarest names that dated articles have too, if those are enough to tell what is rare."""
    found = numbers().run
    articles = sum(count for _, count in run.days)
    if articles < found.enough:
        return
    rare = [n for n in run.names if sum(count for _, count in n.days) <= max(found.few, articles * found.rare)]
    rare.sort(key=lambda n: (sum(count for _, count in n.days), n.span))
    chosen = rare[: found.names]
    for name in chosen:
        curve = np.log(found.name_wrong + (1 - found.name_wrong) * _around(name.days, found.name_fade))
        weight = min(1.0, found.most / len(chosen))
        every = sum(count for _, count in name.days)
        when = Interval.days(name.days[0][0], name.days[-1][0]).edtf
        detail = f"{name.name}: {every} dated report{'s' if every > 1 else ''} of the run, {when}"
        yield Weighed("run-name", detail, name.span, np.asarray(curve * weight))


def _around(days: Sequence[tuple[dt.date, int]], fade: float) -> Curve:
    """Near which days an article lies that is like those of some days; on average 1 over a year."""
    every, total = curves.days(), np.zeros(len(curves.days()))
    for day, count in days:
        total += count * (1 + np.abs(every - day.toordinal()) / fade) ** -2.0
    return np.asarray(total * curves.YEAR / total.sum())


def _clue(one: Shared, days: tuple[Interval, ...]) -> Weighed:
    share = numbers().run.wrong
    every = np.max([_near(found, foreseen=one.foreseen) for found in days], axis=0)
    curve = np.asarray(np.log(share + (1 - share) * every))
    side = "before" if one.foreseen else "after"
    told = ", ".join(found.edtf for found in days)
    articles = ", ".join(sorted({happened.article for happened in one.told}))
    detail = f"a dated report of the run tells the same on {told}; this one was written {side} it ({articles})"
    return Weighed("run", detail, one.span, curve, days[0] if len(days) == 1 else None)


def _days(one: Shared, told: Happened, page: Page) -> Interval | None:
    """The days told by the dated article; with a day or month that this one tells, only if they agree."""
    parts = {}
    if one.time is not None:
        parts = next((e.parts for e in page.annotated.times if e.span == one.time), {})
    if "month" not in parts or "year" in parts:
        return told.days
    start = told.days.start
    years = () if start is None else (start.year - 1, start.year, start.year + 1)
    for year in years:
        day = calendar.date(year, int(parts["month"]), int(parts.get("day", 1)))
        if day is not None and _meets(told.days, day, whole="day" not in parts):
            return Interval.month(day.year, day.month) if "day" not in parts else Interval.day(day)
    return None


def _meets(days: Interval, day: dt.date, *, whole: bool) -> bool:
    """Whether a day, or with `whole` its month, shares a day with an interval."""
    other = Interval.month(day.year, day.month) if whole else Interval.day(day)
    if days.start is None or days.end is None or other.start is None or other.end is None:
        return False
    return days.start < other.end and other.start < days.end


def _near(days: Interval, *, foreseen: bool) -> Curve:
    """Days shortly before what is foreseen, or shortly after what is told; on average 1 over a year."""
    found = numbers().run
    if days.start is None or days.last is None:
        return np.ones(len(curves.days()))
    if foreseen:
        side = np.where(curves.days() <= days.last.toordinal(), curves.nearing(days.start, found.fade, 2.0), 0.0)
    else:
        side = np.where(curves.days() >= days.start.toordinal(), curves.fading(days.last, found.fade, 2.0), 0.0)
    return np.asarray(side * curves.YEAR / side.sum())
