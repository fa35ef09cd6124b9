"""The tables of a desk, for SQLite and PostgreSQL alike: no rows come in here and none go out.

A record lies in `records` whole, as the line that `dragoman code` wrote. What it is searched by lies beside it, for
records of current revisions only, so that a search never meets a superseded one:

- `facets`: one row a record, what it has one of (type, quad, told factuality, phase, days, publisher, country …)
- `record_parties`: a row for each actor, recipient or person spoken about
- `record_pairs`: a row for each actor with each recipient that have codes
- `record_marks`: a row for each mode, context, auxiliary mode and kind of source
- `record_words`: the folded words of its sentence, with the index of full text, `record_search`, over them
- `entities`, `names`: each name of a party, place or publisher once, folded: words of a name are looked up in few rows
- `day_tallies`, `month_tallies`, `pair_tallies`: how many records there are, so that common counts read few rows

Rows are tied by numbers `n`, given as they come; they mean nothing outside the file. `day`, `type` and `quad` stand in
the rows of parties, pairs and marks again, so that one index answers a count. Days are ISO text in both databases:
their first four characters are the year, seven the month.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

METADATA = MetaData()
_String = String().with_variant(String(collation="C"), "postgresql")
"""Compared letter by letter, as SQLite and Python do, whatever language the database is set to."""
_Number = BigInteger().with_variant(Integer, "sqlite")
"""SQLite makes a whole-number primary key its row number only under this very name."""


def _number() -> Column[int]:
    return Column("n", _Number, primary_key=True, autoincrement=False)


def _of(target: str, name: str = "n", *, key: bool = False) -> Column[int]:
    """A number of another table's row, with which the row goes."""
    tie = ForeignKey(target, ondelete="CASCADE")
    return Column(name, _Number, tie, primary_key=key, nullable=False, autoincrement=False)


def _counted() -> tuple[Column[str], Column[str], Column[int]]:
    """What counts are grouped by, copied from the facets; empty text where a record has none."""
    return Column("day", _String, nullable=False), Column("type", _String, nullable=False), Column("quad", SmallInteger)


