"""The beginning of a text → its headline, the date of publication that it states, and where the prose begins."""

import datetime as dt
import functools
import re
from dataclasses import dataclass, replace

from dragoman.model.span import Span
from dragoman.read import bylines, datelines, dates, lines, masthead

STEPS = 10
"""Headline, date, note, byline and dateline, each at most twice."""
_CLOCK = re.compile(
    r"[\d:.,|()+T/ \t-]*(?:\b(?:am|pm|a\.m\.|p\.m\.|[A-Z]{1,4}|at|hrs)\b\.?[\d:.,|()+/ \t-]*){0,4}", re.IGNORECASE
)
"""Time of day and zone, which may stand behind a date on its line."""
_AFTER_DATE = re.compile(r"[ \t]*(?:[\])]|—|–|--|-|\||:|(?<=\d{4})\.)[ \t]+")

_PROSE = re.compile(r"\s*(?!\w)[^\s,;]|\s*[^\W_a-z]|\s*\d|\s*$")
"""How a text goes on behind a date that is no part of its first sentence ("Published on 3 May 2018, the report" is)."""


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What stands at the beginning of a text.

    Attributes:
        body: Where the prose begins.
        headline: Where the headline stands.
        date: The day of publication that the text states.
        date_span: Where it stands; also for a day and month without a year, which give no `date`.
        revised: Whether the date is that of a later version.
        publisher: The name that stands before the date on its line.
    """

    body: int
    headline: Span | None = None
    date: dt.date | None = None
    date_span: Span | None = None
    revised: bool = False
    publisher: str | None = None


def found(text: str, start: int = 0, headline: Span | None = None, title: str | None = None) -> Opening:
    r"""What stands at the beginning of a text, read line by line until the prose begins.

    Args:
        text: The whole text.
        start: Where to begin.
        headline: The headline, when the format told it.
        title: The report's title, by which a headline is known although no blank line follows.

    >>> found("Talks fail\n\nOSLO, 2 June 2019 (NN) - The talks failed.").date_span
    Span(start=18, end=29)
    """
    seen = _below_date_line(text, Opening(body=lines.next_word(text, start), headline=headline))
    for _ in range(STEPS):
        line = lines.at(text, seen.body)
        after = (
            _dated(text, line, seen)
            or _dateline(text, seen)
            or _headed(text, line, seen, title)
            or _signed(text, line, seen)
        )
        if after is None:
            break
        seen = after
    return seen


def _below_date_line(text: str, seen: Opening) -> Opening:
    """The opening with what a date line among the first lines tells; as it is where there is none."""
    head = masthead.found(text, seen.body)
    if head is None:
        return seen
    told = head.told
    return replace(
        _noted(seen, told.when, head.body),
        headline=seen.headline or head.headline,
        revised=told.revised,
        publisher=told.publisher,
    )


def _noted(seen: Opening, when: dates.Found, body: int) -> Opening:
    """The opening with a date, the first full one counting that is not of a later version."""
    known = seen.date is not None and (when.date is None or not seen.revised)
    if known or (seen.date_span is not None and when.date is None):
        return replace(seen, body=body)
    return replace(seen, body=body, date=when.date, date_span=Span(when.start, when.end), revised=False)


def _dated(text: str, line: Span, seen: Opening) -> Opening | None:
    """A date line, or a date before the first sentence: behind a label, in brackets, or set off by a mark."""
    label = _label().match(text, line.start)
    when = dates.at(text, line.start if label is None else label.end())
    if when is None or when.end > line.end:
        return None
    clock = _CLOCK.match(text, when.end, line.end)
    if clock is not None and clock.end() == line.end:
        if label is None and lines.runs_on(text, line):
            return None
        return _noted(seen, when, lines.next_word(text, line.end))
    mark = _AFTER_DATE.match(text, when.end, line.end)
    if mark is not None:
        return _noted(seen, when, mark.end())
    prose = _PROSE.match(text, when.end) is not None
    return _noted(seen, when, lines.next_word(text, when.end)) if label is not None and prose else None


@functools.cache
def _label() -> re.Pattern[str]:
    labels = dates.alternatives(dates.calendar().labels)
    return re.compile(rf"(?:(?:{labels})[ \t]*[:=]?[ \t]*|\[)(?=[\w])", re.IGNORECASE)


def _dateline(text: str, seen: Opening) -> Opening | None:
    dateline = datelines.at(text, seen.body)
    if dateline is None:
        return None
    body = lines.next_word(text, dateline.end)
    return replace(seen, body=body) if dateline.date is None else _noted(seen, dateline.date, body)


def _headed(text: str, line: Span, seen: Opening, title: str | None) -> Opening | None:
    """A short first line without full stop and a blank line below, or one that is the title."""
    body = lines.next_word(text, line.end)
    if seen.headline is not None or body == len(text) or not any(c.isalpha() for c in line.of(text)):
        return None
    titled = title is not None and line.of(text).split() == title.split()
    alone = lines.blank_below(text, line) or _introduces(text, body)
    if titled or (alone and masthead.is_headline(text, line)):
        return replace(seen, headline=Span(line.start, line.start + len(line.of(text).rstrip())), body=body)
    return None


def _introduces(text: str, start: int) -> bool:
    """Whether a line with a date or a dateline follows, as it does below a headline."""
    line = lines.at(text, start)
    here = Opening(body=start)
    return (
        _dated(text, line, here) is not None
        or _signed(text, line, here) is not None
        or datelines.at(text, start) is not None
    )


def _signed(text: str, line: Span, seen: Opening) -> Opening | None:
    """A line that names the writer or his trade, or tells what is new in the report."""
    body = lines.next_word(text, line.end)
    trade = bylines.tells_trade(text, line) and datelines.at(text, body) is not None
    if body == len(text) or not (trade or bylines.is_one(text, line)):
        return None
    return replace(seen, body=body)
