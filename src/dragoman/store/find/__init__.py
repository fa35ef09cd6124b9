"""Text of the query language → `Query` → the records that it asks for: one by one, as a table, counted."""

from dragoman.store.find.counts import Counts, counts
from dragoman.store.find.frame import frame
from dragoman.store.find.grammar import parse
from dragoman.store.find.matching import matches
from dragoman.store.find.periods import GROUPS, PERIODS, Count
from dragoman.store.find.query import Query
from dragoman.store.find.search import records
from dragoman.store.find.writing import written

__all__ = [
    "GROUPS",
    "PERIODS",
    "Count",
    "Counts",
    "Query",
    "counts",
    "frame",
    "matches",
    "parse",
    "records",
    "written",
]
