"""Rates, indexes and prices of an undated article ("50 million marks ($27 million)") → clues: when they stood so."""

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.model.span import Span
from dragoman.ontology import levels
from dragoman.ontology.levels import Kind, Series
from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_amounts import Amount, amounts, figures
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import numbers

_BESIDE = re.compile(r"\s*\((?:about|around|roughly|some|or|equivalent to|\s)*", re.IGNORECASE)
"""What may stand between an amount and the same one in another currency."""
ASIDE, BEHIND = 80, 120
"""Letters before a quotation among which its other currency is told; letters behind a name among which its level is."""
SLACK = 1.5
"""A level is taken for one of a series if it lies no further outside all its values than by this factor."""
_STERLING = {"pound": ("pound", "sterling"), "euro": ("euro",)}


class _Level(NamedTuple):
    """A level told: of what, how high, with what rounding (a share), where, and how often such a one misleads."""

    series: Series
    value: float
    rounding: float
    span: Span
    wrong: float


def clues(page: Page) -> Iterator[Weighed]:
    """One clue for each rate, index and price that an article tells: by its least rounded telling."""
    every = tuple(amounts(page.text))
    told: dict[str, _Level] = {}
    for level in (*_pairs(page, every), *_quoted(page, every), *_prices(page, every), *_named(page)):
        best = told.setdefault(level.series.name, level)
        if (level.wrong, level.rounding) < (best.wrong, best.rounding):
            told[level.series.name] = level
    yield from (_clue(level) for level in told.values() if _plausible(level.series, level.value))


def _clue(level: _Level) -> Weighed:
    detail = f"{level.series.name} at about {float(f'{level.value:.4g}'):,g}{_years(level)}"
    return Weighed("level", detail, level.span, _stood(level), holds=level.wrong == numbers().level.pair)


def _years(level: _Level) -> str:
    """In which years it stood so, in words."""
    fits = (_away(level) ** 2 < 1) & _path(level.series.name)[1]
    years = sorted({curves.day(int(place)).year for place in np.flatnonzero(fits)})
    starts = [year for year in years if year - 1 not in years]
    ends = [year for year in years if year + 1 not in years]
    told = (str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True))
    return f", as in {', '.join(told)}" if years else ""


def _away(level: _Level) -> Curve:
    """How far it lies from the series on every day, in deviations."""
    heights, _ = _path(level.series.name)
    return np.asarray((np.log(level.value) - heights) / np.hypot(level.series.spread, level.rounding))


def _stood(level: _Level) -> Curve:
    """How likely a level is on each day, beside being told of another time; 1 on average over all days it is known."""
    _, known = _path(level.series.name)
    shares = np.where(known, np.exp(-(_away(level) ** 2) / 2), 0.0)
    shares = shares / max(float(shares.sum()) / float(known.sum()), curves.NOWHERE)
    return np.asarray(np.log(np.where(known, level.wrong + (1 - level.wrong) * shares, 1.0)))


@functools.cache
def _path(name: str) -> tuple[Curve, NDArray[np.bool_]]:
    """The logarithm of a series on every day, nothing where there was none; and which days its table speaks of."""
    found = next(one for one in levels.series() if one.name == name)
    days = np.array([day.toordinal() for day, _ in found.points])
    heights = np.log([value for _, value in found.points])
    first, last = min(_ends(0)), max(_ends(-1))
    begun = curves.days() >= (days[0] - curves.YEAR if found.points[0][0].year > first.year else 0)
    known = (curves.days() >= first.toordinal()) & (curves.days() <= last.toordinal() + curves.YEAR)
    over = curves.days() > (days[-1] + curves.YEAR)
    return np.where(begun & ~over, np.interp(curves.days(), days, heights), np.inf), np.asarray(known)


def _ends(place: int) -> list[dt.date]:
    """The first or last days of all series."""
    return [one.points[place][0] for one in levels.series()]


def _plausible(series: Series, value: float) -> bool:
    return series.lowest / SLACK <= value <= series.highest * SLACK


