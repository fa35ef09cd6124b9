"""The tables by which the records of current revisions are found and counted; all of them follow from the records.

Indexes lie in the order of a value and then of the numbers of its records. New records have the highest numbers, so
they are written at a few places of each index, however old the days are that they tell of; in the order of days each
of them would be written at a place of its own. Only what days alone are asked by lies in their order.
"""

from sqlalchemy import Column, Float, Index, Integer, SmallInteger, Table, Text, text

from dragoman.store.desk.table_columns import METADATA, Letters, counted, of

LASTING = text("last_day IS NULL OR last_day <> day")
"""Of records that are not of one known day: few, so that those which reach into a stretch of days are found fast."""
PHASED = text("phase IS NOT NULL")
"""Few acts have a phase."""

facets = Table(
    "facets",
    METADATA,
    of("records.n", key=True),
    Column("kind", Letters, nullable=False),
    Column("day", Letters, nullable=False),
    Column("type", Letters, nullable=False),
    Column("quad", SmallInteger),
    Column("last_day", Letters),
    Column("edtf", Letters),
    Column("cameo", Letters),
    Column("factuality", Letters, nullable=False),
    Column("told", Letters, nullable=False),
    Column("phase", Letters),
    Column("status", Letters, nullable=False),
    Column("country", Letters),
    Column("place", Letters),
    Column("publisher", Letters),
    Column("published", Letters),
    Column("confidence", Float, nullable=False),
    Index("facets_day", "day", "type", "quad"),
    Index("facets_type", "type", "n", "day", "quad"),
    Index("facets_told", "told"),
    Index("facets_phase", "phase", sqlite_where=PHASED, postgresql_where=PHASED),
    Index("facets_country", "country", "n", "day", "type", "quad"),
    Index("facets_place", "place"),
    Index("facets_publisher", "publisher", "n", "day", "type", "quad"),
    Index("facets_status", "status"),
    Index("facets_published", "published", "day"),
    Index("facets_lasting", "last_day", "day", sqlite_where=LASTING, postgresql_where=LASTING),
)
"""`kind` is event, statement or figure; `day` and `type` are empty text where there is none.

`place` is the place's folded name; `status` is that of `store.status`.
"""

record_parties = Table(
    "record_parties",
    METADATA,
    of("facets.n", key=True),
    Column("turn", SmallInteger, primary_key=True, autoincrement=False),
    Column("side", Letters, nullable=False),
    Column("code", Letters),
    Column("entity", Letters, nullable=False),
    Column("sector", Letters),
    Column("others", Letters),
    *counted(),
    Index("parties_code", "code", "side", "n", "day", "type", "quad"),
    Index("parties_entity", "entity", "n", "side"),
    sqlite_with_rowid=False,
)
"""`side` is actor (speaker, whence), recipient (addressee, whither) or about; `others` its further sectors, `;MIL;`."""

entities = Table(
    "entities",
    METADATA,
    Column("entity", Letters, primary_key=True),
    Column("name", Letters, primary_key=True),
    sqlite_with_rowid=False,
)
"""Folded names of the entities in `record_parties`, so that those with some words in their name are found fast."""

record_pairs = Table(
    "record_pairs",
    METADATA,
    of("facets.n", key=True),
    Column("actor", Letters, primary_key=True),
    Column("recipient", Letters, primary_key=True),
    *counted(),
    Index("pairs_codes", "actor", "recipient", "n"),
    sqlite_with_rowid=False,
)
"""Actor × recipient by code, each pair once a record."""

record_marks = Table(
    "record_marks",
    METADATA,
    of("facets.n", key=True),
    Column("field", Letters, primary_key=True),
    Column("value", Letters, primary_key=True),
    *counted(),
    Index("marks_value", "field", "value", "n", "day", "type", "quad"),
    sqlite_with_rowid=False,
)
"""`field` is mode, context, auxiliary, source (the kind of a source), or "actor sector" and the like for each side."""

record_words = Table("record_words", METADATA, of("facets.n", key=True), Column("words", Text, nullable=False))
"""Folded words (dragoman.text.folding) with one space between; PostgreSQL has a column `terms` (tsvector) besides."""

names = Table(
    "names",
    METADATA,
    Column("kind", Letters, primary_key=True),
    Column("of", Letters, primary_key=True),
    Column("name", Letters, primary_key=True),
    sqlite_with_rowid=False,
)
"""Folded names of the places and publishers in `facets`: `kind` is the column, `of` what stands there."""

day_tallies = Table(
    "day_tallies",
    METADATA,
    Column("day", Letters, primary_key=True),
    Column("kind", Letters, primary_key=True),
    Column("type", Letters, primary_key=True),
    Column("quad", SmallInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Records by day, kind, type and quad (0 where there is none)."""

month_tallies = Table(
    "month_tallies",
    METADATA,
    Column("field", Letters, primary_key=True),
    Column("value", Letters, primary_key=True),
    Column("month", Letters, primary_key=True),
    Column("type", Letters, primary_key=True),
    Column("quad", SmallInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Records by told factuality, by status and by phase, each with month ("2019-05", empty where none), type and quad."""

pair_tallies = Table(
    "pair_tallies",
    METADATA,
    Column("actor", Letters, primary_key=True),
    Column("recipient", Letters, primary_key=True),
    Column("year", Letters, primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Records by pair and year (empty text where there is none)."""
