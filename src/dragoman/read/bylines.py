r"""A line of a report's opening → whether it tells who wrote the report, or what an agency changed in it."""

import functools
import importlib.resources
import re
from typing import NamedTuple

import yaml

from dragoman.model.span import Span
from dragoman.read import dates

WORDS = 12
"""Words that a line which names the writer may have."""
NOTE_WORDS = 25
"""Words that a note of changes may have."""
_ENDS = (".", "?", "!", ":", ",", ";")


class _Words(NamedTuple):
    """How bylines begin, what writers are called in them, and how notes of changes begin."""

    openers: re.Pattern[str]
    places: re.Pattern[str]
    trades: re.Pattern[str]
    changes: re.Pattern[str]


def is_one(text: str, line: Span) -> bool:
    """Whether a line names the writer behind "by", tells his trade there, or is a note of changes in brackets.

    >>> all(is_one(text, Span(0, len(text))) for text in ("By Ana Writer", "By our own correspondent", "(Adds quote)"))
    True
    >>> is_one("By then the army had left", Span(0, 25))
    False
    """
    told = line.of(text).strip()
    if told.startswith("(") and told.endswith(")"):
        return len(told.split()) <= NOTE_WORDS and _words().changes.match(told) is not None
    if not _is_short(told):
        return False
    opener = _words().openers.match(told)
    if opener is not None and told[opener.end()].isupper():
        return True
    return (opener or _words().places.match(told)) is not None and _words().trades.search(told) is not None


def tells_trade(text: str, line: Span) -> bool:
    """Whether a line may be the one below a writer's name that tells whose writer he is ("Gazette Staff Writer")."""
    told = line.of(text).strip()
    trade = _words().trades.search(told)
    return (
        _is_short(told) and trade is not None and trade.end() == len(told) and all(w[0].isupper() for w in told.split())
    )


def _is_short(told: str) -> bool:
    return 1 < len(told.split()) <= WORDS and not told.endswith(_ENDS)


@functools.cache
def _words() -> _Words:
    file = importlib.resources.files("dragoman.read").joinpath("data/bylines.yaml")
    data = {name: dates.alternatives(tuple(words)) for name, words in yaml.safe_load(file.read_text("utf-8")).items()}
    return _Words(
        re.compile(rf"(?:{data['openers']})[ \t]+(?=\S)", re.IGNORECASE),
        re.compile(rf"(?:{data['places']})[ \t]+(?=\S)", re.IGNORECASE),
        re.compile(rf"\b(?:{data['trades']})\b", re.IGNORECASE),
        re.compile(rf"\((?:{data['changes']})\b", re.IGNORECASE),
    )
