"""Events in words → dots on a line of time, stacked where several fall together; a picture of the chronology."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from dragoman.pages.views import RecordView

WIDTH, HEIGHT, BASE = 1100, 132, 110
"""Size of the drawing and height of its axis, in the drawing's own units."""
STEP = 9
"""Room for one dot."""
MARGIN = dt.timedelta(days=21)
"""Days shown before the first and after the last article; background from other years would squeeze the rest."""
MOST_TICKS = 14
_DECEMBER = 12


class Dot(NamedTuple):
    """One event: where it is drawn, its quad, whether it happened, and its words."""

    key: str
    x: float
    y: float
    quad: int
    solid: bool
    words: str


class Tick(NamedTuple):
    """The beginning of a month or year."""

    x: float
    words: str


class Strip(NamedTuple):
    """The whole drawing."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    first: str
    last: str
    width: int = WIDTH
    height: int = HEIGHT
    base: int = BASE


class Line(NamedTuple):
    """Days laid out from left to right."""

    first: dt.date
    last: dt.date

    def x(self, day: dt.date) -> float:
        """Where a day lies."""
        return round((day - self.first).days / max((self.last - self.first).days, 1) * (WIDTH - STEP) + STEP / 2, 1)


def strip(events: Iterable[tuple[dt.date | None, RecordView]], reports: Iterable[dt.date]) -> Strip:
    """The drawing for events by their first days, over the months in which the articles appeared."""
    days = sorted(reports)
    if len(days) == 0:
        return Strip((), (), "", "")
    line = Line(days[0] - MARGIN, days[-1] + MARGIN)
    inside = [(day, row) for day, row in events if day is not None and line.first <= day <= line.last]
    return Strip(tuple(_dots(line, inside)), tuple(_ticks(line)), f"{line.first:%B %Y}", f"{line.last:%B %Y}")


def _dots(line: Line, inside: list[tuple[dt.date, RecordView]]) -> Iterable[Dot]:
    height: Counter[int] = Counter()
    for day, row in inside:
        column = int(line.x(day) // STEP)
        level = height[column] % (BASE // STEP)
        height[column] += 1
        words = f"{row.date}: {', '.join(one.name for one in row.actors) or '—'} · {row.label} ({row.status})"
        x = column * STEP + STEP / 2
        yield Dot(row.key, x, BASE - STEP * level - STEP / 2 - 2, row.quad, row.status in {"happened", "past"}, words)


def _ticks(line: Line) -> list[Tick]:
    months = (line.last.year - line.first.year) * 12 + line.last.month - line.first.month
    every = -(-months // MOST_TICKS) or 1
    day, ticks = _after(line.first), []
    while day <= line.last:
        ticks.append(Tick(line.x(day), f"{day:%Y}" if day.month == 1 else f"{day:%b}"))
        for _ in range(every):
            day = _after(day)
    return ticks


def _after(day: dt.date) -> dt.date:
    """First day of the following month."""
    return dt.date(day.year + day.month // _DECEMBER, day.month % _DECEMBER + 1, 1)
