"""The pattern file → compiled patterns over strings with one character for each piece.

Every set of classes that a piece can have is one character; a class in a pattern is the set of characters that contain
it. So a long list of patterns is searched by the regular-expression engine alone, over very short strings.
"""

import functools
import importlib.resources
import itertools
import re
from collections.abc import Iterable, Iterator

import msgspec
import yaml

from dragoman.annotate import time_words
from dragoman.model.annotated import TimexType

NOTHING = "nothing"
ANY = "any"
BREAK = "\n"
"""Character that stands between paragraphs; no pattern crosses it."""
OTHER = "."
"""Character of a piece without a class."""
FIRST_SIGN = 0x4E00
"""Characters for sets of classes are counted from here: a long run of letters without meaning to the engine."""
_ITEM = re.compile(r"'[^ ]+'\??|\)\??|[(|\[\]]|[^ ]+")
_QUOTED = re.compile(r"'([^ ]+)'")


class PatternRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the pattern file; all keys but these are fixed parts."""

    kind: str
    match: str
    type: TimexType = "DATE"
    range: bool = False
    parts: dict[str, str] = {}


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """A compiled pattern: its row, the expression, which class or word each named part was matched by."""

    row: PatternRow
    found: re.Pattern[str]
    sources: dict[str, str]


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """All patterns and the character of every set of classes."""

    patterns: tuple[Pattern, ...]
    signs: dict[frozenset[str], str]
    literals: frozenset[str]


@functools.cache
def grammar() -> Grammar:
    """The grammar, compiled once."""
    rows, macros = _rows()
    macros = {**macros, "HOLIDAY": _holidays(holiday_names())}
    texts = [expanded(row.match, macros) for row in rows]
    literals = frozenset(word for text in texts for word in _QUOTED.findall(text))
    signs = _signs(literals)
    members = _members(signs)
    patterns = tuple(_compiled(row, text, members, macros) for row, text in zip(rows, texts, strict=True))
    return Grammar(patterns=patterns, signs=signs, literals=literals)


def _data(name: str) -> object:
    path = importlib.resources.files("dragoman.text") / "data" / name
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class _File(msgspec.Struct, frozen=True):
    macros: dict[str, str]
    patterns: list[dict[str, str | bool]]


def _rows() -> tuple[list[PatternRow], dict[str, str]]:
    file = msgspec.convert(_data("time_patterns.yaml"), _File)
    own = {"kind", "match", "type", "range"}
    rows = [
        msgspec.convert(
            {k: v for k, v in row.items() if k in own} | {"parts": {k: v for k, v in row.items() if k not in own}},
            PatternRow,
        )
        for row in file.patterns
    ]
    return rows, file.macros


class _HolidayNames(msgspec.Struct, frozen=True):
    names: tuple[str, ...]


@functools.cache
def holiday_names() -> frozenset[str]:
    """Names of holidays in lower case."""
    rows = msgspec.convert(_data("holidays.yaml"), list[_HolidayNames])
    return frozenset(name.lower() for row in rows for name in row.names)


def _holidays(names: Iterable[str]) -> str:
    """A macro with one alternative for each name, longest first; an apostrophe is a piece of its own."""
    spaced = (re.sub(r"('s?)(?= |$)", r" \1", name) for name in names)
    alternatives = sorted((_sequence(name) for name in spaced), key=lambda s: (-len(s), s))
    return "( " + " | ".join(alternatives) + " )"


def _sequence(name: str) -> str:
    words = name.replace("-", " - ").split()
    return " ".join("possessive" if word in {"'", "'s"} else f"'{word}'" for word in words)


def expanded(match: str, macros: dict[str, str]) -> str:
    """A pattern with its macros written out, also the one of a named part (`n=NUM`).

    >>> expanded("n=NUM unit", {"NUM": "( int | cardinal )"})
    'n=( int | cardinal ) unit'
    """
    for _ in range(len(macros)):
        for name, text in macros.items():
            match = re.sub(rf"(?<![\w']){name}(?![\w'])", text.replace("\\", r"\\"), match)
    return match


def _signs(literals: frozenset[str]) -> dict[frozenset[str], str]:
    """A character for every set of classes that a word or a number can have."""
    sets = {frozenset[str]()}
    listed = {word for members in time_words.words().classes.values() for word in members}
    for word in listed | literals:
        sets |= set(_variants(word, literals))
    sets |= {frozenset(time_words.shapes(text)) for text in _samples()}
    ordered = sorted(sets - {frozenset()}, key=sorted)
    return {frozenset(): OTHER} | {found: chr(FIRST_SIGN + n) for n, found in enumerate(ordered)}


def _variants(word: str, literals: frozenset[str]) -> Iterator[frozenset[str]]:
    """The sets of classes that a word has in all its uses."""
    fixed = {f"'{word}'"} if word in literals else set()
    fixed |= set(time_words.shapes(word))
    guarded = [c for c in time_words.classes_of_word(word) if word in time_words.words().guards.get(c, {})]
    free = [c for c in time_words.classes_of_word(word) if c not in guarded]
    for size in range(len(guarded) + 1):
        for chosen in itertools.combinations(guarded, size):
            yield frozenset([*fixed, *free, *chosen])


def _samples() -> Iterator[str]:
    """Numbers of every shape."""
    yield from (str(n) for n in range(2200))
    yield from (f"{n:02d}" for n in range(100))
    yield from (f"{n:04d}" for n in range(2400))
    yield from (f"{n}0s" for n in range(1, 211))
    yield from (f"{h}{sep}{m:02d}" for h in range(30) for sep in ":." for m in range(0, 100, 5))
    yield from (f"{h:02d}{sep}{m:02d}" for h in range(30) for sep in ":." for m in range(0, 100, 5))
    yield from (
        "1st",
        "12th",
        "q1",
        "3q",
        "20191220",
        "1,000",
        "1.5",
        "1.05",
        "½",
        "2½",
        "1/2",
        "99999",
        "20t10:00",
        "fy2022",
        "'90s",
    )


def _members(signs: dict[frozenset[str], str]) -> dict[str, str]:
    """For each class the characters of the sets that contain it."""
    members: dict[str, list[str]] = {}
    for classes, sign in signs.items():
        for name in classes:
            members.setdefault(name, []).append(sign)
    return {name: "".join(sorted(found)) for name, found in members.items()}


def _compiled(row: PatternRow, text: str, members: dict[str, str], macros: dict[str, str]) -> Pattern:
    sources = {k: v for k, _, v in (i.rstrip("?").partition("=") for i in expanded(row.match, macros).split()) if v}
    return Pattern(
        row=row,
        found=re.compile("".join(_regex(item, members) for item in _ITEM.findall(text))),
        sources=sources,
    )


def _regex(item: str, members: dict[str, str]) -> str:
    if item in {"(", "|", ")", ")?"}:
        return item.replace("(", "(?:")
    if item in {"[", "]"}:
        return "(?P<span_start>)" if item == "[" else "(?P<span_end>)"
    name, equals, source = item.rpartition("=")
    core = source.rstrip("?")
    if equals and core == "(":
        return f"(?P<{name}>"
    signs = r"[^\n]" if core == ANY else f"[{members[core]}]"
    return (f"(?P<{name}>{signs})" if equals else signs) + source[len(core) :]
