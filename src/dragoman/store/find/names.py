"""Written countries, actors and places → the codes, ids or words that records are compared by."""

import re
from functools import cache

from dragoman.ontology import countries, lookup, plover
from dragoman.store.find.query import Exact, Pair, Phrase, Value
from dragoman.store.find.raw import Raw, RefusedError, near
from dragoman.text.folding import folded, words

_SHORT_NAME = re.compile(r"[A-Z]{2,6}")
_CODE = re.compile(r"[A-Z]{3}")
_PAIR = re.compile(r"\s*([^->]+?)\s*([->])\s*([^->]+?)\s*")
_WORDS = "words, or a phrase in quotation marks"
_CODES = "an ISO 3166 alpha-3 code, a code of PLOVER, a name, or a name in quotation marks"
_PAIRS = "two countries such as IRN-USA, either way round, or IRN>USA, in this order"


def phrase(raw: Raw) -> Phrase:
    """Folded words in their order.

    >>> phrase(Raw("Oil exp", star=True))
    Phrase(words=('oil', 'exp'), open=True)
    """
    found = tuple(words(raw.text))
    if len(found) == 0:
        raise RefusedError(f"{raw.text!r} holds no letter or digit to look for", _WORDS)
    return Phrase(found, raw.star)


def party(raw: Raw) -> Value:
    """A country or sector by its code, a country by name, an entity by id or by a short name, else words of a name.

    >>> party(Raw("Iran")), party(Raw("MIL")), party(Raw("Rouhani"))
    (Exact(text='IRN'), Exact(text='MIL'), Phrase(words=('rouhani',), open=False))
    """
    if not raw.quoted and not raw.star and (raw.text in plover.sectors() or ":" in raw.text):
        return Exact(raw.text)
    return _country(raw) or _short_name(raw) or phrase(raw)


def place(raw: Raw) -> Value:
    """A country by its code or name, else words of a place's name."""
    found = _country(raw)
    if found is None:
        _refuse_code(raw)
    return found or phrase(raw)


def pair(raw: Raw) -> Pair:
    """Two countries; where their order does not count they stand in that of the alphabet.

    >>> pair(Raw("USA-IRN")), pair(Raw("USA>IRN"))
    (Pair(first='IRN', second='USA', directed=False), Pair(first='USA', second='IRN', directed=True))
    """
    found = _PAIR.fullmatch(raw.text)
    sides = () if found is None else tuple(_country(Raw(side)) for side in (found[1], found[3]))
    match sides:
        case (Exact(one), Exact(other)) if not raw.star:
            directed = ">" in raw.text
            first, second = (one, other) if directed else sorted((one, other))
            return Pair(first, second, directed)
    raise RefusedError(f"{raw.text!r} is no pair", _PAIRS)


@cache
def country_codes() -> frozenset[str]:
    """Codes of states, and PLOVER's codes that stand where a country's would."""
    return frozenset(countries.countries()) | frozenset(plover.country_like())


def _country(raw: Raw) -> Exact | None:
    """A country's code where the value is that code or a name of the country."""
    if raw.star:
        return None
    if raw.text.upper() in country_codes():
        return Exact(raw.text.upper())
    code = _country_names().get(folded(raw.text))
    return None if code is None else Exact(code)


@cache
def _country_names() -> dict[str, str]:
    """Folded names of countries → codes; names that two have are left out."""
    named: dict[str, set[str]] = {}
    for code, country in countries.countries().items():
        for name in (country.name, *country.names):
            named.setdefault(folded(name), set()).add(code)
    return {name: min(codes) for name, codes in named.items() if len(codes) == 1}


def _short_name(raw: Raw) -> Exact | None:
    """The one entity of the dictionary that has a short name in capitals ("IAEA"); a mistyped code is refused."""
    if raw.quoted or raw.star or _SHORT_NAME.fullmatch(raw.text) is None:
        return None
    meanings = lookup.look(raw.text, None).meanings
    if len(meanings) != 1:
        _refuse_code(raw)
        return None
    entity = meanings[0].entity
    return Exact(entity.code if entity.kind == "state" and entity.code is not None else entity.id)


def _refuse_code(raw: Raw) -> None:
    if not raw.quoted and not raw.star and _CODE.fullmatch(raw.text) is not None:
        close = near(raw.text, sorted(country_codes() | plover.sectors().keys()))
        raise RefusedError(f"unknown code {raw.text!r}{close}", _CODES)
