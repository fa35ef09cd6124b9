"""Amounts of money in a text ("1.5 billion yen", "C$20 million", "$19.85") → value, currency, how far rounded."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.model.span import Span
from dragoman.ontology import levels
from dragoman.ontology.levels import Series

_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,6})?"
_FRACTION = re.compile(r"[ -](\d{1,2})/(\d{1,2})\b")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "bn": 1e9}
_SIGNS = {"$": None, "US$": None, "U.S.$": None}
_HALF = 0.5
"""A figure is rounded by up to half of its last digit …"""
_EVEN = 3.0**-0.5
"""… and any of that is as likely: the deviation of a stretch, from its half."""


class Amount(NamedTuple):
    """An amount: its value, its currency (None: US dollars), whether it is told in millions, its rounding (a share)."""

    value: float
    series: Series | None
    scaled: bool
    rounding: float
    span: Span


def figures(text: str, start: int) -> Iterator[Amount]:
    """The bare figures of a stretch of text that begins at a place of the article, with fractions behind them."""
    for match in re.finditer(rf"(?<![\w.,/$]){'(?:' + _FIGURE + ')'}(?![\w/])", text):
        fraction = _FRACTION.match(text, match.end())
        value, end, rounding = _value(match[0]), match.end(), _rounding(match[0])
        if fraction is not None and int(fraction[2]) > 0:
            value, end, rounding = value + int(fraction[1]) / int(fraction[2]), fraction.end(), 0.0
        yield Amount(value, None, scaled=False, rounding=rounding, span=Span(start + match.start(), start + end))


def amounts(text: str) -> Iterator[Amount]:
    """All amounts in currencies whose rates are known, in the order of the text."""
    for match in _amounts().finditer(text):
        sign, unit = match["sign"], match["unit"]
        if (sign is None) == (unit is None):
            continue
        series = _signs()[sign] if sign is not None else _units()[unit]
        scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
        value, span = _value(match["figure"]) * scale, Span(*match.span())
        yield Amount(value, series, match["scale"] is not None, _rounding(match["figure"]), span)


def _value(figure: str) -> float:
    return float(figure.replace(",", ""))


def _rounding(figure: str) -> float:
    """By what share a figure may be off; noughts at its end are taken for rounding."""
    digits = figure.replace(",", "")
    whole, _, rest = digits.partition(".")
    step = 10.0 ** -len(rest) if rest else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return _HALF * step * _EVEN / max(_value(figure), step)


@functools.cache
def _units() -> dict[str, Series]:
    money = [one for one in levels.series() if one.kind in {"units", "dollars"}]
    return {word: one for one in money for word in one.words if word[0].isalpha() and not word.endswith("$")}


@functools.cache
def _signs() -> dict[str, Series | None]:
    money = [one for one in levels.series() if one.kind in {"units", "dollars"}]
    return _SIGNS | {word: one for one in money for word in one.words if word[-1] in "$£€"}


@functools.cache
def _amounts() -> re.Pattern[str]:
    """A sign before a figure, or a unit behind it; the longest signs and units first."""
    signs, units = (
        "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) for words in (_signs(), _units())
    )
    return re.compile(
        rf"(?<![\w$£€.,])(?P<sign>{signs})?\s?(?<![\w.,])(?P<figure>{_FIGURE})(?![\d])"
        rf"(?:[\s-](?P<scale>(?i:{'|'.join(_SCALES)}))\b)?(?:\s(?P<unit>{units})(?![\w-]))?"
    )
