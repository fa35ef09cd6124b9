"""A match of a pattern over pieces → the parts of a time expression, as text that `resolve` understands."""

import re
from collections.abc import Callable, Sequence

from dragoman.annotate import time_words
from dragoman.annotate.time_grammar import Pattern
from dragoman.annotate.time_words import Piece

UNKNOWN = "X"
"""TIMEX3's letter for a number that is not told ("several")."""
_SPOKEN_CENTURY = 1900
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_DIGITS = re.compile(r"\d+")
_NAME_SPACES = re.compile(r" (?='|-)|(?<=-) ")


def parts(pattern: Pattern, match: re.Match[str], pieces: Sequence[Piece]) -> dict[str, str]:
    """Fixed parts of the pattern and what its named parts were filled with."""
    found = dict(pattern.row.parts)
    for name, source in pattern.sources.items():
        start, end = match.span(name)
        if start >= 0:
            told = [piece.text for piece in pieces[start:end]]
            found[name] = _READERS.get(name, _listed)(told, source)
    return found


def number(told: Sequence[str], source: str = "") -> str:
    """A count in words or digits; X where it is not told exactly.

    >>> number(["two", "and", "a", "half"]), number(["twenty", "-", "five"]), number(["several"])
    ('2.5', '25', 'X')
    """
    del source
    if time_words.value("few", told[-1]) is not None:
        return UNKNOWN
    if "couple" in told:
        return "2"
    if "dozen" in told:
        return "12"
    total = _whole([w for w in told if w not in {"a", "and", "half", "of", "-", "–"}])
    total += _fraction(told)
    return f"{total:g}" if total != int(total) else str(int(total))


def _whole(told: Sequence[str]) -> float:
    total = 0.0
    for word in told:
        cardinal, scale = time_words.value("cardinal", word), time_words.value("scale", word)
        if cardinal is not None:
            total += int(cardinal)
        elif scale is not None:
            total = max(total, 1) * int(scale)
        else:
            total += _numeral(word)
    return total


def _numeral(word: str) -> float:
    if "/" in word or not any(c.isdigit() for c in word):
        return 0.0
    return float(word.replace(",", "").rstrip("½¼¾"))


def _fraction(told: Sequence[str]) -> float:
    last = told[-1]
    if last == "half":
        return 0.5
    if "/" in last:
        above, below = last.split("/")
        return int(above) / int(below) if int(below) else 0.0
    return _HALVES.get(last[-1], 0.0)


def _digits(told: Sequence[str], source: str) -> str:
    """The first number among some pieces ("12th" → 12, "third" → 3, "twenty-third" → 23)."""
    del source
    tens = 0
    for word in told:
        ordinal = time_words.value("ordinal", word)
        digits = _DIGITS.search(word)
        if digits is not None:
            return str(int(digits.group()))
        if ordinal is not None:
            return str(int(ordinal) + tens)
        tens = int(time_words.value("cardinal", word) or tens)
    return ""


def _year(told: Sequence[str], source: str) -> str:
    """A year in digits, or in words of the twentieth century ("nineteen eighty-six")."""
    return told[0] if len(told) == 1 else str(_SPOKEN_CENTURY + int(number(told[1:], source)))


def _joined(told: Sequence[str], source: str) -> str:
    del source
    return "".join(told)


def _modifier(told: Sequence[str], source: str) -> str:
    """A TIMEX3 modifier from one or more words; "mid-to-late" is none of them and narrows nothing."""
    text = " ".join(told)
    listed = time_words.words().modifiers.get(text)
    if listed is None and "to" in told:
        return ""
    return listed or next((v for v in (_first_value(w, source) for w in told) if v is not None), text)


def _name(told: Sequence[str], source: str) -> str:
    """The name of a holiday as its data file writes it."""
    del source
    return _NAME_SPACES.sub("", " ".join(told).replace("’", "'"))


def _listed(told: Sequence[str], source: str) -> str:
    """The value that the data file gives the first word that has one, else the words themselves."""
    return next((v for v in (_first_value(w, source) for w in told) if v is not None), " ".join(told))


def _first_value(word: str, source: str) -> str | None:
    """Value of a word in the class that matched it, else in the first class that lists it."""
    known = time_words.value(source, word)
    if known is not None:
        return known
    if source in time_words.words().classes:
        return None
    values = (time_words.value(name, word) for name in time_words.classes_of_word(word))
    return next((v for v in values if v is not None), None)


_READERS: dict[str, Callable[[Sequence[str], str], str]] = {
    "n": lambda told, source: _digits(told, source) if source == "ordinal" else number(told),
    "spoken": number,
    "day": _digits,
    "day2": _digits,
    "nth": _digits,
    "month": lambda told, source: _listed(told, source) if source == "month" else _digits(told, source),
    "a": _digits,
    "b": _digits,
    "year": _year,
    "year2": _year,
    "yy": _joined,
    "yy2": _joined,
    "clock": _joined,
    "hour": number,
    "stamp": _joined,
    "mod": _modifier,
    "mod2": _modifier,
    "fy": _digits,
    "freq": lambda told, source: told[0] if told[0] in {"once", "twice"} else number(told, source),
    "name": _name,
}
