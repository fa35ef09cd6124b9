"""Tokens → pieces with word classes, the alphabet in which time expressions are described.

A piece is a token, or a part of one that is written with a hyphen or slash ("2015-18", "Jan.-March"). The words stand
in `text/data/time_words.yaml`; the shapes of numbers stand here.
"""

import functools
import importlib.resources
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec
import yaml

from dragoman.model.annotated import Token
from dragoman.model.span import Span

YEARS = range(1000, 2101)
"""Four digits that may be a year."""
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("int", r"\d+|\d{1,3}(?:,\d{3})+"),
        ("decimal", r"\d+\.\d+|\d*[½¼¾]"),
        ("fraction", r"\d/\d|[½¼¾]"),
        ("day", r"0?[1-9]|[12]\d|3[01]"),
        ("nth", r"(?:\d*1st|\d*2nd|\d*3rd|\d+th)"),
        ("year", r"1[0-9]\d\d|20\d\d|2100"),
        ("two_digits", r"\d\d"),
        ("two_digit_month", r"0[1-9]|1[0-2]"),
        ("small", r"0?[1-9]|[12]\d|3[01]"),
        ("hour", r"0?[1-9]|1\d|2[0-4]"),
        ("clock", r"(?:[01]?\d|2[0-4]):[0-5]\d"),
        ("dotted_clock", r"(?:0?[1-9]|1[0-2])\.[0-5]\d"),
        ("stamp", r"[0-3]\dt(?:[01]\d|2[0-4])(?::[0-5]\d){1,2}z?"),
        ("military", r"(?:[01]\d|2[0-3])[0-5]\d"),
        ("fiscal_year", r"fy(?:19|20)?\d\d"),
        ("decade", r"(?:1[5-9]|20)\d0s|['’]?[1-9]0s"),
        ("compact", r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"),
        ("quarter_name", r"q[1-4]|[1-4]q"),
    )
)
_JOINED = re.compile(r"[-–/]|[^-–/]+")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_DOT_OR_NOT = re.compile(r"\.|[^.]+")
_FRACTION = re.compile(r"\d/\d")
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The data file of words: classes, guards, cues of years, ranks before names, modifiers."""

    classes: dict[str, dict[str, str | int]]
    guards: dict[str, dict[str, str]]
    year_cues: tuple[str, ...]
    ranks: frozenset[str]
    modifiers: dict[str, str]


class Piece(NamedTuple):
    """A token or part of one: its text in lower case, its characters, the token's number."""

    text: str
    span: Span
    token: int


@functools.cache
def words() -> Words:
    """The data file, checked and read once."""
    path = importlib.resources.files("dragoman.text") / "data" / "time_words.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Words)


@functools.cache
def classes_of_word(word: str) -> tuple[str, ...]:
    """Names of the classes that a word is listed in, whatever its use."""
    return tuple(name for name, members in words().classes.items() if word in members)


@functools.cache
def shapes(text: str) -> tuple[str, ...]:
    """Names of the number shapes that a text has.

    >>> shapes("2019"), shapes("12th")
    (('int', 'year', 'military'), ('nth',))
    """
    if not any(c.isdigit() or c in "½¼¾" for c in text):
        return ()
    return tuple(name for name, pattern in _SHAPES if pattern.fullmatch(text))


def value(name: str, word: str) -> str | None:
    """What a word means as a member of a class, as text; None if it is no member."""
    found = words().classes.get(name, {}).get(word)
    return None if found is None else str(found)


def pieces(tokens: Iterable[Token]) -> Iterator[Piece]:
    """The pieces of tokens; white space gives none."""
    for token in _mended(tokens):
        text = token.text
        if text.isalpha():
            yield Piece(text.lower(), token.span, token.i)
        elif not text.isspace():
            yield from _parts(token, text.lower())


def _mended(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens, with "Wed." in one where the tokeniser took it for "we had"."""
    before: Token | None = None
    for token in tokens:
        if before is not None and before.text == "We" and token.text in {"d", "d."}:
            whole = Span(before.span.start, token.span.end)
            before = msgspec.structs.replace(before, text=before.text + token.text, span=whole, pos="PROPN")
            continue
        if before is not None:
            yield before
        before = token
    if before is not None:
        yield before


def _parts(token: Token, text: str) -> Iterator[Piece]:
    divider = _divider(text)
    if divider is None or len(text) != len(token.text):
        yield Piece(text, token.span, token.i)
        return
    for match in divider.finditer(text):
        start = token.span.start
        yield Piece(match.group(), Span(start + match.start(), start + match.end()), token.i)


def _divider(text: str) -> re.Pattern[str] | None:
    """How a token is cut, if it is: at hyphens and slashes, a written-out date also at points."""
    if len(text) < len("1-2") or _FRACTION.fullmatch(text):
        return None
    if "-" in text or "–" in text or "/" in text:
        return None if text.strip("-–/") == "" else _JOINED
    return _DOT_OR_NOT if _DOTTED.fullmatch(text) else None


def allowed(token: Token, name: str, word: str) -> bool:
    """Whether a token's use lets its word count as a member of a class ("May" the month, "may" the verb)."""
    guard = words().guards.get(name, {}).get(word)
    if guard is None:
        return True
    if guard == "name":
        return token.text[:1].isupper() and token.pos not in _VERBS
    if guard == "adverb":
        return token.pos == "ADV"
    return (token.pos in _NOUNS) == (guard == "noun")
