"""One written value and its key → a `Value`; what cannot be read is refused with what is allowed and what is near."""

from collections.abc import Callable

from dragoman.store.find import names, ranges
from dragoman.store.find.keys import Key, meant, spelled, terms
from dragoman.store.find.query import Beginning, Exact, Nothing, Value
from dragoman.store.find.raw import Raw, RefusedError, near

NOTHING = "none"
NEVER_EMPTY = frozenset({"pair", "words"})
"""Forms of which no record is without a value that could be asked for."""


def value(key: Key, raw: Raw) -> Value:
    """The value that a written one stands for.

    Raises:
        RefusedError: It stands for none.
    """
    if raw == Raw(NOTHING) and key.form not in NEVER_EMPTY:
        return Nothing()
    return _term(key.name, raw) if key.form == "list" else _FORMS[key.form](raw)


def _term(key: str, raw: Raw) -> Exact:
    known = terms(key)
    term = None if raw.star else known.get(spelled(raw.text))
    if term is None:
        raise RefusedError(f"unknown {key} {raw.text!r}{_meant(key, spelled(raw.text))}", ", ".join(known.values()))
    return Exact(term)


def _meant(key: str, text: str) -> str:
    """The end of a message that names the term that is meant, or spelt nearly so."""
    guess = meant(key).get(text)
    return near(text, terms(key), terms(key)) if guess is None else f", did you mean {guess!r}?"


def _id(raw: Raw) -> Value:
    if raw.text == "":
        raise RefusedError("an empty value", f"an id, the beginning of one with * after it, or {NOTHING}")
    return Beginning(raw.text) if raw.star else Exact(raw.text)


_FORMS: dict[str, Callable[[Raw], Value]] = {
    "party": names.party,
    "pair": names.pair,
    "place": names.place,
    "name": names.phrase,
    "id": _id,
    "days": ranges.days,
    "number": ranges.number,
    "words": names.phrase,
}