def _pairs(page: Page, every: tuple[Amount, ...]) -> Iterator[_Level]:
    """Two amounts, one in dollars, one of them in brackets behind the other."""
    for first, second in itertools.pairwise(every):
        if _BESIDE.fullmatch(page.text, first.span.end, second.span.start) is None:
            continue
        foreign, dollars = (second, first) if first.series is None else (first, second)
        if foreign.series is None or dollars.series is not None or min(foreign.value, dollars.value) <= 0:
            continue
        ratio = foreign.value / dollars.value
        value = ratio if foreign.series.kind == "units" else 1 / ratio
        rounding = float(np.hypot(foreign.rounding, dollars.rounding))
        span = Span(first.span.start, second.span.end)
        yield _Level(foreign.series, value, rounding, span, numbers().level.pair)


def _quoted(page: Page, every: tuple[Amount, ...]) -> Iterator[_Level]:
    """A currency quoted in another: "the dollar rose to 142.50 yen", "sterling fell to $1.5520"."""
    for amount in every:
        if amount.scaled:
            continue
        before = page.text[max(amount.span.start - ASIDE, 0) : amount.span.start].lower()
        if amount.series is not None and amount.series.kind == "units" and "dollar" in before:
            yield _Level(amount.series, amount.value, amount.rounding, amount.span, numbers().level.quoted)
        for name, words in _STERLING.items() if amount.series is None else ():
            if any(f"{word} " in before for word in words):
                found = next(one for one in levels.series() if one.name == name)
                yield _Level(found, amount.value, amount.rounding, amount.span, numbers().level.quoted)


def _prices(page: Page, every: tuple[Amount, ...]) -> Iterator[_Level]:
    """Dollars a barrel; dollars an ounce where gold is told before."""
    for amount in every:
        for one in _of_kind("price") if amount.series is None and not amount.scaled else ():
            behind = page.text[amount.span.end : amount.span.end + ASIDE].lstrip()
            before = page.text[max(amount.span.start - 2 * ASIDE, 0) : amount.span.start].lower()
            if behind.startswith(one.words) and (one.name != "gold" or "gold" in before):
                yield _Level(one, amount.value, amount.rounding, amount.span, numbers().level.quoted)


def _named(page: Page) -> Iterator[_Level]:
    """An index or percentage behind its name: the greatest figure that may be one."""
    for match in _names().finditer(page.text):
        series = next(one for one in (*_of_kind("index"), *_of_kind("percent")) if match[0] in one.words)
        told = page.text[match.end() : match.end() + BEHIND].split("\n")[0]
        every = [one for one in figures(told, match.end()) if _fits(series, one, page.text)]
        found = [one for one in every if not page.text.endswith("from ", 0, one.span.start)] or every
        if found:
            best = found[0] if series.kind == "percent" else max(found, key=lambda one: one.value)
            span = Span(match.start(), best.span.end)
            yield _Level(series, best.value, best.rounding, span, numbers().level.quoted)


def _fits(series: Series, figure: Amount, text: str) -> bool:
    """Whether a figure may be a level: with thousands or points for an index, before a percent sign for a rate."""
    behind = text[figure.span.end : figure.span.end + 10].lstrip()
    if series.kind == "percent":
        return behind.startswith(("%", "percent", "per cent")) and _plausible(series, figure.value)
    exact = any(mark in figure.span.of(text) for mark in ",.")
    return exact and not behind.startswith(("%", "percent", "points", "million")) and _plausible(series, figure.value)


@functools.cache
def _of_kind(kind: Kind) -> tuple[Series, ...]:
    return tuple(one for one in levels.series() if one.kind == kind)


@functools.cache
def _names() -> re.Pattern[str]:
    """The names of indexes and percentages, the longest first."""
    words = sorted((word for kind in ("index", "percent") for one in _of_kind(kind) for word in one.words), key=len)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, reversed(words)))})\b")
