"""One short line → the date of publication that it tells, when it holds nothing but names, clock times and labels.

Such lines stand alone at the head of a report: "OSLO OBSERVER, Thursday, June 13, 2019", "Updated 12:00, 3 May 2018".
"""

import functools
import importlib.resources
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from dragoman.model.span import Span
from dragoman.ontology.places import gazetteer
from dragoman.read import datelines, dates

WORDS = 14
"""A line with more is prose; a byline with a newspaper's name, weekday, date, clock and zone has them."""
CHARACTERS = 160
"""No line of so few words is longer."""
NAME_WORDS = 6
"""Words of one name before the date, small ones not counted ("The Eastern Harbours Shipping Council") …"""
LATER_NAME_WORDS = 3
"""… and behind it, where a short headline may stand as well."""
_YEAR = re.compile(r"(?<!\d)[12]\d{3}")
_WORD = re.compile(r"[^\W\d_](?:[\w'’&-]|\.(?=\w))*\.?")
_CLOCK = re.compile(
    r"T?\d{1,2}(?: ?: ?|\.)\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?:Z|\s*[ap]\.?m\b\.?)?(?![\w:])"
    r"|\d{1,2}\s*[ap]\.?m\b\.?"
    r"|\d{4}(?=\s*(?:[A-Z]{3,4}|hrs)\b)"
    r"|[+-]\d{2}:?\d{2}(?!\d)"
    r"|\d{1,2}(?=[\s-]*min)",
    re.IGNORECASE,
)
"""A clock time with colon or point, one of 12 hours, four digits before a zone, a zone in digits, minutes to read."""
_SEPARATOR = re.compile(r"[,;|/:()\[\]·•@<>*~=_]|\s[-−]+(?=\s|$)|^[-−]+\s|[—–―]|--+")
_SET_OFF = re.compile(r"(?:[,;|/:(\[·•@>*~=_—–―-]|--)\s*$")
_LISTED = re.compile(r"\s*[,|/(\[·•)\]]")
_SENTENCE = re.compile(r"[.,;:?!…][\"'”’)]*\s*$")
_SHORT_FORM = re.compile(r"\b[ap]\.m\.\s*$", re.IGNORECASE)
_OUTLET = re.compile(r"\s*(?P<name>[^\W\d_][^,|\d]*[^\W\d_])\s*[,|]\s*$")


class DateLine(NamedTuple):
    """What a date line tells.

    Attributes:
        when: The date, and where it stands.
        labelled: Whether a word such as "Published" or "Updated" announces it.
        revised: Whether it is the day of a later version.
        publisher: The name in capitals before it, if the line has that form.
    """

    when: dates.Found
    labelled: bool
    revised: bool
    publisher: str | None


class _Words(NamedTuple):
    """The words of date lines."""

    labels: re.Pattern[str]
    revised: frozenset[str]
    small: frozenset[str]
    beginnings: frozenset[str]
    kickers: frozenset[str]


@functools.cache
def _words() -> _Words:
    file = importlib.resources.files("dragoman.read").joinpath("data/date_lines.yaml")
    data = {key: frozenset(words) for key, words in yaml.safe_load(file.read_text("utf-8")).items()}
    labels = dates.alternatives((*dates.calendar().labels, *data.pop("labels"), *data["revised"]))
    small = data.pop("small") | datelines.SMALL
    return _Words(re.compile(rf"\b(?:{labels})\b", re.IGNORECASE), small=small, **data)


def at(text: str, line: Span) -> DateLine | None:
    """The date line that a line is.

    >>> line = "THE MERIDIAN POST | Sunday, 15 September 2019"
    >>> found = at(line, Span(0, len(line)))
    >>> found.when.date, found.publisher
    (datetime.date(2019, 9, 15), 'THE MERIDIAN POST')
    >>> at("On 3 May 2018 the minister resigned.", Span(0, 36))
    """
    if not _may_be(line, text):
        return None
    whens = tuple(_dates(text, line))
    if len(whens) == 0:
        return None
    before = text[line.start : whens[0].start]
    pieces = [text[left.end : right.start] for left, right in itertools.pairwise(whens)]
    labels = [_label(piece) for piece in (before, *pieces)]
    if not _leads(before) or not _follows(text[whens[-1].end : line.end]) or not all(map(_joins, pieces)):
        return None
    chosen = next((n for n, label in enumerate(labels) if label not in _words().revised), 0)
    return DateLine(
        whens[chosen], any(labels), revised=labels[chosen] in _words().revised, publisher=_publisher(before)
    )


