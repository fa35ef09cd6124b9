"""The tables of a desk, for SQLite and PostgreSQL alike: no rows come in here and none go out.

A record lies in `records` whole, as the line that `dragoman code` wrote. What it is searched by lies beside it, for
records of current revisions only, so that a search never meets a superseded one:

- `facets`: one row a record, what it has one of (type, quad, told factuality, phase, days, publisher, country …)
- `record_parties`: a row for each actor, recipient or person spoken about
- `record_pairs`: a row for each actor with each recipient that have codes
- `record_marks`: a row for each mode, context, auxiliary mode, kind of source, and sector on a side
- `record_words`: the folded words of its sentence, with the index of full text, `record_search`, over them
- `entities`, `names`: each name of a party, place or publisher once, folded: words of a name are looked up in few rows
- `day_tallies`, `month_tallies`, `pair_tallies`: how many records there are, so that common counts read few rows

Rows are tied by numbers `n`, given as they come; they mean nothing outside the file. `day`, `type` and `quad` stand in
the rows of parties, pairs and marks again, so that one index answers a count. Days are ISO text in both databases:
their first four characters are the year, seven the month.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from dragoman.store.desk.search_tables import (
    LASTING,
    day_tallies,
    entities,
    facets,
    month_tallies,
    names,
    pair_tallies,
    record_marks,
    record_pairs,
    record_parties,
    record_words,
)
from dragoman.store.desk.table_columns import METADATA, Letters, Number, number, of

runs = Table(
    "runs",
    METADATA,
    number(),
    Column("id", Letters, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)
"""Which coder, models and settings; `body` is the Run as JSON."""

articles = Table("articles", METADATA, number(), Column("id", Letters, nullable=False, unique=True))

revisions = Table(
    "revisions",
    METADATA,
    number(),
    of("articles.n", "article"),
    Column("revision", Letters, nullable=False),
    Column("run", Number, ForeignKey("runs.n"), nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("seen", Letters, nullable=False),
    Column("length", Integer, nullable=False),
    Column("kept", Boolean, nullable=False),
    Column("dated", Boolean, nullable=False, index=True),
    Column("before", Letters),
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
    of("revisions.n", "revision", key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("stage", Letters, nullable=False),
    Column("reason", Letters, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

told = Table(
    "told",
    METADATA,
    of("revisions.n", "revision", key=True),
    Column("key", Letters, primary_key=True),
    Column("day", Letters, primary_key=True),
    Column("body", Letters, primary_key=True),
    Index("told_key", "key", "day", "body"),
    sqlite_with_rowid=False,
)
"""What dated articles tell that helps to date others: acts by type and parties, and names."""

records = Table(
    "records",
    METADATA,
    number(),
    Column("id", Letters, nullable=False, unique=True),
    of("revisions.n", "revision"),
    Column("place", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("records_of_revision", "revision", "place"),
)
"""Every record, whole; `place` is its turn in the article."""

judgements = Table(
    "judgements",
    METADATA,
    number(),
    Column("id", Letters, nullable=False, unique=True),
    Column("at", Letters, nullable=False),
    Column("kind", Letters, nullable=False),
    Column("verdict", Letters, nullable=False),
    Column("by", Letters, nullable=False),
    Column("body", Text, nullable=False),
)
"""What people decided. Triggers forbid changes, and deletion outside the removal of an article."""

judgement_records = Table(
    "judgement_records",
    METADATA,
    of("judgements.n", "judgement", key=True),
    Column("record", Letters, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""On which records; these may be gone."""

judgement_articles = Table(
    "judgement_articles",
    METADATA,
    of("judgements.n", "judgement", key=True),
    Column("article", Letters, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""From which articles; these may be gone."""

leaving = Table("leaving", METADATA, Column("article", Letters, primary_key=True))
"""The article that is being removed, while it is: then, and only then, its judgements may go."""

derived = Table(
    "derived",
    METADATA,
    number(),
    Column("kind", Letters, nullable=False),
    Column("id", Letters, nullable=False),
    Column("day", Letters),
    Column("last_day", Letters),
    Column("stale", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("kind", "id"),
    Index("derived_day", "kind", "day"),
)
"""Happenings and entries of ledgers: all of it can be made again from the records."""

derived_members = Table(
    "derived_members",
    METADATA,
    of("derived.n", "derived", key=True),
    Column("record", Letters, primary_key=True, index=True),
    Column("turn", Integer, nullable=False),
    sqlite_with_rowid=False,
)

journal = Table(
    "journal",
    METADATA,
    Column("key", Letters, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What a long work has done so far; written in the same step as the work itself."""

migrations = Table(
    "migrations",
    METADATA,
    Column("name", Letters, primary_key=True),
)
"""Which migrations were made."""

__all__ = [
    "LASTING",
    "METADATA",
    "articles",
    "day_tallies",
    "derived",
    "derived_members",
    "entities",
    "facets",
    "issues",
    "journal",
    "judgement_articles",
    "judgement_records",
    "judgements",
    "leaving",
    "migrations",
    "month_tallies",
    "names",
    "pair_tallies",
    "record_marks",
    "record_pairs",
    "record_parties",
    "record_words",
    "records",
    "revisions",
    "runs",
    "told",
]
