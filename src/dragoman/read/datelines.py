"""The beginning of a body → where the dateline ends ("TOKYO, June 2 (Agency) — "), and the date in it."""

import functools
import importlib.resources
import re
from typing import NamedTuple

from dragoman.read import dates

LONGEST = 120
"""Characters in which the mark after a dateline must stand; the longest in the development texts has 71."""
WORDS = 7
"""Words that the name of a place with its country may have ("SANTIAGO DE LOS CABALLEROS, Dominican Republic")."""
CITY_WORDS = 4
"""Words that the place alone may have; a headline in capitals has more."""
SMALL = frozenset(
    {"of", "de", "la", "le", "du", "da", "do", "del", "der", "el", "al", "the", "and", "los", "sur", "upon"}
)
"""Small words inside names of places."""

_MARK = re.compile(
    r"\s*(?:—|–|―|--+)\s*|\s+[-−_]+\s+|(?<=\))\s*[-−_:]\s+|(?<=[^\W\d_]):\s+|(?<=\d):\s+|(?<=\d{4})\.\s+"
)
_BARE = re.compile(r"(?<=\))\s+|(?<=/)\.?\s+")
"""After an agency in brackets or strokes the text may follow without a mark."""
_AGENCY = re.compile(
    r"\s*(?:\((?P<round>[^()\n]{2,50})\)|\[(?P<square>[^\[\]\n]{2,50})\]|/(?P<stroke>[A-Z][^/\n]{1,30})/)\s*$"
)
_BEGINNING = re.compile(r"[\"'“‘«(\[$£€]*(?:[^\W_a-z]|\d)")


class Dateline(NamedTuple):
    """Where the text after a dateline begins, and the date that stands in it."""

    end: int
    date: dates.Found | None


class _Head(NamedTuple):
    """The parts of what stands before the mark."""

    place: str
    date: dates.Found | None
    agency: bool


def at(text: str, start: int) -> Dateline | None:
    """The dateline that begins at an offset.

    >>> at("GENEVA (Agency) - Talks began.", 0)
    Dateline(end=18, date=None)
    >>> at("Talks began - and failed.", 0)
    """
    window = text[: start + LONGEST]
    for pattern in (_MARK, _BARE):
        mark = pattern.search(window, start + 1)
        if mark is None or "\n" in text[start : mark.start()]:
            continue
        head = _head(text, start, mark.start())
        if _is_one(head, mark.group(), text[mark.end() : mark.end() + 8]):
            return Dateline(mark.end(), head.date)
    return None


@functools.cache
def places() -> frozenset[str]:
    """Names of places that stand in datelines, in lower case."""
    file = importlib.resources.files("dragoman.read").joinpath("data/dateline_places.txt")
    return frozenset(line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#"))


def _head(text: str, start: int, end: int) -> _Head:
    """Agency and date are taken from the end, in whichever order; what is left is the place."""
    agency, date = False, None
    while True:
        bracket = _AGENCY.search(text, start, end)
        inside = None if bracket is None else next(g for g in ("round", "square", "stroke") if bracket[g] is not None)
        if bracket is not None and inside is not None:
            dated = dates.at(text, bracket.start(inside))
            date = dated if dated is not None and dated.end == bracket.end(inside) else date
            agency, end = True, bracket.start()
        elif date is None and (found := _last_date(text, start, end)) is not None:
            date, end = found, found.start
        else:
            return _Head(text[start:end].strip(" \t,.;|"), date, agency)


def _last_date(text: str, start: int, end: int) -> dates.Found | None:
    """The date with which a stretch of text ends."""
    trimmed = start + len(text[start:end].rstrip(" \t,."))
    for word in re.finditer(r"(?<![^\W_])\w", text[start:trimmed]):
        found = dates.at(text[:trimmed], start + word.start())
        if found is not None and found.end == trimmed:
            return found
    return None


def _is_one(head: _Head, mark: str, rest: str) -> bool:
    """Whether the parts make a dateline: a place, and something that only datelines have."""
    if mark.strip() == "." and (head.date is None or head.date.date is None):
        return False
    lower = head.place.islower()
    if not lower and _BEGINNING.match(rest) is None:
        return False
    if head.place == "":
        return head.agency and mark.strip() not in {"", ":"}
    if _is_known(head.place):
        return mark.strip() != "" or head.agency
    if lower or not _is_name(head.place):
        return False
    capitals = _first(head.place).isupper() and len(_first(head.place).split()) <= CITY_WORDS
    certain = head.agency or head.date is not None
    return (capitals and (certain or mark.strip() not in {"", ":"})) or (certain and mark.strip() != "")


def _first(place: str) -> str:
    return re.split(r"[,/(;]", place, maxsplit=1)[0].strip()


def _is_known(place: str) -> bool:
    return len(place.split()) <= WORDS and _first(place).casefold() in places()


def _is_name(place: str) -> bool:
    words = re.findall(r"[\w.'’]+", place)
    named = [word for word in words if word[0].isupper() or word.casefold() in SMALL]
    return 0 < len(words) == len(named) <= WORDS and not any(character.isdigit() for character in place)