runs = Table(
    "runs",
    METADATA,
    _number(),
    Column("id", _String, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)
"""Which coder, models and settings; `body` is the Run as JSON."""

articles = Table("articles", METADATA, _number(), Column("id", _String, nullable=False, unique=True))

revisions = Table(
    "revisions",
    METADATA,
    _number(),
    _of("articles.n", "article"),
    Column("revision", _String, nullable=False),
    Column("run", _Number, ForeignKey("runs.n"), nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("seen", _String, nullable=False),
    Column("length", Integer, nullable=False),
    Column("kept", Boolean, nullable=False),
    Column("dated", Boolean, nullable=False, index=True),
    Column("before", _String),
    Column("edits", Text),
    Column("body", Text, nullable=False),
    UniqueConstraint("article", "revision"),
)
"""Every text of an article; `body` is the StoredArticle as JSON, with no text where that may not be kept.

`turn` is its place among the revisions of its article, `dated` whether it was read with a date.
"""

issues = Table(
    "issues",
    METADATA,
    _of("revisions.n", "revision", key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("stage", _String, nullable=False),
    Column("reason", _String, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

told = Table(
    "told",
    METADATA,
    _of("revisions.n", "revision", key=True),
    Column("key", _String, primary_key=True),
    Column("day", _String, primary_key=True),
    Column("body", _String, primary_key=True),
    Index("told_key", "key", "day", "body"),
    sqlite_with_rowid=False,
)
"""What dated articles tell that helps to date others: acts by type and parties, and names."""

records = Table(
    "records",
    METADATA,
    _number(),
    Column("id", _String, nullable=False, unique=True),
    _of("revisions.n", "revision"),
    Column("place", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("records_of_revision", "revision", "place"),
)
"""Every record, whole; `place` is its turn in the article."""

LASTING = text("last_day IS NULL OR last_day <> day")
"""Of records that are not of one known day: few, so that those which reach into a stretch of days are found fast."""

facets = Table(
    "facets",
    METADATA,
    _of("records.n", key=True),
    Column("kind", _String, nullable=False),
    Column("day", _String, nullable=False),
    Column("type", _String, nullable=False),
    Column("quad", SmallInteger),
    Column("last_day", _String),
    Column("edtf", _String),
    Column("cameo", _String),
    Column("factuality", _String, nullable=False),
    Column("told", _String, nullable=False),
    Column("phase", _String),
    Column("status", _String, nullable=False),
    Column("country", _String),
    Column("place", _String),
    Column("publisher", _String),
    Column("published", _String),
    Column("confidence", Float, nullable=False),
    Index("facets_day", "day", "type", "quad"),
    Index("facets_type", "type", "day", "quad"),
    Index("facets_told", "told", "day", "type", "quad"),
    Index("facets_phase", "phase", "day", "type", "quad"),
    Index("facets_country", "country", "day", "type", "quad"),
    Index("facets_place", "place", "day", "type", "quad"),
    Index("facets_publisher", "publisher", "day", "type", "quad"),
    Index("facets_status", "status", "day", "type", "quad"),
    Index("facets_published", "published", "day"),
    Index("facets_lasting", "last_day", "day", sqlite_where=LASTING, postgresql_where=LASTING),
)
"""`kind` is event, statement or figure; `day` and `type` are empty text where there is none.

`place` is the place's folded name; `status` is that of `store.status`.
"""

record_parties = Table(
    "record_parties",
    METADATA,
    _of("facets.n", key=True),
    Column("turn", SmallInteger, primary_key=True, autoincrement=False),
    Column("side", _String, nullable=False),
    Column("code", _String),
    Column("entity", _String, nullable=False),
    Column("sector", _String),
    Column("others", _String),
    *_counted(),
    Index("parties_code", "code", "side", "day", "type", "quad", "n"),
    Index("parties_entity", "entity", "side", "day", "type", "quad", "n"),
    Index("parties_sector", "sector", "side", "day", "type", "quad", "n"),
    Index("parties_others", "others", "side", sqlite_where=text("others IS NOT NULL")),
    sqlite_with_rowid=False,
)
"""`side` is actor (speaker, whence), recipient (addressee, whither) or about; `others` its further sectors, `;MIL;`."""

entities = Table(
    "entities",
    METADATA,
    Column("entity", _String, primary_key=True),
    Column("name", _String, primary_key=True),
    sqlite_with_rowid=False,
)
"""Folded names of the entities in `record_parties`, so that those with some words in their name are found fast."""

record_pairs = Table(
    "record_pairs",
    METADATA,
    _of("facets.n", key=True),
    Column("actor", _String, primary_key=True),
    Column("recipient", _String, primary_key=True),
    *_counted(),
    Index("pairs_codes", "actor", "recipient", "day", "type", "quad", "n"),
    sqlite_with_rowid=False,
)
"""Actor × recipient by code, each pair once a record."""

record_marks = Table(
    "record_marks",
    METADATA,
    _of("facets.n", key=True),
    Column("field", _String, primary_key=True),
    Column("value", _String, primary_key=True),
    *_counted(),
    Index("marks_value", "field", "value", "day", "type", "quad", "n"),
    sqlite_with_rowid=False,
)
"""`field` is mode, context, auxiliary or source (the kind of a source; none where the article itself says so)."""

record_words = Table("record_words", METADATA, _of("facets.n", key=True), Column("words", Text, nullable=False))
"""Folded words (dragoman.text.folding) with one space between; PostgreSQL has a column `terms` (tsvector) besides."""

names = Table(
    "names",
    METADATA,
    Column("kind", _String, primary_key=True),
    Column("of", _String, primary_key=True),
    Column("name", _String, primary_key=True),
    sqlite_with_rowid=False,
)
"""Folded names of the places and publishers in `facets`: `kind` is the column, `of` what stands there."""

day_tallies = Table(
    "day_tallies",
    METADATA,
    Column("day", _String, primary_key=True),
    Column("kind", _String, primary_key=True),
    Column("type", _String, primary_key=True),
    Column("quad", SmallInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Records by day, kind, type and quad (0 where there is none)."""

month_tallies = Table(
    "month_tallies",
    METADATA,
    Column("month", _String, primary_key=True),
    Column("kind", _String, primary_key=True),
    Column("type", _String, primary_key=True),
    Column("quad", SmallInteger, primary_key=True, autoincrement=False),
    Column("told", _String, primary_key=True),
    Column("status", _String, primary_key=True),
    Column("phase", _String, primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Records by month ("2019-05", empty text where there is none) and all that few values tell apart."""

pair_tallies = Table(
    "pair_tallies",
    METADATA,
    Column("actor", _String, primary_key=True),
    Column("recipient", _String, primary_key=True),
    Column("month", _String, primary_key=True),
    Column("type", _String, primary_key=True),
    Column("quad", SmallInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Records by pair, month ("2019-05", empty text where there is none), type and quad (0 where there is none)."""

judgements = Table(
    "judgements",
    METADATA,
    _number(),
    Column("id", _String, nullable=False, unique=True),
    Column("at", _String, nullable=False),
    Column("kind", _String, nullable=False),
    Column("verdict", _String, nullable=False),
    Column("by", _String, nullable=False),
    Column("body", Text, nullable=False),
)
"""What people decided. Triggers forbid changes, and deletion outside the removal of an article."""

judgement_records = Table(
    "judgement_records",
    METADATA,
    _of("judgements.n", "judgement", key=True),
    Column("record", _String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""On which records; these may be gone."""

judgement_articles = Table(
    "judgement_articles",
    METADATA,
    _of("judgements.n", "judgement", key=True),
    Column("article", _String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""From which articles; these may be gone."""

leaving = Table("leaving", METADATA, Column("article", _String, primary_key=True))
"""The article that is being removed, while it is: then, and only then, its judgements may go."""

derived = Table(
    "derived",
    METADATA,
    _number(),
    Column("kind", _String, nullable=False),
    Column("id", _String, nullable=False),
    Column("day", _String),
    Column("last_day", _String),
    Column("stale", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("kind", "id"),
    Index("derived_day", "kind", "day"),
)
"""Happenings and entries of ledgers: all of it can be made again from the records."""

derived_members = Table(
    "derived_members",
    METADATA,
    _of("derived.n", "derived", key=True),
    Column("record", _String, primary_key=True, index=True),
    Column("turn", Integer, nullable=False),
    sqlite_with_rowid=False,
)

journal = Table(
    "journal",
    METADATA,
    Column("key", _String, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What a long work has done so far; written in the same step as the work itself."""

migrations = Table(
    "migrations",
    METADATA,
    Column("name", _String, primary_key=True),
)
"""Which migrations were made."""
