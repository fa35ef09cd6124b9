"""Number words and figures → values: "1,500", "two dozen", "several hundred", "41st", "5.3 percent", "$2.5 billion"."""

import functools
import importlib.resources
import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

HUNDRED = 100
HALF = 0.5
_PIECE = re.compile(r"[A-Za-z]*[$€£¥₹₩₽₺₴₪₦₱₫฿]|\d+(?:,\d{2,3})*(?:\.\d+)?|\.\d+|[A-Za-z]+|%")
_FIGURE = re.compile(r"\d+(?:,\d{2,3})*(?:\.\d+)?|\.\d+")
_ORDINAL_END = frozenset(("st", "nd", "rd", "th"))
_FILLERS = frozenset(("a", "an", "and", "of"))


class Number(NamedTuple):
    """A number as told.

    Attributes:
        value: Its value; the least it can mean where it is vague.
        approximate: Whether the words leave it open ("about", "dozens", "at least").
        unit: "" for a plain count, "ordinal", "percent", or an ISO 4217 currency.
    """

    value: float
    approximate: bool = False
    unit: str = ""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words and signs of numbers, from `data/numbers.yaml`."""

    small: dict[str, float]
    scale: dict[str, float]
    vague: dict[str, float]
    plural_scale: dict[str, float]
    ordinal: dict[str, float]
    approximators: tuple[str, ...]
    percent: tuple[str, ...]
    currency_signs: dict[str, str]
    currency_adjectives: dict[str, str]
    currency_words: dict[str, str]


@functools.cache
def words() -> Words:
    """The table of number words, read once."""
    raw = importlib.resources.files("dragoman.text").joinpath("data/numbers.yaml").read_bytes()
    return msgspec.yaml.decode(raw, type=Words)


def is_number(word: str) -> bool:
    """Whether a single word can carry a number ("12", "two", "dozens", but not "several" or "a").

    >>> [is_number(w) for w in ("1,500", "dozens", "forty-one", "41st", "some")]
    [True, True, True, True, False]
    """
    low, table = word.lower(), words()
    if word[:1].isdigit() or (word[:1] == "." and word[1:2].isdigit()):
        return True
    return any(
        part in table.small or part in table.scale or part in table.plural_scale
        for part in low.split("-")
        if len(part) > 1
    )


def parse(text: str) -> Number | None:
    """The number that a phrase tells, None where it tells none or more than one.

    >>> parse("$2.5 billion"), parse("several hundred")
    (Number(value=2500000000.0, approximate=False, unit='USD'), Number(value=300.0, approximate=True, unit=''))
    >>> parse("41st"), parse("twenty-one thousand"), parse("the destroyer")
    (Number(value=41.0, approximate=False, unit='ordinal'), Number(value=21000.0, approximate=False, unit=''), None)
    """
    phrase, approximate = _without_approximator(" ".join(text.lower().replace("-", " ").split()))
    pieces, unit = _without_unit(_PIECE.findall(phrase))
    if unit == "" and len(pieces) == len(_PIECE.findall(phrase)):
        pieces, unit = _without_ordinal(pieces)
    told = _value(pieces)
    if told is None:
        return None
    value, vague = told
    return Number(value, approximate or vague, unit)


def _without_approximator(phrase: str) -> tuple[str, bool]:
    """The phrase behind "about", "more than" and the like, and whether there was one."""
    for word in _approximators():
        if phrase.startswith(word + " "):
            return phrase[len(word) + 1 :], True
    return phrase, False


@functools.cache
def _approximators() -> tuple[str, ...]:
    """Longest first, so that "an estimated" goes before "an"."""
    return tuple(sorted(words().approximators, key=len, reverse=True))


@functools.cache
def _signs() -> dict[str, str]:
    return {sign.lower(): code for sign, code in words().currency_signs.items()}


def _without_unit(pieces: list[str]) -> tuple[list[str], str]:
    """The pieces without a currency or percent sign or word."""
    if not pieces:
        return [], ""
    if pieces[0] in _signs():
        return pieces[1:], _signs()[pieces[0]]
    last = pieces[-1]
    if last == "cent" and pieces[-2:-1] == ["per"]:
        return pieces[:-2], "percent"
    if last in words().percent:
        return pieces[:-1], "percent"
    code = currency(last)
    return (pieces[:-1], code) if code is not None else (pieces, "")


def currency(word: str) -> str | None:
    """ISO 4217 code of a currency's name or sign.

    >>> currency("dollars"), currency("€"), currency("metres")
    ('USD', 'EUR', None)
    """
    low = word.lower()
    table = words().currency_words
    return table.get(low) or table.get(low.removesuffix("s")) or _signs().get(low)


def _without_ordinal(pieces: list[str]) -> tuple[list[str], str]:
    """Figures with "st", "th" and words such as "fifth" as plain numbers, marked ordinal."""
    last = pieces[-1] if pieces else ""
    if last in _ORDINAL_END and len(pieces) > 1:
        return pieces[:-1], "ordinal"
    if last in words().ordinal:
        return [*pieces[:-1], str(int(words().ordinal[last]))], "ordinal"
    return pieces, ""


def _value(pieces: Iterable[str]) -> tuple[float, bool] | None:
    """Value of a chain of figures, number words and scales, and whether it is vague."""
    total, current, vague, seen = 0.0, None, False, False
    for piece in pieces:
        small = _small(piece)
        scale = words().scale.get(piece)
        if small is not None:
            value, loose = small
            current, vague = _joined(current, piece, value), vague or loose
        elif scale is not None:
            vague = vague or current == HALF
            current = (1.0 if current is None else current) * scale
            if scale > HUNDRED:
                total, current = total + current, None
        elif piece not in _FILLERS:
            return None
        seen = seen or piece not in _FILLERS
    return (total + (current or 0.0), vague) if seen else None


def _joined(current: float | None, piece: str, value: float) -> float:
    """A number with the next word added to it; "tens of thousands" are as many thousands."""
    plural = words().plural_scale
    if piece in plural and current is not None:
        return current * value / 2
    return (current or 0.0) + value


def _small(piece: str) -> tuple[float, bool] | None:
    """Value of a figure, a small number word or a vague word, and whether it is vague."""
    if _FIGURE.fullmatch(piece):
        return float(piece.replace(",", "")), False
    table = words()
    if piece == "half":
        return HALF, False
    if piece in table.small:
        return table.small[piece], False
    loose = table.vague.get(piece, table.plural_scale.get(piece))
    return None if loose is None else (loose, True)
