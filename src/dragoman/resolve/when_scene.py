"""What a time expression is read against (report's date, date told last, tense), and what is found for it."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Basis, Interval
from dragoman.model.resolved import Reading
from dragoman.text import calendar
from dragoman.text.calendar import Direction

UNANCHORED = "unanchored"
_PART_OF = {"START": "EARLY", "MIDDLE": "MID", "END": "LATE"}
_MONTH_DAYS = 31
_YEAR_DAYS = 366
OTHER_SIDE = 0.3
"""Weight of the occurrence on the other side of the report where the tense is open: an estimate."""
FAR, CLOSE = 200, 60
"""Days: a date so far off on the side of the tense gives way to one so close on the other.

Measured on the two halves of the TimeBank/AQUAINT set: value F1 79.2 → 80.5 and 76.3 → 78.3; the same for 150 days.
"""
_ROUGH = frozenset({"APPROX", "LESS_THAN", "MORE_THAN"})


class Found(NamedTuple):
    """The value and days of an expression, what they were anchored to in words, or why they stay open."""

    value: str | None
    interval: Interval | None
    basis: Basis = "relative"
    detail: str = ""
    readings: tuple[Reading, ...] = ()
    issue: str | None = None
    repeats: str | None = None


class Scene(NamedTuple):
    """What is known where an expression stands.

    Attributes:
        report: The report's date, if known.
        direction: Which way the words around it look.
        told: The date told last in this sentence or the one before it.
        here: The day told last in this very sentence.
        quarter: The quarter told last in the article, as its first day.
        is_head: Whether it heads a part of a chronicle, which only looks back.
    """

    report: dt.date | None
    direction: Direction = "open"
    told: Found | None = None
    here: Interval | None = None
    quarter: dt.date | None = None
    is_head: bool = False


Rule = Callable[[TimeExpression, Scene], Found]


def left_open(detail: str, value: str | None = None, issue: str = UNANCHORED) -> Found:
    """Nothing certain: why, and the part of the value that does not depend on it."""
    return Found(value, None, "relative", detail, (), issue)


def no_report() -> Found:
    """Left open for want of the report's date."""
    return left_open("the report has no date")


def against(report: dt.date) -> str:
    """How an explanation names the report's date."""
    return f"report of {report.isoformat()}"


def sided(direction: Direction, report: dt.date) -> str:
    """How an explanation names the side that was taken."""
    words = {"past": "the last one by the", "future": "the next one after the", "open": "the one nearest to the"}
    return f"{words[direction]} {against(report)}"


def day(interval: Interval | None) -> dt.date | None:
    """The day that an interval is, if it is a single one."""
    if interval is None or interval.start is None or interval.end != interval.start + calendar.DAY:
        return None
    return interval.start


def occurrence(report: dt.date, direction: Direction, make: calendar.Yearly) -> list[Interval]:
    """What recurs every year, seen from a report: the likely occurrence first, then the one on the other side.

    Args:
        report: The report's date.
        direction: past takes the last one begun, future the next one not yet over, open the nearer one.
        make: The occurrence of a year, None where that year has none.
    """
    near = [found for n in _years(report) if (found := make(n)) is not None and found.start is not None]
    past = [i for i in near if i.start is not None and i.start <= report][-1:]
    future = [i for i in near if i.end is not None and i.end > report][:1]
    if direction == "open":
        direction = "past" if _distance(past, report) <= _distance(future, report) else "future"
    ordered = past + future if direction == "past" else future + past
    return list(dict.fromkeys(ordered))


def nearer(found: list[Interval], report: dt.date) -> list[Interval]:
    """The same occurrences, the other side first where it is close by and the one that the tense asks for far away."""
    if len(found) > 1 and _distance(found[:1], report) >= FAR and _distance(found[1:], report) <= CLOSE:
        return [found[1], found[0]]
    return found


def _years(report: dt.date) -> range:
    """Years near enough that even 29 February or a date on its weekday occurs."""
    return range(max(calendar.FIRST_YEAR, report.year - 8), min(calendar.LAST_YEAR, report.year + 8) + 1)


def _distance(found: list[Interval], day_: dt.date) -> int:
    """Days between an occurrence and a day; very far if there is none."""
    if not found or found[0].start is None or found[0].end is None:
        return _YEAR_DAYS * 10
    return max(0, (found[0].start - day_).days, (day_ - found[0].end).days)


def others(found: list[Interval], direction: Direction) -> tuple[Reading, ...]:
    """Readings of an occurrence and its alternative, where the tense did not settle it."""
    if direction != "open" or len(found) < len(("likely", "other")):
        return ()
    return (Reading(edtf=found[0].edtf, weight=1 - OTHER_SIDE), Reading(edtf=found[1].edtf, weight=OTHER_SIDE))


def narrowed(found: Found, modifier: str, report: dt.date | None) -> Found:
    """The part of the days that a word such as early, late, later or the end of leaves; the value stays."""
    interval = found.interval
    if interval is None or modifier == "":
        return found
    if modifier in _ROUGH:
        return found._replace(interval=Interval(interval.start, interval.end, approximate=True))
    if modifier in {"EARLIER", "LATER"}:
        return found._replace(interval=_side(interval, modifier, report), readings=())
    part = _part(interval, modifier)
    return found._replace(interval=part, readings=found.readings if part == interval else ())


def _side(interval: Interval, modifier: str, report: dt.date | None) -> Interval:
    """The days of an interval up to the report's (EARLIER) or after it (LATER)."""
    if report is None or interval.start is None or interval.end is None:
        return interval
    if not interval.start <= report < interval.end:
        return interval
    if modifier == "EARLIER":
        return Interval(interval.start, report + calendar.DAY)
    return Interval(min(report + calendar.DAY, interval.end - calendar.DAY), interval.end)


def _part(interval: Interval, modifier: str) -> Interval:
    if interval.start is None or interval.end is None:
        return interval
    length = (interval.end - interval.start).days
    if modifier in {"START", "END"} and _MONTH_DAYS < length <= _YEAR_DAYS:
        edge = interval.start if modifier == "START" else interval.end - calendar.DAY
        return Interval.month(edge.year, edge.month)
    name = _PART_OF.get(modifier, modifier)
    if name not in {"EARLY", "MID", "LATE"} or length == 1:
        return interval
    if interval == Interval.month(interval.start.year, interval.start.month):
        return calendar.part_of_month(interval.start, name)
    return calendar.third(interval, name)
