"""The beginning of a text → its headline, the date of publication that it states, and where the prose begins."""

import datetime as dt
import functools
import re
from dataclasses import dataclass, replace

from dragoman.model.span import Span
from dragoman.read import datelines, dates

HEADLINE_WORDS = 20
"""A first line of more words is a sentence without its full stop."""
BYLINE_WORDS = 12
STEPS = 8
"""Headline, date, byline and dateline, each at most twice."""
_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_BLANK = re.compile(r"(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029])")
_CLOCK = re.compile(
    r"[\d:.,|()+T/ \t-]*(?:\b(?:am|pm|a\.m\.|p\.m\.|[A-Z]{1,4}|at|hrs)\b\.?[\d:.,|()+/ \t-]*){0,4}", re.IGNORECASE
)
"""Time of day and zone, which may stand behind a date on its line."""
_AFTER_DATE = re.compile(r"[ \t]*(?:[\])]|—|–|--|-|\||:)[ \t]+")


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What stands at the beginning of a text.

    Attributes:
        body: Where the prose begins.
        headline: Where the headline stands.
        date: The day of publication that the text states.
        date_span: Where it stands; also for a day and month without a year, which give no `date`.
    """

    body: int
    headline: Span | None = None
    date: dt.date | None = None
    date_span: Span | None = None


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
    seen = Opening(body=_skipped_space(text, start), headline=headline)
    for _ in range(STEPS):
        line = _line(text, seen.body)
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


def _line(text: str, start: int) -> Span:
    end = _LINE_END.search(text, start)
    return Span(start, len(text) if end is None else end.start())


def _skipped_space(text: str, start: int) -> int:
    return len(text) - len(text[start:].lstrip())


def _noted(seen: Opening, when: dates.Found, body: int) -> Opening:
    """The opening with a date, the first full one counting."""
    if seen.date is not None or (seen.date_span is not None and when.date is None):
        return replace(seen, body=body)
    return replace(seen, body=body, date=when.date, date_span=Span(when.start, when.end))


def _dated(text: str, line: Span, seen: Opening) -> Opening | None:
    """A date line, or a date before the first sentence: behind a label, in brackets, or set off by a mark."""
    label = _label().match(text, line.start)
    when = dates.at(text, line.start if label is None else label.end())
    if when is None or when.end > line.end:
        return None
    clock = _CLOCK.match(text, when.end, line.end)
    if clock is not None and clock.end() == line.end:
        return _noted(seen, when, _skipped_space(text, line.end))
    mark = _AFTER_DATE.match(text, when.end, line.end)
    if mark is not None:
        return _noted(seen, when, mark.end())
    return None if label is None else _noted(seen, when, _skipped_space(text, when.end))


@functools.cache
def _label() -> re.Pattern[str]:
    labels = dates.alternatives(dates.calendar().labels)
    return re.compile(rf"(?:(?:{labels})[ \t]*[:=]?[ \t]*|\[)(?=[\w])", re.IGNORECASE)


def _dateline(text: str, seen: Opening) -> Opening | None:
    dateline = datelines.at(text, seen.body)
    if dateline is None:
        return None
    body = _skipped_space(text, dateline.end)
    return replace(seen, body=body) if dateline.date is None else _noted(seen, dateline.date, body)


def _headed(text: str, line: Span, seen: Opening, title: str | None) -> Opening | None:
    """A short first line without full stop and a blank line below, or one that is the title."""
    body = _skipped_space(text, line.end)
    if seen.headline is not None or body == len(text) or not any(c.isalpha() for c in line.of(text)):
        return None
    words = line.of(text).split()
    alone = _BLANK.match(text, line.end) is not None or _introduces(text, body)
    titled = title is not None and words == title.split()
    if titled or (
        alone and len(words) <= HEADLINE_WORDS and not words[-1].endswith((".", ",", ";", ":", ".”", '."', ",”"))
    ):
        return replace(seen, headline=Span(line.start, line.start + len(line.of(text).rstrip())), body=body)
    return None


def _introduces(text: str, start: int) -> bool:
    """Whether a line with a date or a dateline follows, as it does below a headline."""
    line = _line(text, start)
    here = Opening(body=start)
    return (
        _dated(text, line, here) is not None
        or _signed(text, line, here) is not None
        or datelines.at(text, start) is not None
    )


def _signed(text: str, line: Span, seen: Opening) -> Opening | None:
    """A line that names the writer."""
    words = line.of(text).split()
    body = _skipped_space(text, line.end)
    named = len(words) > 1 and words[0].lower() == "by" and words[1][:1].isupper()
    if not named or len(words) > BYLINE_WORDS or words[-1].endswith(".") or body == len(text):
        return None
    return replace(seen, body=body)
