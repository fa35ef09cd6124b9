"""Text of the query language → `Query` → the records that it asks for: on one record, in a database, counted."""

from dragoman.store.find.grammar import parse
from dragoman.store.find.matching import matches
from dragoman.store.find.query import Query
from dragoman.store.find.writing import written

__all__ = ["Query", "matches", "parse", "written"]