def _may_be(line: Span, text: str) -> bool:
    """Whether a line is short, names a year and does not end as a sentence does."""
    if line.end - line.start > CHARACTERS or _YEAR.search(text, line.start, line.end) is None:
        return False
    words = line.of(text)
    return len(words.split()) <= WORDS and (_SENTENCE.search(words) is None or _SHORT_FORM.search(words) is not None)


def _dates(text: str, line: Span) -> Iterator[dates.Found]:
    """The full dates of a line, one after the other."""
    end = line.start
    for word in re.finditer(r"(?<![^\W_])\w", line.of(text)):
        start = line.start + word.start()
        found = dates.at(text, start) if start >= end else None
        if found is not None and found.date is not None and found.end <= line.end:
            end = found.end
            yield found


def _label(piece: str) -> str:
    """The last label of a piece, in small letters; "" where it has none."""
    return next((label.lower() for label in reversed(_words().labels.findall(piece))), "")


def _leads(piece: str) -> bool:
    """Whether what stands before a date is nothing but names set off from it, labels and a clock time."""
    words = piece.split()
    if len(words) == 0:
        return True
    first = words[0].strip(",:").lower()
    if first in _words().beginnings or not _are_names(piece, NAME_WORDS):
        return False
    opened = first == "by" or _words().labels.match(piece.strip()) is not None
    return opened or _SET_OFF.search(piece) is not None or _is_bare(piece) or _is_place(piece)


def _joins(piece: str) -> bool:
    """Whether what stands between two dates announces the second one."""
    return _label(piece) != "" and _are_names(piece, NAME_WORDS)


def _follows(piece: str) -> bool:
    """Whether what stands behind a date is a clock time, a byline, a place, or a short name in a list."""
    if _is_bare(piece):
        return True
    rest = _CLOCK.sub("", piece).strip(" \t-—–|,:")
    signed = rest.lower().startswith("by ") or _label(piece) != ""
    if signed or _is_place(rest) or rest.isupper():
        return _are_names(piece, NAME_WORDS)
    return _LISTED.match(piece) is not None and _are_names(piece, LATER_NAME_WORDS)


def _are_names(piece: str, most: int) -> bool:
    """Whether each part of a piece is a name, and nothing else stands in it than labels, clock times and marks."""
    bare = _words().labels.sub(" ", _CLOCK.sub(" ", piece))
    for part in _SEPARATOR.split(bare):
        words = _WORD.findall(part)
        large = [word for word in words if word.lower() not in _words().small]
        if len(large) > most or _WORD.sub("", part).strip(" \t.'’") != "":
            return False
        if not all(word[0].isupper() for word in large):
            return False
    return True


def _is_bare(piece: str) -> bool:
    """Whether a piece has no names: a clock time with its zone, labels and marks."""
    bare = _words().labels.sub(" ", _CLOCK.sub(" ", piece))
    rest = _WORD.findall(_SEPARATOR.sub(" ", bare))
    clocked = _CLOCK.search(piece) is not None
    return _are_names(piece, NAME_WORDS) and (
        len(rest) == 0 or (clocked and all(w.isupper() or w.lower() in _words().small for w in rest))
    )


def _is_place(piece: str) -> bool:
    return piece.strip(" \t,.").casefold() in datelines.places()


def _publisher(piece: str) -> str | None:
    """The name in capitals that alone stands before the date, unless it is a place or a kicker."""
    match = _OUTLET.fullmatch(piece)
    if match is None or not match["name"].isupper() or _words().labels.search(piece) is not None:
        return None
    name = match["name"]
    no_outlet = name.lower() in _words().kickers or name.startswith("BY ")
    return None if no_outlet or _is_place(name) or any(map(gazetteer().all, (name, name.title()))) else name
