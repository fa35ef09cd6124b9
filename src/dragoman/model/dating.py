"""When an undated article was written, as far as its words tell: days, likeliest day, and the clues behind them."""

import datetime as dt
from typing import Literal

import msgspec

from dragoman.model.ids import ArticleId
from dragoman.model.interval import Interval
from dragoman.model.span import Span

CLAIMED = dt.timedelta(days=400)
"""A wider interval is no claim. From the issue that asked for dating."""
ClueKind = Literal[
    "date",
    "weekday",
    "weekday-date",
    "period",
    "beside",
    "office",
    "person",
    "event",
    "name",
    "level",
    "run",
    "run-name",
    "run-days",
    "kin",
]


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of evidence.

    Attributes:
        kind: What sort of evidence.
        detail: What it says, in words.
        span: The words that tell it.
        days: The days that it speaks for, where they are one stretch.
        effect: By how much the share of the result falls when the clue is left out, from -1 to 1.
    """

    kind: ClueKind
    detail: str
    span: Span
    days: Interval | None = None
    effect: float = 0.0


class Dating(msgspec.Struct, frozen=True, kw_only=True):
    """The result for one article.

    Attributes:
        interval: The shortest stretch of days that holds the share `confidence`; None when nothing tells.
        likely: The shortest stretch that holds most of it: where to look first.
        best: The likeliest day; None when nothing tells.
        confidence: The share of the likelihood that lies in the interval.
        near: The share that lies within seven days of the best day.
        clues: The evidence, the most telling first.
    """

    interval: Interval | None = None
    likely: Interval | None = None
    best: dt.date | None = None
    confidence: float = 0.0
    near: float = 0.0
    clues: tuple[Clue, ...] = ()

    @property
    def claimed(self) -> bool:
        """Whether the interval is narrow enough to be of use."""
        days = self.interval
        return days is not None and days.start is not None and days.end is not None and days.end - days.start < CLAIMED


def week_of(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def month_of(day: dt.date) -> dt.date:
    """The month, by its first day, in which a day's week begins."""
    return week_of(day).replace(day=1)


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """What a dated article of the same run tells, as far as it helps to date another one.

    Attributes:
        event: PLOVER type.
        days: When it took place, or is to take place.
        foreseen: Whether the dated article only foresees it.
        article: The article that tells it.
    """

    event: str
    days: Interval
    foreseen: bool
    article: ArticleId


class SharedName(msgspec.Struct, frozen=True, kw_only=True):
    """A name of an undated article, and the days of those dated articles of the run that have it too.

    Attributes:
        name: The name.
        span: Where the undated article has it first.
        days: Days of dated articles, and how many of each have the name.
    """

    name: str
    span: Span
    days: tuple[tuple[dt.date, int], ...]


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What the dated articles of a run tell of one without a date.

    Attributes:
        acts: Acts that both tell.
        names: Names that both have.
        days: The weeks of all dated articles (their Mondays), and how many there are of each.
        words: For each word that dated articles have too, the months (by `month_of`) and how many of each have it.
    """

    acts: tuple["Shared", ...] = ()
    names: tuple[SharedName, ...] = ()
    days: tuple[tuple[dt.date, int], ...] = ()
    words: tuple[tuple[tuple[dt.date, int], ...], ...] = ()


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """An act of an undated article, and what dated articles of the run tell of the same parties and type.

    Attributes:
        span: The word of the undated article that tells it.
        foreseen: Whether the undated article tells it as still to come.
        time: The time that the undated article tells for it.
        told: What the dated ones tell.
    """

    span: Span
    foreseen: bool
    time: Span | None
    told: tuple[Happened, ...]


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """By what an article without a date is found to be like others.

    Attributes:
        article: Its name, which no other one has.
        words: The words that it has.
        acts: Keys of the acts that it tells; the same key is the same type between the same parties.
    """

    article: str
    words: tuple[str, ...]
    acts: tuple[str, ...]
