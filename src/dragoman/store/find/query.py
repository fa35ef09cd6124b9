"""A question to a desk, as frozen values: clauses that all hold, each with a key and the values of which one holds.

Made from text by `grammar`, written back by `writing`, asked of one record by `matching` and of a database by `sql`.
"""

import msgspec

from dragoman.model.interval import Interval

TEXT = "text"
"""Key of clauses that ask for words of the sentence; it need not be written."""


class Exact(msgspec.Struct, frozen=True):
    """A code, a term of a fixed list or an id, as it is."""

    text: str


class Beginning(msgspec.Struct, frozen=True):
    """All that begins with some characters."""

    text: str


class Phrase(msgspec.Struct, frozen=True):
    """Folded words that follow each other; with `open` the last one may go on."""

    words: tuple[str, ...]
    open: bool = False


class Days(msgspec.Struct, frozen=True):
    """A stretch of days, of which at least one is shared; one side may be open, not both."""

    interval: Interval


class Pair(msgspec.Struct, frozen=True):
    """Two codes on opposite sides of a record; `directed` where the first one is to be the actor."""

    first: str
    second: str
    directed: bool = False


class Amount(msgspec.Struct, frozen=True):
    """Numbers from `low` to `high`, both included; None leaves a side open."""

    low: float | None = None
    high: float | None = None


class Nothing(msgspec.Struct, frozen=True):
    """The field is empty."""


Value = Exact | Beginning | Phrase | Days | Pair | Amount | Nothing


class Clause(msgspec.Struct, frozen=True):
    """One condition: a record has one of the values under the key, or with `negated` none of them."""

    key: str
    values: tuple[Value, ...]
    negated: bool = False


class Query(msgspec.Struct, frozen=True):
    """All its clauses hold; without clauses every record does."""

    clauses: tuple[Clause, ...] = ()
