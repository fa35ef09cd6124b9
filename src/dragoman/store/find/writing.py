"""`Query` → its text in the query language, which `grammar` reads back as the same query."""

import re

from dragoman.model.interval import edtf
from dragoman.store.find.query import TEXT, Amount, Beginning, Clause, Days, Exact, Nothing, Pair, Phrase, Query, Value
from dragoman.store.find.values import NOTHING

_PLAIN = re.compile(r'[^\s,"*]+')


def written(query: Query) -> str:
    """A query in the query language.

    >>> from dragoman.store.find.grammar import parse
    >>> written(parse('  type:threaten , Accuse  -"Oil Exports" who*'))
    'type:THREATEN,ACCUSE -"oil exports" who*'
    """
    return " ".join(_clause(one) for one in query.clauses)


def _clause(clause: Clause) -> str:
    values = ",".join(_value(one, bare=clause.key == TEXT) for one in clause.values)
    return f"{'-' if clause.negated else ''}{'' if clause.key == TEXT else f'{clause.key}:'}{values}"


def _value(value: Value, *, bare: bool) -> str:
    match value:
        case Phrase(words, goes_on):
            text = words[0] if bare and len(words) == 1 else _quoted(" ".join(words))
            return f"{text}{'*' if goes_on else ''}"
        case Exact(text):
            return _exact(text)
        case Beginning(text):
            return f"{_quoted(text)}*"
    return _measured(value)


def _exact(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text != NOTHING else _quoted(text)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _measured(value: Days | Pair | Amount | Nothing) -> str:
    match value:
        case Days(interval):
            return edtf(interval).replace("/..", "..").replace("../", "..").replace("/", "..")
        case Pair(first, second, directed):
            return f"{first}{'>' if directed else '-'}{second}"
        case Amount(low, high) if low == high:
            return f"{low:g}"
        case Amount(low, high):
            return f"{'' if low is None else f'{low:g}'}..{'' if high is None else f'{high:g}'}"
    return NOTHING
