"""Queries of every form, drawn from the language itself, and small records that such queries may ask for."""

from hypothesis import strategies as st

from dragoman.store.find.keys import Key, keys, terms
from dragoman.store.find.query import Amount, Beginning, Clause, Exact, Nothing, Pair, Phrase, Query, Value
from dragoman.store.find.ranges import days
from dragoman.store.find.raw import Raw
from dragoman.store.find.values import NEVER_EMPTY

WORDS = ("oil", "exports", "envoy", "met", "abe", "u", "s", "5", "3")
CODES = ("IRN", "JPN", "USA", "UNO")
IDS = ("a", "b 1", "https://news.example/1,2", 'the "fifth"', "none", "x*", "person:hassan-rouhani")
DATES = ("2019", "2019-05", "2019-05-31", "2019-W22", "2019-05..2019-06", "2019-06..", "..2019-05-02")
AMOUNTS = (Amount(0.5, 0.5), Amount(0.8, None), Amount(None, 0.5), Amount(0.25, 0.75))

_phrases = st.builds(Phrase, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple), st.booleans())
_countries = st.sampled_from(CODES).map(Exact)
_ids = st.sampled_from(IDS)
_sides = st.tuples(st.sampled_from(CODES), st.sampled_from(CODES))
_directed = _sides.map(lambda sides: Pair(sides[0], sides[1], directed=True))
_pairs = _directed | _sides.map(lambda sides: Pair(min(sides), max(sides)))
_FORMS: dict[str, st.SearchStrategy[Value]] = {
    "party": _countries | st.sampled_from(("GOV", "MIL", "test:Abe", "state:IRN")).map(Exact) | _phrases,
    "place": _countries | _phrases,
    "pair": _pairs,
    "name": _phrases,
    "words": _phrases,
    "id": _ids.map(Exact) | _ids.map(Beginning),
    "days": st.sampled_from(DATES).map(lambda text: days(Raw(text))),
    "number": st.sampled_from(AMOUNTS),
}


def _values(key: Key) -> st.SearchStrategy[Value]:
    made = st.sampled_from(tuple(terms(key.name).values())).map(Exact) if key.form == "list" else _FORMS[key.form]
    return made if key.form in NEVER_EMPTY else made | st.just(Nothing())


def _clauses(key: Key) -> st.SearchStrategy[Clause]:
    values = st.lists(_values(key), min_size=1, max_size=3, unique=True).map(tuple)
    return st.builds(Clause, st.just(key.name), values, st.booleans())


clauses = st.one_of([_clauses(key) for key in keys().values()])
queries = st.lists(clauses, max_size=3).map(lambda found: Query(tuple(found)))
